package dev.trustring.kv.store;

import dev.trustring.kv.query.Query;
import dev.trustring.kv.query.Selection;
import dev.trustring.kv.store.KvStore.Command;
import dev.trustring.kv.store.KvStore.Decision;
import dev.trustring.kv.store.KvStore.Event;
import dev.trustring.kv.store.KvStore.Reply;
import dev.trustring.trust.identity.DeviceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What queries send and keep in a sync (kv-store §2.5, §3.6). */
final class QuerySyncRules {

  private QuerySyncRules() {}

  /**
   * What is to be sent of a query: live rows that it finds and tombstones, both since their marks.
   * If values decide, changed rows that it does not find go as erasures. A query that limits or
   * orders starts from nothing each time, for it never moves a mark. A peer that says from when on
   * it lacks rows gets them at once; the platform holds to the full mark twice before (§3.3).
   */
  static Reply collect(StoreState state, Command.CollectFound asked) {
    DeviceName peer = asked.peer();
    Query query = asked.query();
    boolean moves = movesMarks(query);
    long mark = moves ? state.sendMark(peer, query) : 0;
    long start = Math.min(mark, asked.wanted().orElse(mark));
    long deletes = Math.max(state.sendMark(peer), state.queryMarks().deletes(peer));
    long deletesFrom = Math.min(deletes, asked.wanted().orElse(deletes));
    List<StoredEntry> changed =
        state.rows().values().stream()
            .filter(row -> row.isLocal() && !row.isTombstone() && row.timestamp() >= start)
            .map(StoredEntry::new)
            .toList();
    Selection selection = new Selection(query, SchemaRules.schema(state));
    List<Row> rows =
        Stream.concat(
                selection.of(changed).stream().map(StoredEntry::row),
                state.rows().values().stream()
                    .filter(Row::isLocal)
                    .filter(row -> row.isTombstone() && row.timestamp() >= deletesFrom))
            .toList();
    boolean erases = moves && !query.asksForKeysOnly();
    List<Row> gone =
        erases
            ? changed.stream().filter(one -> !selection.fits(one)).map(StoredEntry::row).toList()
            : List.of();
    List<Erasure> erased =
        gone.stream().map(row -> new Erasure(row.id(), row.writeTimestamp())).toList();
    long end =
        Stream.concat(rows.stream(), gone.stream())
            .mapToLong(row -> row.timestamp() + 1)
            .max()
            .orElse(mark);
    return new Reply.Collected(
        new Batch(rows, start, moves ? end : 0, Optional.of(new QueryPart(query, erased))),
        state.receiveMark(peer, Optional.of(query)),
        Optional.empty());
  }

  /** What is to be sent while nothing can be read. */
  static Reply nothing(StoreState state, Command.CollectFound asked) {
    long mark = movesMarks(asked.query()) ? state.sendMark(asked.peer(), asked.query()) : 0;
    QueryPart part = new QueryPart(asked.query(), List.of());
    return new Reply.Collected(
        new Batch(List.of(), mark, mark, Optional.of(part)),
        state.receiveMark(asked.peer(), Optional.of(asked.query())),
        Optional.empty());
  }

  private static boolean movesMarks(Query query) {
    return !query.isLimited() && !query.isOrdered();
  }

  static Decision move(StoreState state, Command.MoveQueryMark asked) {
    boolean same = state.queryMarks().sent(asked.peer(), asked.query().text()) == asked.mark();
    return same || !movesMarks(asked.query())
        ? new Decision(List.of(), new Reply.Done())
        : new Decision(
            List.of(
                new Event.QueryMarkMoved(asked.peer(), asked.query().text(), asked.mark(), true)),
            new Reply.Done());
  }

  /**
   * What comes of a packet of a query: rows that won, copies that go, and the query's own mark.
   *
   * @param won the rows of the packet that stay by the conflict rule
   */
  static Decision save(StoreState state, Command.Save save, QueryPart part, List<Row> won) {
    DeviceName from = save.from();
    Query query = part.query();
    List<Event> events = new ArrayList<>();
    if (!won.isEmpty()) {
      events.add(new Event.Received(from, won, state.receiveMark(from)));
    }
    List<RowId> erased =
        part.erased().stream()
            .filter(gone -> goes(state, from, gone, save.offset()))
            .map(Erasure::id)
            .toList();
    if (!erased.isEmpty()) {
      events.add(new Event.Erased(from, erased));
    }
    long end = save.batch().endMark();
    if (movesMarks(query) && end > state.receiveMark(from, Optional.of(query))) {
      events.add(new Event.QueryMarkMoved(from, query.text(), end, false));
    }
    return new Decision(events, new Reply.Saved(won.size()));
  }

  /** Only a copy of what that device sent goes, and none that is newer. */
  private static boolean goes(StoreState state, DeviceName from, Erasure gone, long offset) {
    return state
        .row(gone.id())
        .filter(row -> row.sender().filter(from::equals).isPresent())
        .filter(row -> row.writeTimestamp() <= gone.writeTimestamp() + offset)
        .isPresent();
  }
}
