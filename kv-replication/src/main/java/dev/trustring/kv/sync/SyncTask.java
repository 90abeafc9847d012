package dev.trustring.kv.sync;

import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.EndFacts;
import dev.trustring.kv.decision.ExchangeFacts;
import dev.trustring.kv.decision.ExchangeFacts.PullAnswer;
import dev.trustring.kv.decision.ExchangeFacts.Step;
import dev.trustring.kv.decision.GateResult;
import dev.trustring.kv.decision.PeerView;
import dev.trustring.kv.decision.SoftBusCode;
import dev.trustring.kv.decision.TaskMode;
import dev.trustring.kv.metadata.StoreRecord;
import dev.trustring.kv.schema.SchemaText;
import dev.trustring.kv.status.DbStatus;
import dev.trustring.kv.store.Batch;
import dev.trustring.kv.store.SecurityLabel;
import java.util.List;
import java.util.Optional;

/**
 * The initiator's half of one attempt: which message comes next, which gates are asked when, and
 * how it ends (kv-store §3.3, §3.4). Pure; {@link SyncActor} carries its wishes out.
 *
 * @param clocksKnown whether the clocks of the two were exchanged
 * @param abilityKnown whether abilities were negotiated for this store
 * @param redone how often an exchange was repeated because the receiver asked for it
 * @param rowsSent how many rows went out
 */
