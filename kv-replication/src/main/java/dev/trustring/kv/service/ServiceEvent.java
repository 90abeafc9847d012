package dev.trustring.kv.service;

import dev.trustring.atm.token.BundleName;
import dev.trustring.kv.store.StoreId;
import java.util.Optional;

/** What befalls a data service or its files. */
public sealed interface ServiceEvent {

  /** The file of a store of the user in front is damaged; of all of that app if none is named. */
  record FileHit(BundleName bundle, Optional<StoreId> store) implements ServiceEvent {}

  /** The service lives from now on, or has died. */
  record ServiceIs(boolean serving) implements ServiceEvent {}

  /** The device is on a charger, from its start on. */
  record Charging() implements ServiceEvent {}

  /** The screen of a device on a charger is on from now on, or off. */
  record ScreenIs(boolean on) implements ServiceEvent {}

  /** It is time to see whether backups are due. */
  record BackupCheck() implements ServiceEvent {}

  /** The clients try once more to have their callbacks registered at the service. */
  record ClientsTry() implements ServiceEvent {}
}
