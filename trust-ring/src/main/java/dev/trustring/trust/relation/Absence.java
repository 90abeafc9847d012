package dev.trustring.trust.relation;

import dev.trustring.trust.access.AccessRow;
import dev.trustring.trust.access.AuthenticationType;
import dev.trustring.trust.access.BindType;
import dev.trustring.trust.effect.TimerKey;
import dev.trustring.trust.effect.TrustEffect;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.ledger.Ledger;
import dev.trustring.trust.ledger.TrustState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The rule that rows allowed once do not outlive a peer that is away for 300 seconds
 * (trust-and-softbus §1.5). One timer runs for each pair of users with such rows; the platform's
 * bound of about 500 timers is left out.
 *
 * @param running the timers that run
 */
public record Absence(TrustState state, List<TimerKey.OfAbsence> running) {
  public static final Duration LIMIT = Duration.ofMinutes(5);

  /** What a step leads to. */
  public record Outcome(List<TimerKey.OfAbsence> running, RelationOutcome relations) {
    public Outcome {
      running = List.copyOf(running);
    }
  }

  public Absence {
    running = List.copyOf(running);
  }

  /** The device is switched on: each row allowed once has its full time before it. */
  public Outcome restarted() {
    return started(row -> true);
  }

  /** A peer has gone offline. A timer that runs already goes on as it is. */
  public Outcome peerGone(DeviceIdentity peer) {
    return started(row -> row.peer().equals(peer.udid()));
  }

  /** A peer is back, which stops the timers of the user in the foreground, and of no other. */
  public Outcome peerOnline(DeviceIdentity peer) {
    List<TimerKey.OfAbsence> stopped =
        running.stream()
            .filter(key -> key.peer().equals(peer.udid()))
            .filter(key -> key.localUser().equals(state.foregroundUser()))
            .toList();
    return new Outcome(
        running.stream().filter(key -> !stopped.contains(key)).toList(),
        new RelationOutcome(
            0, List.of(), stopped.stream().<TrustEffect>map(TrustEffect.StopTimer::new).toList()));
  }

  /**
   * The time is over. Only a row that is active, of a peer that is online, is kept; the link row
   * goes with the last of them, unless something else is left between the two users.
   */
  public Outcome expired(TimerKey.OfAbsence key, boolean online) {
    Ledger ledger = new Ledger(state);
    int rows =
        ledger.deleteOnce(
            row -> isAllowedOnce(row) && keyOf(row).equals(key) && !(online && row.isActive()));
    return new Outcome(
        running.stream().filter(other -> !other.equals(key)).toList(),
        RelationOutcome.of(rows, ledger.events()));
  }

  private Outcome started(Predicate<AccessRow> wanted) {
    List<TimerKey.OfAbsence> due =
        state.rows().stream()
            .filter(Absence::isAllowedOnce)
            .filter(wanted)
            .map(Absence::keyOf)
            .distinct()
            .filter(key -> !running.contains(key))
            .toList();
    List<TrustEffect> effects = new ArrayList<>();
    due.forEach(key -> effects.add(new TrustEffect.StartTimer(key, LIMIT)));
    return new Outcome(
        Stream.concat(running.stream(), due.stream()).toList(),
        new RelationOutcome(0, List.of(), effects));
  }

  private static boolean isAllowedOnce(AccessRow row) {
    boolean bond =
        row.bindType() == BindType.POINT_TO_POINT || row.bindType() == BindType.ACROSS_ACCOUNT;
    return bond && !row.isLinkOnly() && row.authenticationType() == AuthenticationType.ALLOW_ONCE;
  }

  private static TimerKey.OfAbsence keyOf(AccessRow row) {
    return new TimerKey.OfAbsence(row.peer(), row.peerUser(), row.localUser());
  }
}
