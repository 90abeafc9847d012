package dev.trustring.kv.store;

import dev.trustring.kv.status.Status;
import dev.trustring.kv.store.KvStore.Command;
import dev.trustring.kv.store.KvStore.Event;
import dev.trustring.kv.store.KvStore.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a store does whose key is gone with the lock (kv-store §5.4): what is written or received
 * goes into a cache beside it, what would have to be read is refused, and after the unlock the
 * cache is merged, without the corrections that a sender may otherwise make (§2.1).
 */
final class LockedCache {

  private LockedCache() {}

  /** Whether the store cannot be read now. */
  static boolean isShut(StoreState state, StoreInputs inputs) {
    return inputs.locked()
        && state.options().filter(options -> options.label().isKeyedToTheLock()).isPresent();
  }

  /** Whether something waits in the cache that can be merged now. */
  static boolean isToBeMerged(StoreState state, StoreInputs inputs) {
    return !inputs.locked() && !state.cache().isEmpty();
  }

  /** What comes of a command after the merge, together with the merge. */
  static StoreDecision merged(StoreState state, Command command, StoreInputs inputs) {
    Event merge = new Event.CacheMerged(winners(state, inputs));
    StoreDecision then = StoreRules.decide(merge.appliedTo(state), command, inputs);
    List<Event> events = new ArrayList<>(List.of(merge));
    events.addAll(then.events());
    return new StoreDecision(events, then.reply());
  }

  private static List<Row> winners(StoreState state, StoreInputs inputs) {
    List<Row> won = new ArrayList<>();
    StoreState after = state;
    for (Row cached : state.cache()) {
      Optional<Row> row = winner(after, cached, inputs);
      if (row.isPresent()) {
        won.add(row.get());
        after = after.withRow(row.get());
      }
    }
    return won;
  }

  /** A delete of a key that turns out not to be there leaves nothing behind. */
  private static Optional<Row> winner(StoreState state, Row cached, StoreInputs inputs) {
    Optional<Row> here = state.row(cached.id());
    if (!cached.isLocal()) {
      KvStoreType type = state.options().orElseThrow().type();
      return ConflictRule.onMerge(type, here, cached, inputs.self());
    }
    boolean vain = cached.isTombstone() && here.filter(row -> !row.isTombstone()).isEmpty();
    return vain ? Optional.empty() : Optional.of(ConflictRule.onWrite(here, cached));
  }

  /** What comes of a command that would have to read the store; empty for any other. */
  static Optional<StoreDecision> whileShut(StoreState state, Command command, StoreInputs inputs) {
    if (command instanceof Command.Put put) {
      return Optional.of(write(state, Writes.of(state, put), inputs));
    }
    if (command instanceof Command.PutBatch batch) {
      return Optional.of(write(state, Writes.of(state, batch), inputs));
    }
    if (command instanceof Command.Delete delete) {
      return Optional.of(cached(state, deleted(List.of(delete.key())), inputs));
    }
    if (command instanceof Command.DeleteBatch batch) {
      return Optional.of(cached(state, deleted(batch.keys()), inputs));
    }
    if (command instanceof Command.Save save) {
      return Optional.of(save(state, save, inputs));
    }
    return reading(state, command);
  }

  private static Optional<StoreDecision> reading(StoreState state, Command command) {
    if (command instanceof Command.Collect collect) {
      long mark = state.sendMark(collect.peer());
      Batch nothing = new Batch(List.of(), mark, mark);
      long receiveMark = state.receiveMark(collect.peer());
      return Optional.of(answer(new Reply.Collected(nothing, receiveMark, Optional.empty())));
    }
    if (command instanceof Command.CollectFound collect) {
      return Optional.of(answer(QuerySyncRules.nothing(state, collect)));
    }
    return command instanceof ReadsRows
        ? Optional.of(answer(new Reply.Refused(Status.SECURITY_LEVEL_ERROR)))
        : Optional.empty();
  }

  /** A key, and its new value; none if it is deleted. */
  private record Change(Key key, Optional<Value> value) {}

  private static List<Change> deleted(List<Key> keys) {
    return keys.stream().map(key -> new Change(key, Optional.empty())).toList();
  }

  private static StoreDecision write(StoreState state, Writes writes, StoreInputs inputs) {
    List<Change> changes =
        writes.entries().stream()
            .map(entry -> new Change(entry.key(), Optional.of(entry.value())))
            .toList();
    return writes
        .refusal()
        .map(status -> answer(new Reply.Refused(status)))
        .orElseGet(() -> cached(state, changes, inputs));
  }

  private static StoreDecision cached(StoreState state, List<Change> changes, StoreInputs inputs) {
    List<Row> rows = new ArrayList<>();
    long time = StoreRules.engineNow(state, inputs);
    for (Change change : changes) {
      RowId id = StoreRules.idOf(state, change.key(), inputs.self());
      rows.add(new Row(id, change.value(), time, time, Optional.empty(), inputs.self()));
      time++;
    }
    return new StoreDecision(List.of(new Event.Cached(rows)), new Reply.Done());
  }

  private static StoreDecision save(StoreState state, Command.Save save, StoreInputs inputs) {
    long mark = state.receiveMark(save.from(), save.batch().query());
    if (save.batch().startMark() > mark) {
      return answer(new Reply.MarkTooFar(mark));
    }
    List<Row> rows =
        save.batch().rows().stream()
            .map(row -> StoreRules.onOwnClock(row, save, state, inputs))
            .toList();
    long all = state.receiveMark(save.from());
    // What a query found comes again after the unlock, with what is to be erased: its mark stays.
    long newMark = save.batch().part().isPresent() ? all : Math.max(all, save.batch().endMark());
    return new StoreDecision(
        List.of(new Event.ReceivedIntoCache(save.from(), rows, newMark)),
        new Reply.Saved(rows.size()));
  }

  private static StoreDecision answer(Reply reply) {
    return new StoreDecision(List.of(), reply);
  }
}
