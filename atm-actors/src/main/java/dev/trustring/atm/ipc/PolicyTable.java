package dev.trustring.atm.ipc;

import java.util.List;
import java.util.Optional;

/** One of the three tables of policies: of the system, of the product, of the registry. */
public record PolicyTable(List<PolicySetting> settings) {
  /** A table without entries, such as the one of a product that brings none. */
  public static final PolicyTable EMPTY = new PolicyTable(List.of());

  public PolicyTable {
    settings = List.copyOf(settings);
  }

  /** The first entry of this service; a second one of the same name is never looked at. */
  Optional<PolicySetting> find(String service) {
    return settings.stream().filter(setting -> setting.service().equals(service)).findFirst();
  }
}
