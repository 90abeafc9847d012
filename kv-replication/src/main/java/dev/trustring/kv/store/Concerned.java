package dev.trustring.kv.store;

import dev.trustring.kv.query.Query;
import dev.trustring.kv.query.Selection;
import dev.trustring.kv.store.KvStore.Event;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which queries a write on this device concerns: those that find a written row now, or found it
 * before (the triggers that the engine makes in the file for each subscription, kv-store §3.4).
 */
final class Concerned {

  private Concerned() {}

  /** Those of the queries that something written here concerns; rows of peers concern none. */
  static List<Query> among(List<Query> queries, StoreState before, List<Event> events) {
    if (queries.isEmpty()) {
      return List.of();
    }
    List<Row> written = events.stream().flatMap(Concerned::written).filter(Row::isLocal).toList();
    return queries.stream().filter(query -> concerns(query, before, written)).toList();
  }

  private static Stream<Row> written(Event event) {
    if (event instanceof Event.Wrote wrote) {
      return Stream.of(wrote.row());
    }
    if (event instanceof Event.WroteBatch batch) {
      return batch.rows().stream();
    }
    return event instanceof Event.CacheMerged merged ? merged.rows().stream() : Stream.empty();
  }

  private static boolean concerns(Query query, StoreState before, List<Row> written) {
    Selection selection = new Selection(query, SchemaRules.schema(before));
    return written.stream()
        .flatMap(row -> Stream.concat(Stream.of(row), before.row(row.id()).stream()))
        .filter(row -> !row.isTombstone())
        .anyMatch(row -> selection.fits(new StoredEntry(row)));
  }
}
