package dev.trustring.kv.gate;

import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.Gate;
import dev.trustring.kv.decision.GateInfo;
import dev.trustring.kv.decision.Stage;
import dev.trustring.kv.decision.Verdict;
import java.time.Duration;

/**
 * AutoSync goes nowhere but to the other end of a call across devices (kv-store §7.1), and a
 * delayed call has already returned success, so what fails after it reaches nobody. From kv-store
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
    switch (facts.call().trigger()) {
      case WRITE -> {
        return Verdict.pass("autoSync after a write, with the other end of the app's call");
      }
      case WRITE_ALONE -> {
        return Verdict.deny(
            DenyReason.NO_PARTNER,
            "autoSync after a write, while " + facts.call().bundle() + " calls no other device");
      }
      case CALL -> {}
    }
    Duration delay = facts.call().delay();
    if (delay.isZero()) {
      return Verdict.pass("manual sync, starts at once");
    }
    return Verdict.pass("manual sync after " + delay.toMillis() + " ms");
  }
}
