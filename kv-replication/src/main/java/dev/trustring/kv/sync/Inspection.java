package dev.trustring.kv.sync;

import dev.trustring.kv.decision.AttemptId;
import dev.trustring.kv.decision.ReceiverFacts;
import dev.trustring.kv.judge.ReceiverReport;
import java.util.List;
import java.util.Optional;

/** What a device knows as the receiver of an attempt that never reached it. */
public final class Inspection {

  private Inspection() {}

  /** The report of a receiver that was asked no gate. */
  public static ReceiverReport of(AttemptId attempt, Gathered gathered) {
    Knowledge knowledge = gathered.knowledge();
    return new ReceiverReport(
        attempt,
        new ReceiverFacts(
            gathered.self(),
            gathered.peer(),
            knowledge.sameBundle(),
            knowledge.clocksExchanged(),
            knowledge.ability(),
            true,
            true,
            Optional.empty()),
        List.of());
  }
}
