package dev.trustring.device.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.Optional;
import java.util.OptionalInt;

/** What a platform call gave back to its caller. */
public sealed interface CallOutcome {

  /** The call returned, or its promise was fulfilled. */
  record Returned(JsonNode value) implements CallOutcome {
    @Override
    public String shortForm() {
      return value.isNull() ? "ok" : value.toString();
    }
  }

  /**
   * The call threw, or its promise was rejected.
   *
   * @param code the business error's code; empty where the platform throws an error without one
   * @param name a stable name for the failure
   * @param message what the error's text says
   * @param detail what the error says besides, such as how long to wait
   */
  record Threw(OptionalInt code, String name, String message, Optional<String> detail)
      implements CallOutcome {
    @Override
    public String shortForm() {
      String named = code.isPresent() ? code.getAsInt() + " " + name : name + " (no code)";
      return detail.map(more -> named + " (" + more + ")").orElse(named);
    }
  }

  /** One line for reports. */
  String shortForm();

  /** A success without a value. */
  static CallOutcome done() {
    return new Returned(NullNode.getInstance());
  }

  /** A success with a value. */
  static CallOutcome of(JsonNode value) {
    return new Returned(value);
  }

  /** A failure with a code. */
  static CallOutcome failed(int code, String name, String message) {
    return new Threw(OptionalInt.of(code), name, message, Optional.empty());
  }

  /** A failure with a code that says more than its meaning. */
  static CallOutcome failed(int code, String name, String message, String detail) {
    return new Threw(OptionalInt.of(code), name, message, Optional.of(detail));
  }

  /** A failure that the platform leaves without a code. */
  static CallOutcome failedWithoutCode(String name, String message) {
    return new Threw(OptionalInt.empty(), name, message, Optional.empty());
  }
}
