package dev.trustring.kv.sync;

import dev.trustring.kv.AttemptFixture;
import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.ExchangeFacts;
import dev.trustring.kv.decision.GateResult;
import dev.trustring.kv.decision.Verdict;
import dev.trustring.kv.store.Batch;
import dev.trustring.kv.store.Key;
import dev.trustring.kv.store.Row;
import dev.trustring.kv.store.RowId;
import dev.trustring.kv.store.SecurityLabel;
import dev.trustring.kv.store.Value;
import dev.trustring.trust.identity.DeviceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A task that is fed by hand and whose wishes are written down. */
final class TaskFixture {
  static final Known NOTHING = Known.NOTHING;
  static final Known EVERYTHING = new Known(true, true, true, false, false);
  static final Known A_PUSH_BEFORE_IT = new Known(true, true, true, true, false);
  static final Batch TWO_ROWS = new Batch(List.of(row("a", 10), row("b", 11)), 0, 12);

  private final AttemptFacts facts;
  private final List<TaskWish> wishes = new ArrayList<>();
  private SyncTask.Next next;

  private TaskFixture(AttemptFacts facts, Known known) {
    this.facts = facts;
    this.next = SyncTask.start(facts, List.of(), known);
    wishes.add(next.wish());
  }

  static TaskFixture aTaskThatKnows(Known known, AttemptFixture attempt) {
    return new TaskFixture(attempt.with(ExchangeFacts.NONE).sendersHalf(), known);
  }

  static TaskFixture aFirstPush(AttemptFixture attempt) {
    return aTaskThatKnows(NOTHING, attempt);
  }

  static TaskFixture aFirstPush() {
    return aFirstPush(AttemptFixture.anAttempt());
  }

  private static Row row(String key, long time) {
    return new Row(
        new RowId("", Key.of(key)),
        Optional.of(new Value(Value.Type.STRING, "v")),
        time,
        time,
        Optional.empty(),
        new DeviceName("phone"));
  }

  TaskFixture gets(TaskInput input) {
    next = next.task().on(input);
    wishes.add(next.wish());
    return this;
  }

  TaskFixture getsMetadata() {
    return gets(new TaskInput.MetadataCame());
  }

  TaskFixture getsFacts() {
    return gets(new TaskInput.FactsCame(facts.sender(), facts.peer()));
  }

  TaskFixture getsClocks() {
    return gets(new TaskInput.ClocksCame());
  }

  TaskFixture getsAbilities(AckCode code, SecurityLabel label) {
    return gets(new TaskInput.AbilityCame(code, label, Optional.empty()));
  }

  TaskFixture getsAbilities() {
    return getsAbilities(AckCode.OK, facts.sender().store().orElseThrow().label());
  }

  TaskFixture getsRows(Batch batch) {
    return gets(new TaskInput.RowsCame(batch, 7, Optional.empty(), task().window().rest()));
  }

  /** A packet after which there is more to collect, up to that time. */
  TaskFixture getsPacket(Batch batch, long rest) {
    return gets(new TaskInput.RowsCame(batch, 7, Optional.of(rest), task().window().rest()));
  }

  TaskFixture getsAckOf(int packet, AckCode code, long mark) {
    return gets(new TaskInput.AckCame(code, mark, packet));
  }

  TaskFixture getsAck(AckCode code, long mark) {
    return gets(new TaskInput.AckCame(code, mark, 0));
  }

  /** Everything that comes before the phase came as it should. */
  TaskFixture isIn(Phase phase) {
    while (next.task().phase() != phase) {
      goesOn(next.task().phase());
    }
    return this;
  }

  private TaskFixture goesOn(Phase phase) {
    return switch (phase) {
      case METADATA -> getsMetadata();
      case FACTS -> getsFacts();
      case NEWS -> gets(new TaskInput.NewsCame(true));
      case TIME -> getsClocks();
      case ABILITY -> getsAbilities();
      case ROWS -> getsRows(TWO_ROWS);
      case ACK -> getsAck(AckCode.OK, 12);
      case ANSWER -> gets(new TaskInput.PullAnswered(AckCode.OK, true));
      case DONE -> throw new AssertionError("the task is over: " + next.wish());
    };
  }

  SyncTask task() {
    return next.task();
  }

  TaskWish wish() {
    return next.wish();
  }

  List<TaskWish> wishes() {
    return wishes;
  }

  /** What the task wished for, without particulars. */
  List<String> steps() {
    return wishes.stream().map(wish -> wish.getClass().getSimpleName()).toList();
  }

  List<String> asked() {
    return task().asked().stream().map(result -> result.gate().id()).toList();
  }

  Verdict said(String gate) {
    return task().asked().stream()
        .filter(result -> result.gate().id().equals(gate))
        .map(GateResult::verdict)
        .findFirst()
        .orElseThrow();
  }

  /** Gate and reason of the stop among the asked gates, if there is one. */
  Optional<String> stop() {
    return task().asked().stream()
        .filter(result -> result.verdict().stop().isPresent())
        .map(result -> result.gate().id() + " " + reason(result))
        .findFirst();
  }

  private static DenyReason reason(GateResult result) {
    return result.verdict().stop().orElseThrow();
  }
}
