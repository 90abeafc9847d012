package dev.trustring.kv.gate;

import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.Verdict;
import dev.trustring.kv.metadata.StoreRecord;
import dev.trustring.kv.store.SyncRange;
import java.util.Optional;

/**
 * The rule on sync-range labels (kv-store §4.5). One direction only: what passes on one side may
 * fail when the other side asks.
 */
final class Ranges {

  private Ranges() {}

  static Verdict check(Optional<StoreRecord> own, Optional<StoreRecord> peers, String asker) {
    SyncRange mine = own.map(StoreRecord::range).orElse(SyncRange.UNSET);
    SyncRange theirs = peers.map(StoreRecord::range).orElse(SyncRange.UNSET);
    if (!mine.isSet() || !theirs.isSet()) {
      return Verdict.pass("no labels set on both sides");
    }
    if (mine.remoteSupport().stream().anyMatch(theirs.local()::contains)) {
      return Verdict.pass("labels meet");
    }
    return Verdict.deny(
        DenyReason.RANGE_DISJOINT,
        asker + " supports " + mine.remoteSupport() + ", the peer is " + theirs.local());
  }
}
