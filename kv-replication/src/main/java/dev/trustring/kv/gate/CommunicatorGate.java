package dev.trustring.kv.gate;

import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.Evidence;
import dev.trustring.kv.decision.FactKey;
import dev.trustring.kv.decision.Gate;
import dev.trustring.kv.decision.GateInfo;
import dev.trustring.kv.decision.ReceiverFacts;
import dev.trustring.kv.decision.Stage;
import dev.trustring.kv.decision.Verdict;
import java.util.List;

/**
 * The receiving device has the store of this app, which its service can open by itself. From
 * kv-store §4.2 R3.
 */
final class CommunicatorGate implements Gate {

  private static final GateInfo INFO =
      new GateInfo(
          "R3",
          "communicator",
          Stage.IDENTITY,
          "the receiving device has the store of this app, which its service can open by itself",
          "kv-store §4.2 R3");

  @Override
  public GateInfo info() {
    return INFO;
  }

  @Override
  public Verdict check(AttemptFacts facts) {
    ReceiverFacts receiver = Received.of(facts);
    String device = receiver.self().device().value();
    if (receiver.self().store().isPresent()) {
      return Verdict.pass("store " + facts.call().store() + " exists on " + device);
    }
    if (receiver.sameBundle().isPresent()) {
      return Verdict.deny(
          DenyReason.OTHER_SIGNING,
          List.of(
              Evidence.that(
                  facts.call().bundle() + " on " + device + " is signed by somebody else",
                  FactKey.signing(facts.call().bundle()))));
    }
    return Verdict.deny(
        DenyReason.STORE_ABSENT,
        List.of(
            Evidence.that(
                device + " never opened store " + facts.call().store(),
                FactKey.apps(receiver.self().device()))));
  }
}
