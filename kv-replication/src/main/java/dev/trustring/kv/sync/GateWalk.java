package dev.trustring.kv.sync;

import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.Gate;
import dev.trustring.kv.decision.GateResult;
import dev.trustring.kv.decision.Verdict;
import dev.trustring.kv.gate.Gates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A live walk through some gates, in their order, up to the first stop.
 *
 * @param asked earlier answers plus those of this walk; a gate asked again keeps its last answer
 */
record GateWalk(List<GateResult> asked, Optional<DenyReason> stop) {

  GateWalk {
    asked = List.copyOf(asked);
  }

  static GateWalk over(List<String> ids, AttemptFacts facts, List<GateResult> earlier) {
    List<GateResult> asked = new ArrayList<>(earlier);
    for (Gate gate : Gates.of(facts.rules())) {
      if (ids.contains(gate.info().id())) {
        asked.removeIf(result -> result.gate().equals(gate.info()));
        Verdict verdict = gate.check(facts);
        asked.add(new GateResult(gate.info(), verdict, true));
        if (verdict.stop().isPresent()) {
          return new GateWalk(asked, verdict.stop());
        }
      }
    }
    return new GateWalk(asked, Optional.empty());
  }

  boolean passed(String id) {
    return asked.stream()
        .anyMatch(gate -> gate.gate().id().equals(id) && gate.verdict().stop().isEmpty());
  }

  /** The same walk where the store was found to be closing; gates behind that were not asked. */
  GateWalk closing() {
    GateWalk stopped =
        stoppedAt("R3", DenyReason.STORE_CLOSING, "the store is being deleted there");
    List<String> ids = stopped.asked().stream().map(gate -> gate.gate().id()).toList();
    return new GateWalk(stopped.asked().subList(0, ids.indexOf("R3") + 1), stopped.stop());
  }

  /** The same walk where a gate that was passed turned out to be shut after all. */
  GateWalk stoppedAt(String id, DenyReason reason, String says) {
    List<GateResult> others =
        asked.stream()
            .map(
                result ->
                    result.gate().id().equals(id)
                        ? new GateResult(result.gate(), Verdict.deny(reason, says), true)
                        : result)
            .toList();
    return new GateWalk(others, Optional.of(reason));
  }
}
