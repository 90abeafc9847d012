package dev.trustring.kv.service;

import dev.trustring.atm.token.BundleName;
import dev.trustring.kv.decision.DataGroup;
import dev.trustring.kv.decision.TaskMode;
import dev.trustring.kv.query.Query;
import dev.trustring.kv.store.KvStore;
import dev.trustring.kv.store.Row;
import dev.trustring.kv.store.StoreId;
import dev.trustring.kv.store.StoreOptions;
import dev.trustring.trust.identity.DeviceName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What apps ask of the data service. */
public sealed interface KvCall
    permits KvCall.CreateManager,
        KvCall.GetStore,
        KvCall.CloseStore,
        KvCall.DeleteStore,
        KvCall.RemoveStores,
        KvCall.StoreIds,
        KvCall.OnStore,
        KvCall.Sync,
        KvCall.AutoSync,
        KvCall.Collaborate,
        KvCall.SetSyncParam,
        KvCall.EnableSync,
        KvCall.ListenForDeath,
        ResultSetCall {

  KvCaller caller();

  /**
   * Remembers under which name and in which data group the app works; never fails (kv-store §1.1).
   */
  record CreateManager(KvCaller caller, BundleName claimed, DataGroup group) implements KvCall {}

  record GetStore(KvCaller caller, StoreId store, StoreOptions options) implements KvCall {}

  /**
   * Gives one opening of a store back.
   *
   * @param appId as the app gave it; empty for the name of its manager
   */
  record CloseStore(KvCaller caller, Optional<String> appId, StoreId store) implements KvCall {}

  /** Closes a store and deletes it with all that belongs to it (kv-store §1.1). */
  record DeleteStore(KvCaller caller, String appId, StoreId store) implements KvCall {}

  /** Deletes all stores of an app that is removed, whether or not the service lives. */
  record RemoveStores(KvCaller caller) implements KvCall {}

  /** Asks for the ids of all stores that the service knows of the app. */
  record StoreIds(KvCaller caller, String appId) implements KvCall {}

  /** Something asked of an open store. */
  record OnStore(KvCaller caller, StoreId store, KvStore.Command command) implements KvCall {}

  /**
   * A manual sync.
   *
   * @param targets the listed devices; empty for all that are online
   * @param delay as the app gave it
   * @param query which rows are to be synced; empty for all
   */
  record Sync(
      KvCaller caller,
      StoreId store,
      List<DeviceName> targets,
      TaskMode mode,
      Duration delay,
      KvProcess process,
      Optional<Query> query)
      implements KvCall {
    public Sync {
      targets = List.copyOf(targets);
    }
  }

  /**
   * A sync that no app calls for.
   *
   * @param partner the other end of the app's call across devices; without one nothing is synced
   */
  record AutoSync(KvCaller caller, StoreId store, Optional<DeviceName> partner) implements KvCall {}

  /**
   * The app takes part in a call across devices from now on, or does not. The platform asks its
   * scheduler for this whenever a store is about to sync by itself (kv-store §7.1).
   */
  record Collaborate(KvCaller caller, Optional<DeviceName> partner) implements KvCall {}

  /** For how long a sync of the store waits that is called in the background (kv-store §7.2). */
  record SetSyncParam(KvCaller caller, StoreId store, KvProcess process, Duration delay)
      implements KvCall {}

  /**
   * A callback is to hear of the death of the service from now on, or no more (kv-store §1.1).
   *
   * @param callback its name; only where it is taken off it may be empty, for all of the app
   */
  record ListenForDeath(KvCaller caller, boolean on, Optional<String> callback) implements KvCall {}

  /** Says whether the store may sync; nothing ever asks for it (kv-store §1.4). */
  record EnableSync(KvCaller caller, StoreId store, boolean enabled) implements KvCall {}

  /** What apps are told. */
  sealed interface Reply {
    record Done() implements Reply {}

    /** A store's own answer. */
    record FromStore(KvStore.Reply reply) implements Reply {}

    /** Ids of stores, in their order. */
    record Stores(List<StoreId> ids) implements Reply {
      public Stores {
        ids = List.copyOf(ids);
      }
    }

    /** The call throws. */
    record Failed(dev.trustring.kv.status.Status status) implements Reply {}

    /** {@code getKVStore} throws a named error; only rule set article does this. */
    record OpenDenied(String name) implements Reply {}

    /** A count or a position. */
    record NumberIs(long value) implements Reply {}

    record TruthIs(boolean value) implements Reply {}

    /** The entry at which a result set stands. */
    record EntryFound(Row row) implements Reply {}

    /** The app has no such object to call. */
    record NoStoreObject() implements Reply {}
  }
}
