package dev.trustring.kv.judge;

import dev.trustring.kv.decision.AttemptId;
import dev.trustring.kv.decision.GateResult;
import dev.trustring.kv.decision.ReceiverFacts;
import java.util.List;

/**
 * What the receiving device tells whoever watches the world.
 *
 * @param asked the gates that it asked of a packet; empty when it was only asked what it knows
 */
public record ReceiverReport(AttemptId id, ReceiverFacts facts, List<GateResult> asked) {

  public ReceiverReport {
    asked = List.copyOf(asked);
  }
}
