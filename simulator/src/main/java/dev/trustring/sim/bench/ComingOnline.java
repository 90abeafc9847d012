package dev.trustring.sim.bench;

import dev.trustring.config.scenario.Scenario;
import dev.trustring.config.scenario.ScenarioReader;
import dev.trustring.config.scenario.Vocabulary;
import dev.trustring.sim.loop.EventTrace;
import dev.trustring.sim.run.HostKind;
import dev.trustring.sim.run.RunResult;
import dev.trustring.sim.run.Simulation;
import dev.trustring.sim.world.Attendant;
import dev.trustring.sim.world.Happening;
import dev.trustring.sim.world.World;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Homes of four devices, each home with an account and a Wi-Fi of its own, from switching on until
 * everybody has everybody else of the home online, on the host for many devices.
 *
 * @param words what a story may say
 * @param progress takes a line now and then
 */
record ComingOnline(Vocabulary words, Consumer<String> progress) {

  private static final int HOME = 4;
  private static final int STEP = 4;
  private static final int KIBI = 1024;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final String HOMES =
      """
      trustring: 1
      title: homes of four devices come online
      seed: 1
      fleets:
        homes: { count: DEVICES, group: 4, kinds: [phone, tablet, tv, watch], level: SL3 }
      timeline: []
      """;

  Table run(int mostHomes) {
    List<List<String>> rows = new ArrayList<>();
    for (int divisor : List.of(STEP * STEP, STEP, 1)) {
      int homes = Math.max(1, mostHomes / divisor);
      progress.accept(homes + " homes");
      rows.add(measure(homes * HOME));
    }
    return new Table(
        "online",
        List.of(
            "devices",
            "homes",
            "all online after virtual s",
            "wall s",
            "cpu s",
            "events",
            "events/s",
            "heap MiB",
            "KiB a device"),
        rows,
        List.of("host dense; the run goes on for 10 virtual seconds after the devices are on"));
  }

  private List<String> measure(int devices) {
    String text = HOMES.replace("DEVICES", String.valueOf(devices));
    Scenario scenario = ScenarioReader.read("homes.yaml", text, Path.of(""), words);
    double empty = Machine.heapMebibytes();
    Stopwatch watch = new Stopwatch();
    Arrivals arrivals = new Arrivals();
    try (Simulation simulation =
        new Simulation(scenario, HostKind.DENSE.open(scenario), EventTrace.hashing())) {
      simulation.attendedBy(arrivals);
      simulation.run();
      RunResult result = simulation.result();
      Stopwatch.Lap lap = watch.lap();
      double heap = Machine.heapMebibytes() - empty;
      return List.of(
          String.valueOf(devices),
          String.valueOf(devices / HOME),
          arrivals.said(devices * (HOME - 1)),
          String.format(Locale.ROOT, "%.1f", lap.seconds()),
          String.format(Locale.ROOT, "%.1f", lap.cpuSeconds()),
          String.format(Locale.ROOT, "%,d", result.counts().events()),
          String.format(Locale.ROOT, "%,.0f", result.counts().events() / lap.seconds()),
          String.format(Locale.ROOT, "%.0f", heap),
          String.format(Locale.ROOT, "%.0f", heap * KIBI / devices));
    }
  }

  /** Counts who has whom online, and when the last one came. */
  private static final class Arrivals implements Attendant {

    private int pairs;
    private long lastNanos;

    @Override
    public void begins(World world) {
      world.watchedBy(happening -> watch(happening, world.agenda().nowNanos()));
    }

    private void watch(Happening happening, long now) {
      if (happening instanceof Happening.PeerState state) {
        pairs += state.online() ? 1 : -1;
        lastNanos = now;
      }
    }

    String said(int wanted) {
      return pairs == wanted
          ? String.format(Locale.ROOT, "%.1f", lastNanos / NANOS_PER_SECOND)
          : "never: " + pairs + " of " + wanted + " pairs";
    }

    @Override
    public void close() {}
  }
}
