package dev.trustring.sim.oracle;

import dev.trustring.kv.service.StoreKey;
import dev.trustring.sim.world.Happening;
import dev.trustring.trust.Trust;
import dev.trustring.trust.access.AuthType;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.identity.PkgName;
import dev.trustring.trust.identity.Udid;
import java.util.Optional;

/** Rows pass only between devices whose stored trust covers the app, on the receiving side. */
final class NoSyncOutsideRing implements Invariant {

  @Override
  public String name() {
    return "no-sync-outside-ring";
  }

  @Override
  public String sentence() {
    return "no device stores rows of a device towards which it holds no trust row for the app";
  }

  @Override
  public Optional<String> breachAfter(Happening happening, Shadow shadow) {
    return Shadow.arrival(happening)
        .flatMap(
            received -> {
              Happening.StoreChanged changed = (Happening.StoreChanged) happening;
              return trusts(shadow, changed.device(), received.from(), changed.store())
                  ? Optional.empty()
                  : Optional.of(
                      changed.device()
                          + " stored rows of "
                          + received.from()
                          + " without a trust row for "
                          + changed.store().bundle());
            });
  }

  private static boolean trusts(Shadow shadow, DeviceName device, DeviceName peer, StoreKey store) {
    return shadow.usersInFront(peer).stream()
        .map(
            user ->
                new Trust.CheckAccess(
                    store.user(),
                    user,
                    Udid.of(peer),
                    new PkgName(store.bundle().value()),
                    AuthType.DEFAULT,
                    true))
        .anyMatch(check -> shadow.trusted(device, state -> Trust.access(state, check).permitted()));
  }
}
