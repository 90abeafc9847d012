package dev.trustring.kv.fix;

import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.LinkFacts;
import java.util.stream.Collectors;

/** How changes about the link are worded. */
final class LinkWords {

  private LinkWords() {}

  /** Names what is in the way of each bearer; taking one of them away is enough. */
  static String howToMend(AttemptFacts facts) {
    return "take away what blocks one of the bearers ("
        + facts.link().lanes().stream().map(LinkFacts.Lane::says).collect(Collectors.joining("; "))
        + ")";
  }
}
