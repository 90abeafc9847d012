package dev.trustring.trust.user;

import dev.trustring.trust.effect.TrustEffect;
import dev.trustring.trust.ledger.TrustEvent;
import java.util.List;

/** What a decision about users leads to. */
public record UserOutcome(UserAnswer answer, List<TrustEvent> events, List<TrustEffect> effects) {
  public UserOutcome {
    events = List.copyOf(events);
    effects = List.copyOf(effects);
  }
}
