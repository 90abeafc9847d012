package dev.trustring.kv.store;

import dev.trustring.kv.status.Status;
import dev.trustring.trust.identity.DeviceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One store on one device: what may be asked of it, what can happen, and the rules between. */
public final class KvStore {

  /** What the keys and values of one batch may come to (kv-store §1.4). */
  static final long MOST_BYTES_OF_A_BATCH = 512L * 1024 * 1024;

  private KvStore() {}

  /** Asked of a store. */
  public sealed interface Command {
    /** Create it, or open it again (kv-store §1.2). */
    record Open(StoreOptions options) implements Command {}

    record Put(Key key, Value value) implements Command {}

    /** All of them or none, in this order (kv-store §1.4). */
    record PutBatch(List<Entry> entries) implements Command {
      public PutBatch {
        entries = List.copyOf(entries);
      }
    }

    /** An absent key is a success; a present one leaves a tombstone. */
    record Delete(Key key) implements Command {}

    record Get(Key key) implements Command {}

    /** Live rows of this device's view, by key prefix. */
    record Entries(String prefix) implements Command {}

    record SetRange(SyncRange range) implements Command {}

    /**
     * The rows that the peer has not been sent yet.
     *
     * @param wanted from when on the peer lacks them, if it said so
     */
    record Collect(DeviceName peer, Optional<Long> wanted) implements Command {}

    /** The transport has taken a batch, or the peer told its own mark. */
    record MoveSendMark(DeviceName peer, long mark) implements Command {}

    /**
     * A packet of rows of a peer, all or none.
     *
     * @param offset what to add to the peer's times to get this device's
     */
    record Save(DeviceName from, Batch batch, long offset) implements Command {}

    /** What is here, without any change. */
    record Describe() implements Command {}
  }

  /** A key and the value to put under it. */
  public record Entry(Key key, Value value) {}

  /** Has happened to a store. */
  public sealed interface Event {
    StoreState appliedTo(StoreState before);

    record Opened(StoreOptions options) implements Event {
      @Override
      public StoreState appliedTo(StoreState before) {
        return before.withOptions(options);
      }
    }

    record Wrote(Row row) implements Event {
      @Override
      public StoreState appliedTo(StoreState before) {
        return before.withRow(row);
      }
    }

    /** A batch was written; a key that was given twice has two rows, the later one stays. */
    record WroteBatch(List<Row> rows) implements Event {
      public WroteBatch {
        rows = List.copyOf(rows);
      }

      @Override
      public StoreState appliedTo(StoreState before) {
        return before.withRows(rows);
      }
    }

    /** A packet was saved; the rows are those that won. */
    record Received(DeviceName from, List<Row> rows, long mark) implements Event {
      public Received {
        rows = List.copyOf(rows);
      }

      @Override
      public StoreState appliedTo(StoreState before) {
        return before.withRows(rows).withReceiveMark(from, mark);
      }
    }

    record SendMarkMoved(DeviceName peer, long mark) implements Event {
      @Override
      public StoreState appliedTo(StoreState before) {
        return before.withSendMark(peer, mark);
      }
    }

    record RangeSet(SyncRange range) implements Event {
      @Override
      public StoreState appliedTo(StoreState before) {
        return before.withRange(range);
      }
    }
  }

  /** What a store answers. */
  public sealed interface Reply {
    record Done() implements Reply {}

    record Refused(Status status) implements Reply {}

    record Found(Value value) implements Reply {}

    record Listed(List<Row> rows) implements Reply {
      public Listed {
        rows = List.copyOf(rows);
      }
    }

    /**
     * Rows to send.
     *
     * @param receiveMark from when on this device lacks rows of the peer
     */
    record Collected(Batch batch, long receiveMark) implements Reply {}

    /** The packet is saved; so many of its rows won. */
    record Saved(int rows) implements Reply {}

    /** The packet starts after what is here; the sender must go back to this mark. */
    record MarkTooFar(long receiveMark) implements Reply {}

