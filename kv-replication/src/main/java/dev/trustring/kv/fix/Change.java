package dev.trustring.kv.fix;

import dev.trustring.kv.decision.AttemptFacts;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * One thing that somebody could change.
 *
 * @param id stable, for keeping sets apart
 * @param applies whether there is anything to change
 * @param says the change in one clause
 * @param note a side effect to know before; empty text when there is none
 * @param apply the facts after it
 */
record Change(
    String id,
    Predicate<AttemptFacts> applies,
    Function<AttemptFacts, String> says,
    Function<AttemptFacts, String> note,
    UnaryOperator<AttemptFacts> apply) {

  static Change of(
      String id,
      Predicate<AttemptFacts> applies,
      Function<AttemptFacts, String> says,
      UnaryOperator<AttemptFacts> apply) {
    return new Change(id, applies, says, facts -> "", apply);
  }
}
