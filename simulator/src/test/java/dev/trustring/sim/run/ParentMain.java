package dev.trustring.sim.run;

import dev.trustring.config.scenario.Scenario;
import dev.trustring.sim.loop.EventTrace;
import dev.trustring.sim.process.DrivenProcess;
import dev.trustring.sim.process.ProcessHost;
import dev.trustring.sim.world.ClusterOptions;
import java.time.Duration;
import java.util.stream.Collectors;

/** Runs a scenario in processes and, once they run, prints one line with their numbers. */
final class ParentMain {

  private static final Duration ALL_STARTED = Duration.ofSeconds(4);

  private ParentMain() {}

  public static void main(String[] args) {
    Scenario scenario = Shipped.read(Shipped.file(args[0]));
    ProcessHost host = new ProcessHost(scenario, ClusterOptions.PLAIN, DrivenProcess.launch());
    host.agenda().schedule(ALL_STARTED, ParentMain::printChildren);
    try (Simulation simulation = new Simulation(scenario, host, EventTrace.hashing())) {
      simulation.run();
    }
  }

  private static void printChildren() {
    System.out.println(
        ProcessHandle.current()
            .children()
            .map(child -> Long.toString(child.pid()))
            .collect(Collectors.joining(" ")));
  }
}