    record Described(StoreState state) implements Reply {}
  }

  /** Facts, and the answer once they are on disk. */
  public record Decision(List<Event> events, Reply reply) {
    public Decision {
      events = List.copyOf(events);
    }
  }

  /**
   * Who asks and when.
   *
   * @param now engine time on this device's clock
   */
  public record Inputs(DeviceName self, long now) {}

  /** The rules. */
  public static Decision decide(StoreState state, Command command, Inputs inputs) {
    if (command instanceof Command.Open open) {
      return open(state, open.options());
    }
    if (command instanceof Command.Describe) {
      return answer(new Reply.Described(state));
    }
    if (state.options().isEmpty()) {
      return answer(new Reply.Refused(Status.NOT_FOUND));
    }
    return onExisting(state, command, inputs);
  }

  private static Decision onExisting(StoreState state, Command command, Inputs inputs) {
    if (command instanceof Command.Put put) {
      return put(state, put, inputs);
    }
    if (command instanceof Command.PutBatch batch) {
      return putBatch(state, batch.entries(), inputs);
    }
    if (command instanceof Command.Delete delete) {
      return delete(state, delete.key(), inputs);
    }
    if (command instanceof Command.Get get) {
      return get(state, get.key(), inputs);
    }
    if (command instanceof Command.Entries entries) {
      return answer(new Reply.Listed(live(state, entries.prefix(), inputs.self())));
    }
    if (command instanceof Command.SetRange set) {
      return done(new Event.RangeSet(set.range()));
    }
    return onSync(state, command, inputs);
  }

  private static Decision onSync(StoreState state, Command command, Inputs inputs) {
    if (command instanceof Command.Collect collect) {
      return answer(
          new Reply.Collected(collect(state, collect), state.receiveMark(collect.peer())));
    }
    if (command instanceof Command.MoveSendMark move) {
      return state.sendMark(move.peer()) == move.mark()
          ? answer(new Reply.Done())
          : done(new Event.SendMarkMoved(move.peer(), move.mark()));
    }
    if (command instanceof Command.Save save) {
      return save(state, save, inputs);
    }
    throw new AssertionError(command);
  }

  private static Decision open(StoreState state, StoreOptions wanted) {
    if (state.options().isEmpty()) {
      return wanted.createIfMissing()
          ? done(new Event.Opened(wanted))
          : answer(new Reply.Refused(Status.INVALID_ARGUMENT));
    }
    StoreOptions here = state.options().get();
    boolean fixedOnesDiffer = here.type() != wanted.type() || here.encrypt() != wanted.encrypt();
    boolean lowered = wanted.label().dataLevel() < here.label().dataLevel();
    if (fixedOnesDiffer || lowered) {
      return answer(new Reply.Refused(Status.STORE_META_CHANGED));
    }
    return here.equals(wanted) ? answer(new Reply.Done()) : done(new Event.Opened(wanted));
  }

  private static Decision put(StoreState state, Command.Put put, Inputs inputs) {
    if (!fits(state, put.key(), put.value())) {
      return answer(new Reply.Refused(Status.INVALID_ARGUMENT));
    }
    return done(new Event.Wrote(written(state, put.key(), Optional.of(put.value()), inputs)));
  }

  private static boolean fits(StoreState state, Key key, Value value) {
    return key.fits(state.options().orElseThrow().type()) && value.bytes() <= Value.MAX_BYTES;
  }

  /**
   * Each entry is one write, later than the one before it; an empty list is refused (unverified).
   */
  private static Decision putBatch(StoreState state, List<Entry> entries, Inputs inputs) {
    long bytes = 0;
    for (Entry entry : entries) {
      if (!fits(state, entry.key(), entry.value())) {
        return answer(new Reply.Refused(Status.INVALID_ARGUMENT));
      }
      bytes += entry.key().bytes() + entry.value().bytes();
    }
    if (entries.isEmpty() || bytes > MOST_BYTES_OF_A_BATCH) {
      return answer(new Reply.Refused(Status.INVALID_ARGUMENT));
    }
    List<Row> rows = new ArrayList<>(entries.size());
    StoreState after = state;
    for (Entry entry : entries) {
      Row row = written(after, entry.key(), Optional.of(entry.value()), inputs);
      rows.add(row);
      after = after.withRow(row);
    }
    return done(new Event.WroteBatch(rows));
  }

