package dev.trustring.kv.gate;

import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.Gate;
import dev.trustring.kv.decision.GateInfo;
import dev.trustring.kv.decision.Stage;
import dev.trustring.kv.decision.Verdict;
import java.time.Duration;

/**
 * A delayed call has already returned success, so what fails after it reaches nobody. From kv-store
 * §4.1 G3, §7.2.
 */
final class DelayGate implements Gate {

  private static final GateInfo INFO =
      new GateInfo(
          "G3",
          "delay",
          Stage.TRIGGER,
          "a delayed call has already returned success, so what fails after it reaches nobody",
          "kv-store §4.1 G3, §7.2");

  @Override
  public GateInfo info() {
    return INFO;
  }

  @Override
  public Verdict check(AttemptFacts facts) {
    Duration delay = facts.call().delay();
    if (delay.isZero()) {
      return Verdict.pass("manual sync, starts at once");
    }
    return Verdict.pass("manual sync after " + delay.toMillis() + " ms");
  }
}
