package dev.trustring.sim.cli;

import dev.trustring.config.scenario.Scenario;
import dev.trustring.kv.decision.DecisionRecord;
import dev.trustring.kv.rules.RuleSet;
import dev.trustring.sim.loop.EventTrace;
import dev.trustring.sim.report.Honesty;
import dev.trustring.sim.report.HonestyJson;
import dev.trustring.sim.report.HonestyText;
import dev.trustring.sim.report.Json;
import dev.trustring.sim.report.Page;
import dev.trustring.sim.run.Simulation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Holds what apps were told against what was true, over one story or many. */
@Command(
    name = "honesty",
    description =
        "Plays scenarios and holds what apps were told against what was true of each attempt.")
final class HonestyCommand implements Callable<Integer> {

  private final Desk desk;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "scenarios, YAML or JSON")
  private List<String> files = List.of();

  @Option(
      names = "--rules",
      paramLabel = "R",
      description = "openharmony, article or both (default); each story is played under each")
  private String rules = RuleWord.BOTH;

  @Option(names = "--seed", paramLabel = "N", description = "a seed in place of the files'")
  private @Nullable Long seed;

  @Mixin private HostChoice host = new HostChoice();

  @Option(names = "--json", description = "print JSON")
  private boolean json;

  HonestyCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() {
    List<RuleSet> sets = RuleWord.sets(rules);
    host.requireRepeatable("honesty");
    List<Scenario> stories = files.stream().map(file -> desk.read(file, seed, null)).toList();
    stories.forEach(host::requireFits);
    Map<RuleSet, Honesty> tables = new LinkedHashMap<>();
    for (RuleSet set : sets) {
      tables.put(set, Honesty.of(attempts(stories, set)));
    }
    if (json) {
      desk.console().out().print(Json.text(HonestyJson.of(stories.size(), tables)));
    } else {
      write(stories.size(), tables);
    }
    return Exit.YES.code();
  }

  private List<DecisionRecord> attempts(List<Scenario> stories, RuleSet set) {
    List<DecisionRecord> records = new ArrayList<>();
    for (int i = 0; i < stories.size(); i++) {
      progress(set, i + 1, stories.size());
      Scenario story = stories.get(i).withRules(set);
      try (Simulation simulation = desk.open(story, host, EventTrace.hashing())) {
        simulation.run();
        records.addAll(simulation.result().decisions());
      }
    }
    return records;
  }

  private void progress(RuleSet set, int story, int all) {
    if (desk.console().errIsTerminal() && all > 1) {
      desk.console().tell("trustring: rules " + set.word() + ", story " + story + " of " + all);
    }
  }

  private void write(int stories, Map<RuleSet, Honesty> tables) {
    Page page = desk.console().page();
    boolean first = true;
    for (Map.Entry<RuleSet, Honesty> table : tables.entrySet()) {
      if (!first) {
        page.blank();
      }
      HonestyText.write(table.getKey(), stories, table.getValue(), page);
      first = false;
    }
  }
}
