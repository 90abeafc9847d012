package dev.trustring.kv.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A named set of rules under which a world runs; every report says which one it was. */
public enum RuleSet {
  /** The platform as its sources behave. The default. */
  OPENHARMONY("openharmony", "the platform as its sources behave"),
  /** The simpler model that a well-known article on PERMISSION_DENIED teaches. */
  ARTICLE("article", "the model as the article on PERMISSION_DENIED teaches it");

  private final String word;
  private final String meaning;

  RuleSet(String word, String meaning) {
    this.word = word;
    this.meaning = meaning;
  }

  /** The word that scenario files and the command line use. */
  public String word() {
    return word;
  }

  public String meaning() {
    return meaning;
  }

  /** The rule set of that word, if there is one. */
  public static Optional<RuleSet> parse(String word) {
    return Arrays.stream(values()).filter(rules -> rules.word.equals(word)).findFirst();
  }

  /** All words, in the order in which help texts show them. */
  public static List<String> words() {
    return Arrays.stream(values()).map(RuleSet::word).toList();
  }
}
