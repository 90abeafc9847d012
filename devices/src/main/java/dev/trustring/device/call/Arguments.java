package dev.trustring.device.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The arguments of a call, read with the types that its parameters state. */
public final class Arguments {

  private final ObjectNode values;

  public Arguments(ObjectNode values) {
    this.values = values.deepCopy();
  }

  /** The argument, unless it is missing or null. */
  public Optional<JsonNode> find(String name) {
    return Optional.ofNullable(values.get(name)).filter(node -> !node.isNull());
  }

  /** A text argument; empty when it is missing or no text. */
  public Optional<String> text(String name) {
    return find(name).filter(JsonNode::isTextual).map(JsonNode::asText);
  }

  /** A whole number; empty when it is missing or none. */
  public Optional<Long> number(String name) {
    return find(name).filter(JsonNode::isIntegralNumber).map(JsonNode::asLong);
  }

  /** A whole number, or the default when it is missing; empty when it is something else. */
  public Optional<Long> number(String name, long otherwise) {
    return find(name).isPresent() ? number(name) : Optional.of(otherwise);
  }

  /** A boolean, or the default when it is missing; empty when it is something else. */
  public Optional<Boolean> flag(String name, boolean otherwise) {
    return find(name).isPresent()
        ? find(name).filter(JsonNode::isBoolean).map(JsonNode::asBoolean)
        : Optional.of(otherwise);
  }

  /** The texts of a list; empty when it is missing or no list of texts. */
  public Optional<List<String>> texts(String name) {
    return find(name)
        .filter(JsonNode::isArray)
        .flatMap(
            array -> {
              List<String> texts = new ArrayList<>();
              for (JsonNode node : array) {
                if (!node.isTextual()) {
                  return Optional.empty();
                }
                texts.add(node.asText());
              }
              return Optional.of(texts);
            });
  }

  /** The arguments inside each object of a list; empty when it is missing or no such list. */
  public Optional<List<Arguments>> objects(String name) {
    return find(name)
        .filter(JsonNode::isArray)
        .flatMap(
            array -> {
              List<Arguments> objects = new ArrayList<>();
              for (JsonNode node : array) {
                if (!node.isObject()) {
                  return Optional.empty();
                }
                objects.add(new Arguments((ObjectNode) node));
              }
              return Optional.of(objects);
            });
  }

  /** The arguments inside an object argument; none when it is missing or no object. */
  public Arguments object(String name) {
    return find(name)
        .filter(JsonNode::isObject)
        .map(node -> new Arguments((ObjectNode) node))
        .orElseGet(() -> new Arguments(values.objectNode()));
  }
}
