package dev.trustring.atm.token;

import java.util.Optional;
import java.util.function.Predicate;

/** Finds a token id that nobody has (access-token §1.1). */
public final class FreshTokenId {
  static final int TRIES_MAX = 1000;

  private static final long STEP_FACTOR = 6364136223846793005L;
  private static final long STEP_OFFSET = 1442695040888963407L;
  private static final int UNIQUE_SHIFT = 44;

  private FreshTokenId() {}

  /**
   * The first free id of the sequence of 20-bit numbers that {@code draw} begins; none after a
   * thousand tries, as on the platform. A zero counts as taken, so that the platform's failure on a
   * zero from its random source cannot happen here (our choice).
   */
  public static Optional<TokenId> from(long draw, boolean clone, Predicate<TokenId> taken) {
    long next = draw;
    for (int tries = 0; tries < TRIES_MAX; tries++) {
      int unique = (int) (next >>> UNIQUE_SHIFT);
      TokenId id = TokenId.hap(unique, clone);
      if (unique != 0 && !taken.test(id)) {
        return Optional.of(id);
      }
      next = next * STEP_FACTOR + STEP_OFFSET;
    }
    return Optional.empty();
  }
}
