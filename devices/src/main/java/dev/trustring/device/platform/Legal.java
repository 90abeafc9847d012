package dev.trustring.device.platform;

import java.util.Optional;
import java.util.function.Function;

/** Texts of callers made ids, unless the id refuses the text. */
final class Legal {

  private Legal() {}

  /** The id, or none if its type does not take this text. */
  static <T> Optional<T> id(String text, Function<String, T> type) {
    try {
      return Optional.of(type.apply(text));
    } catch (IllegalArgumentException refused) {
      return Optional.empty();
    }
  }
}
