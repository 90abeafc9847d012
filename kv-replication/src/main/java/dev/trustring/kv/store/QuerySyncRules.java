package dev.trustring.kv.store;

import dev.trustring.kv.query.Query;
import dev.trustring.kv.query.Selection;
import dev.trustring.kv.store.KvStore.Command;
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

  /** Rows that are to go, and rows of which copies are to go away. */
  private record Due(List<Row> rows, List<Row> gone) {

    List<Row> all() {
      return Stream.concat(rows.stream(), gone.stream()).toList();
    }

    Due before(long time) {
      return new Due(
          rows.stream().filter(row -> row.timestamp() < time).toList(),
          gone.stream().filter(row -> row.timestamp() < time).toList());
    }

    Batch asBatch(long start, long end, Query query) {
      return new Batch(
          rows,
          start,
          end,
          Optional.of(
              new QueryPart(
                  query,
                  gone.stream().map(row -> new Erasure(row.id(), row.writeTimestamp())).toList())));
    }
  }

  /**
   * The next packet of a query: live rows that it finds and tombstones, both since their marks. If
   * values decide, changed rows that it does not find go as erasures. A query that limits or orders
   * starts from nothing each time, for it never moves a mark, and so goes in one packet (our
   * choice). A peer that says from when on it lacks rows gets them at once; the platform holds to
   * the full mark twice before (§3.3).
   */
  static Reply collect(StoreState state, Command.CollectFound asked) {
    Query query = asked.query();
    Command.Collect packet = asked.packet();
    boolean moves = movesMarks(query);
    long mark = moves ? state.sendMark(packet.peer(), query) : 0;
    long start = Math.min(mark, packet.wanted().orElse(mark));
    Due due = due(state, asked, start);
    List<Row> all = due.all();
    long end = all.stream().mapToLong(row -> row.timestamp() + 1).max().orElse(mark);
    long receiveMark = state.receiveMark(packet.peer(), Optional.of(query));
    if (!moves || packet.limits().fitting(all) == all.size()) {
      return new Reply.Collected(
          due.asBatch(start, moves ? end : 0, query), receiveMark, Optional.empty());
    }
    List<Row> first = Outbox.firstOf(all, packet.limits());
    long firstEnd = first.get(first.size() - 1).timestamp() + 1;
    return new Reply.Collected(
        due.before(firstEnd).asBatch(start, firstEnd, query),
        receiveMark,
        first.size() < all.size() ? Optional.of(end) : Optional.empty());
  }

  private static Due due(StoreState state, Command.CollectFound asked, long start) {
    Query query = asked.query();
    Command.Collect packet = asked.packet();
    long until = packet.until().orElse(Long.MAX_VALUE);
    long sent = Math.max(state.sendMark(packet.peer()), state.queryMarks().deletes(packet.peer()));
    long deletesFrom = Math.min(sent, packet.wanted().orElse(sent));
    List<Row> local =
        state.rows().values().stream()
            .filter(row -> row.isLocal() && row.timestamp() < until)
            .toList();
    List<StoredEntry> changed =
        local.stream()
            .filter(row -> !row.isTombstone() && row.timestamp() >= start)
            .map(StoredEntry::new)
            .toList();
    Selection selection = new Selection(query, SchemaRules.schema(state));
    Stream<Row> tombstones =
        local.stream().filter(row -> row.isTombstone() && row.timestamp() >= deletesFrom);
    boolean erases = movesMarks(query) && !query.asksForKeysOnly();
    return new Due(
        Stream.concat(selection.of(changed).stream().map(StoredEntry::row), tombstones).toList(),
        changed.stream()
            .filter(one -> erases && !selection.fits(one))
            .map(StoredEntry::row)
            .toList());
  }

  /** What is to be sent while nothing can be read. */
  static Reply nothing(StoreState state, Command.CollectFound asked) {
    DeviceName peer = asked.packet().peer();
    long mark = movesMarks(asked.query()) ? state.sendMark(peer, asked.query()) : 0;
    return new Reply.Collected(
        new Due(List.of(), List.of()).asBatch(mark, mark, asked.query()),
        state.receiveMark(peer, Optional.of(asked.query())),
        Optional.empty());
  }

  private static boolean movesMarks(Query query) {
    return !query.isLimited() && !query.isOrdered();
  }

  static StoreDecision move(StoreState state, Command.MoveQueryMark asked) {
    boolean same = state.queryMarks().sent(asked.peer(), asked.query().text()) == asked.mark();
    return same || !movesMarks(asked.query())
        ? new StoreDecision(List.of(), new Reply.Done())
        : new StoreDecision(
            List.of(
                new Event.QueryMarkMoved(asked.peer(), asked.query().text(), asked.mark(), true)),
            new Reply.Done());
  }

  /**
   * What comes of a packet of a query: rows that won, copies that go, and the query's own mark.
   *
   * @param won the rows of the packet that stay by the conflict rule
   */
  static StoreDecision save(StoreState state, Command.Save save, QueryPart part, List<Row> won) {
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
    return new StoreDecision(events, new Reply.Saved(won.size()));
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
