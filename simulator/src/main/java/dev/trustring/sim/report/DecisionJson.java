package dev.trustring.sim.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trustring.kv.decision.DecisionRecord;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.Evidence;
import dev.trustring.kv.decision.Fix;
import dev.trustring.kv.decision.GateResult;
import dev.trustring.kv.decision.Verdict;
import dev.trustring.kv.decision.Visible;
import dev.trustring.kv.status.Status;
import java.util.Optional;

/** Decision records as JSON. */
final class DecisionJson {

  private DecisionJson() {}

  static ObjectNode of(DecisionRecord record) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("id", record.id().toString());
    node.put("at", Seconds.exact(record.virtualNanos()));
    node.put("rules", record.rules().word());
    node.put("from", record.from().value());
    node.put("to", record.to().value());
    node.put("app", record.app().value());
    node.put("store", record.store().value());
    node.put("mode", record.mode().word());
    node.put("label", record.label().map(Enum::name).orElse(null));
    node.put("outcome", record.outcome().word());
    node.set("firstStop", record.firstStop().map(DecisionJson::stop).orElse(null));
    ArrayNode also = node.putArray("alsoWouldStop");
    record.alsoWouldStop().forEach(result -> also.add(stop(result)));
    ArrayNode gates = node.putArray("gates");
    record.gates().forEach(result -> gates.add(gate(result)));
    node.put("engine", record.engine().map(Enum::name).orElse(null));
    node.set("visible", visible(record.visible()));
    node.put("rowsSent", record.rowsSent());
    ArrayNode fixes = node.putArray("fixes");
    record.fixes().forEach(fix -> fixes.add(fix(fix)));
    return node;
  }

  private static ObjectNode stop(GateResult result) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("stage", result.stage().word());
    node.put("gate", result.gate().id());
    node.put("reason", result.verdict().stop().map(DenyReason::code).orElse(null));
    return node;
  }

  private static ObjectNode gate(GateResult result) {
    Verdict verdict = result.verdict();
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("id", result.gate().id());
    node.put("name", result.gate().name());
    node.put("side", result.gate().side().word());
    node.put("stage", result.stage().word());
    node.put("verdict", verdict.word());
    node.put("asked", result.asked());
    verdict.stop().ifPresent(reason -> node.put("reason", reason.code()));
    if (verdict instanceof Verdict.Unknown unknown) {
      node.put("missing", unknown.missing().path());
      node.put("assumed", unknown.assumed());
    }
    if (verdict instanceof Verdict.Skipped skipped) {
      node.put("why", skipped.why());
    }
    ArrayNode evidence = node.putArray("evidence");
    verdict.evidence().forEach(fact -> evidence.add(fact(fact)));
    return node;
  }

  private static ObjectNode fact(Evidence fact) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("says", fact.says());
    fact.about().ifPresent(about -> node.put("about", about.path()));
    fact.origin().ifPresent(origin -> Json.place(node, origin));
    return node;
  }

  private static ObjectNode visible(Visible visible) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("word", visible.word());
    if (visible instanceof Visible.Completed completed) {
      node.put("kind", "completed");
      node.put("number", completed.number());
      Optional<Status> status = Status.ofNumber(completed.number());
      node.put("name", status.map(Enum::name).orElse(null));
    } else if (visible instanceof Visible.Thrown thrown) {
      node.put("kind", "thrown");
      node.put("call", thrown.call());
      node.set("code", OutcomeJson.code(thrown.code()));
      node.put("name", thrown.name());
    } else if (visible instanceof Visible.Silent silent) {
      node.put("kind", "silent");
      node.put("how", silent.how());
    } else {
      throw new AssertionError(visible);
    }
    node.put("sentence", visible.sentence());
    return node;
  }

  private static ObjectNode fix(Fix fix) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    ArrayNode changes = node.putArray("changes");
    fix.changes().forEach(changes::add);
    ArrayNode notes = node.putArray("notes");
    fix.notes().forEach(notes::add);
    return node;
  }
}
