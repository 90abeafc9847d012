package dev.trustring.sim.journal;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.persistence.typed.PersistenceId;
import akka.persistence.typed.RecoveryCompleted;
import akka.persistence.typed.SnapshotCompleted;
import akka.persistence.typed.javadsl.CommandHandler;
import akka.persistence.typed.javadsl.EventHandler;
import akka.persistence.typed.javadsl.EventSourcedBehavior;
import akka.persistence.typed.javadsl.RetentionCriteria;
import akka.persistence.typed.javadsl.SignalHandler;
import dev.trustring.sim.loop.RunLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A persistent actor that writes down numbers, some at once, and says when they are durable. */
final class Ledger extends EventSourcedBehavior<Ledger.Command, Ledger.Entry, Ledger.Entries> {
  sealed interface Command {}

  /** Writes this many further numbers in one atomic write. */
  record Write(int count) implements Command {}

  record Report(ActorRef<List<Integer>> replyTo) implements Command {}

  record Entry(int number) {}

  record Entries(List<Integer> numbers) {
    Entries {
      numbers = List.copyOf(numbers);
    }

    Entries with(int number) {
      List<Integer> more = new ArrayList<>(numbers);
      more.add(number);
      return new Entries(more);
    }
  }

  /** What a ledger tells the test. */
  static final class Log {
    final List<Integer> acknowledged = new ArrayList<>();
    final List<Long> acknowledgedAtMicros = new ArrayList<>();
    final List<List<Integer>> recovered = new ArrayList<>();
    int snapshots;
  }

  private final RunLoop loop;
  private final Log log;
  private final boolean snapshots;

  private Ledger(PersistenceId id, RunLoop loop, Log log, boolean snapshots) {
    super(id);
    this.loop = loop;
    this.log = log;
    this.snapshots = snapshots;
  }

  static Behavior<Command> of(String persistenceId, RunLoop loop, Log log) {
    return new Ledger(PersistenceId.ofUniqueId(persistenceId), loop, log, false);
  }

  static Behavior<Command> withSnapshots(String persistenceId, RunLoop loop, Log log) {
    return new Ledger(PersistenceId.ofUniqueId(persistenceId), loop, log, true);
  }

  @Override
  public Entries emptyState() {
    return new Entries(List.of());
  }

  @Override
  public CommandHandler<Command, Entry, Entries> commandHandler() {
    return newCommandHandlerBuilder()
        .forAnyState()
        .onCommand(
            Write.class,
            (entries, write) -> {
              int first = entries.numbers().size() + 1;
              List<Integer> numbers =
                  IntStream.range(first, first + write.count()).boxed().toList();
              return Effect()
                  .persist(numbers.stream().map(Entry::new).toList())
                  .thenRun(after -> acknowledge(numbers));
            })
        .onCommand(
            Report.class, (entries, report) -> Effect().reply(report.replyTo(), entries.numbers()))
        .build();
  }

  private void acknowledge(List<Integer> numbers) {
    log.acknowledged.addAll(numbers);
    log.acknowledgedAtMicros.add(loop.nowNanos() / 1_000);
  }

  @Override
  public EventHandler<Entries, Entry> eventHandler() {
    return newEventHandlerBuilder()
        .forAnyState()
        .onEvent(Entry.class, (entries, entry) -> entries.with(entry.number()))
        .build();
  }

  @Override
  public SignalHandler<Entries> signalHandler() {
    return newSignalHandlerBuilder()
        .onSignal(RecoveryCompleted.class, (entries, done) -> log.recovered.add(entries.numbers()))
        .onSignal(SnapshotCompleted.class, (entries, done) -> log.snapshots++)
        .build();
  }

  @Override
  public RetentionCriteria retentionCriteria() {
    return snapshots
        ? RetentionCriteria.snapshotEvery(10, 1).withDeleteEventsOnSnapshot()
        : RetentionCriteria.disabled();
  }
}
