package dev.trustring.kv.decision;

import dev.trustring.atm.token.BundleName;
import dev.trustring.kv.store.AppId;
import dev.trustring.kv.store.StoreId;
import dev.trustring.trust.identity.OsAccountId;
import java.time.Duration;
import java.util.Optional;

/**
 * The call that started an attempt.
 *
 * @param bundle the caller's own bundle
 * @param app the identity of the caller by bundle and signing
 * @param managerBundle the bundle name that was given to createKVManager; empty when it never was
 * @param opened whether the app holds an open store of this name
 * @param openRefused how getKVStore refused, if it did
 * @param group the data group of the last getKVStore, for which rule set article asks
 * @param delay the effective delay of the call
 * @param mode in which direction rows are to go
 */
public record CallFacts(
    BundleName bundle,
    AppId app,
    OsAccountId user,
    StoreId store,
    Optional<BundleName> managerBundle,
    boolean opened,
    Optional<OpenRefusal> openRefused,
    DataGroup group,
    Duration delay,
    TaskMode mode) {

  /** What stands for the call where a device only serves another one. */
  public static CallFacts ofNobody(
      BundleName bundle, AppId app, OsAccountId user, StoreId store, TaskMode mode) {
    return new CallFacts(
        bundle,
        app,
        user,
        store,
        Optional.empty(),
        true,
        Optional.empty(),
        DataGroup.NONE,
        Duration.ZERO,
        mode);
  }

  CallFacts in(TaskMode other) {
    return new CallFacts(
        bundle, app, user, store, managerBundle, opened, openRefused, group, delay, other);
  }

  /** The same call where the store was deleted since. */
  public CallFacts withoutStore() {
    return new CallFacts(
        bundle, app, user, store, managerBundle, false, openRefused, group, delay, mode);
  }

  /** Whether the store could not even be opened. */
  public boolean refusedOnOpening() {
    return !opened && openRefused.isPresent();
  }
}
