package dev.trustring.trust.bind;

import dev.trustring.trust.effect.TrustEffect;
import dev.trustring.trust.ledger.TrustEvent;
import java.util.List;
import java.util.Optional;

/** What a bind decided: the session as it goes on (or not), facts, work, and the answer. */
public record BindOutcome(
    Optional<BindSession> session,
    List<TrustEvent> events,
    List<TrustEffect> effects,
    BindAnswer answer) {
  public BindOutcome {
    events = List.copyOf(events);
    effects = List.copyOf(effects);
  }

  /** Nothing changes; only the answer says why. */
  static BindOutcome unchanged(Optional<BindSession> session, BindAnswer answer) {
    return new BindOutcome(session, List.of(), List.of(), answer);
  }
}
