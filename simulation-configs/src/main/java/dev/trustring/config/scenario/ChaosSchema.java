package dev.trustring.config.scenario;

import static dev.trustring.config.scenario.SchemaParts.anything;
import static dev.trustring.config.scenario.SchemaParts.array;
import static dev.trustring.config.scenario.SchemaParts.described;
import static dev.trustring.config.scenario.SchemaParts.listOf;
import static dev.trustring.config.scenario.SchemaParts.object;
import static dev.trustring.config.scenario.SchemaParts.span;
import static dev.trustring.config.scenario.SchemaParts.typed;
import static dev.trustring.config.scenario.SchemaParts.when;
import static dev.trustring.config.scenario.SchemaParts.where;
import static dev.trustring.config.scenario.SchemaParts.whole;
import static dev.trustring.config.scenario.SchemaParts.words;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The schema of what a campaign draws. */
final class ChaosSchema {

  private final Vocabulary vocabulary;

  ChaosSchema(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  ObjectNode schema() {
    Map<String, JsonNode> keys = new LinkedHashMap<>();
    keys.put("runs", whole(1, ChaosReader.RUNS_MAX, "how many runs; 100 if it is missing"));
    keys.put("until", span("how long faults strike and apps write; 1m if it is missing"));
    keys.put("operations", numbers("how many operations apps make, such as 10..40"));
    keys.put("faults", listOf(faultClass(), "the classes of faults; all that fit if missing"));
    return object(keys, List.of(), "what trustring chaos draws");
  }

  private ObjectNode faultClass() {
    ObjectNode one = typed("object", "a class of faults");
    one.putObject("properties")
        .set("kind", words(vocabulary.faults(), FaultSpec::kind, FaultSpec::meaning));
    one.putArray("required").add("kind");
    ArrayNode rules = one.putArray("allOf");
    vocabulary
        .faults()
        .forEach(spec -> rules.add(when(where("kind", List.of(spec.kind())), of(spec))));
    return one;
  }

  private static ObjectNode of(FaultSpec spec) {
    Map<String, JsonNode> keys = new LinkedHashMap<>();
    keys.put("kind", anything());
    keys.put("perMinute", numbers("how often it strikes, such as log:0.1..2"));
    if (spec.canLast()) {
      keys.put("for", described(JsonNodeFactory.instance.objectNode(), "how long, as in 1s..20s"));
    }
    spec.params()
        .forEach(
            param ->
                keys.put(
                    param.name(),
                    described(
                        JsonNodeFactory.instance.objectNode(),
                        param.meaning() + "; a value, a range, or a list of which one is taken")));
    return object(keys, List.of("kind"), spec.meaning());
  }

  private static ObjectNode numbers(String meaning) {
    ObjectNode schema = described(JsonNodeFactory.instance.objectNode(), meaning);
    schema.set("type", array(List.of("string", "number")));
    return schema;
  }
}
