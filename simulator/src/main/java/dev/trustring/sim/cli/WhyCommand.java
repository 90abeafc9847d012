package dev.trustring.sim.cli;

import dev.trustring.config.scenario.Scenario;
import dev.trustring.kv.decision.DecisionRecord;
import dev.trustring.kv.rules.RuleSet;
import dev.trustring.sim.loop.EventTrace;
import dev.trustring.sim.report.BothRules;
import dev.trustring.sim.report.BothRulesText;
import dev.trustring.sim.report.Diagnosis;
import dev.trustring.sim.report.Json;
import dev.trustring.sim.report.RunJson;
import dev.trustring.sim.report.WhyText;
import dev.trustring.sim.run.RunResult;
import dev.trustring.sim.run.Simulation;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says gate by gate why a store's rows reached another device or did not. */
@Command(
    name = "why",
    description =
        "Plays a scenario and says, gate by gate, why a store's rows reached a device or did not.")
final class WhyCommand implements Callable<Integer> {

  private final Desk desk;

  @Parameters(paramLabel = "FILE", description = "the scenario, YAML or JSON")
  private String file = "";

  @Option(names = "--from", paramLabel = "A", required = true, description = "the sending device")
  private String from = "";

  @Option(names = "--to", paramLabel = "B", required = true, description = "the receiving device")
  private String to = "";

  @Option(names = "--store", paramLabel = "S", required = true, description = "the store's id")
  private String store = "";

  @Option(
      names = "--app",
      paramLabel = "NAME",
      description = "the app's alias, if several have such a store")
  private @Nullable String app;

  @Option(names = "--seed", paramLabel = "N", description = "a seed in place of the file's")
  private @Nullable Long seed;

  @Option(
      names = "--rules",
      paramLabel = "R",
      description =
          "openharmony, article, or both: beside each other, with openharmony's exit code")
  private @Nullable String rules;

  @Mixin private HostChoice host = new HostChoice();

  @Option(names = "--json", description = "print JSON")
  private boolean json;

  WhyCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() {
    boolean both = rules != null && RuleWord.sets(rules).size() > 1;
    Scenario scenario = desk.read(file, seed, both ? null : rules);
    Question question = Question.of(scenario, from, to, store, app);
    if (both) {
      host.requireRepeatable("--rules " + RuleWord.BOTH);
      return compare(scenario, question);
    }
    return diagnosis(scenario, question).map(this::answer).orElseGet(this::nothingTried);
  }

  private int compare(Scenario scenario, Question question) {
    Optional<Diagnosis> platform = diagnosis(scenario.withRules(RuleSet.OPENHARMONY), question);
    Optional<Diagnosis> article = diagnosis(scenario.withRules(RuleSet.ARTICLE), question);
    if (platform.isEmpty() || article.isEmpty()) {
      return nothingTried();
    }
    BothRules both = new BothRules(platform.get(), article.get());
    if (json) {
      desk.console().out().print(Json.text(RunJson.of(both)));
    } else {
      BothRulesText.write(both, desk.console().page());
    }
    return Exit.of(both.platform().record().outcome()).code();
  }

  /** Plays the story; what was not tried in it is tried once after its end. */
  private Optional<Diagnosis> diagnosis(Scenario scenario, Question question) {
    try (Simulation simulation = desk.open(scenario, host, EventTrace.hashing())) {
      simulation.run();
      RunResult result = simulation.result();
      List<DecisionRecord> attempts = question.answers(result.decisions());
      boolean probed = attempts.isEmpty();
      if (probed) {
        simulation.probe(question.app().alias(), question.from(), question.to(), store);
        attempts = question.answers(simulation.result().decisions());
      }
      return attempts.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Diagnosis(result, attempts.get(attempts.size() - 1), attempts.size(), probed));
    }
  }

  private int nothingTried() {
    desk.console().tell("trustring why: " + from + " made no attempt: it is switched off");
    return Exit.UNKNOWN.code();
  }

  private int answer(Diagnosis diagnosis) {
    if (json) {
      desk.console().out().print(Json.text(RunJson.of(diagnosis)));
    } else {
      WhyText.write(diagnosis, desk.console().page());
    }
    return Exit.of(diagnosis.record().outcome()).code();
  }
}
