package dev.trustring.kv.store;

import dev.trustring.kv.status.Status;
import dev.trustring.kv.store.KvStore.Command;
import dev.trustring.kv.store.KvStore.Entry;
import dev.trustring.kv.store.KvStore.Event;
import dev.trustring.kv.store.KvStore.Reply;
import dev.trustring.trust.identity.DeviceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The rules of a store: what comes of a command, by state and time (kv-store §1, §2, §3.6). */
final class StoreRules {

  private StoreRules() {}

  static StoreDecision decide(StoreState state, Command command, StoreInputs inputs) {
    if (state.isDamaged()) {
      return DamagedFile.decide(state, command, inputs);
    }
    if (LockedCache.isToBeMerged(state, inputs)) {
      return LockedCache.merged(state, command, inputs);
    }
    if (command instanceof Command.Open open) {
      return open(state, open.options());
    }
    if (state.options().isEmpty()) {
      return answer(new Reply.Refused(Status.NOT_FOUND));
    }
    return LockedCache.isShut(state, inputs)
        ? LockedCache.whileShut(state, command, inputs)
            .orElseGet(() -> onExisting(state, command, inputs))
        : onExisting(state, command, inputs);
  }

  static StoreDecision onExisting(StoreState state, Command command, StoreInputs inputs) {
    if (command instanceof Command.Put put) {
      return put(state, put, inputs);
    }
    if (command instanceof Command.PutBatch batch) {
      return putBatch(state, batch, inputs);
    }
    if (command instanceof Command.Delete delete) {
      return delete(state, List.of(delete.key()), inputs);
    }
    if (command instanceof Command.DeleteBatch batch) {
      return delete(state, batch.keys(), inputs);
    }
    if (command instanceof Command.SetRange set) {
      return done(new Event.RangeSet(set.range()));
    }
    if (command instanceof Command.RemoveDeviceData remove) {
      return remove(state, remove.device(), inputs);
    }
    return onReading(state, command, inputs);
  }

  private static StoreDecision onReading(StoreState state, Command command, StoreInputs inputs) {
    if (command instanceof Command.Get get) {
      return get(state, get, inputs);
    }
    if (command instanceof Command.Entries entries) {
      return entries(state, entries, inputs);
    }
    if (command instanceof Command.DeleteStore) {
      return done(new Event.Deleted());
    }
    Optional<Reply> found = QueryRules.answer(state, command, inputs.self());
    if (found.isPresent()) {
      return answer(found.get());
    }
    if (command instanceof Command.Label) {
      return answer(new Reply.Labelled(state.options().orElseThrow().label()));
    }
    return onSync(state, command, inputs);
  }

  private static StoreDecision onSync(StoreState state, Command command, StoreInputs inputs) {
    if (command instanceof Command.Collect collect) {
      return answer(Outbox.collect(state, collect));
    }
    if (command instanceof Command.MoveSendMark move) {
      return state.sendMark(move.peer()) == move.mark()
          ? answer(new Reply.Done())
          : done(new Event.SendMarkMoved(move.peer(), move.mark()));
    }
    if (command instanceof Command.CollectFound collect) {
      return answer(QuerySyncRules.collect(state, collect));
    }
    if (command instanceof Command.MoveQueryMark move) {
      return QuerySyncRules.move(state, move);
    }
    if (command instanceof Command.Save save) {
      return save(state, save, inputs);
    }
    return BackupRules.decide(state, command, inputs);
  }

  private static StoreDecision open(StoreState state, StoreOptions wanted) {
    if (state.options().isEmpty()) {
      Optional<Status> refusal =
          wanted.createIfMissing()
              ? SchemaRules.refusal(state, wanted)
              : Optional.of(Status.INVALID_ARGUMENT);
      return refusal
          .map(status -> answer(new Reply.Refused(status)))
          .orElseGet(() -> done(new Event.Opened(wanted)));
    }
    StoreOptions here = state.options().get();
    if (isAnother(here, wanted)) {
      return answer(new Reply.Refused(Status.STORE_META_CHANGED));
    }
    Optional<Status> refusal = SchemaRules.refusal(state, wanted);
    if (refusal.isPresent()) {
      return answer(new Reply.Refused(refusal.get()));
    }
    return here.equals(wanted) ? answer(new Reply.Done()) : done(new Event.Opened(wanted));
  }

  /** Whether these options are of a store that the one that is here cannot become (§1.2). */
  static boolean isAnother(StoreOptions here, StoreOptions wanted) {
    boolean fixedOnesDiffer = here.type() != wanted.type() || here.encrypt() != wanted.encrypt();
    return fixedOnesDiffer || wanted.label().dataLevel() < here.label().dataLevel();
  }

  private static StoreDecision put(StoreState state, Command.Put put, StoreInputs inputs) {
    Writes writes = Writes.of(state, put);
    return writes
        .refusal()
        .map(status -> answer(new Reply.Refused(status)))
        .orElseGet(() -> done(new Event.Wrote(rows(state, writes, inputs).get(0))));
  }

  private static StoreDecision putBatch(
      StoreState state, Command.PutBatch batch, StoreInputs inputs) {
    Writes writes = Writes.of(state, batch);
    return writes
        .refusal()
        .map(status -> answer(new Reply.Refused(status)))
        .orElseGet(() -> done(new Event.WroteBatch(rows(state, writes, inputs))));
  }

