package dev.trustring.kv.service;

import dev.trustring.atm.token.BundleName;
import dev.trustring.kv.decision.OpenRefusal;
import dev.trustring.trust.identity.OsAccountId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the running apps hold in memory: their managers and open stores. Gone with a restart. */
final class AppProcesses {

  /** Where an app stands with one store. */
  enum Handle {
    NEVER_OPENED,
    OPEN,
    CLOSED
  }

  private final Map<String, BundleName> managers = new TreeMap<>();
  private final Map<StoreKey, Integer> opens = new TreeMap<>();
  private final Map<StoreKey, OpenRefusal> refusals = new TreeMap<>();

  void createdManager(KvCaller caller, BundleName claimed) {
    managers.put(processOf(caller.bundle(), caller.user()), claimed);
  }

  Optional<BundleName> manager(KvCaller caller) {
    return Optional.ofNullable(managers.get(processOf(caller.bundle(), caller.user())));
  }

  void opened(StoreKey key) {
    opens.merge(key, 1, Integer::sum);
    refusals.remove(key);
  }

  /** As many closes as opens close the store; more change nothing (kv-store §1.1). */
  void closed(StoreKey key) {
    opens.computeIfPresent(key, (same, count) -> Math.max(0, count - 1));
  }

  void refused(StoreKey key, OpenRefusal refusal) {
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

  private static String processOf(BundleName bundle, OsAccountId user) {
    return bundle.value() + "/" + user;
  }
}
