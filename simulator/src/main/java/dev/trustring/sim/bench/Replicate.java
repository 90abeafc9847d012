package dev.trustring.sim.bench;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.trustring.config.scenario.Scenario;
import dev.trustring.config.scenario.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Keys that are written on all nodes until all nodes have all of them: by platform calls, by Akka
 * Distributed Data, and by bare deltas, one after another in this process.
 */
public final class Replicate {

  private static final Config AS_IT_COMES =
      ConfigFactory.parseString("akka.cluster.distributed-data.notify-subscribers-interval = 20ms");
  private static final Config HURRIED =
      ConfigFactory.parseString("akka.cluster.distributed-data.gossip-interval = 200ms")
          .withFallback(AS_IT_COMES);

  /**
   * How much to do.
   *
   * @param rounds of each kind; the best one counts
   * @param samples how many single writes are timed
   */
  public record Size(int devices, int keys, int rounds, int samples) {}

  /** Distributed Data can take minutes for a round, and does not get faster by repetition. */
  private static final int MOST_ROUNDS_OF_OTHERS = 4;

  private static final int PUBLISHED_BATCH = 128;
  private static final double MEDIAN = 0.5;
  private static final double P99 = 0.99;

  private final Size size;
  private final Scenario scenario;
  private final Consumer<String> progress;
  private final List<List<String>> rows = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  private Replicate(Size size, Vocabulary words, Consumer<String> progress) {
    this.size = size;
    this.scenario = Home.scenario(size.devices(), words);
    this.progress = progress;
  }

  /** Measures all of them. */
  public static Table run(Size size, Vocabulary words, Consumer<String> progress) {
    return new Replicate(size, words, progress).measured();
  }

  private Table measured() {
    double deltas = peers("(c) bare deltas", () -> new DeltaPeers(size.devices()));
    double data =
        Math.max(
            peers("(b) Distributed Data", () -> dataPeers(AS_IT_COMES)),
            peers("(b) ... gossip every 200 ms", () -> dataPeers(HURRIED)));
    double ours = platform("(a) putBatch, disk", PlatformReplication.Events.DISK, PUBLISHED_BATCH);
    platform("(a) put, disk", PlatformReplication.Events.DISK, 1);
    platform("(a) putBatch, bytes in memory", PlatformReplication.Events.BYTES, PUBLISHED_BATCH);
    platform("(a) putBatch, memory", PlatformReplication.Events.OBJECTS, PUBLISHED_BATCH);
    platform("(a) put, memory", PlatformReplication.Events.OBJECTS, 1);
    notes.add(
        String.format(
            Locale.ROOT,
            "a/b %.1f (goal 10), a/c %.3f; b is the better of its two",
            ours / data,
            ours / deltas));
    notes.addAll(CodecCost.said());
    return new Table(
        "replicate",
        List.of("what", "writes/s", "wall ms", "cpu us/write", "p50 ms", "p99 ms"),
        rows,
        notes);
  }

  private DistributedDataPeers dataPeers(Config settings) {
    return new DistributedDataPeers(size.devices(), settings);
  }

  private double peers(String what, Supplier<Peers> open) {
    try (Peers peers = open.get()) {
      int rounds = Math.min(size.rounds(), MOST_ROUNDS_OF_OTHERS);
      return add(what, best(what, rounds, round -> peers.converge(round, size.keys())), "", "");
    }
  }

  private double platform(String what, PlatformReplication.Events events, int batch) {
    try (PlatformReplication platform = new PlatformReplication(scenario, events)) {
      Stopwatch.Lap best =
          best(what, size.rounds(), round -> platform.converge(size.keys(), batch));
      double[] millis = platform.latencies(size.samples());
      return add(what, best, at(millis, MEDIAN), at(millis, P99));
    }
  }

  private Stopwatch.Lap best(String what, int rounds, IntFunction<Stopwatch.Lap> round) {
    Stopwatch.Lap best = Stopwatch.Lap.NEVER;
    for (int i = 0; i < rounds; i++) {
      Stopwatch.Lap lap = round.apply(i);
      best = best.orBetter(lap);
      progress.accept(
          String.format(
              Locale.ROOT,
              "%s, round %d of %d: %.0f ms",
              what,
              i + 1,
              rounds,
              lap.seconds() * 1e3));
    }
    return best;
  }

  private double add(String what, Stopwatch.Lap best, String median, String p99) {
    double perSecond = size.keys() / best.seconds();
    rows.add(
        List.of(
            what,
            String.format(Locale.ROOT, "%,.0f", perSecond),
            String.format(Locale.ROOT, "%,.0f", best.seconds() * 1e3),
            String.format(Locale.ROOT, "%.1f", best.cpuSeconds() * 1e6 / size.keys()),
            median,
            p99));
    return perSecond;
  }

  private static String at(double[] sorted, double part) {
    int index = (int) Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1);
    return String.format(Locale.ROOT, "%.1f", sorted[Math.max(0, index)]);
  }
}
