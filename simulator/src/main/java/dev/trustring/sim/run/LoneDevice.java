package dev.trustring.sim.run;

import dev.trustring.config.scenario.Scenario;
import dev.trustring.config.scenario.Step;
import dev.trustring.device.platform.StandardCalls;
import dev.trustring.sim.oracle.Finding;
import dev.trustring.sim.world.Attendant;
import dev.trustring.sim.world.ClusterHost;
import dev.trustring.sim.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * One device of a scenario alone in this process, in real time. It plays its own part of the story;
 * nobody judges, since nobody here sees the other devices.
 */
public final class LoneDevice implements AutoCloseable {

  private final Scenario scenario;
  private final World world;
  private final Journal journal;
  private final List<Attendant> attendants = new ArrayList<>();

  /**
   * A device that is not switched on yet.
   *
   * @param host knows which device is here; closed with this
   */
  public LoneDevice(Scenario scenario, ClusterHost host) {
    this.scenario = scenario;
    this.world = new World(scenario, host, StandardCalls.registry(), scenario.provenance());
    this.journal = new Journal(world);
    world.watchedBy(DecisionLog::watch);
  }

  /** Somebody is there while it runs. */
  public void attendedBy(Attendant attendant) {
    attendants.add(attendant);
  }

  /** Whether the story has faults; they would have to strike all devices and strike none here. */
  public boolean leavesFaultsOut() {
    return scenario.timeline().stream().anyMatch(Step.Fault.class::isInstance);
  }

  /**
   * Switches it on and brings it to where its part of the story begins.
   *
   * @param goesOn whether somebody still wants it to run
   * @return what of that was refused
   */
  public List<String> getReady(BooleanSupplier goesOn) {
    attendants.forEach(attendant -> attendant.begins(world));
    Story story = new Story(world, journal);
    story.getReady(goesOn);
    world.storyBegins();
    story.schedule();
    return journal.findings().stream()
        .filter(finding -> !finding.held())
        .map(LoneDevice::worded)
        .toList();
  }

  private static String worded(Finding finding) {
    return finding.name() + ": " + finding.says();
  }

  /** Runs for this long, as long as somebody wants it to. */
  public void run(BooleanSupplier goesOn, Duration atMost) {
    world.agenda().runWhile(goesOn, atMost);
  }

  /** Shuts it down in order; what it has acknowledged is on disk. */
  @Override
  public void close() {
    attendants.forEach(Attendant::close);
    world.close();
  }
}
