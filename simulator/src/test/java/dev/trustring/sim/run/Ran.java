package dev.trustring.sim.run;

import dev.trustring.config.scenario.Scenario;
import dev.trustring.kv.decision.DecisionRecord;
import dev.trustring.sim.loop.EventTrace;
import dev.trustring.sim.loop.TraceEvent;
import dev.trustring.sim.oracle.Finding;
import dev.trustring.sim.world.Host;
import java.util.List;

/** A scenario that was run to its end. */
public record Ran(RunResult result, List<TraceEvent> events) {

  /** Runs it on the dense host; a fault of the tool is thrown. */
  public static Ran of(Scenario scenario) {
    return on(HostKind.DENSE, scenario);
  }

  /** Runs it; a fault of the tool is thrown. */
  public static Ran on(HostKind kind, Scenario scenario) {
    return on(kind.open(scenario), scenario);
  }

  /** Runs it on that host, and closes the host. */
  static Ran on(Host host, Scenario scenario) {
    EventTrace trace = EventTrace.keeping();
    try (Simulation simulation = new Simulation(scenario, host, trace)) {
      simulation.run();
      return new Ran(simulation.result(), trace.events());
    }
  }

  public String hash() {
    return result.eventHash();
  }

  /** What was expected and did not come true. */
  public List<Finding> broken() {
    return result.findings().stream().filter(finding -> !finding.held()).toList();
  }

  public List<DecisionRecord> decisions() {
    return result.decisions();
  }

  /** The only record there is. */
  public DecisionRecord onlyDecision() {
    if (decisions().size() != 1) {
      throw new AssertionError("there are " + decisions().size() + " records, not one");
    }
    return decisions().get(0);
  }

  /** What was answered to the one call of that name on that device. */
  public String answer(String device, String call) {
    return result.steps().stream()
        .filter(step -> step.device().value().equals(device) && step.call().equals(call))
        .findFirst()
        .flatMap(StepResult::outcome)
        .orElseThrow(() -> new AssertionError(call + " on " + device + " never answered"))
        .shortForm();
  }

  /** Each record as the stage that stopped it and what the app saw. */
  public List<String> stops() {
    return decisions().stream().map(one -> one.stopWord() + " " + one.visible().word()).toList();
  }

  /** What was noted of that kind on a device. */
  public List<String> notes(String kind, String device) {
    return events.stream()
        .filter(event -> event.kind().equals(kind) && event.subject().equals(device))
        .map(TraceEvent::detail)
        .toList();
  }

  /** When something of that kind was noted first. */
  public long nanosOf(String kind, String part) {
    return allNanosOf(kind, part).get(0);
  }

  /** When something of that kind was noted last. */
  public long lastNanosOf(String kind, String part) {
    List<Long> all = allNanosOf(kind, part);
    return all.get(all.size() - 1);
  }

  private List<Long> allNanosOf(String kind, String part) {
    return events.stream()
        .filter(event -> event.kind().equals(kind) && event.detail().contains(part))
        .map(TraceEvent::virtualNanos)
        .toList();
  }
}
