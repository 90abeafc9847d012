package dev.trustring.sim.run;

import dev.trustring.config.scenario.Downing;
import dev.trustring.config.scenario.Scenario;
import dev.trustring.sim.loop.EventTrace;
import dev.trustring.sim.loop.RunLoop;
import dev.trustring.sim.world.Attendant;
import dev.trustring.sim.world.ClusterHost;
import dev.trustring.sim.world.ClusterOptions;
import dev.trustring.sim.world.DenseHost;
import dev.trustring.sim.world.Host;
import dev.trustring.sim.world.HostException;
import dev.trustring.sim.world.VirtualHost;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The hosts that a scenario can be run on, by the word that people give. */
public enum HostKind {
  /** One ActorSystem a device and an Akka Cluster a ring, all on one seeded loop. */
  VIRTUAL,
  /** All devices in one ActorSystem on one seeded loop, rings computed. */
  DENSE,
  /** One ActorSystem a device over TCP in real time, an Akka Cluster a ring, data on disk. */
  CLUSTER;

  /** The word on the command line and in reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it can play that scenario: one that puts members out of their rings needs clusters. */
  public boolean plays(Scenario scenario) {
    return this != DENSE || scenario.downing() == Downing.NONE;
  }

  /** This host, or {@code virtual} if it cannot play that scenario. */
  public HostKind orWhatPlays(Scenario scenario) {
    return plays(scenario) ? this : VIRTUAL;
  }

  /** A host of this kind for that scenario, with the usual settings. */
  public Host open(Scenario scenario) {
    return switch (this) {
      case VIRTUAL -> new VirtualHost(RunLoop.open(scenario.seed()), scenario.downing());
      case DENSE -> dense(scenario);
      case CLUSTER -> new ClusterHost(scenario, ClusterOptions.PLAIN);
    };
  }

  /** Plays a scenario to its end on a host of this kind; those who attend are there throughout. */
  public RunResult play(Scenario scenario, EventTrace trace, Attendant... attendants) {
    try (Simulation simulation = new Simulation(scenario, open(scenario), trace)) {
      List.of(attendants).forEach(simulation::attendedBy);
      simulation.run();
      return simulation.result();
    }
  }

  private static Host dense(Scenario scenario) {
    if (!DENSE.plays(scenario)) {
      throw new HostException(
          scenario.file()
              + ": host dense computes who is in a ring and has no split brain resolver; 'downing: "
              + scenario.downing().word()
              + "' needs --host virtual or cluster");
    }
    return new DenseHost(RunLoop.open(scenario.seed()));
  }

  public static Optional<HostKind> named(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }
}
