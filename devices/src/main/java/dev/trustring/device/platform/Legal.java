package dev.trustring.device.platform;

import dev.trustring.device.call.Arguments;
import dev.trustring.device.call.RunningCall;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.identity.OsAccountId;
import java.util.Optional;
import java.util.function.Function;

/** Texts of callers made ids, unless the id refuses the text. */
final class Legal {

  private Legal() {}

  /** The device that an argument names; none if it is missing or no id. */
  static Optional<DeviceName> device(Arguments arguments, String name) {
    return arguments.text(name).flatMap(text -> id(text, DeviceName::new));
  }

  /** The user that an argument names, the caller's if it is missing; none that cannot be. */
  static Optional<OsAccountId> user(RunningCall call, String name) {
    return call.arguments()
        .number(name, call.caller().user().value())
        .filter(number -> number >= 0 && number <= Integer.MAX_VALUE)
        .map(number -> new OsAccountId(number.intValue()));
  }

  /** The id, or none if its type does not take this text. */
  static <T> Optional<T> id(String text, Function<String, T> type) {
    try {
      return Optional.of(type.apply(text));
    } catch (IllegalArgumentException refused) {
      return Optional.empty();
    }
  }
}
