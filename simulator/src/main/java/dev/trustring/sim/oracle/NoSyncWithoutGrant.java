package dev.trustring.sim.oracle;

import dev.trustring.atm.token.BundleName;
import dev.trustring.atm.token.TokenIdentity;
import dev.trustring.atm.token.UserId;
import dev.trustring.kv.decision.EndFacts;
import dev.trustring.kv.decision.GateResult;
import dev.trustring.kv.decision.Verdict;
import dev.trustring.kv.metadata.StoreRecord;
import dev.trustring.kv.store.StoreId;
import dev.trustring.sim.world.Happening;
import java.util.Optional;
import java.util.stream.Stream;

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
    return tokens(judged, shadow)
        .anyMatch(
            token ->
                shadow.permitted(
                    judged.device(), state -> NothingAfterRevocation.holds(state, token)));
  }

  /** The app that owns the store, for each user that has such a store. */
  private static Stream<TokenIdentity> tokens(Happening.Judged judged, Shadow shadow) {
    EndFacts self = judged.report().facts().self();
    Optional<BundleName> bundle = self.store().map(StoreRecord::app).flatMap(shadow::bundle);
    Optional<StoreId> store = self.store().map(StoreRecord::store);
    return shadow.stores(judged.device()).keySet().stream()
        .filter(key -> bundle.equals(Optional.of(key.bundle())))
        .filter(key -> store.equals(Optional.of(key.store())))
        .map(key -> new TokenIdentity(key.bundle(), new UserId(key.user().value()), 0));
  }
}
