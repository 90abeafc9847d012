package dev.trustring.sim.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trustring.kv.rules.RuleSet;
import java.util.Map;

/** The same as {@link HonestyText}, for programs. */
public final class HonestyJson {

  private HonestyJson() {}

  /** The tables of all rule sets that were asked. */
  public static ObjectNode of(int stories, Map<RuleSet, Honesty> tables) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("version", Json.VERSION);
    node.put("stories", stories);
    ObjectNode rules = node.putObject("rules");
    tables.forEach((set, honesty) -> rules.set(set.word(), table(honesty)));
    return node;
  }

  private static ObjectNode table(Honesty honesty) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("attempts", honesty.attempts());
    node.put("ambiguous", honesty.ambiguous());
    node.put("refused", honesty.refused());
    node.put("ambiguouslyRefused", honesty.ambiguouslyRefused());
    node.put("toldTooMuch", honesty.toldTooMuch());
    node.put("toldTooLittle", honesty.toldTooLittle());
    ArrayNode rows = node.putArray("table");
    honesty
        .counts()
        .forEach(
            (told, truths) ->
                truths.forEach((truth, times) -> row(rows.addObject(), told, truth, times)));
    return node;
  }

  private static void row(ObjectNode row, Honesty.Told told, Honesty.Truth truth, int times) {
    row.put("told", told.word());
    row.put("name", told.name());
    row.put("stage", truth.stop().map(stop -> stop.stage().word()).orElse(null));
    row.put("reason", truth.stop().map(stop -> stop.why().code()).orElse(null));
    row.put("sure", truth.sure());
    row.put("times", times);
  }
}
