package dev.trustring.atm.ipc;

import java.util.List;
import java.util.Optional;

/**
 * Who may call one feature of a service.
 *
 * @param feature empty for the service itself, which C code calls with a null pointer
 */
public record FeaturePolicy(Optional<String> feature, List<IpcPolicy> policies) {
  /** Most policies of one feature. */
  public static final int POLICIES_MAX = 8;

  public FeaturePolicy {
    policies = List.copyOf(policies);
    if (policies.size() > POLICIES_MAX) {
      throw new IllegalArgumentException(
          "at most " + POLICIES_MAX + " policies, not " + policies.size());
    }
  }

  /** The policies of a feature. */
  public static FeaturePolicy of(String feature, IpcPolicy... policies) {
    return new FeaturePolicy(Optional.of(feature), List.of(policies));
  }

  /** The policies of a service without features. */
  public static FeaturePolicy ofService(IpcPolicy... policies) {
    return new FeaturePolicy(Optional.empty(), List.of(policies));
  }
}
