package dev.trustring.kv.decision;

import dev.trustring.kv.metadata.StoreRecord;
import dev.trustring.trust.access.Access;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.level.DeviceLevel;
import java.util.Optional;

/**
 * What one end of an attempt believes of the other.
 *
 * @param inRing whether the two are members of one trust ring as far as this end knows
 * @param online whether the device manager lists the peer as online
 * @param recordKnown whether the peer's metadata has arrived
 * @param knowsApp whether the peer's metadata names any store of the app
 * @param store the peer's record of this store
 * @param access what the trust rows say for this app and user
 * @param level the peer's level as it was told; empty counts as the lowest (kv-store §5.1)
 * @param levelComing whether the level is being asked for and has not come yet
 * @param tee whether the peer has a trusted execution environment; empty when nobody said
 */
public record PeerView(
    DeviceName peer,
    boolean inRing,
    boolean online,
    boolean recordKnown,
    boolean knowsApp,
    Optional<StoreRecord> store,
    Access access,
    Optional<DeviceLevel> level,
    boolean levelComing,
    Optional<Boolean> tee) {

  /** The same view once the peer has told what it knows of itself. */
  public PeerView toldBy(EndFacts other, boolean recordKnown) {
    return new PeerView(
        peer,
        inRing,
        online,
        recordKnown,
        other.store().isPresent(),
        other.store(),
        access,
        other.level(),
        false,
        other.tee());
  }

  /** The same view with another record of the peer's store. */
  public PeerView withStore(Optional<StoreRecord> other) {
    return new PeerView(
        peer, inRing, online, recordKnown, knowsApp, other, access, level, levelComing, tee);
  }

  /** The same view once the level has come. */
  public PeerView withLevel(Optional<DeviceLevel> come) {
    return new PeerView(
        peer, inRing, online, recordKnown, knowsApp, store, access, come, false, tee);
  }
}
