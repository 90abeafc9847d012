package dev.trustring.sim.oracle;

import dev.trustring.config.scenario.Expectations;
import dev.trustring.config.scenario.Expectations.Same;
import dev.trustring.config.scenario.Expectations.Sometimes;
import dev.trustring.config.scenario.Scenario;
import dev.trustring.kv.decision.DecisionRecord;
import dev.trustring.kv.store.KvStore;
import dev.trustring.kv.store.Row;
import dev.trustring.sim.world.Happening;
import dev.trustring.trust.identity.DeviceName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Watches a run for everything that its scenario expects, and says at the end what held. */
public final class Expected {

  private final Scenario scenario;
  private final Shadow shadow;
  private final Map<String, Invariant> invariants = new LinkedHashMap<>();
  private final Map<String, String> breaches = new LinkedHashMap<>();
  private final Map<String, Long> breachNanos = new LinkedHashMap<>();
  private final Set<Sometimes> happened = new LinkedHashSet<>();
  private final Set<Same> reached = new LinkedHashSet<>();
  private final List<DecisionRecord> decisions = new ArrayList<>();
  private final Delivery delivery = new Delivery();
  private long replicatedRows;

  public Expected(Scenario scenario) {
    this.scenario = scenario;
    this.shadow = new Shadow(scenario);
    Invariants.of(scenario.rules()).forEach(one -> invariants.put(one.name(), one));
  }

  /** Takes in what happened, at that time of the story. */
  public void watch(Happening happening, long storyNanos) {
    shadow.after(happening, storyNanos);
    for (Expectations.Always always : scenario.expect().always()) {
      Invariant invariant = invariants.get(always.invariant());
      if (invariant != null && !breaches.containsKey(always.invariant())) {
        invariant
            .breachAfter(happening, shadow)
            .ifPresent(breach -> broken(always.invariant(), breach, storyNanos));
      }
    }
    Shadow.arrival(happening).ifPresent(received -> onArrival(happening, received));
    if (happening instanceof Happening.Decided decided) {
      onDecision(decided.decision());
      delivery.onDecision(decided.decision(), shadow, storyNanos);
    }
    if (happening instanceof Happening.StoreChanged) {
      lookForSameness(storyNanos);
    }
  }

  private void broken(String invariant, String breach, long storyNanos) {
    breaches.put(invariant, breach);
    breachNanos.put(invariant, storyNanos);
  }

  /** Looks whether devices hold the same entries now; called also at the moments that count. */
  public void lookForSameness(long storyNanos) {
    for (Same same : scenario.expect().eventually()) {
      boolean counts =
          storyNanos >= same.after().toNanos()
              && storyNanos <= same.after().plus(same.within()).toNanos();
      if (counts && !reached.contains(same) && Sameness.differenceOf(same, shadow).isEmpty()) {
        reached.add(same);
      }
    }
  }

  private void onArrival(Happening happening, KvStore.Event.Received received) {
    Happening.StoreChanged changed = (Happening.StoreChanged) happening;
    replicatedRows += received.rows().size();
    for (Sometimes sometimes : scenario.expect().sometimes()) {
      if (sometimes instanceof Sometimes.Replicated wanted
          && wanted.to().equals(changed.device())
          && wanted.store().equals(changed.store().store().value())
          && received.rows().stream().map(Row::origin).anyMatch(wanted.from()::equals)) {
        happened.add(sometimes);
      }
    }
  }

  private void onDecision(DecisionRecord decision) {
    decisions.add(decision);
    for (Sometimes sometimes : scenario.expect().sometimes()) {
      if (sometimes instanceof Sometimes.Denied wanted
          && wanted.stage().equals(decision.stopWord())
          && wanted.from().map(decision.from()::equals).orElse(true)
          && wanted.to().map(decision.to()::equals).orElse(true)) {
        happened.add(sometimes);
      }
    }
  }

  /** Whether all that is to be the same has become the same. */
  public boolean isQuiet() {
    return reached.containsAll(scenario.expect().eventually());
  }

  /** How many rows came to rest on another device. */
  public long replicatedRows() {
    return replicatedRows;
  }

  /** All records so far, in the order in which they were made. */
  public List<DecisionRecord> decisions() {
    return List.copyOf(decisions);
  }

  /** What became of every expectation. */
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    Expectations expect = scenario.expect();
    for (Expectations.Always always : expect.always()) {
      Optional<String> breach = Optional.ofNullable(breaches.get(always.invariant()));
      Long moment = breachNanos.get(always.invariant());
      findings.add(
          Finding.of("always", always.invariant(), breach, always.origin())
              .brokenAt(moment == null ? OptionalLong.empty() : OptionalLong.of(moment)));
    }
    for (Sometimes sometimes : expect.sometimes()) {
      Optional<String> breach =
          happened.contains(sometimes) ? Optional.empty() : Optional.of("it never happened");
      findings.add(Finding.of("sometimes", Wording.of(sometimes), breach, sometimes.origin()));
    }
    expect.eventually().stream().map(this::finding).forEach(findings::add);
    expect.delivered().stream().map(this::finding).forEach(findings::add);
    for (Expectations.DecisionExpectation decision : expect.decisions()) {
      findings.add(
          Finding.of(
              "decision",
              Wording.of(decision),
              DecisionMatch.breach(decision, decisions),
              decision.origin()));
    }
    if (expect.nothingReplicates() && replicatedRows > 0) {
      findings.add(
          new Finding(
              "replication",
              "none",
              false,
              replicatedRows + " rows were replicated",
              Optional.empty()));
    }
    return findings;
  }

  private Finding finding(Same same) {
    Optional<String> breach =
        reached.contains(same)
            ? Optional.empty()
            : Sameness.differenceOf(same, shadow)
                .or(() -> Optional.of("they became the same outside the given time"));
    return Finding.of("eventually", Wording.of(same), breach, same.origin());
  }

  private Finding finding(Expectations.Delivered delivered) {
    return Finding.of(
        "delivered", Wording.of(delivered), delivery.breach(delivered, shadow), delivered.origin());
  }

  /** The entries of a store on a device as a short digest, for comparing runs and hosts. */
  public Map<DeviceName, String> digests() {
    Map<DeviceName, String> digests = new LinkedHashMap<>();
    scenario
        .devices()
        .forEach(
            device ->
                digests.put(
                    device.profile().name(),
                    Sameness.digest(shadow.stores(device.profile().name()))));
    return digests;
  }
}
