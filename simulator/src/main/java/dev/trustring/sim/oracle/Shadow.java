package dev.trustring.sim.oracle;

import dev.trustring.atm.AtmState;
import dev.trustring.config.scenario.Device;
import dev.trustring.config.scenario.Scenario;
import dev.trustring.device.profile.DeviceProfile;
import dev.trustring.kv.service.StoreKey;
import dev.trustring.kv.store.KvStore;
import dev.trustring.kv.store.SecurityLabel;
import dev.trustring.kv.store.StoreState;
import dev.trustring.sim.world.Happening;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.ledger.TrustState;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The state of all devices as their stored events tell it, kept apart from the devices themselves,
 * so that oracles judge by what is on disk and not by what a gate believed.
 */
final class Shadow {

  private final Map<DeviceName, DeviceProfile> profiles = new TreeMap<>();
  private final Map<DeviceName, AtmState> permissions = new TreeMap<>();
  private final Map<DeviceName, TrustState> trust = new TreeMap<>();
  private final Map<DeviceName, Map<StoreKey, StoreState>> stores = new TreeMap<>();

  Shadow(Scenario scenario) {
    for (Device device : scenario.devices()) {
      profiles.put(device.profile().name(), device.profile());
    }
  }

  /** Takes in what was stored. */
  void after(Happening happening) {
    DeviceName device = happening.device();
    if (happening instanceof Happening.PermissionStored stored) {
      permissions.put(device, stored.event().appliedTo(permissions(device)));
    } else if (happening instanceof Happening.TrustStored stored) {
      trust.put(device, stored.event().appliedTo(trust(device)));
    } else if (happening instanceof Happening.StoreChanged changed) {
      stores
          .computeIfAbsent(device, absent -> new TreeMap<>())
          .put(changed.store(), changed.after());
    }
  }

  DeviceProfile profile(DeviceName device) {
    return java.util.Objects.requireNonNull(profiles.get(device));
  }

  AtmState permissions(DeviceName device) {
    return permissions.getOrDefault(device, AtmState.EMPTY);
  }

  TrustState trust(DeviceName device) {
    return trust.getOrDefault(device, TrustState.factoryNew());
  }

  Optional<StoreState> store(DeviceName device, StoreKey key) {
    return Optional.ofNullable(stores.getOrDefault(device, Map.of()).get(key));
  }

  /** The stores of that id on a device, whatever the app. */
  Map<StoreKey, StoreState> stores(DeviceName device) {
    return stores.getOrDefault(device, Map.of());
  }

  Optional<SecurityLabel> label(DeviceName device, StoreKey key) {
    return store(device, key).flatMap(StoreState::options).map(options -> options.label());
  }

  /** The rows of a happening that came from another device and won. */
  static Optional<KvStore.Event.Received> arrival(Happening happening) {
    return happening instanceof Happening.StoreChanged changed
            && changed.event() instanceof KvStore.Event.Received received
            && !received.rows().isEmpty()
        ? Optional.of(received)
        : Optional.empty();
  }
}
