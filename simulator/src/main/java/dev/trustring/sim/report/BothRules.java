package dev.trustring.sim.report;

import dev.trustring.kv.decision.DecisionRecord;
import dev.trustring.kv.decision.GateResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The answers of both rule sets to one question.
 *
 * @param platform the answer under rule set openharmony
 * @param article the answer under rule set article
 */
public record BothRules(Diagnosis platform, Diagnosis article) {

  /**
   * A gate that stops the attempt under one rule set and not under the other.
   *
   * @param stops what it says where it stops
   * @param by the record in which it does
   * @param other what the gate says under the other rule set; empty where there is no such gate
   */
  record Parting(GateResult stops, DecisionRecord by, Optional<GateResult> other) {}

  /** Where the two part, in the order of the gates; gates that a run did not come to count too. */
  List<Parting> partings() {
    List<Parting> partings = new ArrayList<>(partings(platform.record(), article.record()));
    partings.addAll(partings(article.record(), platform.record()));
    return partings;
  }

  private static List<Parting> partings(DecisionRecord one, DecisionRecord other) {
    return one.gates().stream()
        .filter(result -> result.verdict().stop().isPresent())
        .map(result -> new Parting(result, one, find(other, result)))
        .filter(parting -> !stopsToo(parting))
        .toList();
  }

  private static Optional<GateResult> find(DecisionRecord record, GateResult like) {
    return record.gates().stream()
        .filter(result -> result.gate().name().equals(like.gate().name()))
        .findFirst();
  }

  private static boolean stopsToo(Parting parting) {
    return parting.other().flatMap(result -> result.verdict().stop()).isPresent();
  }

  /** Whether apps see something else under each. */
  boolean showOtherThings() {
    return !platform.record().visible().word().equals(article.record().visible().word());
  }
}
