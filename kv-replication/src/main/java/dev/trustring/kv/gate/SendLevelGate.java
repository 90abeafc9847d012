package dev.trustring.kv.gate;

import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.Gate;
import dev.trustring.kv.decision.GateInfo;
import dev.trustring.kv.decision.Stage;
import dev.trustring.kv.decision.Verdict;

/**
 * The peer's device level may hold data of the store's label. From kv-store §5.1, §5.2.
 *
 * <p>Who subscribes to a query sends no rows, and is asked here for its own level (the platform's
 * engine, before it sends the command).
 */
final class SendLevelGate implements Gate {

  private static final GateInfo INFO =
      new GateInfo(
          "G13",
          "send-level",
          Stage.LEVEL,
          "the peer's device level may hold data of the store's label",
          "kv-store §5.1, §5.2");

  @Override
  public GateInfo info() {
    return INFO;
  }

  @Override
  public Verdict check(AttemptFacts facts) {
    if (facts.call().mode().subscribes()) {
      return Levels.check(facts.sender().store(), facts.sender().device(), facts.sender().level());
    }
    return facts.call().mode().sendsRows()
        ? Levels.check(facts.sender().store(), facts.peer())
        : Verdict.skipped(facts.call().mode().noun() + " sends no rows");
  }
}
