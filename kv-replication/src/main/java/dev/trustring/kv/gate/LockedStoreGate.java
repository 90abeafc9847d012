package dev.trustring.kv.gate;

import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.Gate;
import dev.trustring.kv.decision.GateInfo;
import dev.trustring.kv.decision.Stage;
import dev.trustring.kv.decision.Verdict;

/** The key of an S3 store is there unless the screen is locked. From kv-store §5.4. */
final class LockedStoreGate implements Gate {

  private static final GateInfo INFO =
      new GateInfo(
          "G14",
          "locked-store",
          Stage.UNLOCKED,
          "the key of an S3 store is there unless the screen is locked",
          "kv-store §5.4");

  @Override
  public GateInfo info() {
    return INFO;
  }

  @Override
  public Verdict check(AttemptFacts facts) {
    return Verdict.skipped("the locked screen is not simulated yet");
  }
}
