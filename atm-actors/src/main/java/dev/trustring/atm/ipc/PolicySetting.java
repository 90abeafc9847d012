package dev.trustring.atm.ipc;

import java.util.List;
import java.util.Optional;

/** The policies of one service, in the order in which a system lists its features. */
public record PolicySetting(String service, List<FeaturePolicy> features) {
  public PolicySetting {
    features = List.copyOf(features);
  }

  /** The policies of a service. */
  public static PolicySetting of(String service, FeaturePolicy... features) {
    return new PolicySetting(service, List.of(features));
  }

  /** The first entry of this feature; nothing only matches nothing. */
  Optional<FeaturePolicy> find(Optional<String> feature) {
    return features.stream().filter(policy -> policy.feature().equals(feature)).findFirst();
  }
}
