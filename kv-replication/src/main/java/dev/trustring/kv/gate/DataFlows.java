package dev.trustring.kv.gate;

import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.EndFacts;
import dev.trustring.kv.decision.Verdict;
import dev.trustring.kv.rules.RuleSet;

/**
 * What an OS account constraint does to the rows of a restricted app: they stay on the device, and
 * the app is told that all went well (kv-store §4.1 G8). The article knows no such constraint.
 */
final class DataFlows {

  private DataFlows() {}

  static Verdict check(AttemptFacts facts, EndFacts end) {
    if (facts.rules() == RuleSet.ARTICLE) {
      return Verdict.skipped("the article knows no OS account constraints");
    }
    return end.heldBack()
        ? Verdict.deny(
            DenyReason.OUTGOING_FORBIDDEN,
            "the user in front of " + end.device() + " may send no data of such apps")
        : Verdict.pass("no constraint keeps the rows on " + end.device());
  }
}
