package dev.trustring.sim.page;

import dev.trustring.device.net.Frame;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/**
 * Which event of sending belongs to which event of arriving. Frames have no number; one that
 * arrives is the oldest under way between the two devices that says the same. A copy that a network
 * made belongs to the same sending.
 */
final class Flights {

  /** What is under way is forgotten from the oldest on; no link holds that many. */
  private static final int MOST = 1_000;

  private record Sent(Frame frame, long nanos, int row) {}

  private record Way(String from, String to) {
    static Way of(Frame frame) {
      return new Way(frame.from().value(), frame.to().value());
    }
  }

  private final Map<Way, Deque<Sent>> underWay = new HashMap<>();
  private final Map<Way, Sent> landed = new HashMap<>();

  /** A frame went out at that time; the event stands in that row. */
  void sent(Frame frame, long nanos, int row) {
    Deque<Sent> all = underWay.computeIfAbsent(Way.of(frame), absent -> new ArrayDeque<>());
    if (all.size() == MOST) {
      all.removeFirst();
    }
    all.addLast(new Sent(frame, nanos, row));
  }

  /** The row in which this frame went out; empty when it never did. */
  Optional<Integer> arrived(Frame frame, long nanos) {
    Way way = Way.of(frame);
    Optional<Sent> sent = taken(frame, nanos).or(() -> Optional.ofNullable(landed.get(way)));
    sent.ifPresent(one -> landed.put(way, one));
    return sent.filter(one -> one.frame().equals(frame)).map(Sent::row);
  }

  /** The row in which this frame went out; empty when it was lost before it did. */
  Optional<Integer> lost(Frame frame, long nanos) {
    return taken(frame, nanos).map(Sent::row);
  }

  private Optional<Sent> taken(Frame frame, long nanos) {
    Iterator<Sent> oldestFirst =
        underWay.getOrDefault(Way.of(frame), new ArrayDeque<>()).iterator();
    while (oldestFirst.hasNext()) {
      Sent sent = oldestFirst.next();
      if (sent.nanos() < nanos && sent.frame().equals(frame)) {
        oldestFirst.remove();
        return Optional.of(sent);
      }
    }
    return Optional.empty();
  }
}
