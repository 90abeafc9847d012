package dev.trustring.sim.oracle;

import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.token.TokenIdentity;
import dev.trustring.atm.token.UserId;
import dev.trustring.kv.decision.GateResult;
import dev.trustring.kv.decision.Verdict;
import dev.trustring.sim.world.Happening;
import java.util.Optional;

/**
 * A receiver lets a packet pass only while its own app holds DISTRIBUTED_DATASYNC. The sender is
 * asked once, when its task starts; a revocation after that does not stop the packet on the
 * platform either (kv-store §4.3), so it is no breach.
 */
final class NoSyncWithoutGrant implements Invariant {

  @Override
  public String name() {
    return "no-sync-without-grant";
  }

  @Override
  public String sentence() {
    return "no receiver lets a packet pass while its own app lacks DISTRIBUTED_DATASYNC";
  }

  @Override
  public Optional<String> breachAfter(Happening happening, Shadow shadow) {
    if (!(happening instanceof Happening.Judged judged)) {
      return Optional.empty();
    }
    boolean passed = judged.report().asked().stream().anyMatch(NoSyncWithoutGrant::isPermission);
    if (!passed || isGranted(judged, shadow)) {
      return Optional.empty();
    }
    return Optional.of(
        judged.device() + " let a packet of " + judged.report().id() + " pass without the grant");
  }

  private static boolean isPermission(GateResult result) {
    return result.gate().name().equals("receive-permission")
        && result.verdict() instanceof Verdict.Pass;
  }

  private static boolean isGranted(Happening.Judged judged, Shadow shadow) {
    return judged
        .report()
        .facts()
        .self()
        .store()
        .flatMap(store -> bundleOf(judged, shadow))
        .map(token -> holds(shadow, judged, token))
        .orElse(false);
  }

  private static boolean holds(Shadow shadow, Happening.Judged judged, TokenIdentity token) {
    return shadow
        .permissions(judged.device())
        .token(token)
        .map(held -> held.effectivelyGranted().contains(PermissionName.DISTRIBUTED_DATASYNC))
        .orElse(false);
  }

  private static Optional<TokenIdentity> bundleOf(Happening.Judged judged, Shadow shadow) {
    return shadow.stores(judged.device()).keySet().stream()
        .filter(
            key ->
                judged
                    .report()
                    .facts()
                    .self()
                    .store()
                    .map(store -> store.store().equals(key.store()))
                    .orElse(false))
        .map(key -> new TokenIdentity(key.bundle(), new UserId(key.user().value()), 0))
        .findFirst();
  }
}
