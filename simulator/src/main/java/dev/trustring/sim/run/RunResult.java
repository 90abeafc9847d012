package dev.trustring.sim.run;

import dev.trustring.config.scenario.Scenario;
import dev.trustring.kv.decision.DecisionRecord;
import dev.trustring.sim.oracle.Finding;
import dev.trustring.sim.oracle.Verdict;
import dev.trustring.trust.identity.DeviceName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that a run came to. All reports are made of this and of nothing else.
 *
 * @param host the word of the host
 * @param eventHash equal for equal scenario, seed, rules and version, on every machine
 * @param digests per device what its stores hold
 */
public record RunResult(
    Scenario scenario,
    String host,
    String eventHash,
    Verdict verdict,
    List<Finding> findings,
    List<DecisionRecord> decisions,
    List<StepResult> steps,
    List<Completion> completions,
    List<StateChange> stateChanges,
    List<DeviceCallback> deviceCallbacks,
    List<SessionNews> sessionNews,
    List<StoreNews> storeNews,
    List<ServiceNews> serviceNews,
    List<ProcessEnd> processEnds,
    Map<DeviceName, String> digests,
    Counts counts) {

  /**
   * How much happened.
   *
   * @param setUpNanos when the story began, from the start of the run
   * @param virtualNanos how long the story took, set-up not counted
   */
  public record Counts(
      long events,
      long framesCarried,
      long framesLost,
      long rowsReplicated,
      long setUpNanos,
      long virtualNanos) {}

  public RunResult {
    findings = List.copyOf(findings);
    decisions = List.copyOf(decisions);
    steps = List.copyOf(steps);
    completions = List.copyOf(completions);
    stateChanges = List.copyOf(stateChanges);
    deviceCallbacks = List.copyOf(deviceCallbacks);
    sessionNews = List.copyOf(sessionNews);
    storeNews = List.copyOf(storeNews);
    serviceNews = List.copyOf(serviceNews);
    processEnds = List.copyOf(processEnds);
    digests = new LinkedHashMap<>(digests);
  }
}