record SyncTask(
    Phase phase,
    AttemptFacts facts,
    List<GateResult> asked,
    boolean clocksKnown,
    boolean abilityKnown,
    int redone,
    int rowsSent) {

  /** The receiver may ask for a repetition this often before the task gives up. */
  static final int MOST_REDONE = 4;

  /** Where the task waits. */
  enum Phase {
    METADATA,
    FACTS,
    TIME,
    ABILITY,
    ROWS,
    ACK,
    /** For the rows that the peer was asked for. */
    ANSWER,
    DONE
  }

  /** What may happen to a task. */
  sealed interface Input {
    /** The peer's records came. */
    record MetadataCame() implements Input {}

    /** Both halves of what this device knows, fresh. */
    record FactsCame(EndFacts self, PeerView peer) implements Input {}

    record ClocksCame() implements Input {}

    record AbilityCame(AckCode code, SecurityLabel label, Optional<SchemaText> schema)
        implements Input {}

    record RowsCame(Batch batch, long receiveMark) implements Input {}

    record AckCame(AckCode code, long receiveMark) implements Input {}

    /** The rows that were asked for have come, and this has become of them. */
    record PullAnswered(AckCode code) implements Input {}

    /** The peer may not send what it was asked for. */
    record PullRefused(AckCode code) implements Input {}

    /** The peer has no such store. */
    record NoCommunicator() implements Input {}

    /**
     * The soft bus could not open a session, or lost the peer.
     *
     * @param lane what it said of the lanes, where it tried any
     */
    record LinkFailed(Optional<SoftBusCode> lane) implements Input {}

    /** No answer in time. */
    record TimedOut() implements Input {}
  }

  /** What a task wants done. */
  sealed interface Wish {
    record ExchangeMetadata() implements Wish {}

    /** Ask the AccessTokenManager and the trust rows. */
    record GatherFacts() implements Wish {}

    record ExchangeClocks() implements Wish {}

    record ExchangeAbilities() implements Wish {}

    record CollectRows() implements Wish {}

    /** Hand the batch to the transport; the send mark moves at that moment (kv-store §3.6). */
    record SendRows(Batch batch) implements Wish {}

    /** Ask for the peer's rows from that mark on, and hand over the own ones if there are any. */
    record AskForRows(Optional<Batch> rows, long wanted) implements Wish {}

    /** Wait for what was asked for; answers of the peer's own pulls may go out meanwhile. */
    record AwaitRows() implements Wish {}

    /** Tell the peer that its pull is not answered, for that reason. */
    record RefusePull(AckCode code, DbStatus status) implements Wish {}

    /** Go back to the receiver's mark, then collect again. */
    record FallBack(long mark) implements Wish {}

    /** Over. */
    record Finish(DbStatus status) implements Wish {}

    /** Over, and nobody is told. */
    record FinishSilently() implements Wish {}
  }

  /** The task after an input, and what it wants next. */
  record Next(SyncTask task, Wish wish) {}

  SyncTask {
    asked = List.copyOf(asked);
  }

  /** A task whose call has passed the gates of the call. */
  static Next start(AttemptFacts facts, List<GateResult> asked, Known known) {
    SyncTask task =
        new SyncTask(Phase.METADATA, facts, asked, known.clocks(), known.ability(), 0, 0);
    boolean served = facts.call().mode() == TaskMode.RESPONSE_PULL;
    return known.metadata() || served ? task.gather() : new Next(task, new Wish.ExchangeMetadata());
  }

  /** A task whose turn has not come yet. */
  static SyncTask waiting(AttemptFacts facts, List<GateResult> asked) {
    return new SyncTask(Phase.FACTS, facts, asked, false, false, 0, 0);
  }

  /** What earlier attempts have left in the service. */
  record Known(boolean metadata, boolean clocks, boolean ability) {}

  /** The rules. */
  Next on(Input input) {
    if (phase == Phase.DONE) {
      throw new IllegalStateException("a finished task was given " + input);
    }
    if (input instanceof Input.LinkFailed failed) {
      return withExchange(facts.exchange().withLane(failed.lane()))
          .failedExchange(Step.LINK_FAILED, DbStatus.COMM_FAILURE);
    }
    if (input instanceof Input.TimedOut) {
      return failedExchange(Step.NO_ANSWER, DbStatus.TIME_OUT);
    }
    if (input instanceof Input.NoCommunicator) {
      return reached().finish(DbStatus.COMM_FAILURE);
    }
    return onProgress(input);
  }

  private Next onProgress(Input input) {
    if (input instanceof Input.MetadataCame) {
      return withExchange(facts.exchange().withMetadata(Step.DONE)).gather();
    }
    if (input instanceof Input.FactsCame came) {
      return onFacts(came);
    }
    if (input instanceof Input.ClocksCame) {
      return withExchange(facts.exchange().withSession(Step.DONE).withTime(Step.DONE))
          .withClocks(true)
          .afterClocks();
    }
    if (input instanceof Input.AbilityCame came) {
      return onAbility(came);
    }
    if (input instanceof Input.RowsCame came) {
      return onRows(came);
    }
    if (input instanceof Input.AckCame came) {
      return onAck(came);
    }
    if (input instanceof Input.PullAnswered answered) {
      return answered(answered.code(), PullAnswer.CAME);
    }
    if (input instanceof Input.PullRefused refused) {
      return answered(refused.code(), PullAnswer.REFUSED);
    }
    throw new AssertionError(input);
  }

  private Next onRows(Input.RowsCame came) {
    SyncTask sent = mode().sendsRows() ? withRowsSent(rowsSent + came.batch().rows().size()) : this;
    Optional<Batch> rows = mode().sendsRows() ? Optional.of(came.batch()) : Optional.empty();
    return sent.in(Phase.ACK)
        .wish(
            mode().asksForRows()
                ? new Wish.AskForRows(rows, came.receiveMark())
                : new Wish.SendRows(came.batch()));
  }

  private Next gather() {
    return in(Phase.FACTS).wish(new Wish.GatherFacts());
  }

  private Next onFacts(Input.FactsCame came) {
    SyncTask informed = withFacts(facts.withSender(came.self()).withPeer(came.peer()));
    return informed.through(List.of("G5", "G7-range", "G7", "G8", "G9"), SyncTask::afterTaskGates);
  }

  private Next afterTaskGates() {
    return clocksKnown
        ? withExchange(facts.exchange().withTime(Step.DONE)).afterClocks()
        : in(Phase.TIME).wish(new Wish.ExchangeClocks());
  }

  private Next afterClocks() {
    return abilityKnown
        ? withExchange(facts.exchange().withAbility(Step.DONE)).beforeRows()
        : in(Phase.ABILITY).wish(new Wish.ExchangeAbilities());
  }

  private Next onAbility(Input.AbilityCame came) {
    PeerView peer = facts.peer();
    Optional<StoreRecord> told =
        facts
            .sender()
            .store()
            .map(
                own ->
                    own.withLabel(came.label())
                        .withSchema(came.schema())
                        .withRange(peer.store().map(StoreRecord::range).orElse(own.range())));
    return withFacts(facts.withPeer(peer.withStore(told)))
        .withExchange(facts.exchange().withSession(Step.DONE).withAbility(Step.DONE))
        .withAbility(came.code() == AckCode.OK)
        .beforeRows();
  }

  private Next beforeRows() {
    return through(
        List.of("G10", "G11", "G12", "G13", "G14", "G15"),
        task -> task.in(Phase.ROWS).wish(new Wish.CollectRows()));
  }

  private Next onAck(Input.AckCame came) {
    ExchangeFacts done =
        mode().asksForRows()
            ? ExchangeFacts.ALL_DONE.withAnswer(PullAnswer.NOT_YET)
            : ExchangeFacts.ALL_DONE;
    SyncTask arrived = withExchange(done).reached();
    if (came.code() == AckCode.OK) {
      return mode().asksForRows()
          ? arrived.in(Phase.ANSWER).wish(new Wish.AwaitRows())
          : arrived.finish(DbStatus.OK);
    }
    if (came.code().ends().isPresent()) {
      return arrived.finish(came.code().ends().get());
    }
    if (redone >= MOST_REDONE) {
      return arrived.finish(DbStatus.TIME_OUT);
    }
    return withRedone(redone + 1).withRowsSent(0).redo(came);
  }

  /**
   * What came of the rows that were asked for. If this device may not keep them its own task ends
   * with that (unverified); what the peer mends by itself is waited for.
   */
  private Next answered(AckCode code, PullAnswer answer) {
    SyncTask arrived = withExchange(ExchangeFacts.ALL_DONE.withAnswer(answer));
    if (code == AckCode.OK) {
      return arrived.askedWhether("R15").finish(DbStatus.OK);
    }
    return code.ends()
        .map(status -> arrived.askedWhether("R15").finish(status))
        .orElseGet(() -> in(Phase.ANSWER).wish(new Wish.AwaitRows()));
  }

  /** An answer shows that a session was open, even where earlier attempts left nothing to ask. */
  private SyncTask reached() {
    return withExchange(facts.exchange().withSession(Step.DONE)).askedWhether("G10");
  }

  /** With the answer of one gate, whatever it is. */
  private SyncTask askedWhether(String gate) {
    GateWalk walk = GateWalk.over(List.of(gate), facts, asked);
    return new SyncTask(phase, facts, walk.asked(), clocksKnown, abilityKnown, redone, rowsSent);
  }

  private Next redo(Input.AckCame came) {
    return switch (came.code()) {
      case NEED_TIME_SYNC -> withClocks(false).in(Phase.TIME).wish(new Wish.ExchangeClocks());
      case NEED_ABILITY_SYNC ->
          withAbility(false).in(Phase.ABILITY).wish(new Wish.ExchangeAbilities());
      case LOCAL_WATER_MARK_NOT_INIT -> in(Phase.ROWS).wish(new Wish.FallBack(came.receiveMark()));
      case OK,
          NOT_PERMIT,
          SECURITY_OPTION_CHECK_ERROR,
          BUSY,
          SCHEMA_MISMATCH,
          NOT_SUPPORT,
          INVALID_QUERY_FIELD,
          INVALID_QUERY_FORMAT ->
          throw new AssertionError(came.code() + " ends the task");
    };
  }

  /** Asks the named gates; the first stop ends the task, otherwise it goes on. */
  private Next through(List<String> gates, java.util.function.Function<SyncTask, Next> then) {
    GateWalk walk = GateWalk.over(gates, facts, asked);
    SyncTask walked =
        new SyncTask(phase, facts, walk.asked(), clocksKnown, abilityKnown, redone, rowsSent);
    return walk.stop().map(walked::finish).orElseGet(() -> then.apply(walked));
  }

  private Next finish(dev.trustring.kv.decision.DenyReason reason) {
    return in(Phase.DONE).wish(Endings.of(mode(), reason));
  }

  private Next failedExchange(Step step, DbStatus status) {
    SyncTask marked = withExchange(Endings.failed(facts.exchange(), phase, step));
    GateWalk walk = GateWalk.over(Endings.gatesOf(phase), marked.facts, asked);
    return new SyncTask(
            Phase.DONE, marked.facts, walk.asked(), clocksKnown, abilityKnown, redone, rowsSent)
        .wish(new Wish.Finish(status));
  }

  private Next finish(DbStatus status) {
    return in(Phase.DONE).wish(new Wish.Finish(status));
  }

  private TaskMode mode() {
    return facts.call().mode();
  }

  private Next wish(Wish wish) {
    return new Next(this, wish);
  }

  private SyncTask in(Phase next) {
    return new SyncTask(next, facts, asked, clocksKnown, abilityKnown, redone, rowsSent);
  }

  private SyncTask withFacts(AttemptFacts other) {
    return new SyncTask(phase, other, asked, clocksKnown, abilityKnown, redone, rowsSent);
  }

  private SyncTask withExchange(ExchangeFacts other) {
    return withFacts(facts.withExchange(other));
  }

  private SyncTask withClocks(boolean known) {
    return new SyncTask(phase, facts, asked, known, abilityKnown, redone, rowsSent);
  }

  private SyncTask withAbility(boolean known) {
    return new SyncTask(phase, facts, asked, clocksKnown, known, redone, rowsSent);
  }

  private SyncTask withRedone(int times) {
    return new SyncTask(phase, facts, asked, clocksKnown, abilityKnown, times, rowsSent);
  }

  private SyncTask withRowsSent(int rows) {
    return new SyncTask(phase, facts, asked, clocksKnown, abilityKnown, redone, rows);
  }
}
