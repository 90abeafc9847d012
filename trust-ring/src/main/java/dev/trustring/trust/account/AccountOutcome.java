package dev.trustring.trust.account;

import dev.trustring.trust.effect.TrustEffect;
import dev.trustring.trust.ledger.TrustEvent;
import java.util.List;

/** What an account decision leads to: the hellos that still wait, facts, work. */
public record AccountOutcome(
    List<AccountAuth> waiting,
    List<TrustEvent> events,
    List<TrustEffect> effects,
    AccountAnswer answer) {
  public AccountOutcome {
    waiting = List.copyOf(waiting);
    events = List.copyOf(events);
    effects = List.copyOf(effects);
  }
}
