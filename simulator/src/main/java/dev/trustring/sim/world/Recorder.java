package dev.trustring.sim.world;

import dev.trustring.device.DeviceActor;
import dev.trustring.kv.decision.AttemptId;
import dev.trustring.kv.decision.DecisionRecord;
import dev.trustring.kv.decision.LinkFacts;
import dev.trustring.kv.fix.FixSearch;
import dev.trustring.kv.judge.AttemptReport;
import dev.trustring.kv.judge.Judge;
import dev.trustring.kv.judge.ReceiverReport;
import dev.trustring.kv.sync.Link;
import dev.trustring.trust.identity.DeviceName;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Makes the decision record of every attempt. It looks at both ends and at the link, as a debugger
 * would: what it asks does not cross the network and changes nothing on any device.
 */
final class Recorder {

  /** What the recorder needs of its world. */
  interface Surroundings {
    /** Whether that device can say anything now. */
    boolean canAnswer(DeviceName device);

    /** Asks the receiver of an attempt what it knows. */
    void inspect(DeviceName device, Question question, Consumer<ReceiverReport> then);

    /** The truth about the link, with what was lost of the attempt. */
    LinkFacts link(AttemptId attempt, DeviceName from, DeviceName to);

    long storyNanos();
  }

  /** Makes the message for the receiver out of where its answer goes. */
  interface Question {
    DeviceActor.Message answeredTo(akka.actor.typed.ActorRef<ReceiverReport> replyTo);
  }

  private final Judge judge;
  private final Surroundings world;
  private final Consumer<DecisionRecord> decided;
  private final Map<AttemptId, ReceiverReport> receivers = new HashMap<>();
  private final Map<AttemptId, Open> asked = new LinkedHashMap<>();

  /** An attempt that is over and whose receiver has been asked what it knows. */
  private record Open(AttemptReport report, LinkFacts link) {}

  Recorder(Judge judge, Surroundings world, Consumer<DecisionRecord> decided) {
    this.judge = judge;
    this.world = world;
    this.decided = decided;
  }

  /** A receiver has judged a request. */
  void received(ReceiverReport report) {
    receivers.put(report.id(), report);
  }

  /** A sender says that an attempt is over. */
  void ended(AttemptReport report) {
    LinkFacts link = world.link(report.id(), report.from(), report.to());
    Optional<ReceiverReport> seen = Optional.ofNullable(receivers.remove(report.id()));
    if (seen.isPresent() || !world.canAnswer(report.to())) {
      record(report, seen, link);
      return;
    }
    Link about = Link.of(report.facts().call());
    asked.put(report.id(), new Open(report, link));
    world.inspect(
        report.to(),
        replyTo -> new DeviceActor.Inspect(report.id(), report.from(), about, replyTo),
        known -> answered(report.id(), Optional.of(known)));
  }

  boolean isQuiet() {
    return asked.isEmpty();
  }

  /** Those that this device was asked about are recorded without its answer. */
  void cannotAnswer(DeviceName device) {
    List<AttemptId> unanswered =
        asked.values().stream()
            .map(Open::report)
            .filter(report -> report.to().equals(device))
            .map(AttemptReport::id)
            .toList();
    unanswered.forEach(id -> answered(id, Optional.empty()));
  }

  private void answered(AttemptId id, Optional<ReceiverReport> known) {
    Open open = asked.remove(id);
    if (open != null) {
      record(open.report(), known, open.link());
    }
  }

  private void record(AttemptReport report, Optional<ReceiverReport> receiver, LinkFacts link) {
    DecisionRecord made = judge.record(report, receiver, link, world.storyNanos());
    decided.accept(
        made.firstStop().isEmpty()
            ? made
            : made.withFixes(FixSearch.of(judge.factsForFixes(report, receiver, link))));
  }
}
