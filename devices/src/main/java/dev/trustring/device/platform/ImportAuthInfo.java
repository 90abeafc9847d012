package dev.trustring.device.platform;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import dev.trustring.trust.access.AuthenticationType;
import dev.trustring.trust.bind.AuthCode;
import java.util.List;
import java.util.Optional;

/**
 * Tells this device the code of the app's next bind with an entry beside it, which says what such a
 * bind is allowed and for how many days (trust-and-softbus §1.4, §2.5). Of the other fields of the
 * entry none is here. Days that are no legal number are refused where the notes do not call them
 * "not configured", as are days for what is allowed once (our choice).
 */
final class ImportAuthInfo implements PlatformCall {

  private static final long ONCE = 0;
  private static final long ALWAYS = 6;
  private static final String DAYS = "ACL_LIFE_CYCLE_DAYS";
  private static final String EXTRA = "extraInfo";

  private static final CallSpec SPEC =
      new CallSpec(
          new CallName("DeviceManager.ImportAuthInfo"),
          List.of(
              Param.required("pinCode", ParamType.TEXT, "six digits, the same on both devices"),
              Param.required("authType", ParamType.INTEGER, "0 trust once, 6 trust always"),
              Param.object(
                  EXTRA,
                  false,
                  List.of(
                      Param.optional(
                          DAYS,
                          ParamType.SCALAR,
                          "1 to 3650: when the row ends that the sink of the bind writes")),
                  "what else the entry says")),
          "nothing",
          List.of(Answer.BAD_ARGUMENT, ActivityCall.NOT_PERMITTED, Answer.NOT_INSTALLED),
          "Tells the code of the app's next bind, and for how long such a bind counts here.");

  @Override
  public CallSpec spec() {
    return SPEC;
  }

  @Override
  public void start(RunningCall call) {
    Optional<String> code = call.arguments().text("pinCode").filter(AuthCode::isLegal);
    Optional<AuthenticationType> allows =
        call.arguments().number("authType").flatMap(ImportAuthInfo::type);
    Optional<Integer> days = days(call);
    if (code.isEmpty() || allows.isEmpty() || !fits(allows.get(), days)) {
      call.answer(Answer.badArgument("the code, authType or " + DAYS + " is not allowed"));
      return;
    }
    ImportAuthCode.tell(
        call, (pkg, token) -> new AuthCode(pkg, token, code.get(), allows.get(), days));
  }

  private static Optional<AuthenticationType> type(long number) {
    if (number == ALWAYS) {
      return Optional.of(AuthenticationType.ALLOW_ALWAYS);
    }
    return number == ONCE ? Optional.of(AuthenticationType.ALLOW_ONCE) : Optional.empty();
  }

  /** Nothing, a negative number and what is no number say nothing about days. */
  private static Optional<Integer> days(RunningCall call) {
    return call.arguments()
        .object(EXTRA)
        .find(DAYS)
        .filter(JsonNode::isIntegralNumber)
        .map(node -> (int) Math.min(Integer.MAX_VALUE, node.asLong()))
        .filter(days -> days >= 0);
  }

  private static boolean fits(AuthenticationType allows, Optional<Integer> days) {
    return days.isEmpty()
        || (allows == AuthenticationType.ALLOW_ALWAYS
            && days.get() >= 1
            && days.get() <= AuthCode.LIFE_DAYS_MAX);
  }
}
