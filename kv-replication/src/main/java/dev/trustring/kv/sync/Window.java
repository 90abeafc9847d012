package dev.trustring.kv.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The packets of one attempt that are on their way (kv-store §3.5). An ack is told by the number of
 * its packet; one that nobody waits for any more is stale.
 *
 * @param numbered how many packets were given a number
 * @param unacked the numbers of those that no ack came for
 * @param rest up to where rows are still to be collected
 * @param split whether what is due now does not fit into one packet
 */
record Window(int numbered, List<Integer> unacked, Optional<Long> rest, boolean split) {

  /** Packets without an ack that the platform sends before it waits. */
  static final int MOST_UNACKED = 3;

  static final Window EMPTY = new Window(0, List.of(), Optional.empty(), false);

  Window {
    unacked = List.copyOf(unacked);
  }

  /** One more packet goes out, after which there may be more to collect. */
  Window sends(Optional<Long> more) {
    boolean several = split || more.isPresent();
    int number = several ? numbered + 1 : Part.WHOLE.number();
    List<Integer> out = new ArrayList<>(unacked);
    out.add(number);
    return new Window(Math.max(numbered, number), out, more, several);
  }

  /** The packet that goes out last. */
  Part newest() {
    return new Part(
        unacked.get(unacked.size() - 1),
        rest.isEmpty(),
        unacked.size() < MOST_UNACKED ? rest : Optional.empty());
  }

  boolean awaits(int number) {
    return unacked.contains(number);
  }

  Window acked(int number) {
    List<Integer> out = new ArrayList<>(unacked);
    out.remove(Integer.valueOf(number));
    return new Window(numbered, out, rest, split);
  }

  /** Whether all packets are out and were acked. */
  boolean isDone() {
    return unacked.isEmpty() && rest.isEmpty();
  }

  /** Everything is collected again; numbers go on, so that acks of before are stale. */
  Window restarted() {
    return new Window(numbered, List.of(), Optional.empty(), false);
  }
}
