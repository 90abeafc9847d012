package dev.trustring.kv.store;

import dev.trustring.trust.identity.DeviceName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far queries have been synced, each by its text (kv-store §3.6).
 *
 * @param deletes per peer the next tombstone to send with any query
 */
public record QueryMarks(List<Mark> marks, SortedMap<DeviceName, Long> deletes) {

  /** No query was synced yet. */
  public static final QueryMarks NONE = new QueryMarks(List.of(), new TreeMap<>());

  /**
   * The marks of one query and peer.
   *
   * @param sent the next time to send
   * @param received the next time wanted
   */
  public record Mark(DeviceName peer, String query, long sent, long received) {}

  public QueryMarks {
    marks = List.copyOf(marks);
    deletes = Collections.unmodifiableSortedMap(new TreeMap<>(deletes));
  }

  private Optional<Mark> find(DeviceName peer, String query) {
    return marks.stream()
        .filter(mark -> mark.peer().equals(peer) && mark.query().equals(query))
        .findFirst();
  }

  long sent(DeviceName peer, String query) {
    return find(peer, query).map(Mark::sent).orElse(0L);
  }

  long received(DeviceName peer, String query) {
    return find(peer, query).map(Mark::received).orElse(0L);
  }

  long deletes(DeviceName peer) {
    return deletes.getOrDefault(peer, 0L);
  }

  QueryMarks moved(DeviceName peer, String query, long time, boolean sent) {
    return sent ? withSent(peer, query, time) : withReceived(peer, query, time);
  }

  /** All tombstones before that time have gone out as well. */
  private QueryMarks withSent(DeviceName peer, String query, long time) {
    TreeMap<DeviceName, Long> later = new TreeMap<>(deletes);
    later.put(peer, time);
    return new QueryMarks(with(new Mark(peer, query, time, received(peer, query))), later);
  }

  private QueryMarks withReceived(DeviceName peer, String query, long time) {
    return new QueryMarks(with(new Mark(peer, query, sent(peer, query), time)), deletes);
  }

  /** As if nothing had come from that device yet. */
  QueryMarks withoutDataOf(DeviceName device) {
    List<Mark> left =
        marks.stream()
            .map(
                mark ->
                    mark.peer().equals(device)
                        ? new Mark(device, mark.query(), mark.sent(), 0)
                        : mark)
            .toList();
    return new QueryMarks(left, deletes);
  }

  private List<Mark> with(Mark mark) {
    List<Mark> others = new ArrayList<>(marks);
    others.removeIf(one -> one.peer().equals(mark.peer()) && one.query().equals(mark.query()));
    others.add(mark);
    return others;
  }
}
