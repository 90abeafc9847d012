package dev.trustring.kv.decision;

import java.util.List;
import java.util.Optional;

/**
 * The truth about the link between two devices, which neither of them knows.
 *
 * @param lanes every bearer that could carry frames, and what is in its way
 * @param losses frames of the attempt that were lost
 */
public record LinkFacts(List<Lane> lanes, List<String> losses) {

  /** A link of which nothing is known. */
  public static final LinkFacts UNSEEN = new LinkFacts(List.of(), List.of());

  public LinkFacts {
    lanes = List.copyOf(lanes);
    losses = List.copyOf(losses);
  }

  /** Whether any bearer carries frames. */
  public boolean anyUsable() {
    return lanes.stream().anyMatch(Lane::usable);
  }

  /**
   * One bearer.
   *
   * @param says what it is, or what is in its way
   * @param about the input that is in its way
   */
  public record Lane(String bearer, boolean usable, String says, Optional<FactKey> about) {}
}
