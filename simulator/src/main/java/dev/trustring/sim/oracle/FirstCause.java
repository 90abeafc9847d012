package dev.trustring.sim.oracle;

import dev.trustring.kv.decision.DecisionRecord;
import dev.trustring.kv.decision.GateInfo;
import dev.trustring.kv.decision.GateResult;
import dev.trustring.kv.decision.Stage;
import dev.trustring.sim.world.Happening;
import java.util.Optional;

/**
 * What stopped an attempt is the first gate in the platform's order that had a reason to (kv-store
 * §4.1, §4.2): the app is told the number of that one, so gates that are asked in another order
 * tell it something else. A link that is lost asks nobody: it ends what is under way and what waits
 * for its first gate alike (§3.8).
 */
final class FirstCause implements Invariant {

  /** The number of the sender's permission gate. */
  private static final int PERMISSION = 7;

  @Override
  public String name() {
    return "first-cause";
  }

  @Override
  public String sentence() {
    return "no attempt is stopped by a gate while one before it had a reason to stop it";
  }

  @Override
  public Optional<String> breachAfter(Happening happening, Shadow shadow) {
    return happening instanceof Happening.Decided decided
        ? decided
            .decision()
            .firstStop()
            .filter(stop -> stop.stage() != Stage.REACH)
            .flatMap(stop -> breach(decided.decision(), stop))
        : Optional.empty();
  }

  private static Optional<String> breach(DecisionRecord record, GateResult stop) {
    return record.alsoWouldStop().stream()
        .filter(other -> isBefore(other.gate(), stop.gate()))
        .filter(other -> isAsked(other.gate(), record))
        .findFirst()
        .map(
            other ->
                record.from()
                    + " -> "
                    + record.to()
                    + " "
                    + record.store()
                    + " was stopped by "
                    + stop.gate().id()
                    + " "
                    + stop.gate().name()
                    + ", and "
                    + other.gate().id()
                    + " "
                    + other.gate().name()
                    + " comes before it");
  }

  /** Gates are numbered in the platform's order, those of each side for themselves. */
  private static boolean isBefore(GateInfo one, GateInfo other) {
    return one.side() == other.side() && number(one) < number(other);
  }

  /** What the engine does by itself has no call, so it begins at the permission (§4.2 R15). */
  private static boolean isAsked(GateInfo gate, DecisionRecord record) {
    return !record.mode().isOfTheEngine()
        || gate.side() == GateInfo.Side.RECEIVER
        || number(gate) >= PERMISSION;
  }

  /** Of two gates in one place, as G7 and G7-range, none comes first. */
  private static int number(GateInfo gate) {
    return Integer.parseInt(gate.id().substring(1).replaceFirst("-.*", ""));
  }
}
