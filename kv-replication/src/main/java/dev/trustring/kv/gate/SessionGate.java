package dev.trustring.kv.gate;

import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.Gate;
import dev.trustring.kv.decision.GateInfo;
import dev.trustring.kv.decision.Stage;
import dev.trustring.kv.decision.Verdict;

/** The soft bus opens a session to the peer over some bearer. From kv-store §4.1 G10. */
final class SessionGate implements Gate {

  private static final GateInfo INFO =
      new GateInfo(
          "G10",
          "session",
          Stage.REACH,
          "the soft bus opens a session to the peer over some bearer",
          "kv-store §4.1 G10");

  @Override
  public GateInfo info() {
    return INFO;
  }

  @Override
  public Verdict check(AttemptFacts facts) {
    return switch (facts.exchange().session()) {
      case DONE -> Verdict.pass(Links.usable(facts.link()));
      case LINK_FAILED, NO_ANSWER ->
          Verdict.deny(DenyReason.LINK_DOWN, Links.evidence("no session could be opened", facts));
      case NOT_TRIED -> Links.expected(facts.link());
    };
  }
}
