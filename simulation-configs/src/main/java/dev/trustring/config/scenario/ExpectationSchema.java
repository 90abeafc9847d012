package dev.trustring.config.scenario;

import static dev.trustring.config.scenario.SchemaParts.device;
import static dev.trustring.config.scenario.SchemaParts.devices;
import static dev.trustring.config.scenario.SchemaParts.having;
import static dev.trustring.config.scenario.SchemaParts.listOf;
import static dev.trustring.config.scenario.SchemaParts.object;
import static dev.trustring.config.scenario.SchemaParts.span;
import static dev.trustring.config.scenario.SchemaParts.text;
import static dev.trustring.config.scenario.SchemaParts.whole;
import static dev.trustring.config.scenario.SchemaParts.words;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The schema of what must come out. */
final class ExpectationSchema {

  private static final String STORE = "the store";
  private static final String FROM = "where the data comes from";
  private static final String TO = "where the data goes";

  private final Vocabulary vocabulary;

  ExpectationSchema(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  ObjectNode schema() {
    Map<String, JsonNode> keys = new LinkedHashMap<>();
    keys.put("always", listOf(words(vocabulary.invariants(), ""), "what holds at every moment"));
    keys.put("sometimes", listOf(sometimes(), "what must happen at least once"));
    keys.put("eventually", listOf(state(), "states that must be reached in time"));
    keys.put("decisions", listOf(decision(), "what decision records must say"));
    keys.put(
        "replication",
        words(ExpectationReader.REPLICATION.all(), "says that nothing may replicate at all"));
    return object(keys, List.of(), "what must come out");
  }

  private ObjectNode sometimes() {
    Map<String, JsonNode> replicated = new LinkedHashMap<>();
    replicated.put("store", text(STORE));
    replicated.put("from", device(FROM));
    replicated.put("to", device(TO));
    Map<String, JsonNode> denied = new LinkedHashMap<>();
    denied.put("at", words(vocabulary.stages(), "the stage that stops it"));
    denied.put("from", device(FROM));
    denied.put("to", device(TO));
    Map<String, JsonNode> either = new LinkedHashMap<>();
    either.put(
        "replicated",
        object(replicated, List.of("store", "from", "to"), "an entry came to rest elsewhere"));
    either.put("denied", object(denied, List.of("at"), "an attempt was stopped"));
    return object(either, List.of(), "").put("minProperties", 1).put("maxProperties", 1);
  }

  private static ObjectNode state() {
    Map<String, JsonNode> keys = new LinkedHashMap<>();
    keys.put("same", text("the store that must hold the same entries"));
    keys.put(
        "delivered",
        text("the store whose rows must be wherever nothing but reach could keep them from"));
    keys.put("on", devices("where; a fleet means each of its groups for itself"));
    keys.put("within", span("how long it may take"));
    keys.put("after", span("from when that is counted; the end of the timeline if missing"));
    ObjectNode state = object(keys, List.of("on", "within"), "");
    state.putArray("oneOf").add(having("same")).add(having("delivered"));
    return state;
  }

  private ObjectNode decision() {
    List<String> stops = new ArrayList<>(vocabulary.stages());
    stops.add("none");
    Map<String, JsonNode> keys = new LinkedHashMap<>();
    keys.put("from", device(FROM));
    keys.put("to", device(TO));
    keys.put("store", text(STORE));
    keys.put("stop", words(stops, "the stage that stops the attempt, or none"));
    keys.put("visible", TimelineSchema.number("the number or name that the app sees, or silent"));
    keys.put("why", words(ExpectationReader.REASONS.all(), "the reason for which it stops"));
    keys.put(
        "attempt",
        whole(1, ExpectationReader.ATTEMPTS_MAX, "which attempt of the pair; the last if missing"));
    return object(keys, List.of("from", "to", "store", "stop"), "");
  }
}
