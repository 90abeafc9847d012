package dev.trustring.trust.relation;

import dev.trustring.trust.effect.TrustEffect;
import dev.trustring.trust.ledger.TrustEvent;
import java.util.List;

/**
 * What a decision about rows leads to.
 *
 * @param rows how many rows it was about
 */
public record RelationOutcome(int rows, List<TrustEvent> events, List<TrustEffect> effects) {
  public RelationOutcome {
    events = List.copyOf(events);
    effects = List.copyOf(effects);
  }

  static RelationOutcome of(int rows, List<TrustEvent> events) {
    return new RelationOutcome(rows, events, List.of());
  }
}
