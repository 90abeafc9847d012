package dev.trustring.sim.bench;

import dev.trustring.config.scenario.Scenario;
import dev.trustring.config.scenario.Vocabulary;
import dev.trustring.sim.world.ClusterHost;
import dev.trustring.sim.world.ClusterOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Rings of one account over loopback in real time, events on disk: from switching on until
 * everybody sees everybody, and what such a ring takes while nothing happens.
 *
 * @param words what a story may say
 * @param progress takes a line now and then
 */
record RingSizes(Vocabulary words, Consumer<String> progress) {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int CALM_SECONDS = 5;
  private static final int PERCENT = 100;

  /** Every pair of devices takes that many files, counted at sizes of 5, 10 and 25. */
  private static final long FILES_PER_PAIR = 12;

  Table run(List<Integer> sizes, int idleSeconds) {
    List<List<String>> rows = new ArrayList<>();
    for (int size : sizes) {
      progress.accept("a ring of " + size);
      long files = FILES_PER_PAIR * size * size;
      List<String> row =
          files < Machine.openFilesMax() ? measure(size, idleSeconds) : leftOut(size, files);
      progress.accept(String.join("  ", row));
      rows.add(row);
    }
    return new Table(
        "rings",
        List.of(
            "devices",
            "all online after s",
            "cpu s until then",
            "threads",
            "open files",
            "heap MiB",
            "idle: cpu of one core, % per device"),
        rows,
        List.of("two ActorSystems a device; all of them in this process"));
  }

  private static List<String> leftOut(int size, long files) {
    return List.of(
        String.valueOf(size),
        String.format(
            Locale.ROOT,
            "left out: needs %,d open files, %,d are allowed (ulimit -n)",
            files,
            Machine.openFilesMax()),
        "",
        "",
        "",
        "",
        "");
  }

  private List<String> measure(int size, int idleSeconds) {
    Scenario scenario = Home.scenario(size, words);
    Stopwatch watch = new Stopwatch();
    try (Home home = new Home(scenario, new ClusterHost(scenario, ClusterOptions.PLAIN))) {
      home.switchOn();
      boolean settled = home.world().agenda().runWhile(() -> !home.allOnline(), PATIENCE);
      Stopwatch.Lap lap = watch.lap();
      home.world().agenda().runFor(Duration.ofSeconds(Math.min(CALM_SECONDS, idleSeconds)));
      Stopwatch idle = new Stopwatch();
      home.world().agenda().runFor(Duration.ofSeconds(idleSeconds));
      Stopwatch.Lap quiet = idle.lap();
      String when =
          settled
              ? String.format(Locale.ROOT, "%.1f", lap.seconds())
              : "never: " + home.onlinePairs() + " of " + size * (size - 1) + " pairs";
      return List.of(
          String.valueOf(size),
          when,
          String.format(Locale.ROOT, "%.1f", lap.cpuSeconds()),
          String.valueOf(Machine.threads()),
          String.valueOf(Machine.openFiles()),
          String.format(Locale.ROOT, "%.0f", Machine.heapMebibytes()),
          String.format(
              Locale.ROOT, "%.2f", quiet.cpuSeconds() / quiet.seconds() * PERCENT / size));
    }
  }
}
