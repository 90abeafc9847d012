package dev.trustring.kv.gate;

import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.Verdict;
import dev.trustring.kv.metadata.StoreRecord;
import dev.trustring.kv.schema.SchemaFit;
import java.util.Optional;

/** The rule that one of two schemas is an upgrade of the other (kv-store §4.1 G12). */
final class Schemas {

  private Schemas() {}

  /** Why the sender's store and the peer's do not go together, as far as both are known. */
  static Optional<Verdict> refusal(AttemptFacts facts) {
    return refusal(
        facts.sender().store(),
        facts.peer().store(),
        facts.sender().device() + " and " + facts.peer().peer());
  }

  static Optional<Verdict> refusal(
      Optional<StoreRecord> one, Optional<StoreRecord> other, String where) {
    boolean fit =
        SchemaFit.syncs(one.flatMap(StoreRecord::schema), other.flatMap(StoreRecord::schema));
    return fit
        ? Optional.empty()
        : Optional.of(
            Verdict.deny(
                DenyReason.SCHEMAS_DIFFER,
                "on " + where + ", and neither is an upgrade of the other"));
  }
}
