package dev.trustring.sim.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trustring.atm.token.UserId;
import dev.trustring.config.scenario.Expectations;
import dev.trustring.config.scenario.Scenario;
import dev.trustring.config.scenario.Step;
import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallRequest;
import dev.trustring.device.call.Caller;
import dev.trustring.device.platform.StandardCalls;
import dev.trustring.kv.decision.DecisionRecord;
import dev.trustring.kv.decision.FactKey;
import dev.trustring.kv.decision.Origin;
import dev.trustring.sim.loop.Agenda;
import dev.trustring.sim.loop.EventTrace;
import dev.trustring.sim.oracle.Expected;
import dev.trustring.sim.oracle.Finding;
import dev.trustring.sim.oracle.Verdict;
import dev.trustring.sim.world.Attendant;
import dev.trustring.sim.world.Happening;
import dev.trustring.sim.world.Host;
import dev.trustring.sim.world.World;
import dev.trustring.trust.identity.DeviceName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One run of one scenario. Made, run, asked, closed; a second run is another simulation. */
public final class Simulation implements AutoCloseable {

  /** How long a world waits at the most for what is open after the last thing of the story. */
  static final Duration AFTERMATH = Duration.ofSeconds(150);

  /** How long it goes on when nothing is open, so that what nobody expects is seen as well. */
  private static final Duration CALM = Duration.ofSeconds(10);

  /** The same where a person waits for it. */
  private static final Duration CALM_ON_THE_WIRE = Duration.ofSeconds(1);

  /** The platform starts no delayed sync later than this (kv-store §7.2). */
  private static final Duration MOST_DELAY = Duration.ofDays(1);

  private final Scenario scenario;
  private final Agenda agenda;
  private final World world;
  private final EventTrace trace;
  private final Expected expected;
  private final Journal journal;
  private final List<Attendant> attendants = new ArrayList<>();
  private Runnable anew = () -> {};

  /**
   * A run that has not begun.
   *
   * @param host runs the devices; closed with the simulation
   * @param trace takes every event of the run
   */
  public Simulation(Scenario scenario, Host host, EventTrace trace) {
    this.scenario = scenario;
    this.trace = trace;
    this.agenda = host.agenda();
    Map<FactKey, Origin> faults = new TreeMap<>();
    for (Step step : scenario.timeline()) {
      if (step instanceof Step.Fault fault) {
        faults.put(Story.causeOf(fault), fault.origin());
      }
    }
    this.world =
        new World(scenario, host, StandardCalls.registry(), scenario.provenance().with(faults));
    this.expected = new Expected(scenario);
    this.journal = new Journal(world);
    world.watchedBy(this::record);
    world.watchedBy(happening -> expected.watch(happening, world.storyNanos()));
    world.watchedBy(journal::watch);
    world.watchedBy(DecisionLog::watch);
  }

  /** Somebody is there while it runs. */
  public void attendedBy(Attendant attendant) {
    attendants.add(attendant);
  }

  /**
   * Lets the network's chance take another course from a moment of the story on; what came before
   * comes out as ever.
   */
  public void chanceAnew(Duration from, long seed) {
    anew = () -> agenda.schedule(from, () -> agenda.random().reseed(seed));
  }

  private void record(Happening happening) {
    if (!(happening instanceof Happening.Insight)) {
      trace.add(
          agenda.nowNanos(), happening.kind(), happening.device().value(), happening.detail());
    }
  }

  /** Runs the story to its end. */
  public void run() {
    attendants.forEach(attendant -> attendant.begins(world));
    Story story = new Story(world, journal);
    story.setUp();
    anew.run();
    story.schedule();
    for (Expectations.Same same : scenario.expect().eventually()) {
      agenda.schedule(same.after(), () -> expected.lookForSameness(world.storyNanos()));
    }
    agenda.runFor(lastMoment());
    settle();
  }

  /** Goes on until nothing is open that the story waits for, and a little longer. */
  private void settle() {
    agenda.runWhile(() -> !isQuiet(), AFTERMATH);
    agenda.runFor(agenda.isRealTime() ? CALM_ON_THE_WIRE : CALM);
  }

  /** Whether nothing that the story waits for is still to come. */
  private boolean isQuiet() {
    return journal.isQuiet() && expected.isQuiet() && world.isQuiet();
  }

  /** What the run came to. */
  public RunResult result() {
    List<Finding> findings = new ArrayList<>(journal.findings());
    findings.addAll(expected.findings());
    boolean unknown =
        expected.decisions().stream()
            .anyMatch(decision -> decision.outcome() == DecisionRecord.Outcome.UNKNOWN);
    return new RunResult(
        scenario,
        world.host().name(),
        trace.hash(),
        Verdict.over(
            findings,
            expected.replicatedRows() > 0,
            scenario.expect().nothingReplicates(),
            unknown),
        findings,
        expected.decisions(),
        journal.steps(),
        journal.completions(),
        journal.stateChanges(),
        journal.deviceCallbacks(),
        journal.sessionNews(),
        journal.storeNews(),
        journal.serviceNews(),
        journal.processEnds(),
        expected.digests(),
        new RunResult.Counts(
            trace.size(),
            world.air().carried(),
            world.air().lost(),
            expected.replicatedRows(),
            agenda.nowNanos() - world.storyNanos(),
            world.storyNanos()));
  }

  /** Makes one more push, as the app would, and gives its record if there is one. */
  public Optional<DecisionRecord> probe(String app, DeviceName from, DeviceName to, String store) {
    int before = expected.decisions().size();
    ObjectNode arguments = JsonNodeFactory.instance.objectNode();
    arguments.put("storeId", store);
    arguments.put("mode", "PUSH_ONLY");
    arguments.putArray("deviceIds").add(to.value());
    world.call(
        from,
        new CallRequest(
            new Caller.App(world.app(app).contents(), UserId.FIRST, 0),
            new CallName("SingleKVStore.sync"),
            arguments,
            Optional.empty()),
        outcome -> world.note("probe", from, outcome.shortForm()));
    agenda.runWhile(() -> expected.decisions().size() == before, AFTERMATH);
    return expected.decisions().stream()
        .skip(before)
        .filter(decision -> decision.from().equals(from) && decision.to().equals(to))
        .filter(decision -> decision.store().value().equals(store))
        .reduce((earlier, later) -> later);
  }

  private Duration lastMoment() {
    Duration last = Duration.ZERO;
    for (Step step : scenario.timeline()) {
      Duration end = step.at().plus(lasts(step));
      last = end.compareTo(last) > 0 ? end : last;
    }
    Duration expected = scenario.expect().lastMoment();
    return expected.compareTo(last) > 0 ? expected : last;
  }

  /** How long a fault lasts, or how late a delayed sync begins. */
  private static Duration lasts(Step step) {
    if (step instanceof Step.Fault fault) {
      return fault.lasts().orElse(Duration.ZERO);
    }
    if (step instanceof Step.Call call) {
      long delay = call.arguments().path("delayMs").asLong();
      return Duration.ofMillis(Math.max(0, Math.min(delay, MOST_DELAY.toMillis())));
    }
    throw new AssertionError(step);
  }

  @Override
  public void close() {
    attendants.forEach(Attendant::close);
    world.close();
  }
}
