package dev.trustring.sim.oracle;

import dev.trustring.config.scenario.Expectations.DecisionExpectation;
import dev.trustring.kv.decision.DecisionRecord;
import dev.trustring.kv.decision.DenyReason;
import java.util.List;
import java.util.Optional;

/** Whether the record of an attempt says what a scenario expects of it. */
final class DecisionMatch {

  private DecisionMatch() {}

  /** What is otherwise; empty when it says so. */
  static Optional<String> breach(DecisionExpectation wanted, List<DecisionRecord> decisions) {
    List<DecisionRecord> attempts =
        decisions.stream()
            .filter(decision -> decision.from().equals(wanted.from()))
            .filter(decision -> decision.to().equals(wanted.to()))
            .filter(decision -> decision.store().value().equals(wanted.store()))
            .toList();
    int number = wanted.attempt().orElse(attempts.size());
    if (number < 1 || number > attempts.size()) {
      return Optional.of("there were " + attempts.size() + " attempts");
    }
    DecisionRecord found = attempts.get(number - 1);
    boolean stops = found.stopWord().equals(wanted.stop());
    boolean shows = wanted.visible().map(found.visible().word()::equals).orElse(true);
    boolean because =
        wanted.why().map(why -> reason(found).filter(why::equals).isPresent()).orElse(true);
    return stops && shows && because ? Optional.empty() : Optional.of(says(found));
  }

  private static Optional<DenyReason> reason(DecisionRecord found) {
    return found.firstStop().flatMap(stop -> stop.verdict().stop());
  }

  private static String says(DecisionRecord found) {
    return "it says stop "
        + found.stopWord()
        + ", visible "
        + found.visible().word()
        + reason(found).map(reason -> ", why " + reason.code()).orElse("");
  }
}
