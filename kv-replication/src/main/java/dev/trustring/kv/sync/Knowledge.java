package dev.trustring.kv.sync;

import dev.trustring.kv.metadata.PeerRecord;
import dev.trustring.kv.metadata.StoreRecord;
import java.util.Optional;

/**
 * What the data service knows of one store and one peer at a moment.
 *
 * @param own this device's record of the store
 * @param sameBundle a store of that name under the same bundle name but another signing
 * @param peerRecord the peer's metadata, if any has arrived
 * @param fresh whether the exchange of metadata need not be repeated
 * @param clocksMeasured whether this device has measured the peer's clock since it was switched on
 *     and since its own clock was last set
 * @param clocksExchanged the same, or the peer has measured this device's
 * @param offset the peer's clock minus this device's, in engine time
 * @param ability whether abilities were negotiated for the store
 * @param locked whether this device's screen is locked
 * @param subscribed what peers have subscribed to of the store
 */
public record Knowledge(
    Optional<StoreRecord> own,
    Optional<StoreRecord> sameBundle,
    Optional<PeerRecord> peerRecord,
    PeerInfo peer,
    boolean fresh,
    boolean clocksMeasured,
    boolean clocksExchanged,
    long offset,
    boolean ability,
    boolean locked,
    Subscriptions subscribed) {}
