package dev.trustring.sim.oracle;

import dev.trustring.atm.AtmState;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.token.BundleName;
import dev.trustring.atm.token.HapToken;
import dev.trustring.config.scenario.App;
import dev.trustring.config.scenario.Device;
import dev.trustring.config.scenario.Scenario;
import dev.trustring.device.profile.AppPackage;
import dev.trustring.device.profile.DeviceProfile;
import dev.trustring.kv.service.StoreKey;
import dev.trustring.kv.store.AppId;
import dev.trustring.kv.store.KvStore;
import dev.trustring.kv.store.SecurityLabel;
import dev.trustring.kv.store.StoreState;
import dev.trustring.sim.world.Happening;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.ledger.TrustState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The state of all devices as their stored events tell it, kept apart from the devices themselves,
 * so that oracles judge by what is on disk and not by what a gate believed.
 */
final class Shadow {

  private final Map<DeviceName, DeviceProfile> profiles = new TreeMap<>();
  private final Map<AppId, BundleName> apps = new TreeMap<>();
  private final Map<DeviceName, Lately<AtmState>> permissions = new TreeMap<>();
  private final Map<DeviceName, Lately<TrustState>> trust = new TreeMap<>();
  private final Map<DeviceName, Map<StoreKey, StoreState>> stores = new TreeMap<>();
  private final Map<BundleName, List<PermissionName>> requested = new TreeMap<>();
  private final DiskTrouble disks = new DiskTrouble();
  private Optional<StoreState> before = Optional.empty();
  private long now;

  Shadow(Scenario scenario) {
    for (Device device : scenario.devices()) {
      DeviceName name = device.profile().name();
      profiles.put(name, device.profile());
      permissions.put(name, new Lately<>(AtmState.EMPTY));
      trust.put(name, new Lately<>(TrustState.factoryNew()));
    }
    for (App app : scenario.apps()) {
      AppPackage contents = app.contents();
      apps.put(AppId.of(contents.bundle(), contents.signing()), contents.bundle());
      requested
          .computeIfAbsent(contents.bundle(), absent -> new ArrayList<>())
          .addAll(contents.requested());
    }
  }

  /** Takes in what was stored, at that time of the story. */
  void after(Happening happening, long storyNanos) {
    DeviceName device = happening.device();
    if (happening instanceof Happening.PermissionStored stored) {
      permissions(device).becomes(stored.event().appliedTo(permissions(device).now()), storyNanos);
    } else if (happening instanceof Happening.TrustStored stored) {
      trusts(device).becomes(stored.event().appliedTo(trust(device)), storyNanos);
    } else if (happening instanceof Happening.StoreChanged changed) {
      before =
          Optional.ofNullable(
              stores
                  .computeIfAbsent(device, absent -> new TreeMap<>())
                  .put(changed.store(), changed.after()));
    } else if (happening instanceof Happening.StoreRead read) {
      before = store(device, read.store());
      before.ifPresent(known -> stores(device).put(read.store(), read.state()));
    } else if (happening instanceof Happening.Noted noted && noted.kind().equals("disk")) {
      disks.note(device, noted.detail(), storyNanos);
    }
    now = storyNanos;
  }

  DeviceProfile profile(DeviceName device) {
    return Objects.requireNonNull(profiles.get(device));
  }

  /** The bundle of the app with that identity. */
  Optional<BundleName> bundle(AppId app) {
    return Optional.ofNullable(apps.get(app));
  }

  /** What the manifests of an app of that name request. */
  List<PermissionName> requested(BundleName bundle) {
    return requested.getOrDefault(bundle, List.of());
  }

  /** The tokens of a device. */
  Collection<HapToken> tokens(DeviceName device) {
    return permissions(device).now().tokens().values();
  }

  /** What the store held that was changed last, before that; empty when it was not there. */
  Optional<StoreState> before() {
    return before;
  }

  /** Whether the permissions of a device are or were so when a gate may have asked. */
  boolean permitted(DeviceName device, Predicate<AtmState> so) {
    return permissions(device).wasLately(so, disks.oldestWrite(device, now));
  }

  /** Whether the trust of a device is or was so when a gate may have asked. */
  boolean trusted(DeviceName device, Predicate<TrustState> so) {
    return trusts(device).wasLately(so, disks.oldestWrite(device, now));
  }

  /** The trust of a device. */
  TrustState trust(DeviceName device) {
    return trusts(device).now();
  }

  /** The users of a device who are or were in front when it may have sent something. */
  List<OsAccountId> usersInFront(DeviceName device) {
    return trust(device).users().created().stream()
        .filter(user -> trusted(device, state -> state.isActive(user)))
        .toList();
  }

  /** Whose apps may sync on a device: the user in front, now. */
  OsAccountId foregroundUser(DeviceName device) {
    return trust(device).foregroundUser();
  }

  private Lately<AtmState> permissions(DeviceName device) {
    return Objects.requireNonNull(permissions.get(device));
  }

  private Lately<TrustState> trusts(DeviceName device) {
    return Objects.requireNonNull(trust.get(device));
  }

  Optional<StoreState> store(DeviceName device, StoreKey key) {
    return Optional.ofNullable(stores.getOrDefault(device, Map.of()).get(key));
  }

  /** The stores of a device. */
  Map<StoreKey, StoreState> stores(DeviceName device) {
    return stores.getOrDefault(device, Map.of());
  }

  Optional<SecurityLabel> label(DeviceName device, StoreKey key) {
    return store(device, key).flatMap(StoreState::options).map(options -> options.label());
  }

  /** The rows of a happening that came from another device and won. */
  static Optional<KvStore.Event.Received> arrival(Happening happening) {
    return happening instanceof Happening.StoreChanged changed
        ? changed.event().arrival().filter(received -> !received.rows().isEmpty())
        : Optional.empty();
  }
}
