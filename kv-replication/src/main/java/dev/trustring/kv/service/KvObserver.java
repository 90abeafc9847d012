package dev.trustring.kv.service;

import dev.trustring.atm.token.BundleName;
import dev.trustring.kv.judge.AttemptReport;
import dev.trustring.kv.judge.ReceiverReport;
import dev.trustring.kv.store.KvStore;
import dev.trustring.kv.store.SavedPacket;
import dev.trustring.kv.store.StoreId;
import dev.trustring.kv.store.StoreSession;
import dev.trustring.kv.store.StoreState;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.identity.OsAccountId;
import java.util.SortedMap;

/** Whoever watches a device's data service: it hears, and changes nothing. */
public interface KvObserver {

  /** Something is on disk. */
  void stored(StoreKey store, KvStore.Event event, StoreState after);

  /** A store has been read from the disk, at its first use after a start. */
  default void read(StoreKey store, StoreState state) {}

  /** A store has taken a packet of a peer. */
  default void saved(StoreKey store, SavedPacket packet) {}

  /** An attempt of this device has ended. */
  void attemptEnded(AttemptReport report);

  /** A request of a peer was judged. */
  void received(ReceiverReport report);

  /** An app's callback for changes of its store was called. */
  void dataChange(StoreKey store, StoreSession.Told told);

  /** An app's callback for the death of the service was called. */
  default void serviceDied(DeathNotice notice) {}

  /** The process of an app has ended, and what it held in memory is gone. */
  default void appEnded(BundleName app, OsAccountId user) {}

  /** The app's callback was called. */
  void syncComplete(KvCaller caller, StoreId store, SortedMap<DeviceName, Integer> numbers);
}
