package dev.trustring.sim.fabric;

import org.jspecify.annotations.Nullable;

/**
 * One message on its way, as bytes.
 *
 * @param sequence counts what the source has sent; the order of a link
 * @param source where it was sent; its life may be over on arrival
 * @param target the system that had the address when it was sent; null when none had
 * @param recipient the actor's path in Akka's serialized form
 * @param sender likewise; null for none
 * @param isSystem whether it belongs to Akka's own signals between actors, which are never lost
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and copied for no one
record Parcel(
    long sequence,
    FabricTransport source,
    @Nullable FabricTransport target,
    String recipient,
    @Nullable String sender,
    int serializer,
    String manifest,
    byte[] bytes,
    boolean isSystem) {
  Parcel to(FabricTransport newTarget) {
    return new Parcel(
        sequence, source, newTarget, recipient, sender, serializer, manifest, bytes, isSystem);
  }
}