  /** Each entry is one write, later than the one before it. */
  private static List<Row> rows(StoreState state, Writes writes, StoreInputs inputs) {
    List<Row> rows = new ArrayList<>(writes.entries().size());
    StoreState after = state;
    for (Entry entry : writes.entries()) {
      Row row = written(after, entry.key(), Optional.of(entry.value()), inputs);
      rows.add(row);
      after = after.withRow(row);
    }
    return rows;
  }

  /** Keys that are not there are no error, and leave nothing behind. */
  private static StoreDecision delete(StoreState state, List<Key> keys, StoreInputs inputs) {
    List<Row> rows = new ArrayList<>();
    StoreState after = state;
    for (Key key : keys) {
      RowId id = idOf(state, key, inputs.self());
      if (after.row(id).filter(row -> !row.isTombstone()).isPresent()) {
        Row row = written(after, key, Optional.empty(), inputs);
        rows.add(row);
        after = after.withRow(row);
      }
    }
    if (rows.isEmpty()) {
      return answer(new Reply.Done());
    }
    return done(rows.size() == 1 ? new Event.Wrote(rows.get(0)) : new Event.WroteBatch(rows));
  }

  private static StoreDecision remove(StoreState state, DeviceName device, StoreInputs inputs) {
    boolean nothingCame = state.withoutDataOf(device).equals(state);
    return device.equals(inputs.self()) || nothingCame
        ? answer(new Reply.Done())
        : done(new Event.DeviceDataRemoved(device));
  }

  private static StoreDecision entries(
      StoreState state, Command.Entries asked, StoreInputs inputs) {
    if (asked.owner().isPresent() && !hasPartitions(state)) {
      return answer(new Reply.NoPartitions());
    }
    DeviceName owner = asked.owner().orElse(inputs.self());
    return answer(
        new Reply.Listed(
            live(state, owner.value())
                .filter(row -> row.id().key().text().startsWith(asked.prefix()))
                .toList()));
  }

  private static StoreDecision get(StoreState state, Command.Get asked, StoreInputs inputs) {
    if (asked.owner().isPresent() && !hasPartitions(state)) {
      return answer(new Reply.NoPartitions());
    }
    RowId id = idOf(state, asked.key(), asked.owner().orElse(inputs.self()));
    Optional<Value> value = state.row(id).flatMap(Row::value);
    return answer(
        value.<Reply>map(Reply.Found::new).orElseGet(() -> new Reply.Refused(Status.NOT_FOUND)));
  }

  private static Row written(StoreState state, Key key, Optional<Value> value, StoreInputs inputs) {
    RowId id = idOf(state, key, inputs.self());
    long time = engineNow(state, inputs);
    Row row = new Row(id, value, time, time, Optional.empty(), inputs.self());
    return ConflictRule.onWrite(state.row(id), row);
  }

  /** Now, but never before a time that was used: engine time does not run backwards (§2.4). */
  static long engineNow(StoreState state, StoreInputs inputs) {
    return Math.max(inputs.now(), state.lastTime() + 1);
  }

  /** The live rows that a device wrote; in a store without partitions those of everybody. */
  static Stream<Row> live(StoreState state, String device) {
    String owner = hasPartitions(state) ? device : "";
    return state.rows().values().stream()
        .filter(row -> !row.isTombstone() && row.id().owner().equals(owner));
  }

  private static StoreDecision save(StoreState state, Command.Save save, StoreInputs inputs) {
    long mark = state.receiveMark(save.from(), save.batch().query());
    if (save.batch().startMark() > mark) {
      return answer(new Reply.MarkTooFar(mark));
    }
    KvStoreType type = state.options().orElseThrow().type();
    List<Row> won = new ArrayList<>();
    for (Row sent : save.batch().rows()) {
      Row here = onOwnClock(sent, save, state, inputs);
      ConflictRule.onReceive(type, state.row(here.id()), here, inputs.self()).ifPresent(won::add);
    }
    if (save.batch().part().isPresent()) {
      return QuerySyncRules.save(state, save, save.batch().part().get(), won);
    }
    long newMark = Math.max(mark, save.batch().endMark());
    if (won.isEmpty() && newMark == mark) {
      return answer(new Reply.Saved(0));
    }
    return new StoreDecision(
        List.of(new Event.Received(save.from(), won, newMark)), new Reply.Saved(won.size()));
  }

  /** A row of a packet as this device has it: from that sender, and never of the future (§2.4). */
  static Row onOwnClock(Row sent, Command.Save save, StoreState state, StoreInputs inputs) {
    long now = engineNow(state, inputs);
    return sent.sentBy(save.from())
        .withTimes(
            Math.min(sent.timestamp() + save.offset(), now),
            Math.min(sent.writeTimestamp() + save.offset(), now));
  }

  static RowId idOf(StoreState state, Key key, DeviceName self) {
    return new RowId(ownerOf(state, self), key);
  }

  private static String ownerOf(StoreState state, DeviceName self) {
    return hasPartitions(state) ? self.value() : "";
  }

  static boolean hasPartitions(StoreState state) {
    return state.options().orElseThrow().type() == KvStoreType.DEVICE_COLLABORATION;
  }

  private static StoreDecision done(Event event) {
    return new StoreDecision(List.of(event), new Reply.Done());
  }

  private static StoreDecision answer(Reply reply) {
    return new StoreDecision(List.of(), reply);
  }
}
