package dev.trustring.kv.gate;

import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.Evidence;
import dev.trustring.kv.decision.LinkFacts;
import dev.trustring.kv.decision.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How gates speak of the link, whose truth only the record knows. */
final class Links {

  private Links() {}

  /** The same, with what the soft bus answered to the sender. */
  static List<Evidence> evidence(String failure, AttemptFacts facts) {
    List<Evidence> evidence = evidence(failure, facts.link());
    facts.exchange().lane().ifPresent(code -> evidence.add(1, code.evidence()));
    return evidence;
  }

  /** What failed, what is in the way of each bearer, and which frames were lost. */
  static List<Evidence> evidence(String failure, LinkFacts link) {
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(Evidence.that(failure));
    link.lanes().stream()
        .filter(lane -> !lane.usable())
        .map(lane -> new Evidence(lane.says(), lane.about(), java.util.Optional.empty()))
        .forEach(evidence::add);
    link.losses().stream().map(Evidence::that).forEach(evidence::add);
    return evidence;
  }

  /** The bearers that carry frames. */
  static String usable(LinkFacts link) {
    String bearers =
        link.lanes().stream()
            .filter(LinkFacts.Lane::usable)
            .map(LinkFacts.Lane::says)
            .collect(Collectors.joining(", "));
    return bearers.isEmpty() ? "a session was opened" : "over " + bearers;
  }

  /** What a session would find, when none was tried. */
  static Verdict expected(LinkFacts link) {
    if (link.lanes().isEmpty()) {
      return Verdict.skipped("no session was tried");
    }
    if (link.anyUsable()) {
      return Verdict.pass(usable(link));
    }
    return Verdict.deny(
        dev.trustring.kv.decision.DenyReason.LINK_DOWN,
        evidence("no session could be opened", link));
  }
}
