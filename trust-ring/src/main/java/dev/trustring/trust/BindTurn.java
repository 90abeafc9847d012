package dev.trustring.trust;

import dev.trustring.trust.bind.BindSession;
import dev.trustring.trust.effect.TrustEffect;
import dev.trustring.trust.wire.BindId;
import java.util.Optional;

/**
 * Another bind runs on a device than before, or none does any more.
 *
 * @param before the bind that ran until now
 * @param now the one that runs from now on
 * @param end how the former ended; empty if nobody was told
 */
public record BindTurn(
    Optional<BindSession> before, Optional<BindSession> now, Optional<TrustEffect.BindEnded> end) {

  /** What a decision changed in what runs; empty if it changed nothing in it. */
  static Optional<BindTurn> of(Sessions before, Trust.Decision decision) {
    Optional<BindSession> now = decision.sessions().bind();
    if (id(before.bind()).equals(id(now))) {
      return Optional.empty();
    }
    Optional<TrustEffect.BindEnded> end =
        decision.effects().stream()
            .filter(TrustEffect.BindEnded.class::isInstance)
            .map(TrustEffect.BindEnded.class::cast)
            .findFirst();
    return Optional.of(new BindTurn(before.bind(), now, end));
  }

  private static Optional<BindId> id(Optional<BindSession> session) {
    return session.map(BindSession::id);
  }
}
