package dev.trustring.sim.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trustring.config.scenario.Scenario;
import dev.trustring.sim.oracle.Finding;
import dev.trustring.sim.run.RunResult;
import java.util.List;

/** Runs and diagnoses as JSON, for programs. No dates, wall times or names of machines. */
public final class RunJson {

  private RunJson() {}

  /** A whole run. */
  public static ObjectNode of(RunResult result, boolean checked) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("version", Json.VERSION);
    node.put("verdict", result.verdict().word());
    about(node, result);
    node.put("checked", checked);
    ArrayNode findings = node.putArray("findings");
    result.findings().forEach(finding -> findings.add(finding(finding)));
    ArrayNode decisions = node.putArray("decisions");
    result.decisions().forEach(decision -> decisions.add(DecisionJson.of(decision)));
    ArrayNode steps = node.putArray("steps");
    result.steps().forEach(step -> steps.add(OutcomeJson.of(step)));
    ArrayNode completions = node.putArray("completions");
    result.completions().forEach(done -> completions.add(OutcomeJson.of(done)));
    ArrayNode changes = node.putArray("permissionStateChanges");
    result.stateChanges().forEach(change -> changes.add(OutcomeJson.of(change)));
    ArrayNode callbacks = node.putArray("deviceCallbacks");
    result.deviceCallbacks().forEach(told -> callbacks.add(OutcomeJson.of(told)));
    ArrayNode news = node.putArray("sessionEvents");
    result.sessionNews().forEach(one -> news.add(OutcomeJson.of(one)));
    ArrayNode changed = node.putArray("dataChanges");
    result.storeNews().forEach(one -> changed.add(OutcomeJson.of(one)));
    ArrayNode deaths = node.putArray("dataServiceDeaths");
    result.serviceNews().forEach(one -> deaths.add(OutcomeJson.of(one)));
    ArrayNode ended = node.putArray("processesEnded");
    result.processEnds().forEach(one -> ended.add(OutcomeJson.of(one)));
    ObjectNode digests = node.putObject("digests");
    result.digests().forEach((device, digest) -> digests.put(device.value(), digest));
    node.set("counts", counts(result.counts()));
    return node;
  }

  /** The answer to one question for a why. */
  public static ObjectNode of(Diagnosis diagnosis) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("version", Json.VERSION);
    node.put("answer", diagnosis.record().outcome().word());
    about(node, diagnosis.run());
    node.put("attempts", diagnosis.attempts());
    node.put("probed", diagnosis.probed());
    node.set("decision", DecisionJson.of(diagnosis.record()));
    node.put(
        "sameAppReaches", diagnosis.luckier().map(luckier -> luckier.to().value()).orElse(null));
    return node;
  }

  /** The answers of both rule sets, each in full, and where they part. */
  public static ObjectNode of(BothRules both) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("version", Json.VERSION);
    ObjectNode answers = node.putObject("answers");
    for (Diagnosis answer : List.of(both.platform(), both.article())) {
      answers.set(answer.record().rules().word(), of(answer));
    }
    ArrayNode partings = node.putArray("partings");
    for (BothRules.Parting parting : both.partings()) {
      ObjectNode one = partings.addObject();
      one.put("rules", parting.by().rules().word());
      one.put("gate", parting.stops().gate().id());
      one.put("name", parting.stops().gate().name());
      one.put("asked", parting.stops().asked());
      one.put("other", parting.other().map(other -> other.verdict().word()).orElse(null));
    }
    return node;
  }

  private static void about(ObjectNode node, RunResult result) {
    Scenario scenario = result.scenario();
    node.put("title", scenario.title());
    node.put("file", scenario.file());
    node.put("seed", scenario.seed());
    node.put("rules", scenario.rules().word());
    node.put("host", result.host());
    node.put("eventHash", result.eventHash());
  }

  private static ObjectNode finding(Finding finding) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("kind", finding.kind());
    node.put("name", finding.name());
    node.put("held", finding.held());
    node.put("says", finding.says());
    finding.brokenNanos().ifPresent(nanos -> node.put("at", Seconds.exact(nanos)));
    finding.origin().ifPresent(origin -> Json.place(node, origin));
    return node;
  }

  private static ObjectNode counts(RunResult.Counts counts) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("events", counts.events());
    node.put("framesCarried", counts.framesCarried());
    node.put("framesLost", counts.framesLost());
    node.put("rowsReplicated", counts.rowsReplicated());
    node.put("virtualSeconds", Seconds.exact(counts.virtualNanos()));
    return node;
  }
}
