package dev.trustring.kv.store;

import dev.trustring.kv.status.Status;
import dev.trustring.kv.store.KvStore.Command;
import dev.trustring.kv.store.KvStore.Event;
import dev.trustring.kv.store.KvStore.Reply;
import java.util.List;
import java.util.Optional;

/**
 * What an app's use of a store keeps in memory: its open transaction and its callbacks for changes
 * (kv-store §1.4). All of it is gone with the process of the app or the device.
 *
 * <p>While a transaction is open, whatever else needs the write lock of the file is BUSY, which
 * reaches the app as DB_ERROR. That this holds for {@code removeDeviceData}, {@code backup} and
 * {@code restore} too is our choice (unverified).
 */
public record StoreSession(Optional<Transaction> transaction, Observers observers) {

  /** No transaction, no callbacks. */
  public static final StoreSession IDLE = new StoreSession(Optional.empty(), Observers.NONE);

  private static final Reply BUSY = new Reply.Refused(Status.DB_ERROR);
  private static final Reply DAMAGED = new Reply.Refused(Status.DATA_CORRUPTED);

  /** A call of a callback. */
  public record Told(String callback, DataChange change) {}

  /** What comes of a command: facts and answer, the session after it, and who is told. */
  public record Outcome(StoreDecision decision, StoreSession after, List<Told> told) {
    public Outcome {
      told = List.copyOf(told);
    }
  }

  /** What comes of a command on a store that is used like this. */
  public Outcome decide(StoreState state, Command command, StoreInputs inputs) {
    if (command instanceof Command.Describe) {
      return answer(new Reply.Described(state, transaction.isPresent()));
    }
    if (state.options().isEmpty()) {
      return new Outcome(StoreRules.decide(state, command, inputs), IDLE, List.of());
    }
    if (command instanceof Command.LetGo) {
      return new Outcome(new StoreDecision(List.of(), new Reply.Done()), IDLE, List.of());
    }
    if (command instanceof Command.DeleteStore) {
      return new Outcome(StoreRules.decide(state, command, inputs), IDLE, List.of());
    }
    if (command instanceof Command.StartTransaction) {
      return transaction.isPresent() ? answer(BUSY) : start(state);
    }
    return onObservers(command)
        .orElseGet(
            () ->
                transaction.isPresent()
                    ? inside(transaction.get(), state, command, inputs)
                    : outside(state, command, inputs));
  }

  /** Why no result set can be opened now; empty if one can. */
  public Optional<Reply> refusalToHold() {
    return transaction.isPresent() ? Optional.of(BUSY) : Optional.empty();
  }

  private Optional<Outcome> onObservers(Command command) {
    if (command instanceof Command.Observe observe) {
      return Optional.of(observe(observe));
    }
    if (command instanceof Command.Unobserve stop) {
      return Optional.of(unobserve(stop.callback()));
    }
    return Optional.empty();
  }

  private Outcome observe(Command.Observe observe) {
    if (transaction.isPresent()) {
      return answer(BUSY);
    }
    return observers
        .refusal(observe.callback())
        .map(status -> answer(new Reply.Refused(status)))
        .orElseGet(() -> observedBy(observers.with(observe.callback(), observe.type())));
  }

  private Outcome unobserve(Optional<String> callback) {
    if (callback.isEmpty()) {
      return observedBy(Observers.NONE);
    }
    return observers.has(callback.get())
        ? observedBy(observers.without(callback.get()))
        : answer(new Reply.Refused(Status.INVALID_ARGUMENT));
  }

  private Outcome outside(StoreState state, Command command, StoreInputs inputs) {
    if (command instanceof Command.Commit || command instanceof Command.Rollback) {
      return answer(new Reply.Refused(Status.DB_ERROR));
    }
    StoreDecision decision = StoreRules.decide(state, command, inputs);
    return new Outcome(decision, this, told(state, decision.events()));
  }

