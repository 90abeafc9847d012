package dev.trustring.kv.gate;

import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.Gate;
import dev.trustring.kv.decision.GateInfo;
import dev.trustring.kv.decision.Stage;
import dev.trustring.kv.decision.Verdict;

/** The packet starts at or before what the receiver already has. From kv-store §3.6, §4.2 R12. */
final class WatermarkGate implements Gate {

  private static final GateInfo INFO =
      new GateInfo(
          "R12",
          "watermark",
          Stage.TRANSFER,
          "the packet starts at or before what the receiver already has",
          "kv-store §3.6, §4.2 R12");

  @Override
  public GateInfo info() {
    return INFO;
  }

  @Override
  public Verdict check(AttemptFacts facts) {
    if (!facts.call().mode().sendsRows()) {
      return Verdict.skipped(facts.call().mode().noun() + " brings no rows");
    }
    if (Received.of(facts).marksFit()) {
      return Verdict.pass("marks fit");
    }
    return Verdict.deny(DenyReason.WATERMARK_AHEAD, "the packet starts after what is here");
  }
}
