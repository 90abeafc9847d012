package dev.trustring.sim.cli;

import dev.trustring.kv.rules.RuleSet;
import java.util.List;
import java.util.stream.Stream;

/** The word of {@code --rules} where it may name one rule set or both. */
final class RuleWord {

  static final String BOTH = "both";

  private static final List<String> WORDS =
      Stream.concat(RuleSet.words().stream(), Stream.of(BOTH)).toList();

  private RuleWord() {}

  /** The rule sets that the word names. */
  static List<RuleSet> sets(String word) {
    if (word.equals(BOTH)) {
      return List.of(RuleSet.values());
    }
    return RuleSet.parse(word)
        .map(List::of)
        .orElseThrow(() -> UsageException.unknown("--rules", "rule set", word, WORDS));
  }
}
