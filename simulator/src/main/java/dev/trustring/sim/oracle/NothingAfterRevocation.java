package dev.trustring.sim.oracle;

import dev.trustring.atm.AtmState;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.token.TokenIdentity;
import dev.trustring.atm.token.UserId;
import dev.trustring.kv.service.StoreKey;
import dev.trustring.sim.world.Happening;
import java.util.Optional;

/**
 * Rows of peers come to rest only where the app that owns the store holds DISTRIBUTED_DATASYNC,
 * whatever gates were asked or forgotten (kv-store §4.3). A revocation counts from the moment at
 * which the device that stores the rows has it on its own disk.
 */
final class NothingAfterRevocation implements Invariant {

  @Override
  public String name() {
    return "nothing-after-revocation";
  }

  @Override
  public String sentence() {
    return "no row of a peer is stored after a revocation that the storing device had seen";
  }

  @Override
  public Optional<String> breachAfter(Happening happening, Shadow shadow) {
    return Shadow.arrival(happening)
        .map(received -> (Happening.StoreChanged) happening)
        .filter(changed -> !mayReceive(changed, shadow))
        .map(
            changed ->
                changed.device()
                    + " stored rows in "
                    + changed.store().store()
                    + " while "
                    + changed.store().bundle()
                    + " lacked the permission");
  }

  private static boolean mayReceive(Happening.StoreChanged changed, Shadow shadow) {
    StoreKey store = changed.store();
    TokenIdentity owner = new TokenIdentity(store.bundle(), new UserId(store.user().value()), 0);
    return shadow.permitted(changed.device(), state -> holds(state, owner));
  }

  /** Whether an app holds DISTRIBUTED_DATASYNC. */
  static boolean holds(AtmState state, TokenIdentity token) {
    return state
        .token(token)
        .map(held -> held.effectivelyGranted().contains(PermissionName.DISTRIBUTED_DATASYNC))
        .orElse(false);
  }
}
