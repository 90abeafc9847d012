package dev.trustring.kv.store;

import dev.trustring.kv.schema.Schema;
import dev.trustring.kv.schema.ValueCheck;
import dev.trustring.kv.status.Status;
import dev.trustring.kv.store.KvStore.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a store makes of the entries that its app puts, before it is said where they are written:
 * limits first, then the schema (kv-store §1.4, §1.5).
 *
 * @param entries with the values that are stored; defaults of the schema are in them
 * @param refusal why none of them is written; empty if all are
 */
record Writes(List<Entry> entries, Optional<Status> refusal) {

  /** What the keys and values of one batch may come to (kv-store §1.4). */
  static final long MOST_BYTES_OF_A_BATCH = 512L * 1024 * 1024;

  Writes {
    entries = List.copyOf(entries);
  }

  static Writes of(StoreState state, KvStore.Command.Put put) {
    return of(state, List.of(new Entry(put.key(), put.value())));
  }

  /** All or none of them; an empty list is refused (unverified). */
  static Writes of(StoreState state, KvStore.Command.PutBatch batch) {
    return of(state, batch.entries());
  }

  private static Writes of(StoreState state, List<Entry> entries) {
    long bytes = 0;
    for (Entry entry : entries) {
      if (!fits(state, entry)) {
        return refused(Status.INVALID_ARGUMENT);
      }
      bytes += entry.key().bytes() + entry.value().bytes();
    }
    return entries.isEmpty() || bytes > MOST_BYTES_OF_A_BATCH
        ? refused(Status.INVALID_ARGUMENT)
        : bySchema(SchemaRules.schema(state), entries);
  }

  private static boolean fits(StoreState state, Entry entry) {
    return entry.key().fits(state.options().orElseThrow().type())
        && entry.value().bytes() <= Value.MAX_BYTES;
  }

  private static Writes bySchema(Optional<Schema> schema, List<Entry> entries) {
    if (schema.isEmpty()) {
      return new Writes(entries, Optional.empty());
    }
    List<Entry> stored = new ArrayList<>(entries.size());
    for (Entry entry : entries) {
      ValueCheck.Result checked = ValueCheck.check(schema.get(), entry.value().text());
      if (checked instanceof ValueCheck.Result.Refused refused) {
        return refused(refused.status());
      }
      String text = ((ValueCheck.Result.Fits) checked).text();
      stored.add(new Entry(entry.key(), new Value(entry.value().type(), text)));
    }
    return new Writes(stored, Optional.empty());
  }

  private static Writes refused(Status status) {
    return new Writes(List.of(), Optional.of(status));
  }
}
