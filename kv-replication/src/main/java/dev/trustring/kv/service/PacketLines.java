package dev.trustring.kv.service;

import dev.trustring.kv.decision.AttemptId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Serves the packets of each attempt one after another in the order of their numbers (kv-store
 * §3.4); one that comes early waits, one that comes twice is served once.
 *
 * @param <T> what stands for a packet
 */
final class PacketLines<T> {

  /** Lines that are kept, the eldest goes: nobody says when a peer has given an attempt up. */
  private static final int MOST_LINES = 64;

  private static final class Line<T> {
    private final Map<Integer, T> waiting = new TreeMap<>();
    private int next = 1;
    private boolean busy;

    Optional<T> goOn() {
      if (busy) {
        return Optional.empty();
      }
      Optional<T> turn = Optional.ofNullable(waiting.remove(next));
      busy = turn.isPresent();
      return turn;
    }
  }

  private final Map<AttemptId, Line<T>> lines =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<AttemptId, Line<T>> eldest) {
          return size() > MOST_LINES;
        }
      };

  /** A packet has come; the one to serve now, if it is any's turn. */
  Optional<T> comes(AttemptId attempt, int number, T packet) {
    Line<T> line = lines.computeIfAbsent(attempt, first -> new Line<>());
    line.waiting.putIfAbsent(number, packet);
    return line.goOn();
  }

  /** Forgets every line. */
  void clear() {
    lines.clear();
  }

  /** The packet of that attempt that was being served is done; the one to serve now. */
  Optional<T> served(AttemptId attempt) {
    Line<T> line = lines.get(attempt);
    if (line == null) {
      return Optional.empty();
    }
    line.busy = false;
    line.next++;
    return line.goOn();
  }
}
