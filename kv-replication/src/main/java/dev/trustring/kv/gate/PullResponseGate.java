package dev.trustring.kv.gate;

import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.Gate;
import dev.trustring.kv.decision.GateInfo;
import dev.trustring.kv.decision.Stage;
import dev.trustring.kv.decision.Verdict;

/** The answer to a pull passes the gates of a sender. From kv-store §4.2 R15. */
final class PullResponseGate implements Gate {

  private static final GateInfo INFO =
      new GateInfo(
          "R15",
          "pull-response",
          Stage.PERMISSION,
          "the answer to a pull passes the gates of a sender",
          "kv-store §4.2 R15");

  @Override
  public GateInfo info() {
    return INFO;
  }

  @Override
  public Verdict check(AttemptFacts facts) {
    return Verdict.skipped("a push has no answer to send");
  }
}
