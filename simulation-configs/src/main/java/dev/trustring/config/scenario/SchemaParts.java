package dev.trustring.config.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trustring.config.text.Times;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The bricks of which the schema is built. */
final class SchemaParts {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String DESCRIPTION = "description";

  private SchemaParts() {}

  static ObjectNode typed(String type, String meaning) {
    return described(JSON.objectNode().put("type", type), meaning);
  }

  static ObjectNode described(ObjectNode schema, String meaning) {
    return meaning.isEmpty() ? schema : schema.put(DESCRIPTION, meaning);
  }

  static ObjectNode text(String meaning) {
    return typed("string", meaning).put("pattern", "\\S");
  }

  static ObjectNode pattern(String pattern, String meaning) {
    return typed("string", meaning).put("pattern", pattern);
  }

  static ObjectNode name(String meaning) {
    return pattern(Draft.NAME_PATTERN, meaning);
  }

  static ObjectNode flag(String meaning) {
    return typed("boolean", meaning);
  }

  /** A span of time that is not below zero. */
  static ObjectNode span(String meaning) {
    return pattern("^\\+?" + Times.UNSIGNED + "$", meaning);
  }

  static ObjectNode signedSpan(String meaning) {
    return pattern("^[-+]?" + Times.UNSIGNED + "$", meaning);
  }

  static ObjectNode whole(long min, long max, String meaning) {
    return typed("integer", meaning).put("minimum", min).put("maximum", max);
  }

  static ObjectNode words(List<String> words, String meaning) {
    ObjectNode schema = described(JSON.objectNode(), meaning);
    schema.set("enum", array(words));
    return schema;
  }

  /** A word with a meaning of its own for each, which editors show while completing. */
  static <T> ObjectNode words(List<T> all, Function<T, String> word, Function<T, String> meaning) {
    ObjectNode schema = JSON.objectNode();
    ArrayNode choices = schema.putArray("oneOf");
    all.forEach(
        one -> described(choices.addObject().put("const", word.apply(one)), meaning.apply(one)));
    return schema;
  }

  static ObjectNode listOf(JsonNode item, String meaning) {
    ObjectNode schema = typed("array", meaning);
    schema.set("items", item);
    return schema;
  }

  static ObjectNode device(String meaning) {
    return name(meaning);
  }

  /** One word or a list of words, each a device, a fleet, or a place in the groups of a fleet. */
  static ObjectNode devices(String meaning) {
    ObjectNode word = pattern("^[A-Za-z0-9_-]{1,64}(/[0-9]{1,6})?$", "");
    ObjectNode schema = described(JSON.objectNode(), meaning);
    schema
        .putArray("anyOf")
        .add(word)
        .add(listOf(word.deepCopy(), "").put("minItems", 1).put("uniqueItems", true));
    return schema;
  }

  static ObjectNode object(
      Map<String, ? extends JsonNode> properties, List<String> required, String meaning) {
    ObjectNode schema = typed("object", meaning);
    ObjectNode all = schema.putObject("properties");
    properties.forEach(all::set);
    if (!required.isEmpty()) {
      schema.set("required", array(required));
    }
    return schema.put("additionalProperties", false);
  }

  /** An object whose keys are chosen by the user. */
  static ObjectNode mapOf(JsonNode value, String keyPattern, String meaning) {
    ObjectNode schema = typed("object", meaning);
    schema.putObject("propertyNames").put("pattern", keyPattern);
    schema.set("additionalProperties", value);
    return schema;
  }

  static JsonNode anything() {
    return BooleanNode.TRUE;
  }

  static JsonNode never() {
    return BooleanNode.FALSE;
  }

  static ArrayNode array(List<String> words) {
    ArrayNode array = JSON.arrayNode();
    words.forEach(array::add);
    return array;
  }

  /** Holds for objects in which the key has one of the values. */
  static ObjectNode where(String key, List<String> values) {
    ObjectNode schema = JSON.objectNode();
    schema.putObject("properties").putObject(key).set("enum", array(values));
    schema.set("required", array(List.of(key)));
    return schema;
  }

  /** Says what holds of the properties, without closing the object. */
  static ObjectNode properties(Map<String, ? extends JsonNode> properties) {
    ObjectNode schema = JSON.objectNode();
    ObjectNode all = schema.putObject("properties");
    properties.forEach(all::set);
    return schema;
  }

  static ObjectNode when(JsonNode condition, JsonNode then) {
    ObjectNode schema = JSON.objectNode();
    schema.set("if", condition);
    schema.set("then", then);
    return schema;
  }

  static ObjectNode having(String key) {
    ObjectNode schema = JSON.objectNode();
    schema.set("required", array(List.of(key)));
    return schema;
  }
}
