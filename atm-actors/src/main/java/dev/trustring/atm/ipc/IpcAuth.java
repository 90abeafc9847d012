package dev.trustring.atm.ipc;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Authentication of calls between processes (access-token §6.3).
 *
 * @param tables those of the system, of the product and of the registry, in this order
 * @param emptySlots whether a slot of FIXED that is not filled counts
 * @param bundleUids the uid of an installed app
 */
public record IpcAuth(
    List<PolicyTable> tables, EmptySlots emptySlots, Function<String, OptionalInt> bundleUids) {

  /** The uids that may register a service; the rest are no processes of the system. */
  private static final List<Integer> REGISTRANTS =
      List.of(0, 1, 2, 6, 7, 8, 9, 10, 11, 12, 19, 20, 3046);

  public IpcAuth {
    tables = List.copyOf(tables);
  }

  /** What a slot of FIXED holds that nobody filled. */
  public enum EmptySlots {
    /** It holds 0 and is compared, so uid 0 passes almost every such policy: the platform's bug. */
    MATCH_UID_ZERO,
    /** Nothing, as whoever wrote the policy meant. */
    MATCH_NOTHING
  }

  /** A feature of a service. */
  public record Endpoint(String service, Optional<String> feature) implements Comparable<Endpoint> {
    @Override
    public int compareTo(Endpoint other) {
      int byService = service.compareTo(other.service);
      return byService != 0 ? byService : feature.orElse("").compareTo(other.feature.orElse(""));
    }
  }

  /**
   * What a service that registers is told.
   *
   * @param policies none unless the code is {@link IpcCode#SUCCESS}
   */
  public record Strategy(IpcCode code, List<PolicyTrans> policies) {
    public Strategy {
      policies = List.copyOf(policies);
    }

    private static Strategy failed(IpcCode code) {
      return new Strategy(code, List.of());
    }
  }

  /**
   * A system without policies of a product.
   *
   * @param bundleUids under which uid the app of a BUNDLENAME is known
   */
  public static IpcAuth ofSystem(EmptySlots emptySlots, Function<String, OptionalInt> bundleUids) {
    return new IpcAuth(
        List.of(Presets.SYSTEM_SERVICES, PolicyTable.EMPTY, Presets.REGISTRY),
        emptySlots,
        bundleUids);
  }

  /**
   * GetCommunicationStrategy: the policies of a feature that a process with this uid registers. The
   * first table that has the service decides; a later one is not looked at.
   */
  public Strategy strategy(Endpoint endpoint, int uid) {
    if (!REGISTRANTS.contains(uid)) {
      return Strategy.failed(IpcCode.INVALID_UID);
    }
    List<PolicyTrans> policies =
        tables.stream()
            .flatMap(table -> table.find(endpoint.service()).stream())
            .findFirst()
            .flatMap(setting -> setting.find(endpoint.feature()))
            .map(feature -> feature.policies().stream().map(this::asTold).toList())
            .orElse(List.of());
    return policies.isEmpty()
        ? Strategy.failed(IpcCode.NO_POLICY_SET)
        : new Strategy(IpcCode.SUCCESS, policies);
  }

  /**
   * IsCommunicationAllowed: whether a process with this uid may call a feature. Unlike with {@link
   * #strategy}, a table that does not allow it leaves it to the next. Who provides the feature does
   * not matter.
   */
  public IpcCode isAllowed(Endpoint endpoint, int consumerUid) {
    boolean allowed =
        tables.stream()
            .flatMap(table -> table.find(endpoint.service()).stream())
            .flatMap(setting -> setting.find(endpoint.feature()).stream())
            .flatMap(feature -> feature.policies().stream())
            .anyMatch(policy -> accepts(policy, consumerUid));
    return allowed ? IpcCode.SUCCESS : IpcCode.ACCESS_DENIED;
  }

  private boolean accepts(IpcPolicy policy, int uid) {
    if (policy instanceof IpcPolicy.Range range) {
      return uid >= range.uidMin() && uid <= range.uidMax();
    }
    if (policy instanceof IpcPolicy.Fixed fixed) {
      boolean byEmptySlot =
          uid == 0 && fixed.hasEmptySlots() && emptySlots == EmptySlots.MATCH_UID_ZERO;
      return byEmptySlot || fixed.uids().contains(uid);
    }
    if (policy instanceof IpcPolicy.BundleName bundle) {
      OptionalInt installed = bundleUids.apply(bundle.bundleName());
      return installed.isPresent() && installed.getAsInt() == uid;
    }
    throw new AssertionError(policy);
  }

  /** The app of a BUNDLENAME that is not installed leaves a 0 in the slot. */
  private PolicyTrans asTold(IpcPolicy policy) {
    if (policy instanceof IpcPolicy.Range range) {
      return PolicyTrans.range(range.uidMin(), range.uidMax());
    }
    if (policy instanceof IpcPolicy.Fixed fixed) {
      return PolicyTrans.fixed(fixed.uids());
    }
    if (policy instanceof IpcPolicy.BundleName bundle) {
      return PolicyTrans.bundleName(bundleUids.apply(bundle.bundleName()).orElse(0));
    }
    throw new AssertionError(policy);
  }
}
