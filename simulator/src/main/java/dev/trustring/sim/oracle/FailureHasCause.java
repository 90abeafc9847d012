package dev.trustring.sim.oracle;

import static dev.trustring.kv.judge.Judge.AT_REST;
import static dev.trustring.kv.judge.Judge.NO_ACK;

import dev.trustring.kv.decision.DecisionRecord;
import dev.trustring.kv.decision.GateResult;
import dev.trustring.kv.decision.Verdict;
import dev.trustring.kv.decision.Visible;
import dev.trustring.sim.world.Happening;
import java.util.Optional;

/**
 * Whatever number an app is told stands for something: a failure for the gate that stopped the
 * attempt, or for an ack that was lost. That the number says little of the cause is the platform's
 * doing.
 */
final class FailureHasCause implements Invariant {

  @Override
  public String name() {
    return "failure-has-cause";
  }

  @Override
  public String sentence() {
    return "every failure that an app is told of has a gate that stopped the attempt";
  }

  @Override
  public Optional<String> breachAfter(Happening happening, Shadow shadow) {
    if (!(happening instanceof Happening.Decided decided)) {
      return Optional.empty();
    }
    DecisionRecord record = decided.decision();
    boolean failed =
        record.visible() instanceof Visible.Thrown
            || (record.visible() instanceof Visible.Completed completed && completed.number() != 0);
    return failed && record.firstStop().isEmpty() && !isLateLoss(record)
        ? Optional.of(
            record.from()
                + " -> "
                + record.to()
                + " of "
                + record.store()
                + " told "
                + record.visible().word()
                + ", and no gate stopped it")
        : Optional.empty();
  }

  /** An ack that is lost is the one cause that stops nothing. */
  private static boolean isLateLoss(DecisionRecord record) {
    return record.gates().stream()
        .filter(GateResult::asked)
        .map(GateResult::verdict)
        .anyMatch(one -> one.equals(Verdict.pass(NO_ACK)) || one.equals(Verdict.skipped(AT_REST)));
  }
}
