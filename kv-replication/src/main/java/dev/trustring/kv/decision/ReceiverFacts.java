package dev.trustring.kv.decision;

import dev.trustring.kv.metadata.StoreRecord;
import java.util.Optional;

/**
 * What the receiving end knows when a packet of the attempt is at its door.
 *
 * @param sameBundle the store of that name under the same bundle name but another signing, if any
 * @param clocksExchanged whether the clocks were exchanged since this device was switched on and
 *     since its clock was last set
 * @param abilityDone whether abilities were negotiated with this sender for this store
 * @param marksFit whether the packet starts at or before what this device already has
 * @param writable whether the store takes rows now
 * @param queryRefused why the store cannot answer the query of the attempt, if it brings one
 */
public record ReceiverFacts(
    EndFacts self,
    PeerView sender,
    Optional<StoreRecord> sameBundle,
    boolean clocksExchanged,
    boolean abilityDone,
    boolean marksFit,
    boolean writable,
    Optional<DenyReason> queryRefused) {

  public ReceiverFacts withSelf(EndFacts other) {
    return new ReceiverFacts(
        other, sender, sameBundle, clocksExchanged, abilityDone, marksFit, writable, queryRefused);
  }

  public ReceiverFacts withSender(PeerView other) {
    return new ReceiverFacts(
        self, other, sameBundle, clocksExchanged, abilityDone, marksFit, writable, queryRefused);
  }
}
