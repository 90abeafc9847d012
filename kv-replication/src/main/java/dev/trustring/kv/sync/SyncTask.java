package dev.trustring.kv.sync;

import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.ExchangeFacts;
import dev.trustring.kv.decision.ExchangeFacts.PullAnswer;
import dev.trustring.kv.decision.ExchangeFacts.Step;
import dev.trustring.kv.decision.GateResult;
import dev.trustring.kv.decision.PeerView;
import dev.trustring.kv.decision.TaskMode;
import dev.trustring.kv.metadata.StoreRecord;
import dev.trustring.kv.status.DbStatus;
import dev.trustring.kv.store.Batch;
import java.util.List;
import java.util.Optional;

/**
 * The initiator's half of one attempt: which message comes next, which gates are asked when, and
 * how it ends (kv-store §3.3, §3.4). Pure; {@link SyncActor} carries its wishes out.
 *
 * @param known what earlier attempts have left, and what this one has added
 * @param redone how often an exchange was repeated because the receiver asked for it
 * @param rowsSent how many rows went out
 * @param window the packets that are on their way
 */
record SyncTask(
    Phase phase,
    AttemptFacts facts,
    List<GateResult> asked,
    Known known,
    int redone,
    int rowsSent,
    Window window) {

  /** The receiver may ask for a repetition this often before the task gives up. */
  static final int MOST_REDONE = 4;

  /** The task after an input, and what it wants next. */
  record Next(SyncTask task, TaskWish wish) {}

  SyncTask {
    asked = List.copyOf(asked);
  }

  /** A task whose call has passed the gates of the call. */
  static Next start(AttemptFacts facts, List<GateResult> asked, Known known) {
    SyncTask task = new SyncTask(Phase.METADATA, facts, asked, known, 0, 0, Window.EMPTY);
    return known.metadata() || facts.call().mode().isOfTheEngine()
        ? task.gather()
        : new Next(task, new TaskWish.ExchangeMetadata());
  }

  /** A task whose turn has not come yet. */
  static SyncTask waiting(AttemptFacts facts, List<GateResult> asked) {
    return new SyncTask(Phase.FACTS, facts, asked, Known.NOTHING, 0, 0, Window.EMPTY);
  }

  /** The rules. */
  Next on(TaskInput input) {
    if (phase == Phase.DONE) {
      throw new IllegalStateException("a finished task was given " + input);
    }
    if (input instanceof TaskInput.LinkFailed failed) {
      return withExchange(facts.exchange().withLane(failed.lane()))
          .failedExchange(Step.LINK_FAILED, DbStatus.COMM_FAILURE);
    }
    if (input instanceof TaskInput.TimedOut) {
      return failedExchange(Step.NO_ANSWER, DbStatus.TIME_OUT);
    }
    if (input instanceof TaskInput.NoCommunicator) {
      return reached().finish(DbStatus.COMM_FAILURE);
    }
    return input instanceof TaskInput.PeerCloses ? onClosing() : onProgress(input);
  }

  /** A store that closes over there is tried once more, and then is no error (kv-store §3.7). */
  private Next onClosing() {
    if (known.resynced()) {
      return reached().finish(DbStatus.OK);
    }
    SyncTask anew = withWindow(window.restarted()).withRowsSent(0).knowing(known.afterResync());
    return phase == Phase.ACK && mode().isCommand()
        ? anew.atTheKey()
        : anew.in(Endings.resumed(phase)).wish(Endings.again(phase));
  }

  /** The store is gone from under the task, and nobody is told. */
  Next abandoned() {
    return withFacts(facts.withCall(facts.call().withoutStore()))
        .askedWhether("G0")
        .in(Phase.DONE)
        .wish(new TaskWish.FinishSilently());
  }

  /** The store's file has turned out to be damaged (kv-store §6). */
  Next unreadable() {
    return withFacts(facts.withSender(facts.sender().withFile(false)))
        .askedWhether("G14")
        .finish(DenyReason.FILE_DAMAGED);
  }

  /** Another user is in front, and the engine ends the task (kv-store §3.8). */
  Next deserted() {
    return withFacts(facts.withSender(facts.sender().inBackground()))
        .askedWhether("G6")
        .finish(DbStatus.USER_CHANGED);
  }

  private Next onProgress(TaskInput input) {
    if (input instanceof TaskInput.MetadataCame) {
      return withExchange(facts.exchange().withMetadata(Step.DONE)).gather();
    }
    if (input instanceof TaskInput.FactsCame came) {
      return onFacts(came);
    }
    if (input instanceof TaskInput.NewsCame news) {
      return onNews(news.written());
    }
    if (input instanceof TaskInput.ClocksCame) {
      return withExchange(facts.exchange().withSession(Step.DONE).withTime(Step.DONE))
          .knowing(known.withClocks(true))
          .afterClocks();
    }
    if (input instanceof TaskInput.AbilityCame came) {
      return onAbility(came);
    }
    if (input instanceof TaskInput.RowsCame came) {
      return onRows(came);
    }
    if (input instanceof TaskInput.AckCame came) {
      return onAck(came);
    }
    if (input instanceof TaskInput.PullAnswered answered) {
      return onPullAnswered(answered);
    }
    if (input instanceof TaskInput.PullRefused refused) {
      return answered(refused.code(), Endings.refusedWith(refused.code()));
    }
    throw new AssertionError(input);
  }

  private Next onRows(TaskInput.RowsCame came) {
    if (!came.until().equals(window.rest())) {
      return wish(new TaskWish.Nothing());
    }
    boolean sends = mode().sendsRows() && !onlyPulls();
    SyncTask sent = sends ? withRowsSent(rowsSent + came.batch().rows().size()) : this;
    Window out = window.sends(sends ? came.rest() : Optional.empty());
    Part part = out.newest();
    Optional<Batch> rows = sends ? Optional.of(came.batch()) : Optional.empty();
    return sent.withWindow(out)
        .in(part.goOn().isPresent() ? Phase.ROWS : Phase.ACK)
        .wish(
            mode().asksForRows()
                ? new TaskWish.AskForRows(rows, came.receiveMark(), part)
                : new TaskWish.SendRows(came.batch(), part));
  }

  private Next gather() {
    return in(Phase.FACTS).wish(new TaskWish.GatherFacts());
  }

  private Next onFacts(TaskInput.FactsCame came) {
    SyncTask informed = withFacts(facts.withSender(came.self()).withPeer(came.peer()));
    return informed.through(List.of("G5", "G7-range", "G7"), SyncTask::afterPermission);
  }

  /** A push behind one that has succeeded may have nothing left to do (kv-store §3.2). */
  private Next afterPermission() {
    return known.pushed() && (mode() == TaskMode.PUSH || mode() == TaskMode.QUERY_PUSH)
        ? in(Phase.NEWS).wish(new TaskWish.LookForNews())
        : throughTaskGates();
  }

  private Next onNews(boolean written) {
    return written ? throughTaskGates() : finish(DbStatus.OK);
  }

  /** A push that may send nothing is done, and well; others go on without rows (§4.1 G8). */
  private Next throughTaskGates() {
    SyncTask asked = askedWhether("G8");
    boolean onlySends = mode().sendsRows() && !mode().asksForRows();
    return onlySends && mode() != TaskMode.RESPONSE_PULL && asked.heldBack()
        ? asked.finish(DbStatus.OK)
        : asked.through(List.of("G9"), SyncTask::afterTaskGates);
  }

  private boolean heldBack() {
    return asked.stream()
        .anyMatch(gate -> gate.verdict().stop().equals(Optional.of(DenyReason.OUTGOING_FORBIDDEN)));
  }

  private Next afterTaskGates() {
    return known.clocks()
        ? withExchange(facts.exchange().withTime(Step.DONE)).afterClocks()
        : in(Phase.TIME).wish(new TaskWish.ExchangeClocks());
  }

  private Next afterClocks() {
    return known.ability()
        ? withExchange(facts.exchange().withAbility(Step.DONE)).beforeRows()
        : in(Phase.ABILITY).wish(new TaskWish.ExchangeAbilities());
  }

  private Next onAbility(TaskInput.AbilityCame came) {
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
        .knowing(known.withAbility(came.code() == AckCode.OK))
        .beforeRows();
  }

  private Next beforeRows() {
    return through(
        heldBack() ? List.of("G10", "G11", "G12") : List.of("G10", "G11", "G12", "G13"),
        SyncTask::atTheKey);
  }

  /** A push and pull that cannot read its own rows still asks for the peer's (kv-store §3.7). */
  private Next atTheKey() {
    if (mode().isCommand()) {
      return awaitingAck(new TaskWish.SendCommand());
    }
    if (heldBack() && mode() == TaskMode.RESPONSE_PULL) {
      return awaitingAck(new TaskWish.AnswerNothing());
    }
    return onlyPulls()
        ? askedWhether("G14").in(Phase.ROWS).wish(new TaskWish.CollectRows())
        : through(
            List.of("G14", "G15"), task -> task.in(Phase.ROWS).wish(new TaskWish.CollectRows()));
  }

  /** One message without rows goes out, and is acked like a packet. */
  private Next awaitingAck(TaskWish message) {
    return withWindow(window.sends(Optional.empty())).in(Phase.ACK).wish(message);
  }

  private boolean onlyPulls() {
    boolean unread = mode() == TaskMode.PUSH_AND_PULL && !facts.sender().keyThere();
    return unread || (mode().asksForRows() && heldBack());
  }

  private Next onAck(TaskInput.AckCame came) {
    if (!window.awaits(came.packet())) {
      return wish(new TaskWish.Nothing());
    }
    Window left = window.acked(came.packet());
    return came.code() == AckCode.OK && !left.isDone()
        ? withWindow(left).onRoom()
        : withWindow(left.restarted()).onLastAck(came);
  }

  private Next onPullAnswered(TaskInput.PullAnswered answered) {
    return answered.last() || answered.code() != AckCode.OK
        ? answered(answered.code(), Endings.answerOf(answered.code()))
        : wish(new TaskWish.KeepWaiting());
  }

  /** A packet is acked and others are not, or are still to be collected. */
  private Next onRoom() {
    return phase == Phase.ROWS || window.rest().isEmpty()
        ? wish(new TaskWish.KeepWaiting())
        : in(Phase.ROWS).wish(new TaskWish.CollectRows(window.rest()));
  }

  private Next onLastAck(TaskInput.AckCame came) {
    ExchangeFacts done =
        mode().asksForRows()
            ? ExchangeFacts.ALL_DONE.withAnswer(PullAnswer.NOT_YET)
            : ExchangeFacts.ALL_DONE;
    SyncTask arrived = withExchange(done).reached();
    if (came.code() == AckCode.OK) {
      return mode().asksForRows()
          ? arrived.in(Phase.ANSWER).wish(new TaskWish.AwaitRows())
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
      return arrived
          .askedWhether("R15")
          .finish(onlyPulls() && !heldBack() ? DbStatus.EKEYREVOKED_ERROR : DbStatus.OK);
    }
    return code.ends()
        .map(status -> arrived.askedWhether("R15").finish(status))
        .orElseGet(() -> in(Phase.ANSWER).wish(new TaskWish.AwaitRows()));
  }

  /** An answer shows that a session was open, even where earlier attempts left nothing to ask. */
  private SyncTask reached() {
    return withExchange(facts.exchange().withSession(Step.DONE)).askedWhether("G10");
  }

  /** With the answer of one gate, whatever it is. */
  private SyncTask askedWhether(String gate) {
    GateWalk walk = GateWalk.over(List.of(gate), facts, asked);
    return new SyncTask(phase, facts, walk.asked(), known, redone, rowsSent, window);
  }

  private Next redo(TaskInput.AckCame came) {
    return switch (came.code()) {
      case NEED_TIME_SYNC ->
          knowing(known.withClocks(false)).in(Phase.TIME).wish(new TaskWish.ExchangeClocks());
      case NEED_ABILITY_SYNC ->
          knowing(known.withAbility(false))
              .in(Phase.ABILITY)
              .wish(new TaskWish.ExchangeAbilities());
      case LOCAL_WATER_MARK_NOT_INIT ->
          heldBack() ? atTheKey() : in(Phase.ROWS).wish(new TaskWish.FallBack(came.receiveMark()));
      default -> throw new AssertionError(came.code() + " ends the task");
    };
  }

  /** Asks the named gates; the first stop ends the task, otherwise it goes on. */
  private Next through(List<String> gates, java.util.function.Function<SyncTask, Next> then) {
    GateWalk walk = GateWalk.over(gates, facts, asked);
    SyncTask walked = new SyncTask(phase, facts, walk.asked(), known, redone, rowsSent, window);
    return walk.stop().map(walked::finish).orElseGet(() -> then.apply(walked));
  }

  private Next finish(DenyReason reason) {
    return in(Phase.DONE).wish(Endings.of(mode(), reason));
  }

  private Next failedExchange(Step step, DbStatus status) {
    SyncTask marked =
        withExchange(Endings.failed(facts.exchange(), phase, step, mode().asksForRows()));
    GateWalk walk = GateWalk.over(Endings.gatesOf(phase), marked.facts, asked);
    SyncTask ended =
        new SyncTask(Phase.DONE, marked.facts, walk.asked(), known, redone, rowsSent, window);
    // The peer may have served the question all the same, and then R1 passes in the record.
    boolean unanswered = marked.facts.exchange().answer() == PullAnswer.MISSING;
    return (unanswered ? ended.askedWhether("R15") : ended).wish(new TaskWish.Finish(status));
  }

  private Next finish(DbStatus status) {
    return in(Phase.DONE).wish(new TaskWish.Finish(status));
  }

  private TaskMode mode() {
    return facts.call().mode();
  }

  private Next wish(TaskWish wish) {
    return new Next(this, wish);
  }

  private SyncTask in(Phase next) {
    return new SyncTask(next, facts, asked, known, redone, rowsSent, window);
  }

  private SyncTask withFacts(AttemptFacts other) {
    return new SyncTask(phase, other, asked, known, redone, rowsSent, window);
  }

  private SyncTask withExchange(ExchangeFacts other) {
    return withFacts(facts.withExchange(other));
  }

  private SyncTask knowing(Known other) {
    return new SyncTask(phase, facts, asked, other, redone, rowsSent, window);
  }

  private SyncTask withRedone(int times) {
    return new SyncTask(phase, facts, asked, known, times, rowsSent, window);
  }

  private SyncTask withRowsSent(int rows) {
    return new SyncTask(phase, facts, asked, known, redone, rows, window);
  }

  private SyncTask withWindow(Window other) {
    return new SyncTask(phase, facts, asked, known, redone, rowsSent, other);
  }
}
