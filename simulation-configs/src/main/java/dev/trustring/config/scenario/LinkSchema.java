package dev.trustring.config.scenario;

import static dev.trustring.config.scenario.SchemaParts.device;
import static dev.trustring.config.scenario.SchemaParts.having;
import static dev.trustring.config.scenario.SchemaParts.listOf;
import static dev.trustring.config.scenario.SchemaParts.never;
import static dev.trustring.config.scenario.SchemaParts.object;
import static dev.trustring.config.scenario.SchemaParts.pattern;
import static dev.trustring.config.scenario.SchemaParts.properties;
import static dev.trustring.config.scenario.SchemaParts.span;
import static dev.trustring.config.scenario.SchemaParts.typed;
import static dev.trustring.config.scenario.SchemaParts.whole;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trustring.config.text.Times;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The schema of links and of what gives a network its shape. */
final class LinkSchema {

  private LinkSchema() {}

  static ObjectNode link() {
    Map<String, JsonNode> keys = new LinkedHashMap<>();
    keys.put("from", device("who is heard"));
    keys.put("to", device("who hears"));
    keys.put(
        "between",
        listOf(device(""), "both ways")
            .put("minItems", 2)
            .put("maxItems", 2)
            .put("uniqueItems", true));
    addTo(keys);
    ObjectNode link = object(keys, List.of("latency"), "how one device is heard by another");
    link.set("if", having("between"));
    link.set("then", properties(Map.of("from", never())));
    ObjectNode oneWay = having("from");
    oneWay.withArray("required").add("to");
    link.set("else", oneWay);
    link.putArray("allOf")
        .add(SchemaParts.when(having("between"), properties(Map.of("to", never()))));
    return link;
  }

  /** The delay and the shape of a network or of a link. */
  static void addTo(Map<String, JsonNode> keys) {
    String range = "^" + Times.UNSIGNED + "(\\.\\." + Times.UNSIGNED + ")?$";
    keys.put("latency", pattern(range, "one-way delay, such as 1ms..5ms"));
    keys.put("loss", share("the part of the frames that is lost"));
    Map<String, JsonNode> tail = new LinkedHashMap<>();
    tail.put("share", share("the part of the frames that takes longer"));
    tail.put("by", span("how much longer at the most"));
    keys.put("tail", object(tail, LinkReader.TAIL, "a rare slow tail"));
    keys.put("duplicates", share("the part of the frames that arrives twice"));
    keys.put("reorders", share("the part of the frames that later ones may overtake"));
    keys.put(
        "bandwidth",
        whole(LinkReader.BANDWIDTH_MIN, LinkReader.BANDWIDTH_MAX, "bytes of a second"));
  }

  private static ObjectNode share(String meaning) {
    return typed("number", meaning).put("minimum", 0).put("maximum", 1);
  }
}
