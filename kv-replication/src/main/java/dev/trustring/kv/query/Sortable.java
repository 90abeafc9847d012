package dev.trustring.kv.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * A value as the database compares it: true and false are 1 and 0, and every number comes before
 * every text.
 *
 * @param number empty for a text
 */
record Sortable(Optional<Double> number, String text) implements Comparable<Sortable> {

  /** What a row holds in a field; empty for null, for nothing, and for what is no plain value. */
  static Optional<Sortable> of(JsonNode value) {
    if (value.isTextual()) {
      return Optional.of(new Sortable(Optional.empty(), value.asText()));
    }
    if (value.isBoolean()) {
      return Optional.of(of(value.asBoolean() ? 1 : 0));
    }
    return value.isNumber() ? Optional.of(of(value.asDouble())) : Optional.empty();
  }

  static Sortable of(Operand operand) {
    return switch (operand.kind()) {
      case TEXT -> new Sortable(Optional.empty(), operand.text());
      case NUMBER -> of(Double.parseDouble(operand.text()));
      case TRUTH -> of(Boolean.parseBoolean(operand.text()) ? 1 : 0);
    };
  }

  private static Sortable of(double number) {
    return new Sortable(Optional.of(number + 0.0), "");
  }

  /** What patterns are held against. */
  String asText() {
    return number.map(known -> Operand.of(known).text()).orElse(text);
  }

  @Override
  public int compareTo(Sortable other) {
    if (number.isPresent() && other.number.isPresent()) {
      return number.get().compareTo(other.number.get());
    }
    return number.isEmpty() && other.number.isEmpty()
        ? text.compareTo(other.text)
        : Boolean.compare(number.isEmpty(), other.number.isEmpty());
  }
}
