package dev.trustring.kv.store;

import dev.trustring.kv.store.KvStore.Command;
import dev.trustring.kv.store.KvStore.Reply;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which rows go to a peer next, packet by packet (kv-store §2.5, §3.5). */
final class Outbox {

  private Outbox() {}

  /**
   * The next packet for a peer. Whoever asks for rows and says from when on gets none later than
   * that (unverified). Rows of several packets go in the order of their times, and rows of one time
   * go together, so that a mark never stands between them.
   */
  static Reply.Collected collect(StoreState state, Command.Collect asked) {
    long mark = state.sendMark(asked.peer());
    long start = Math.min(mark, asked.wanted().orElse(mark));
    long receiveMark = state.receiveMark(asked.peer());
    List<Row> due = due(state, start, asked.until());
    long end = due.stream().mapToLong(row -> row.timestamp() + 1).max().orElse(mark);
    if (asked.limits().fitting(due) == due.size()) {
      return new Reply.Collected(new Batch(due, start, end), receiveMark, Optional.empty());
    }
    List<Row> packet = firstOf(due, asked.limits());
    long packetEnd = packet.get(packet.size() - 1).timestamp() + 1;
    return new Reply.Collected(
        new Batch(packet, start, packetEnd),
        receiveMark,
        packet.size() < due.size() ? Optional.of(end) : Optional.empty());
  }

  private static List<Row> due(StoreState state, long start, Optional<Long> until) {
    long end = until.orElse(Long.MAX_VALUE);
    return state.rows().values().stream()
        .filter(row -> row.isLocal() && row.timestamp() >= start && row.timestamp() < end)
        .toList();
  }

  /** The rows of the first packet, in the order of their times. */
  static List<Row> firstOf(List<Row> due, PacketLimits limits) {
    List<Row> sorted = due.stream().sorted(Comparator.comparingLong(Row::timestamp)).toList();
    int count = limits.fitting(sorted);
    long last = sorted.get(count - 1).timestamp();
    while (count < sorted.size() && sorted.get(count).timestamp() == last) {
      count++;
    }
    return sorted.subList(0, count);
  }
}
