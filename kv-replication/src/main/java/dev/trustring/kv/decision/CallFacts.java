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
 * @param unfinished how many manual syncs of the store were unfinished when it came
 * @param trigger what made it
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
    TaskMode mode,
    int unfinished,
    Trigger trigger) {

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
        mode,
        0,
        Trigger.CALL);
  }

  CallFacts in(TaskMode other) {
    return new CallFacts(
        bundle,
        app,
        user,
        store,
        managerBundle,
        opened,
        openRefused,
        group,
        delay,
        other,
        unfinished,
        trigger);
  }

  /** The same call with the store open. */
  public CallFacts withOpenStore() {
    return with(managerBundle, true, Optional.empty(), group, unfinished);
  }

  /** The same call of an app that gave no other name than its own. */
  public CallFacts withOwnName() {
    return with(Optional.empty(), opened, openRefused, group, unfinished);
  }

  /** The same call where other things are said of the app's data group. */
  public CallFacts withGroup(DataGroup other) {
    return with(managerBundle, opened, openRefused, other, unfinished);
  }

  /** The same call once no other is unfinished. */
  public CallFacts withNothingUnfinished() {
    return with(managerBundle, opened, openRefused, group, 0);
  }

  /** The same where the app itself calls. */
  public CallFacts calledByTheApp() {
    return new CallFacts(
        bundle,
        app,
        user,
        store,
        managerBundle,
        opened,
        openRefused,
        group,
        delay,
        mode,
        unfinished,
        Trigger.CALL);
  }

  private CallFacts with(
      Optional<BundleName> manager,
      boolean open,
      Optional<OpenRefusal> refused,
      DataGroup inGroup,
      int others) {
    return new CallFacts(
        bundle, app, user, store, manager, open, refused, inGroup, delay, mode, others, trigger);
  }

  /** The same call where the store was deleted since. */
  public CallFacts withoutStore() {
    return with(managerBundle, false, openRefused, group, unfinished);
  }

  /** Whether the store could not even be opened. */
  public boolean refusedOnOpening() {
    return !opened && openRefused.isPresent();
  }
}
