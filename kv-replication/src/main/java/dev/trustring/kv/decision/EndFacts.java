package dev.trustring.kv.decision;

import dev.trustring.atm.PermissionView;
import dev.trustring.kv.metadata.StoreRecord;
import dev.trustring.kv.store.AppId;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.level.DeviceLevel;
import java.util.Optional;

/**
 * What one end of an attempt knows of itself.
 *
 * @param app the identity of the app by bundle and signing; empty when it is not installed
 * @param instIndex 0 for the main instance of the app
 * @param store the store's own record; empty when the app never opened it here
 * @param datasync what the AccessTokenManager says of DISTRIBUTED_DATASYNC for the app's token
 * @param userActive whether the store's user is in the foreground
 * @param level the level this device can prove; empty when nobody stated one
 * @param tee whether it has a trusted execution environment; empty when nobody stated it
 * @param keyThere whether the store can be read, for which an S3 store needs an unlocked screen
 * @param fileWhole whether the store's file can be read as far as is known, and is not damaged
 * @param heldBack whether an OS account constraint keeps the app's rows on the device
 */
public record EndFacts(
    DeviceName device,
    Optional<AppId> app,
    int instIndex,
    Optional<StoreRecord> store,
    PermissionView datasync,
    boolean userActive,
    Optional<DeviceLevel> level,
    Optional<Boolean> tee,
    boolean keyThere,
    boolean fileWhole,
    boolean heldBack) {

  /** The same end with its screen locked, or not. */
  public EndFacts withScreenLocked(boolean locked) {
    boolean gone = locked && store.filter(own -> own.label().isKeyedToTheLock()).isPresent();
    return with(instIndex, store, datasync, !gone, heldBack);
  }

  /** The same end as another instance of the app. */
  public EndFacts asInstance(int index) {
    return with(index, store, datasync, keyThere, heldBack);
  }

  /** The same end with another record of the store. */
  public EndFacts withStore(Optional<StoreRecord> other) {
    return with(instIndex, other, datasync, keyThere, heldBack);
  }

  /** The same end with the permission in another state. */
  public EndFacts withDatasync(PermissionView other) {
    return with(instIndex, store, other, keyThere, heldBack);
  }

  /** The same end under such a constraint, or not. */
  public EndFacts withHeldBack(boolean held) {
    return with(instIndex, store, datasync, keyThere, held);
  }

  private EndFacts with(
      int index,
      Optional<StoreRecord> record,
      PermissionView permission,
      boolean readable,
      boolean held) {
    return new EndFacts(
        device, app, index, record, permission, userActive, level, tee, readable, fileWhole, held);
  }

  /** The same end with another user in front. */
  public EndFacts inBackground() {
    return new EndFacts(
        device, app, instIndex, store, datasync, false, level, tee, keyThere, fileWhole, heldBack);
  }

  /** The same end on other hardware. */
  public EndFacts withHardware(DeviceLevel otherLevel, boolean otherTee) {
    return new EndFacts(
        device,
        app,
        instIndex,
        store,
        datasync,
        userActive,
        Optional.of(otherLevel),
        Optional.of(otherTee),
        keyThere,
        fileWhole,
        heldBack);
  }

  /** The same end with a file that is whole, or damaged. */
  public EndFacts withFile(boolean whole) {
    return new EndFacts(
        device, app, instIndex, store, datasync, userActive, level, tee, keyThere, whole, heldBack);
  }
}
