package dev.trustring.kv.gate;

import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.Verdict;
import dev.trustring.kv.metadata.StoreRecord;
import dev.trustring.kv.store.SecurityLabel;
import dev.trustring.trust.identity.DeviceName;
import java.util.Optional;

/** The rule that the two stores carry one label (kv-store §5.3). */
final class Labels {

  private Labels() {}

  static Verdict equal(AttemptFacts facts) {
    Optional<SecurityLabel> mine = facts.sender().store().map(StoreRecord::label);
    Optional<SecurityLabel> theirs = facts.peer().store().map(StoreRecord::label);
    if (mine.isEmpty() || theirs.isEmpty()) {
      return Verdict.skipped("no record of the store on both sides");
    }
    if (mine.get().meets(theirs.get())) {
      return Verdict.pass(mine.get() + " on both sides");
    }
    return differ(mine.get(), facts.sender().device(), theirs.get(), facts.peer().peer());
  }

  /**
   * Whether a receiver takes rows of the sender's label into its own store. It looks closer than
   * the exchange of abilities: S0 may come into an S1 store, S1 not into an S0 store (§5.2).
   */
  static boolean keptOnReceipt(Optional<StoreRecord> senders, Optional<StoreRecord> own) {
    if (senders.isEmpty() || own.isEmpty()) {
      return true;
    }
    SecurityLabel sent = senders.get().label();
    SecurityLabel kept = own.get().label();
    return sent == kept || (sent == SecurityLabel.S0 && kept == SecurityLabel.S1);
  }

  static Verdict differ(
      SecurityLabel label, DeviceName device, SecurityLabel peersLabel, DeviceName peer) {
    return Verdict.deny(
        DenyReason.LABELS_DIFFER, label + " on " + device + ", " + peersLabel + " on " + peer);
  }
}
