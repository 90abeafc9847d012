package dev.trustring.trust.relation;

import dev.trustring.trust.access.AccessRow;
import dev.trustring.trust.effect.TimerKey;
import dev.trustring.trust.effect.TrustEffect;
import dev.trustring.trust.ledger.Ledger;
import dev.trustring.trust.ledger.TrustState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The rule that a row which was given days to live ends with them, on this device alone: the peer
 * is not told (trust-and-softbus §1.4). The platform looks for such rows from time to time; here
 * they end on time (our choice).
 */
public record RowLife(TrustState state, Instant now) {
  /** How long one timer runs; a longer life takes several, as timers have a limit of their own. */
  private static final Duration LONGEST = Duration.ofDays(30);

  /** The timer with which a life begins, or goes on. */
  public static TrustEffect timer(AccessRow.Key row, Instant now, Instant end) {
    Duration left = Duration.between(now, end);
    Duration first = left.compareTo(LONGEST) > 0 ? LONGEST : left;
    return new TrustEffect.StartTimer(
        new TimerKey.OfRowLife(row), first.isNegative() ? Duration.ZERO : first);
  }

  /** The device is switched on. */
  public List<TrustEffect> restarted() {
    return state.lives().lives().stream().map(life -> timer(life.row(), now, life.end())).toList();
  }

  /** A timer is over, and with it the row if its end has come. */
  public RelationOutcome due(AccessRow.Key key) {
    return state
        .lives()
        .endOf(key)
        .map(end -> now.isBefore(end) ? goesOn(key, end) : ended(key))
        .orElseGet(() -> RelationOutcome.of(0, List.of()));
  }

  private RelationOutcome goesOn(AccessRow.Key key, Instant end) {
    return new RelationOutcome(0, List.of(), List.of(timer(key, now, end)));
  }

  private RelationOutcome ended(AccessRow.Key key) {
    Ledger ledger = new Ledger(state);
    int rows = ledger.delete(row -> row.key().equals(key));
    return RelationOutcome.of(rows, ledger.events());
  }
}
