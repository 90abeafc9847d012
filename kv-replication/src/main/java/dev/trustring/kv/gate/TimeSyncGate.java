package dev.trustring.kv.gate;

import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.Gate;
import dev.trustring.kv.decision.GateInfo;
import dev.trustring.kv.decision.Stage;
import dev.trustring.kv.decision.Verdict;

/** The peer answered the exchange of clocks. From kv-store §3.4, §4.1 G11. */
final class TimeSyncGate implements Gate {

  private static final GateInfo INFO =
      new GateInfo(
          "G11",
          "time-sync",
          Stage.REACH,
          "the peer answered the exchange of clocks",
          "kv-store §3.4, §4.1 G11");

  @Override
  public GateInfo info() {
    return INFO;
  }

  @Override
  public Verdict check(AttemptFacts facts) {
    return switch (facts.exchange().time()) {
      case DONE -> Verdict.pass("clocks exchanged");
      case LINK_FAILED, NO_ANSWER ->
          Verdict.deny(
              DenyReason.NO_TIME_ANSWER, Links.evidence("no answer in time", facts.link()));
      case NOT_TRIED -> Verdict.skipped("clocks were not exchanged yet");
    };
  }
}
