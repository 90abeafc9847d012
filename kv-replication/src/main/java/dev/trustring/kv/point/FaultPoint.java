package dev.trustring.kv.point;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The fault points. Each is a rare way that the platform takes as well, so nothing that must hold
 * may hang on it. Names are part of the scenario format and never change.
 */
public enum FaultPoint {
  METADATA_AGAIN(
      "metadata-again", "a sync exchanges store records that were fresh (kv-store §4.1 G5)"),
  CLOCKS_AGAIN("clocks-again", "a sync measures clocks that were measured before (kv-store §3.4)"),
  ABILITY_AGAIN(
      "ability-again", "a sync negotiates abilities that were agreed (kv-store §4.1 G12)"),
  PACKET_SMALL("packet-small", "a packet takes one row, however many would fit (kv-store §3.5)"),
  ANSWER_LATE("answer-late", "a request of a peer is answered a tenth of a second late"),
  DISK_LATE("disk-late", "a write takes 20 ms longer to get to the disk");

  private final String word;
  private final String meaning;

  FaultPoint(String word, String meaning) {
    this.word = word;
    this.meaning = meaning;
  }

  /** The stable name, as scenarios write it. */
  public String word() {
    return word;
  }

  /** One plain clause on what happens when it fires. */
  public String meaning() {
    return meaning;
  }

  /** The point of that name. */
  public static Optional<FaultPoint> parse(String word) {
    return Stream.of(values()).filter(point -> point.word.equals(word)).findFirst();
  }
}
