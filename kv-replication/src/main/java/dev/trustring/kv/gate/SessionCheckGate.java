package dev.trustring.kv.gate;

import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.Gate;
import dev.trustring.kv.decision.GateInfo;
import dev.trustring.kv.decision.ReceiverFacts;
import dev.trustring.kv.decision.Stage;
import dev.trustring.kv.decision.Verdict;

/** The receiver knows the sender's stores and lets its own user receive. From kv-store §4.2 R2. */
final class SessionCheckGate implements Gate {

  private static final GateInfo INFO =
      new GateInfo(
          "R2",
          "session-check",
          Stage.TRUST,
          "the receiver knows the sender's stores and lets its own user receive",
          "kv-store §4.2 R2");

  @Override
  public GateInfo info() {
    return INFO;
  }

  @Override
  public Verdict check(AttemptFacts facts) {
    ReceiverFacts receiver = Received.of(facts);
    if (!receiver.sender().recordKnown() || !receiver.sender().knowsApp()) {
      return Verdict.deny(
          DenyReason.SENDER_UNKNOWN,
          receiver.self().device() + " has no record of the app's stores on the sender");
    }
    return Trusts.check(
        DenyReason.RECEIVER_REFUSES_USER, receiver.self().device().value(), receiver.sender());
  }
}
