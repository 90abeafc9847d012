package dev.trustring.device.platform;

import static dev.trustring.atm.refusal.AtmError.IDENTITY_CHECK_FAILED;
import static dev.trustring.atm.refusal.AtmError.NOT_SYSTEM_APP;
import static dev.trustring.atm.refusal.AtmError.PARAM_INVALID;
import static dev.trustring.atm.refusal.AtmError.PERMISSION_DENIED;
import static dev.trustring.atm.refusal.AtmError.PERMISSION_NOT_EXIST;
import static dev.trustring.atm.refusal.AtmError.PERMISSION_RESTRICTED;
import static dev.trustring.atm.refusal.AtmError.PERSISTENCE_FLAG_NOT_MATCH;
import static dev.trustring.atm.refusal.AtmError.POLICY_ALREADY_SET_BY_OTHER;
import static dev.trustring.atm.refusal.AtmError.POLICY_NOT_SET;
import static dev.trustring.atm.refusal.AtmError.TOKENID_NOT_EXIST;
import static dev.trustring.atm.refusal.AtmError.TOKEN_ALREADY_IN_WHITELIST;
import static dev.trustring.atm.refusal.AtmError.TOKEN_NOT_IN_USERLIST;
import static dev.trustring.atm.refusal.AtmError.TOKEN_NOT_IN_WHITELIST;
import static dev.trustring.device.platform.AtmFace.INNER;
import static dev.trustring.device.platform.AtmFace.failing;

import dev.trustring.atm.Atm;
import dev.trustring.atm.AtmApi;
import dev.trustring.atm.AtmApi.ChangeFace;
import dev.trustring.atm.AtmApi.SetUserPolicy.PolicyWish;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.policy.UserPolicy.UserRestriction;
import dev.trustring.atm.refusal.AtmError;
import dev.trustring.atm.token.UserId;
import dev.trustring.device.call.Arguments;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import dev.trustring.device.call.PlatformCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What processes of the system have the AccessTokenManager change: grants (access-token §3.3),
 * grants for a time (§3.4), dialogs (§3.5), and the policies of administrators (§3.2, §3.8).
 */
final class GrantKit {

  private static final Param FLAG =
      Param.required("flag", ParamType.INTEGER, "who decides: 0, 1, 2, 4, 16, 32 or 64");
  private static final Param POLICIES =
      Param.objects(
          "userPermissionList",
          List.of(
              AtmParams.NAME,
              Param.required("isPersist", ParamType.BOOLEAN, "whether it outlives a restart"),
              Param.objects(
                  "userList",
                  List.of(
                      Param.required("userId", ParamType.INTEGER, "the user"),
                      Param.required("isRestricted", ParamType.BOOLEAN, "blocked, or not")),
                  "the users")),
          "permissions, and for which users they are blocked");

  /** A policy belongs to the process that set it (§3.8). */
  private static final Param PROCESS =
      Param.optional(
          "process", ParamType.TEXT, "the process of the system that calls, if not settings");

  private GrantKit() {}

  static List<PlatformCall> all() {
    return Stream.of(grants(), limited(), policies(), userPolicies(), switches())
        .flatMap(List::stream)
        .toList();
  }

  private static List<PlatformCall> grants() {
    List<AtmError> errors =
        failing(
            PARAM_INVALID,
            NOT_SYSTEM_APP,
            PERMISSION_DENIED,
            PERMISSION_NOT_EXIST,
            TOKENID_NOT_EXIST,
            IDENTITY_CHECK_FAILED,
            PERMISSION_RESTRICTED);
    return List.of(
        call(
            "GrantPermission",
            AtmParams.ofToken(AtmParams.NAME, FLAG),
            errors,
            "Grants a permission, also one that users do not decide about.",
            asked -> change(asked, true)),
        call(
            "RevokePermission",
            AtmParams.ofToken(AtmParams.NAME, FLAG, AtmParams.KILL),
            errors,
            "Revokes a permission, also one that users do not decide about.",
            asked -> change(asked, false)),
        call(
            "ClearUserGrantedPermissionState",
            AtmParams.TOKEN,
            failing(PARAM_INVALID, PERMISSION_DENIED, TOKENID_NOT_EXIST),
            "Forgets what the user decided about an app.",
            asked -> new AtmApi.ClearUserGranted(asked.caller(), asked.token())));
  }

  private static Atm.Command change(AtmAsked asked, boolean grant) {
    return new AtmApi.ChangePermission(
        asked.caller(),
        ChangeFace.INNER,
        asked.token(),
        asked.name(),
        grant,
        asked.number(FLAG.name(), 0),
        asked.flag(AtmParams.KILL.name(), true));
  }

  private static List<PlatformCall> limited() {
    return List.of(
        call(
            "GrantPermissionForSpecifiedTime",
            AtmParams.ofToken(
                AtmParams.NAME, Param.required("onceTime", ParamType.INTEGER, "1 to 300 seconds")),
            failing(PARAM_INVALID, PERMISSION_DENIED, TOKENID_NOT_EXIST),
            "Grants SHORT_TERM_WRITE_IMAGEVIDEO for some seconds.",
            asked ->
                new AtmApi.GrantForSeconds(
                    asked.caller(), asked.token(), asked.name(), asked.number("onceTime", 0))),
        call(
            "SetPermDialogCap",
            List.of(
                Param.required("app", ParamType.APP, "the app"),
                Param.optional("instIndex", ParamType.INTEGER, "its instance; 0 is the main one"),
                Param.required("enable", ParamType.BOOLEAN, "true bans its permission dialogs")),
            failing(PARAM_INVALID, PERMISSION_DENIED, TOKENID_NOT_EXIST),
            "Bans the permission dialogs of an app, or allows them again.",
            asked ->
                new AtmApi.SetDialogCap(asked.caller(), asked.app(), asked.flag("enable", false))));
  }

