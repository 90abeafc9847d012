package dev.trustring.config.scenario;

import static dev.trustring.config.scenario.SchemaParts.array;
import static dev.trustring.config.scenario.SchemaParts.listOf;
import static dev.trustring.config.scenario.SchemaParts.name;
import static dev.trustring.config.scenario.SchemaParts.object;
import static dev.trustring.config.scenario.SchemaParts.typed;
import static dev.trustring.config.scenario.SchemaParts.words;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trustring.kv.query.Predicate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The schema of a query: words, and objects of one predicate with what it is given. */
final class QuerySchema {

  /** Where the schema of a file keeps it: many calls take a query. */
  static final String NAME = "query";

  private QuerySchema() {}

  /** A query, as it is defined once for the file. */
  static ObjectNode reference(String meaning) {
    ObjectNode schema = SchemaParts.described(JsonNodeFactory.instance.objectNode(), meaning);
    return schema.put("$ref", "#/$defs/" + NAME);
  }

  static ObjectNode definition() {
    List<String> alone = new ArrayList<>();
    Map<String, JsonNode> given = new LinkedHashMap<>();
    for (Predicate predicate : Predicate.values()) {
      if (predicate.form() == Predicate.Form.NOTHING) {
        alone.add(predicate.word());
      } else {
        given.put(predicate.word(), given(predicate.form()));
      }
    }
    ObjectNode item = JsonNodeFactory.instance.objectNode();
    item.putArray("anyOf")
        .add(words(alone, ""))
        .add(object(given, List.of(), "").put("minProperties", 1).put("maxProperties", 1));
    return listOf(item, "predicates in the order of the calls");
  }

  private static ObjectNode given(Predicate.Form form) {
    String meaning = form.expectation();
    return switch (form) {
      case FLAG -> typed("boolean", meaning);
      case TEXTS -> listOf(typed("string", ""), meaning);
      case DEVICE -> name(meaning);
      case TWO_NUMBERS -> two(typed("integer", ""), typed("integer", ""), meaning);
      case FIELD_VALUE, FIELD_TEXT, FIELD_NUMBERS, FIELD_TEXTS ->
          two(typed("string", ""), compared(form), meaning);
      case NOTHING, FIELD, TEXT -> typed("string", meaning);
    };
  }

  private static ObjectNode compared(Predicate.Form form) {
    return switch (form) {
      case FIELD_VALUE -> scalar();
      case FIELD_NUMBERS -> listOf(typed("number", ""), "");
      case FIELD_TEXTS -> listOf(typed("string", ""), "");
      default -> typed("string", "");
    };
  }

  private static ObjectNode scalar() {
    ObjectNode scalar = JsonNodeFactory.instance.objectNode();
    scalar.set("type", array(List.of("string", "number", "boolean")));
    return scalar;
  }

  private static ObjectNode two(JsonNode first, JsonNode second, String meaning) {
    ObjectNode pair = typed("array", meaning);
    ArrayNode items = pair.putArray("prefixItems");
    items.add(first).add(second);
    return pair.put("minItems", 2).put("maxItems", 2);
  }
}
