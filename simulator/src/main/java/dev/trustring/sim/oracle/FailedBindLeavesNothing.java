package dev.trustring.sim.oracle;

import dev.trustring.sim.world.Happening;
import dev.trustring.trust.BindTurn;
import dev.trustring.trust.access.AccessRow;
import dev.trustring.trust.access.BindType;
import dev.trustring.trust.access.Credential;
import dev.trustring.trust.bind.BindSession;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.ledger.TrustState;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A bind that fails takes back what it wrote on that side (trust-and-softbus §2.9). Binds of
 * version 1 take nothing back there, and a crash forgets the bind and leaves what was written.
 */
final class FailedBindLeavesNothing implements Invariant {

  private final Map<DeviceName, TrustState> begun = new HashMap<>();

  @Override
  public String name() {
    return "failed-bind-leaves-nothing";
  }

  @Override
  public String sentence() {
    return "a bind that fails leaves no new row and no new credential on a device that ends it";
  }

  @Override
  public Optional<String> breachAfter(Happening happening, Shadow shadow) {
    if (!(happening instanceof Happening.BindTurned turned)) {
      return Optional.empty();
    }
    TrustState now = shadow.trust(turned.device());
    TrustState before = begun.remove(turned.device());
    if (turned.turn().now().isPresent()) {
      begun.put(turned.device(), now);
    }
    return before == null || !hasFailed(turned.turn())
        ? Optional.empty()
        : left(turned, before, now);
  }

  private static boolean hasFailed(BindTurn turn) {
    boolean isV1 = turn.before().map(BindSession::state).filter(state -> state.isV1()).isPresent();
    return !isV1 && turn.end().filter(end -> !end.reason().isSuccess()).isPresent();
  }

  private static Optional<String> left(
      Happening.BindTurned turned, TrustState before, TrustState now) {
    Optional<AccessRow> row =
        now.rows().stream()
            .filter(one -> isOfBinds(turned, one))
            .filter(one -> before.row(one.key()).isEmpty())
            .findFirst();
    Optional<Credential> credential =
        now.credentials().stream().filter(one -> !before.hasCredential(one)).findFirst();
    return row.map(one -> "an access row")
        .or(() -> credential.map(one -> "a credential"))
        .map(what -> turned.device() + " keeps " + what + " of a bind that failed");
  }

  /** The row of a common account comes by itself when the two meet, also in the midst of a bind. */
  private static boolean isOfBinds(Happening.BindTurned turned, AccessRow row) {
    return row.bindType() != BindType.IDENTICAL_ACCOUNT && isOfPeer(turned, row);
  }

  private static boolean isOfPeer(Happening.BindTurned turned, AccessRow row) {
    return turned
        .turn()
        .before()
        .filter(bind -> bind.request().peer().udid().equals(row.peer()))
        .isPresent();
  }
}
