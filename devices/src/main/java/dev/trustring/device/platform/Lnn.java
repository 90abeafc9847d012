package dev.trustring.device.platform;

import dev.trustring.atm.permission.PermissionName;
import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.CallSpec.Failure;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import dev.trustring.device.call.RunningCall;
import dev.trustring.device.lnn.FloodCode;
import dev.trustring.device.lnn.LnnReply;
import dev.trustring.device.net.SessionCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the calls of the soft bus about nodes have in common (trust-and-softbus §5.2, §5.3). */
final class Lnn {

  static final PermissionName CENTER = PermissionName.of("DISTRIBUTED_SOFTBUS_CENTER");
  static final Param PACKAGE =
      Param.optional("pkgName", ParamType.TEXT, "the package; an app's bundle if not given");

  private static final int PACKAGE_MAX = 64;

  private Lnn() {}

  /** The face of a call; what it has of failures of its own stands behind those of all. */
  static CallSpec spec(
      String name, List<Param> params, String returns, Stream<Failure> own, String meaning) {
    List<Failure> failures = new ArrayList<>();
    Stream.of(SessionCode.ACCESS_TOKEN_DENIED, SessionCode.INVALID_PARAM)
        .forEach(code -> failures.add(failure(code.number(), code.text())));
    Stream.of(FloodCode.values())
        .forEach(code -> failures.add(failure(code.number(), code.text())));
    own.forEach(failures::add);
    failures.add(Answer.NOT_INSTALLED);
    return new CallSpec(new CallName("LNN." + name), params, returns, failures, meaning);
  }

  static Failure failure(int number, String text) {
    return new Failure(Integer.toString(number), text);
  }

  /** Goes on if the caller holds the permission, which is asked first of all. */
  static void whenHolds(RunningCall call, PermissionName permission, Runnable then) {
    Apps.whenHolds(
        call,
        permission,
        then,
        () ->
            call.answer(
                failed(
                    SessionCode.ACCESS_TOKEN_DENIED,
                    "the app does not hold " + permission.shortName())));
  }

  /** The package that a call names, its caller's own if it names none; empty if it is none. */
  static Optional<String> pkg(RunningCall call) {
    Optional<String> named =
        call.arguments().find(PACKAGE.name()).isEmpty()
            ? Optional.of(call.caller().shortForm())
            : call.arguments().text(PACKAGE.name());
    return named.filter(name -> !name.isEmpty() && name.length() <= PACKAGE_MAX);
  }

  static CallOutcome invalid() {
    return failed(SessionCode.INVALID_PARAM, SessionCode.INVALID_PARAM.text());
  }

  static CallOutcome refused(LnnReply.Refused why) {
    return CallOutcome.failed(why.number(), why.name(), why.text());
  }

  private static CallOutcome failed(SessionCode code, String text) {
    return CallOutcome.failed(code.number(), code.name(), text);
  }
}