  private static Decision delete(StoreState state, Key key, Inputs inputs) {
    boolean present =
        state.row(idOf(state, key, inputs.self())).filter(row -> !row.isTombstone()).isPresent();
    return present
        ? done(new Event.Wrote(written(state, key, Optional.empty(), inputs)))
        : answer(new Reply.Done());
  }

  private static Decision get(StoreState state, Key key, Inputs inputs) {
    Optional<Value> value = state.row(idOf(state, key, inputs.self())).flatMap(Row::value);
    return answer(
        value.<Reply>map(Reply.Found::new).orElseGet(() -> new Reply.Refused(Status.NOT_FOUND)));
  }

  private static Row written(StoreState state, Key key, Optional<Value> value, Inputs inputs) {
    RowId id = idOf(state, key, inputs.self());
    long time = engineNow(state, inputs);
    Row row = new Row(id, value, time, time, Optional.empty(), inputs.self());
    return ConflictRule.onWrite(state.row(id), row);
  }

  /** Now, but never before a time that was used: engine time does not run backwards (§2.4). */
  private static long engineNow(StoreState state, Inputs inputs) {
    return Math.max(inputs.now(), state.lastTime() + 1);
  }

  private static List<Row> live(StoreState state, String prefix, DeviceName self) {
    String owner = ownerOf(state, self);
    return state.rows().values().stream()
        .filter(row -> !row.isTombstone())
        .filter(row -> row.id().owner().equals(owner))
        .filter(row -> row.id().key().text().startsWith(prefix))
        .toList();
  }

  /** Whoever asks for rows and says from when on gets none later than that (unverified). */
  private static Batch collect(StoreState state, Command.Collect asked) {
    long mark = state.sendMark(asked.peer());
    long start = Math.min(mark, asked.wanted().orElse(mark));
    List<Row> rows =
        state.rows().values().stream()
            .filter(row -> row.isLocal() && row.timestamp() >= start)
            .toList();
    long end = rows.stream().mapToLong(row -> row.timestamp() + 1).max().orElse(mark);
    return new Batch(rows, start, end);
  }

  private static Decision save(StoreState state, Command.Save save, Inputs inputs) {
    long mark = state.receiveMark(save.from());
    if (save.batch().startMark() > mark) {
      return answer(new Reply.MarkTooFar(mark));
    }
    KvStoreType type = state.options().orElseThrow().type();
    long now = engineNow(state, inputs);
    List<Row> won = new ArrayList<>();
    for (Row sent : save.batch().rows()) {
      Row here =
          sent.sentBy(save.from())
              .withTimes(
                  Math.min(sent.timestamp() + save.offset(), now),
                  Math.min(sent.writeTimestamp() + save.offset(), now));
      ConflictRule.onReceive(type, state.row(here.id()), here, inputs.self()).ifPresent(won::add);
    }
    long newMark = Math.max(mark, save.batch().endMark());
    if (won.isEmpty() && newMark == mark) {
      return answer(new Reply.Saved(0));
    }
    return new Decision(
        List.of(new Event.Received(save.from(), won, newMark)), new Reply.Saved(won.size()));
  }

  private static RowId idOf(StoreState state, Key key, DeviceName self) {
    return new RowId(ownerOf(state, self), key);
  }

  private static String ownerOf(StoreState state, DeviceName self) {
    return state.options().orElseThrow().type() == KvStoreType.DEVICE_COLLABORATION
        ? self.value()
        : "";
  }

  private static Decision done(Event event) {
    return new Decision(List.of(event), new Reply.Done());
  }

  private static Decision answer(Reply reply) {
    return new Decision(List.of(), reply);
  }
}
