package dev.trustring.sim.campaign;

import dev.trustring.config.scenario.Scenario;
import dev.trustring.config.text.Node;
import dev.trustring.sim.loop.EventTrace;
import dev.trustring.sim.run.HostKind;
import dev.trustring.sim.run.RunResult;
import dev.trustring.sim.run.Simulation;
import dev.trustring.sim.world.Attendant;

/** Plays scenarios, each in a world of its own on the thread that asks. */
final class Player {

  private final Story story;
  private final HostKind host;

  Player(Story story, HostKind host) {
    this.story = story;
    this.host = host;
  }

  Played play(Drawn drawn) {
    Scenario scenario = story.read(drawn.tree());
    return Played.of(
        drawn.number(),
        play(
            scenario.expecting(scenario.expect().withSometimes(drawn.sometimes())),
            EventTrace.hashing()));
  }

  /** Plays a run of which the later part is drawn anew. */
  Played play(Anew anew) {
    Scenario scenario = story.read(anew.tree());
    try (Simulation simulation =
        new Simulation(scenario, host.open(scenario), EventTrace.hashing())) {
      simulation.chanceAnew(anew.from(), anew.seed());
      simulation.run();
      return Played.of(0, simulation.result());
    }
  }

  /** Plays a tree as it stands. */
  Played play(int number, Node.Mapping tree) {
    return Played.of(number, play(story.read(tree), EventTrace.hashing()));
  }

  RunResult play(Scenario scenario, EventTrace trace, Attendant... attendants) {
    return host.play(scenario, trace, attendants);
  }
}
