package dev.trustring.trust.level;

import java.time.Duration;

/**
 * How a device lets others know its level.
 *
 * @param inAttributes whether its soft bus states it when it comes online; others ask
 * @param after how long it takes to make an attestation
 */
public record LevelProof(boolean inAttributes, Flaw flaw, Duration after) {

  /** As devices do it: in the attributes, at once. */
  public static final LevelProof STATED = new LevelProof(true, Flaw.NONE, Duration.ZERO);

  /** What is wrong with the credential of a device. */
  public enum Flaw {
    NONE("valid"),
    MISSING("missing"),
    MALFORMED("malformed"),
    WRONG_ROOT("wrong-root"),
    FORGED("forged"),
    /** One of the keys of its attestation is missing. */
    BROKEN_CHAIN("broken-chain");

    private final String word;

    Flaw(String word) {
      this.word = word;
    }

    /** The word that scenario files use. */
    public String word() {
      return word;
    }
  }
}
