package dev.trustring.kv.gate;

import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.Evidence;
import dev.trustring.kv.decision.FactKey;
import dev.trustring.kv.decision.Gate;
import dev.trustring.kv.decision.GateInfo;
import dev.trustring.kv.decision.PeerView;
import dev.trustring.kv.decision.Stage;
import dev.trustring.kv.decision.Verdict;
import java.util.List;

/** The listed id is the networkId of a trusted device that is online. From kv-store §4.1 G4. */
final class TargetOnlineGate implements Gate {

  private static final GateInfo INFO =
      new GateInfo(
          "G4",
          "target-online",
          Stage.TARGET,
          "the listed id is the networkId of a trusted device that is online",
          "kv-store §4.1 G4");

  @Override
  public GateInfo info() {
    return INFO;
  }

  @Override
  public Verdict check(AttemptFacts facts) {
    PeerView peer = facts.peer();
    if (peer.online()) {
      return Verdict.pass(peer.peer() + " is online");
    }
    if (!peer.inRing()) {
      return Verdict.deny(
          DenyReason.NOT_IN_RING,
          List.of(
              Evidence.that(
                  peer.peer() + " and " + facts.sender().device() + " share no trust ring",
                  FactKey.account(peer.peer()))));
    }
    return Verdict.deny(
        DenyReason.PEER_OFFLINE, Links.evidence(peer.peer() + " is not online", facts.link()));
  }
}