  private static List<PlatformCall> policies() {
    return List.of(
        call(
            "SetPermissionStatusWithPolicy",
            AtmParams.ofToken(
                AtmParams.NAMES,
                Param.required("status", ParamType.INTEGER, "0 grants, -1 denies"),
                Param.required("flag", ParamType.INTEGER, "128 fixes, 256 releases")),
            failing(PARAM_INVALID, PERMISSION_DENIED, PERMISSION_NOT_EXIST, TOKENID_NOT_EXIST),
            "Fixes permissions of an app for its user, as an administrator does.",
            asked ->
                new AtmApi.SetStatusWithPolicy(
                    asked.caller(),
                    asked.token(),
                    asked.names(),
                    asked.number("status", 1),
                    asked.number("flag", 0))));
  }

  private static List<PlatformCall> userPolicies() {
    return List.of(
        legalCall(
            "SetUserPolicy",
            List.of(POLICIES, PROCESS),
            failing(
                PARAM_INVALID,
                PERMISSION_DENIED,
                PERMISSION_NOT_EXIST,
                POLICY_ALREADY_SET_BY_OTHER,
                PERSISTENCE_FLAG_NOT_MATCH),
            "Blocks permissions for users of the device.",
            asked ->
                wishes(asked).map(wishes -> new AtmApi.SetUserPolicy(asked.process(), wishes))),
        legalCall(
            "ClearUserPolicy",
            List.of(AtmParams.NAMES, PROCESS),
            failing(PARAM_INVALID, PERMISSION_DENIED, POLICY_NOT_SET, POLICY_ALREADY_SET_BY_OTHER),
            "Blocks permissions for nobody any more.",
            asked ->
                asked
                    .legalNames()
                    .map(names -> new AtmApi.ClearUserPolicy(asked.process(), names))),
        whiteList("AddUserPolicyWhiteList", true, TOKEN_ALREADY_IN_WHITELIST),
        whiteList("RemoveUserPolicyWhiteList", false, TOKEN_NOT_IN_WHITELIST));
  }

  /** The name of the call is our choice (unverified). */
  private static PlatformCall whiteList(String name, boolean listed, AtmError already) {
    return legalCall(
        name,
        AtmParams.ofToken(AtmParams.NAME, PROCESS),
        failing(
            PARAM_INVALID,
            PERMISSION_DENIED,
            TOKENID_NOT_EXIST,
            POLICY_NOT_SET,
            POLICY_ALREADY_SET_BY_OTHER,
            TOKEN_NOT_IN_USERLIST,
            already),
        listed
            ? "Exempts an app from a policy for users."
            : "Takes an app's exemption from a policy for users back.",
        asked ->
            Legal.id(asked.name(), PermissionName::new)
                .map(
                    permission ->
                        new AtmApi.ChangeWhiteList(
                            asked.process(), permission, asked.token(), listed)));
  }

  /** The wishes, unless a name or a user of one is illegal. */
  private static Optional<List<PolicyWish>> wishes(AtmAsked asked) {
    List<PolicyWish> wishes = new ArrayList<>();
    for (Arguments policy : asked.objects(POLICIES.name())) {
      Optional<PermissionName> name =
          policy.text(AtmParams.NAME.name()).flatMap(text -> Legal.id(text, PermissionName::new));
      List<Arguments> users = policy.objects("userList").orElse(List.of());
      if (name.isEmpty() || users.stream().anyMatch(user -> userOf(user) < 0)) {
        return Optional.empty();
      }
      wishes.add(
          new PolicyWish(
              name.get(),
              policy.flag("isPersist", false).orElse(false),
              users.stream().map(GrantKit::restriction).toList()));
    }
    return Optional.of(wishes);
  }

  private static UserRestriction restriction(Arguments user) {
    return new UserRestriction(
        new UserId(userOf(user)), user.flag("isRestricted", false).orElse(false));
  }

  private static int userOf(Arguments user) {
    return user.number("userId").map(Long::intValue).orElse(-1);
  }

  /** Settings, or the camera service for it, moves a switch; the name is ours (unverified). */
  private static List<PlatformCall> switches() {
    return List.of(
        call(
            "SetGlobalSwitch",
            List.of(
                Param.required("type", ParamType.INTEGER, "0 camera, 1 microphone, 2 location"),
                Param.required("isOpen", ParamType.BOOLEAN, "open, or closed")),
            failing(PARAM_INVALID, NOT_SYSTEM_APP),
            "Opens or closes a switch of the whole device.",
            asked ->
                new AtmApi.SetSwitch(
                    asked.caller(), asked.number("type", -1), asked.flag("isOpen", true))));
  }

  private static PlatformCall call(
      String name,
      List<Param> params,
      List<AtmError> errors,
      String meaning,
      Function<AtmAsked, Atm.Command> maker) {
    return legalCall(name, params, errors, meaning, asked -> Optional.of(maker.apply(asked)));
  }

  private static PlatformCall legalCall(
      String name,
      List<Param> params,
      List<AtmError> errors,
      String meaning,
      Function<AtmAsked, Optional<Atm.Command>> maker) {
    return AtmCall.ofLegal(
        INNER, INNER.spec(name, params, "nothing", errors, meaning), AtmCall.Door.OPEN, maker);
  }
}
