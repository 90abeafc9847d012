package dev.trustring.atm.token;

import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/** Finds a token id that nobody has (access-token §1.1). */
public final class FreshTokenId {
  static final int TRIES_MAX = 1000;

  private static final long STEP_FACTOR = 6364136223846793005L;
  private static final long STEP_OFFSET = 1442695040888963407L;

  /** Turns a draw so that its best bits, the highest, become the lowest 20 of the 32 used. */
  private static final int TURN = 20;

  private FreshTokenId() {}

  /** The first free id of an app, or of a clone, in the sequence that {@code draw} begins. */
  public static Optional<TokenId> from(long draw, boolean clone, Predicate<TokenId> taken) {
    return from(draw, unique -> TokenId.hap(unique, clone), taken);
  }

  /**
   * The first free id of the sequence of random numbers that {@code draw} begins. The lowest 20 of
   * 32 random bits count. None after a thousand tries, and none if the random source gives a zero,
   * which the platform takes for its failure.
   */
  public static Optional<TokenId> from(
      long draw, IntFunction<TokenId> made, Predicate<TokenId> taken) {
    long next = draw;
    for (int tries = 0; tries < TRIES_MAX; tries++) {
      int bits = (int) Long.rotateLeft(next, TURN);
      if (bits == 0) {
        return Optional.empty();
      }
      TokenId id = made.apply(bits & TokenId.UNIQUE_MAX);
      if (!taken.test(id)) {
        return Optional.of(id);
      }
      next = next * STEP_FACTOR + STEP_OFFSET;
    }
    return Optional.empty();
  }
}
