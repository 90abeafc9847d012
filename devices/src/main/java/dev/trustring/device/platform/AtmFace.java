package dev.trustring.device.platform;

import dev.trustring.atm.Atm;
import dev.trustring.atm.refusal.AtmError;
import dev.trustring.atm.refusal.AtmRefusal;
import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.CallSpec.Failure;
import dev.trustring.device.call.Param;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The two faces of the AccessTokenManager, which tell one error by two numbers (§4.1). */
enum AtmFace {
  /** What apps import. */
  JS("abilityAccessCtrl"),
  /** What processes of the system link; it knows no types that could be wrong, only bad values. */
  INNER("AccessTokenKit");

  private static final Map<AtmError, String> WHEN = clauses();

  private final String module;

  AtmFace(String module) {
    this.module = module;
  }

  private static Map<AtmError, String> clauses() {
    Map<AtmError, String> when = new EnumMap<>(AtmError.class);
    when.put(AtmError.NOT_SYSTEM_APP, "the caller is no system app");
    when.put(AtmError.PERMISSION_DENIED, "the caller lacks the permission");
    when.put(AtmError.PARAM_INVALID, "a parameter is out of its limits, or does not fit the app");
    when.put(AtmError.TOKENID_NOT_EXIST, "no such token");
    when.put(AtmError.TOKENID_HAS_EXISTED, "the token id is in use or reserved");
    when.put(
        AtmError.PERM_REQUEST_CFG_FAILED,
        "a permission is above what the profile allows, or a sandbox has no main app");
    when.put(AtmError.PERMISSION_NOT_EXIST, "no such permission, or not one for this call");
    when.put(AtmError.INTERFACE_NOT_USED_TOGETHER, "on and off are not used in turn");
    when.put(AtmError.CALLBACKS_EXCEED_LIMITATION, "too many listeners");
    when.put(AtmError.IDENTITY_CHECK_FAILED, "the flag, or the kind of app, does not allow it");
    when.put(AtmError.SERVICE_ABNORMAL, "the permission service does not answer");
    when.put(AtmError.MALLOC_FAILED, "the permission service is out of memory");
    when.put(AtmError.EXPECTED_PERMISSION_TYPE, "the permission is of a type not for this call");
    when.put(AtmError.PERMISSION_RESTRICTED, "the administrator fixed it");
    when.put(AtmError.PERMISSION_WITHOUT_VALUE, "the permission comes without a value");
    when.put(AtmError.REQUEST_EXISTS, "another request of the app is on the screen");
    when.put(AtmError.ALL_GRANTED, "all of them are granted");
    when.put(AtmError.NOT_REVOKED_BY_USER, "the user has not denied it");
    when.put(AtmError.SWITCH_ALREADY_OPEN, "the switch is open");
    when.put(AtmError.POLICY_ALREADY_SET_BY_OTHER, "another process set the policy");
    when.put(AtmError.POLICY_NOT_SET, "no policy is set for it");
    when.put(AtmError.TOKEN_ALREADY_IN_WHITELIST, "the app is on the white list");
    when.put(AtmError.TOKEN_NOT_IN_WHITELIST, "the app is not on the white list");
    when.put(AtmError.TOKEN_NOT_IN_USERLIST, "the policy does not name the app's user");
    when.put(AtmError.PERSISTENCE_FLAG_NOT_MATCH, "the policy is kept in another way");
    return Collections.unmodifiableMap(when);
  }

  /**
   * The published face of a call.
   *
   * @param errors the errors it can give; a call without any never fails
   */
  CallSpec spec(
      String name, List<Param> params, String returns, List<AtmError> errors, String meaning) {
    List<Failure> failures = new ArrayList<>();
    if (this == JS && !params.isEmpty() && !errors.isEmpty()) {
      failures.add(Answer.BAD_ARGUMENT);
    }
    errors.forEach(error -> failures.add(failure(error)));
    if (errors.contains(AtmError.PERMISSION_DENIED) || errors.contains(AtmError.NOT_SYSTEM_APP)) {
      failures.add(Answer.NOT_INSTALLED);
    }
    return new CallSpec(new CallName(module + "." + name), params, returns, failures, meaning);
  }

  /** These errors, and those of every call that a failing service does not serve. */
  static List<AtmError> failing(AtmError... errors) {
    List<AtmError> all = new ArrayList<>(List.of(errors));
    all.add(AtmError.SERVICE_ABNORMAL);
    all.add(AtmError.MALLOC_FAILED);
    return all;
  }

  private Failure failure(AtmError error) {
    return new Failure(
        Integer.toString(number(error)), Optional.ofNullable(WHEN.get(error)).orElseThrow());
  }

  private int number(AtmError error) {
    return this == JS ? error.jsCode() : error.innerCode();
  }

  /** What a caller sees of a refusal. */
  CallOutcome refused(AtmRefusal why) {
    return CallOutcome.failed(number(why.error()), why.error().name(), why.reason());
  }

  /** What a caller sees of an installation that a permission is too high for (§1.6). */
  CallOutcome refused(Atm.Reply.InstallRefused refused) {
    return CallOutcome.failed(
        number(AtmError.PERM_REQUEST_CFG_FAILED),
        AtmError.PERM_REQUEST_CFG_FAILED.name(),
        refused.name().value() + " breaks the rule " + refused.rule());
  }

  /** What a caller sees of an argument that is missing or of another type. */
  CallOutcome badArgument(String what) {
    return this == JS
        ? Answer.badArgument(what)
        : CallOutcome.failed(number(AtmError.PARAM_INVALID), AtmError.PARAM_INVALID.name(), what);
  }
}
