package dev.trustring.kv.gate;

import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.Evidence;
import dev.trustring.kv.decision.FactKey;
import dev.trustring.kv.decision.PeerView;
import dev.trustring.kv.decision.Verdict;
import java.util.List;

/** What both ends ask of their own trust rows. */
final class Trusts {

  private Trusts() {}

  static Verdict check(DenyReason reason, String asker, PeerView peer) {
    List<Evidence> evidence =
        List.of(
            Evidence.that(
                asker + " towards " + peer.peer() + ": " + peer.access().reason().text(),
                FactKey.account(peer.peer())));
    return peer.access().permitted() ? new Verdict.Pass(evidence) : Verdict.deny(reason, evidence);
  }
}
