package dev.trustring.kv.judge;

import dev.trustring.kv.decision.AttemptId;
import dev.trustring.kv.decision.GateResult;
import dev.trustring.kv.decision.ReceiverFacts;
import java.util.List;

/**
 * What the receiving device tells whoever watches the world.
 *
 * @param asked the gates that it asked of a packet; empty when it was only asked what it knows
 * @param last whether no other packet of the request comes after it
 */
public record ReceiverReport(
    AttemptId id, ReceiverFacts facts, List<GateResult> asked, boolean last) {

  public ReceiverReport {
    asked = List.copyOf(asked);
  }

  /** Of a request that is one packet. */
  public ReceiverReport(AttemptId id, ReceiverFacts facts, List<GateResult> asked) {
    this(id, facts, asked, true);
  }
}
