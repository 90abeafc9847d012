package dev.trustring.kv.store;

import dev.trustring.kv.store.KvStore.Event;
import java.util.ArrayList;
import java.util.List;

/**
 * What an app has written since {@code startTransaction}: it alone sees it, and nothing of it is on
 * disk before the commit (kv-store §1.4).
 *
 * @param view the store as the app sees it
 * @param written every write, in order
 * @param bytes what the keys and values come to
 */
record Transaction(StoreState view, List<Row> written, long bytes) {

  Transaction {
    written = List.copyOf(written);
  }

  static Transaction on(StoreState state) {
    return new Transaction(state, List.of(), 0);
  }

  /** Whether so much more still fits; the limit is that of one batch (kv-store §1.5). */
  boolean takes(List<Event> events) {
    return bytes + bytesOf(events) <= Writes.MOST_BYTES_OF_A_BATCH;
  }

  Transaction with(List<Event> events) {
    StoreState after = view;
    List<Row> more = new ArrayList<>(written);
    for (Event event : events) {
      after = event.appliedTo(after);
      more.addAll(rowsOf(event));
    }
    return new Transaction(after, more, bytes + bytesOf(events));
  }

  private static long bytesOf(List<Event> events) {
    return events.stream()
        .flatMap(event -> rowsOf(event).stream())
        .mapToLong(row -> row.id().key().bytes() + row.value().map(Value::bytes).orElse(0))
        .sum();
  }

  /** The rows that an event writes; nothing else happens inside a transaction. */
  private static List<Row> rowsOf(Event event) {
    if (event instanceof Event.Wrote wrote) {
      return List.of(wrote.row());
    }
    if (event instanceof Event.WroteBatch batch) {
      return batch.rows();
    }
    throw new IllegalStateException("no write of an app: " + event);
  }
}
