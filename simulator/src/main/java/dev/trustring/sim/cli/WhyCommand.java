package dev.trustring.sim.cli;

import dev.trustring.config.scenario.Scenario;
import dev.trustring.kv.decision.DecisionRecord;
import dev.trustring.sim.loop.EventTrace;
import dev.trustring.sim.report.Diagnosis;
import dev.trustring.sim.report.Json;
import dev.trustring.sim.report.RunJson;
import dev.trustring.sim.report.WhyText;
import dev.trustring.sim.run.RunResult;
import dev.trustring.sim.run.Simulation;
import java.util.List;
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

  @Option(names = "--rules", paramLabel = "R", description = "openharmony or article")
  private @Nullable String rules;

  @Mixin private HostChoice host = new HostChoice();

  @Option(names = "--json", description = "print JSON")
  private boolean json;

  WhyCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() {
    Scenario scenario = desk.read(file, seed, rules);
    Question question = Question.of(scenario, from, to, store, app);
    try (Simulation simulation = desk.open(scenario, host, EventTrace.hashing())) {
      simulation.run();
      RunResult result = simulation.result();
      List<DecisionRecord> attempts = question.answers(result.decisions());
      boolean probed = attempts.isEmpty();
      if (probed) {
        simulation.probe(question.app().alias(), question.from(), question.to(), store);
        attempts = question.answers(simulation.result().decisions());
      }
      if (attempts.isEmpty()) {
        desk.console().tell("trustring why: " + from + " made no attempt: it is switched off");
        return Exit.UNKNOWN.code();
      }
      DecisionRecord last = attempts.get(attempts.size() - 1);
      answer(new Diagnosis(result, last, attempts.size(), probed));
      return Exit.of(last.outcome()).code();
    }
  }

  private void answer(Diagnosis diagnosis) {
    if (json) {
      desk.console().out().print(Json.text(RunJson.of(diagnosis)));
    } else {
      WhyText.write(diagnosis, desk.console().page());
    }
  }
}
