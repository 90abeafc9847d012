package dev.trustring.sim.report;

import dev.trustring.kv.decision.DecisionRecord;
import dev.trustring.sim.run.RunResult;
import java.util.Optional;

/**
 * The answer to one question for a why.
 *
 * @param run the run that it was asked of
 * @param record the record that answers it
 * @param attempts how many attempts of that pair and store the run made
 * @param probed whether the attempt was made for the question, after the story's end
 */
public record Diagnosis(RunResult run, DecisionRecord record, int attempts, boolean probed) {

  /** Another device that got the same store from the same device, to compare with. */
  Optional<DecisionRecord> luckier() {
    if (record.firstStop().isEmpty()) {
      return Optional.empty();
    }
    return Attempts.in(run.decisions()).stream()
        .filter(Attempts::reached)
        .map(Attempts::last)
        .filter(other -> other.from().equals(record.from()))
        .filter(other -> other.app().equals(record.app()) && other.store().equals(record.store()))
        .findFirst();
  }
}
