package dev.trustring.kv.service;

import dev.trustring.kv.metadata.PeerRecord;
import dev.trustring.kv.metadata.StoreRecord;
import dev.trustring.kv.sync.Link;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.identity.OsAccountId;
import java.util.List;
import java.util.Optional;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * The metadata that the data service keeps on disk: its own stores and what peers told of theirs.
 *
 * @param version counts the changes of the device's own records
 * @param told per peer the version that was last exchanged with it
 * @param enabled what enableSync said last; nothing asks for it, and peers are not told
 * @param front the user in front, who is the one person of the device's user record
 */
public record KvCatalogue(
    PSortedMap<StoreKey, StoreRecord> stores,
    PSortedMap<DeviceName, PeerRecord> peers,
    long version,
    PSortedMap<DeviceName, Long> told,
    PSortedMap<StoreKey, Boolean> enabled,
    OsAccountId front) {

  /** A device that has no stores and knows nobody. */
  public static final KvCatalogue EMPTY =
      new KvCatalogue(
          TreePMap.empty(),
          TreePMap.empty(),
          0,
          TreePMap.empty(),
          TreePMap.empty(),
          OsAccountId.FIRST);

  /** Has happened to the catalogue. */
  public sealed interface Event {
    KvCatalogue appliedTo(KvCatalogue before);

    /** A store was created, or its record has changed. */
    record StoreRecorded(StoreKey key, StoreRecord record) implements Event {
      @Override
      public KvCatalogue appliedTo(KvCatalogue before) {
        return new KvCatalogue(
            before.stores.plus(key, record),
            before.peers,
            before.version + 1,
            before.told,
            before.enabled,
            before.front);
      }
    }

    /** The app said whether the store may sync, which makes its metadata new (kv-store §1.4). */
    record SyncEnabled(StoreKey key, boolean enabled) implements Event {
      @Override
      public KvCatalogue appliedTo(KvCatalogue before) {
        return new KvCatalogue(
            before.stores,
            before.peers,
            before.version + 1,
            before.told,
            before.enabled.plus(key, enabled),
            before.front);
      }
    }

    /** A store was deleted. Peers learn of it with the next exchange of records. */
    record StoreForgotten(StoreKey key) implements Event {
      @Override
      public KvCatalogue appliedTo(KvCatalogue before) {
        return new KvCatalogue(
            before.stores.minus(key),
            before.peers,
            before.version + 1,
            before.told,
            before.enabled.minus(key),
            before.front);
      }
    }

    /** Another user came to the front, which makes the user record another one. */
    record UserCame(OsAccountId user) implements Event {
      @Override
      public KvCatalogue appliedTo(KvCatalogue before) {
        return new KvCatalogue(
            before.stores, before.peers, before.version + 1, before.told, before.enabled, user);
      }
    }

    /**
     * A peer told its records.
     *
     * @param version of this device's records that the peer is known to hold; asking for records
     *     does not show that the answer arrived
     */
    record PeerLearnt(DeviceName peer, PeerRecord record, long version) implements Event {
      @Override
      public KvCatalogue appliedTo(KvCatalogue before) {
        return new KvCatalogue(
            before.stores,
            before.peers.plus(peer, record),
            before.version,
            before.told.plus(peer, version),
            before.enabled,
            before.front);
      }
    }
  }

  /** Whether enableSync with that would be anything new; a store that nobody asked is enabled. */
  boolean changesBy(StoreKey key, boolean wanted) {
    return enabled.getOrDefault(key, true) != wanted;
  }

  /** This device's record of a store of that app identity. */
  public Optional<StoreRecord> own(Link link) {
    return Optional.ofNullable(stores.get(new StoreKey(link.bundle(), link.user(), link.store())))
        .filter(record -> record.app().equals(link.app()));
  }

  /** A store of that bundle name and id whose app is signed by somebody else. */
  public Optional<StoreRecord> sameBundle(Link link) {
    return Optional.ofNullable(stores.get(new StoreKey(link.bundle(), link.user(), link.store())))
        .filter(record -> !record.app().equals(link.app()));
  }

  /** Whether metadata need not be exchanged again before a sync of that store. */
  public boolean isFresh(DeviceName peer, Link link) {
    PeerRecord record = peers.get(peer);
    return record != null
        && record.store(link.app(), link.store()).isPresent()
        && toldTo(peer) == version;
  }

  /** The version of this device's records that the peer is known to hold; -1 for none. */
  long toldTo(DeviceName peer) {
    return told.getOrDefault(peer, -1L);
  }

  /** What this device publishes of itself and of its stores. */
  public PeerRecord published() {
    return new PeerRecord(
        PeerRecord.CAPABILITY_VERSION, PeerRecord.users(front), List.copyOf(stores.values()));
  }

  /**
   * What a peer's message is about here: the label of a link is that of app and store, and it goes
   * to the user in front (kv-store §4.2 R2, §4.4). What is the system's is so on both sides.
   */
  public Link here(Link link) {
    return link.user().isSystem() ? link : link.of(front);
  }
}
