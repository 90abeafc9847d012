package dev.trustring.kv.metadata;

import dev.trustring.kv.store.AppId;
import dev.trustring.kv.store.StoreId;
import dev.trustring.trust.identity.OsAccountId;
import java.util.List;
import java.util.Optional;

/**
 * What one device knows of another from its metadata.
 *
 * @param capabilityVersion 3 for the newest; the accounts travel in the header from 2 on
 * @param activeUsers the users of its user record
 * @param stores its stores, as far as they were told
 */
public record PeerRecord(
    int capabilityVersion, List<OsAccountId> activeUsers, List<StoreRecord> stores) {

  /** The newest capability version (kv-store §4.6). */
  public static final int CAPABILITY_VERSION = 3;

  /** The user record of a device: the system and the user in front (kv-store §4.4). */
  public static List<OsAccountId> users(OsAccountId front) {
    return List.of(OsAccountId.SYSTEM, front);
  }

  public PeerRecord {
    activeUsers = List.copyOf(activeUsers);
    stores = List.copyOf(stores);
  }

  /** The peer's store of that app and name. */
  public Optional<StoreRecord> store(AppId app, StoreId store) {
    return stores.stream()
        .filter(record -> record.app().equals(app) && record.store().equals(store))
        .findFirst();
  }

  /** Whether any store of the app is known, which is what the receiver's session check asks. */
  public boolean knowsApp(AppId app) {
    return stores.stream().anyMatch(record -> record.app().equals(app));
  }
}
