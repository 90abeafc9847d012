package dev.trustring.sim.cli;

import dev.trustring.config.scenario.Scenario;
import dev.trustring.config.scenario.ScenarioReader;
import dev.trustring.kv.rules.RuleSet;
import dev.trustring.sim.loop.EventTrace;
import dev.trustring.sim.run.Simulation;
import dev.trustring.sim.run.Words;
import dev.trustring.sim.world.Host;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What all commands of one start share: the console, the scenario, and the seed it ran with. */
final class Desk {

  /** Opens simulations. */
  interface Opener {
    Simulation open(Scenario scenario, Host host, EventTrace trace);
  }

  private final Console console;
  private final Opener opener;
  private Optional<Long> seed = Optional.empty();

  Desk(Console console, Opener opener) {
    this.console = console;
    this.opener = opener;
  }

  Console console() {
    return console;
  }

  /** The seed of the scenario that was read last. */
  Optional<Long> seed() {
    return seed;
  }

  /** Reads a scenario and puts the seed and rules of the command line in place of its own. */
  Scenario read(String file, @Nullable Long otherSeed, @Nullable String otherRules) {
    Optional<RuleSet> rules = Optional.ofNullable(otherRules).map(Desk::rules);
    Scenario scenario = ScenarioReader.read(path(file), Words.all());
    if (otherSeed != null) {
      scenario = scenario.withSeed(otherSeed);
    }
    if (rules.isPresent()) {
      scenario = scenario.withRules(rules.get());
    }
    seed = Optional.of(scenario.seed());
    return scenario;
  }

  static Path path(String file) {
    try {
      return Path.of(file);
    } catch (InvalidPathException e) {
      throw new UsageException("FILE: not a path: " + e.getReason());
    }
  }

  private static RuleSet rules(String word) {
    return RuleSet.parse(word)
        .orElseThrow(() -> UsageException.unknown("--rules", "rule set", word, RuleSet.words()));
  }

  Simulation open(Scenario scenario, HostChoice choice, EventTrace trace) {
    Simulation simulation = opener.open(scenario, choice.open(scenario, console.env()), trace);
    choice.attendants().forEach(simulation::attendedBy);
    return simulation;
  }
}
