package dev.trustring.kv.service;

import dev.trustring.atm.token.BundleName;
import dev.trustring.kv.decision.DataGroup;
import dev.trustring.kv.decision.OpenRefusal;
import dev.trustring.kv.status.Status;
import dev.trustring.kv.store.StoreId;
import dev.trustring.trust.identity.OsAccountId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the running apps hold in memory: their managers and open stores. Gone with a restart. */
final class AppProcesses {

  /** Where an app stands with one store. */
  enum Handle {
    NEVER_OPENED,
    OPEN,
    CLOSED
  }

  private record SyncParam(String process, Duration delay) {}

  private record Manager(BundleName claimed, DataGroup group) {}

  private final Map<String, Manager> managers = new TreeMap<>();
  private final Map<String, String> groupOwners = new TreeMap<>();
  private final Map<StoreKey, DataGroup> groups = new TreeMap<>();
  private final Map<StoreKey, Integer> opens = new TreeMap<>();
  private final Map<StoreKey, OpenRefusal> refusals = new TreeMap<>();
  private final Map<StoreKey, SyncParam> syncParams = new TreeMap<>();
  private final Map<StoreKey, Boolean> autoSyncs = new TreeMap<>();
  private final Set<StoreKey> inSession = new TreeSet<>();

  /** The first app that declares its group makes it the group of its certificate. */
  void createdManager(KvCall.CreateManager call) {
    DataGroup group =
        call.group()
            .shared()
            .map(id -> groupOwners.computeIfAbsent(id, first -> call.group().signing()))
            .map(call.group()::ownedBy)
            .orElse(call.group());
    managers.put(nameOf(call.caller()), new Manager(call.claimed(), group));
  }

  Optional<BundleName> manager(KvCaller caller) {
    return Optional.ofNullable(managers.get(nameOf(caller))).map(Manager::claimed);
  }

  /** The data group in which the app would open a store now. */
  DataGroup group(KvCaller caller) {
    return Optional.ofNullable(managers.get(nameOf(caller)))
        .map(Manager::group)
        .orElse(DataGroup.NONE);
  }

  /** The data group in which the app opened that store, or tried to. */
  DataGroup group(KvCaller caller, StoreId store) {
    return Optional.ofNullable(groups.get(caller.key(store))).orElseGet(() -> group(caller));
  }

  /** A handle that is open already keeps the options that it was opened with (kv-store §1.2). */
  void opened(StoreKey key, DataGroup group, boolean autoSync) {
    if (handle(key) != Handle.OPEN) {
      autoSyncs.put(key, autoSync);
    }
    groups.put(key, group);
    opens.merge(key, 1, Integer::sum);
    refusals.remove(key);
  }

  /** Whether the app holds the store open as one that syncs by itself. */
  boolean syncsByItself(StoreKey key) {
    return handle(key) == Handle.OPEN && autoSyncs.getOrDefault(key, false);
  }

  /** Whether the app's manager holds its stores under that id; it is the name it claimed. */
  boolean isOwn(KvCaller caller, String appId) {
    return manager(caller).orElse(caller.bundle()).value().equals(appId);
  }

  /** As many closes as opens close the store; more change nothing (kv-store §1.1). */
  void closed(StoreKey key) {
    opens.computeIfPresent(key, (same, count) -> Math.max(0, count - 1));
  }

  /** The store is gone, however often it was open. */
  void deleted(StoreKey key) {
    opens.computeIfPresent(key, (same, count) -> 0);
    inSession.remove(key);
  }

  /** The app now has a transaction or callbacks there, which a last close has to end. */
  void inSession(StoreKey key) {
    inSession.add(key);
  }

  /**
   * The process of an app is gone, and its managers and store objects with it: the next one begins
   * anew.
   *
   * @return the stores in which it has left a transaction or callbacks
   */
  List<StoreKey> ended(KvServiceActor.AppEnded app) {
    List<StoreKey> left = inSession.stream().filter(app::isOf).toList();
    inSession.removeAll(left);
    managers.remove(nameOf(app.bundle(), app.user()));
    groups.keySet().removeIf(app::isOf);
    opens.keySet().removeIf(app::isOf);
    refusals.keySet().removeIf(app::isOf);
    autoSyncs.keySet().removeIf(app::isOf);
    return left;
  }

  /** Whether the app has just left something behind that it can never come back to. */
  boolean leftSession(StoreKey key) {
    return handle(key) == Handle.CLOSED && inSession.remove(key);
  }

  void refused(StoreKey key, DataGroup group, OpenRefusal refusal) {
    if (handle(key) == Handle.NEVER_OPENED) {
      groups.put(key, group);
    }
    refusals.put(key, refusal);
  }

  Handle handle(StoreKey key) {
    Integer count = opens.get(key);
    if (count == null) {
      return Handle.NEVER_OPENED;
    }
    return count > 0 ? Handle.OPEN : Handle.CLOSED;
  }

  Optional<OpenRefusal> refusal(StoreKey key) {
    return Optional.ofNullable(refusals.get(key));
  }

  /** Sets it, or says why not. */
  KvCall.Reply setSyncParam(KvCall.SetSyncParam call) {
    Optional<KvCall.Reply> refusal = refusal(call.caller(), call.store());
    if (refusal.isEmpty()) {
      syncParams.put(
          call.caller().key(call.store()), new SyncParam(call.process().id(), call.delay()));
    }
    return refusal.orElseGet(() -> new KvCall.Reply.Done());
  }

  /** What the process has set for the store; what another process had set is lost (§1.4). */
  Duration syncParam(StoreKey key, KvProcess process) {
    return Optional.ofNullable(syncParams.get(key))
        .filter(param -> param.process().equals(process.id()))
        .map(SyncParam::delay)
        .orElse(Duration.ZERO);
  }

  /** What every call to the service is asked first (kv-store §4.1 G1). */
  private Optional<KvCall.Reply> refusal(KvCaller caller, StoreId store) {
    if (handle(caller.key(store)) == Handle.NEVER_OPENED) {
      return Optional.of(new KvCall.Reply.NoStoreObject());
    }
    return manager(caller).orElse(caller.bundle()).equals(caller.bundle())
        ? Optional.empty()
        : Optional.of(new KvCall.Reply.Failed(Status.PERMISSION_DENIED));
  }

  static String nameOf(KvCaller caller) {
    return nameOf(caller.bundle(), caller.user());
  }

  /** The one process that an app has for a user. */
  static String nameOf(BundleName bundle, OsAccountId user) {
    return bundle.value() + "/" + user;
  }
}
