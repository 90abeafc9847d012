package dev.trustring.atm.remote;

import dev.trustring.atm.token.TokenId;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds a local id for a remote token: its bits, another number (access-token §5.1). */
final class FreshMapId {
  static final int TRIES_MAX = 1000;

  private static final long STEP_FACTOR = 6364136223846793005L;
  private static final long STEP_OFFSET = 1442695040888963407L;
  private static final int UNIQUE_SHIFT = 44;

  private FreshMapId() {}

  static Optional<TokenId> from(long draw, TokenId remote, Predicate<TokenId> taken) {
    long next = draw;
    for (int tries = 0; tries < TRIES_MAX; tries++) {
      int unique = (int) (next >>> UNIQUE_SHIFT);
      TokenId id = new TokenId((remote.value() & ~TokenId.UNIQUE_MAX) | unique);
      if (unique != 0 && !taken.test(id)) {
        return Optional.of(id);
      }
      next = next * STEP_FACTOR + STEP_OFFSET;
    }
    return Optional.empty();
  }
}