  private Outcome start(StoreState state) {
    return state.isDamaged() ? answer(DAMAGED) : in(Transaction.on(state));
  }

  /** On a file that was damaged meanwhile a transaction can only be given up (kv-store §6). */
  private Outcome inside(Transaction open, StoreState state, Command command, StoreInputs inputs) {
    if (command instanceof Command.Commit && state.isDamaged()) {
      return new Outcome(new StoreDecision(List.of(), DAMAGED), withoutTransaction(), List.of());
    }
    if (command instanceof Command.Commit) {
      return commit(open, state);
    }
    if (command instanceof Command.Rollback) {
      return new Outcome(
          new StoreDecision(List.of(), new Reply.Done()), withoutTransaction(), List.of());
    }
    if (needsTheLock(command)) {
      return answer(BUSY);
    }
    if (command instanceof OfService || state.isDamaged()) {
      return new Outcome(StoreRules.decide(state, command, inputs), this, List.of());
    }
    StoreDecision staged = StoreRules.decide(open.view(), command, inputs);
    if (!open.takes(staged.events())) {
      return answer(new Reply.Refused(Status.INVALID_ARGUMENT));
    }
    return new Outcome(
        new StoreDecision(List.of(), staged.reply()),
        new StoreSession(Optional.of(open.with(staged.events())), observers),
        List.of());
  }

  private Outcome commit(Transaction open, StoreState state) {
    List<Event> events =
        open.written().isEmpty() ? List.of() : List.of(new Event.WroteBatch(open.written()));
    return new Outcome(
        new StoreDecision(events, new Reply.Done()), withoutTransaction(), told(state, events));
  }

  private static boolean needsTheLock(Command command) {
    return command instanceof Command.Save
        || command instanceof Command.RemoveDeviceData
        || command instanceof Command.Backup
        || command instanceof Command.Restore
        || command instanceof Command.Rekey;
  }

  private List<Told> told(StoreState before, List<Event> events) {
    return events.stream().flatMap(event -> told(before, event).stream()).toList();
  }

  private List<Told> told(StoreState before, Event event) {
    if (event instanceof Event.Received received) {
      return told(before, received.rows(), true);
    }
    if (event instanceof Event.WroteBatch batch) {
      return told(before, batch.rows(), false);
    }
    return event instanceof Event.Wrote wrote
        ? told(before, List.of(wrote.row()), false)
        : List.of();
  }

  private List<Told> told(StoreState before, List<Row> rows, boolean remote) {
    List<String> callbacks = observers.of(remote);
    if (callbacks.isEmpty()) {
      return List.of();
    }
    DataChange change = DataChange.of(before, rows);
    return change.isEmpty()
        ? List.of()
        : callbacks.stream().map(callback -> new Told(callback, change)).toList();
  }

  /** What the service's own backup makes of the store; while the app writes it makes none. */
  StoreDecision backedUp(StoreState state, StoreInputs inputs) {
    return transaction.isPresent()
        ? new StoreDecision(List.of(), BUSY)
        : BackupRules.automatic(state, inputs);
  }

  /** The session whose callbacks are not told of what peers send, or are again. */
  StoreSession deafToPeers(boolean deaf) {
    return new StoreSession(transaction, observers.deafToPeers(deaf));
  }

  /** The session without its open transaction, as after a write that the disk has lost. */
  StoreSession withoutTransaction() {
    return new StoreSession(Optional.empty(), observers);
  }

  private Outcome in(Transaction open) {
    return new Outcome(
        new StoreDecision(List.of(), new Reply.Done()),
        new StoreSession(Optional.of(open), observers),
        List.of());
  }

  private Outcome observedBy(Observers others) {
    return new Outcome(
        new StoreDecision(List.of(), new Reply.Done()),
        new StoreSession(transaction, others),
        List.of());
  }

  private Outcome answer(Reply reply) {
    return new Outcome(new StoreDecision(List.of(), reply), this, List.of());
  }
}
