package dev.trustring.device.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.trustring.kv.store.Value;
import java.util.Optional;

/** Between the values of a scenario file and those of a store. */
final class Values {

  private Values() {}

  /**
   * A stored value of a JSON scalar. A plain number is stored as DOUBLE (kv-store §1.3), so 1 and
   * 1.0 are the same.
   */
  static Optional<Value> fromJson(JsonNode node) {
    if (node.isTextual()) {
      return Optional.of(new Value(Value.Type.STRING, node.asText()));
    }
    if (node.isNumber()) {
      return Optional.of(new Value(Value.Type.DOUBLE, number(node.asText()).asText()));
    }
    if (node.isBoolean()) {
      return Optional.of(new Value(Value.Type.BOOLEAN, node.asText()));
    }
    return Optional.empty();
  }

  static JsonNode toJson(Value value) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    return switch (value.type()) {
      case STRING -> json.textNode(value.text());
      case BOOLEAN -> json.booleanNode(Boolean.parseBoolean(value.text()));
      case DOUBLE -> number(value.text());
    };
  }

  private static JsonNode number(String text) {
    double number = Double.parseDouble(text);
    boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
    return whole
        ? JsonNodeFactory.instance.numberNode((long) number)
        : JsonNodeFactory.instance.numberNode(number);
  }
}
