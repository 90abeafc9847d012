package dev.trustring.kv.gate;

import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.Gate;
import dev.trustring.kv.decision.GateInfo;
import dev.trustring.kv.decision.Stage;
import dev.trustring.kv.decision.Verdict;

/** The main instance of an app may sync, a clone may not. From kv-store §4.1 G2. */
final class AppCloneGate implements Gate {

  private static final GateInfo INFO =
      new GateInfo(
          "G2",
          "app-clone",
          Stage.OPTIONS,
          "the main instance of an app may sync, a clone may not",
          "kv-store §4.1 G2");

  @Override
  public GateInfo info() {
    return INFO;
  }

  @Override
  public Verdict check(AttemptFacts facts) {
    int instance = facts.sender().instIndex();
    if (instance == 0) {
      return Verdict.pass("main instance");
    }
    return Verdict.deny(DenyReason.APP_CLONE, "instance " + instance);
  }
}
