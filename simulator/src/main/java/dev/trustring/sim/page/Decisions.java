package dev.trustring.sim.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trustring.kv.decision.DecisionRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The decision records of a run as a page holds them: as JSON, a line each, in their order. Most
 * attempts get the same answers from most gates, so every answer stands once, in a list of its own,
 * and records name it by its place.
 */
final class Decisions {

  private static final String GATES = "gates";

  private final Words answers = new Words(Integer.MAX_VALUE);
  private final List<String> lines = new ArrayList<>();

  Decisions(List<DecisionRecord> records, Function<DecisionRecord, ObjectNode> form) {
    for (DecisionRecord record : records) {
      ObjectNode node = form.apply(record);
      JsonNode gates = node.get(GATES);
      ArrayNode places = node.putArray(GATES);
      gates.forEach(gate -> places.add(answers.of(gate.toString())));
      lines.add(node.toString());
    }
  }

  void write(OutputStream out) throws IOException {
    for (String line : lines) {
      out.write(line.getBytes(StandardCharsets.UTF_8));
      out.write('\n');
    }
  }

  void writeAnswers(OutputStream out) throws IOException {
    answers.write(out);
  }
}
