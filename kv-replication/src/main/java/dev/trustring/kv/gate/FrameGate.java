package dev.trustring.kv.gate;

import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.ExchangeFacts.Step;
import dev.trustring.kv.decision.Gate;
import dev.trustring.kv.decision.GateInfo;
import dev.trustring.kv.decision.Stage;
import dev.trustring.kv.decision.Verdict;

/** The packet arrived and can be read. From kv-store §4.2 R1. */
final class FrameGate implements Gate {

  private static final GateInfo INFO =
      new GateInfo(
          "R1", "frame", Stage.TRANSFER, "the packet arrived and can be read", "kv-store §4.2 R1");

  @Override
  public GateInfo info() {
    return INFO;
  }

  @Override
  public Verdict check(AttemptFacts facts) {
    if (facts.exchange().data() == Step.LINK_FAILED || facts.exchange().data() == Step.NO_ANSWER) {
      return Verdict.deny(DenyReason.FRAME_LOST, Links.evidence("no packet arrived", facts.link()));
    }
    if (facts.exchange().data() == Step.NOT_TRIED) {
      return Verdict.skipped("no packet was sent");
    }
    return Verdict.pass("the packet arrived");
  }
}
