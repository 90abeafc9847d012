package dev.trustring.sim.bench;

import dev.trustring.config.scenario.Scenario;
import dev.trustring.config.scenario.ScenarioReader;
import dev.trustring.config.scenario.Vocabulary;
import dev.trustring.sim.loop.EventTrace;
import dev.trustring.sim.loop.RunLoop;
import dev.trustring.sim.run.HostKind;
import dev.trustring.sim.run.RunResult;
import dev.trustring.sim.run.Simulation;
import dev.trustring.sim.world.VirtualHost;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * How fast virtual time goes: a ring of five that is idle, and fleets of such rings that tell the
 * story of the shipped fleet, from nothing to the verdict.
 *
 * @param words what a story may say
 * @param progress takes a line now and then
 */
record LoopSpeed(Vocabulary words, Consumer<String> progress) {

  private static final int RING = 5;
  private static final int WARM_ROUNDS = 3;
  private static final Duration IDLE = Duration.ofMinutes(5);
  private static final int STEP = 4;
  private static final String FLEET =
      """
      trustring: 1
      title: homes of five devices
      seed: 1
      apps:
        notes:
          bundle: com.example.notes
          signing: acme
          permissions: [ohos.permission.DISTRIBUTED_DATASYNC]
          stores:
            notes: { securityLevel: S2, kvStoreType: SINGLE_VERSION }
      fleets:
        homes:
          count: DEVICES
          group: 5
          kinds: [phone, tablet, tv, car, board]
          level: SL3
          apps: [notes]
      timeline:
        - at: 0s
          on: homes
          app: notes
          call: abilityAccessCtrl.requestPermissionsFromUser
          args: { permissionList: [ohos.permission.DISTRIBUTED_DATASYNC] }
        - at: 3s
          on: homes
          app: notes
          call: distributedKVStore.getKVStore
          args: { storeId: notes }
        - at: 4s
          on: homes/1
          app: notes
          call: SingleKVStore.put
          args: { storeId: notes, key: greeting, value: hello }
        - at: 5s
          on: homes/1
          app: notes
          call: SingleKVStore.sync
          args: { storeId: notes, deviceIds: [], mode: PUSH_ONLY }
      expect:
        always: [no-leak-above-level, no-sync-outside-ring, no-sync-without-grant]
      """;

  Table run(int fleet) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(idle());
    for (int devices = Math.max(RING, fleet / (STEP * STEP)); devices < fleet; devices *= STEP) {
      rows.add(story(devices));
    }
    rows.add(story(fleet));
    return new Table(
        "loop",
        List.of("what", "wall s", "cpu s", "virtual s/s", "events/s", "heap MiB"),
        rows,
        List.of("a story ends 155 virtual seconds after it began, and 10 s of settling in before"));
  }

  private List<String> idle() {
    Scenario scenario = Home.scenario(RING, words);
    RunLoop loop = RunLoop.open(scenario.seed());
    try (Home home = new Home(scenario, new VirtualHost(loop, scenario.downing()))) {
      home.switchOn();
      home.await("all devices to be online", home::allOnline);
      Stopwatch.Lap best = Stopwatch.Lap.NEVER;
      for (int i = 0; i < WARM_ROUNDS; i++) {
        progress.accept("a ring of 5, idle for " + IDLE.toSeconds() + " virtual seconds");
        Stopwatch watch = new Stopwatch();
        loop.runFor(IDLE);
        best = best.orBetter(watch.lap());
      }
      return row("5 idle devices", best, (double) IDLE.toSeconds(), "");
    }
  }

  private List<String> story(int devices) {
    progress.accept("a story of " + devices + " devices");
    Scenario scenario =
        ScenarioReader.read(
            "fleet.yaml", FLEET.replace("DEVICES", String.valueOf(devices)), Path.of(""), words);
    Stopwatch watch = new Stopwatch();
    try (Simulation simulation =
        new Simulation(scenario, HostKind.VIRTUAL.open(scenario), EventTrace.hashing())) {
      simulation.run();
      RunResult result = simulation.result();
      Stopwatch.Lap lap = watch.lap();
      progress.accept(String.format(Locale.ROOT, "%d devices: %.1f s", devices, lap.seconds()));
      double virtual = result.counts().virtualNanos() / 1e9 + 10;
      return row(
          "story of " + devices + " devices",
          lap,
          virtual,
          String.format(Locale.ROOT, "%,.0f", result.counts().events() / lap.seconds()));
    }
  }

  private static List<String> row(
      String what, Stopwatch.Lap lap, double virtualSeconds, String events) {
    return List.of(
        what,
        String.format(Locale.ROOT, "%.1f", lap.seconds()),
        String.format(Locale.ROOT, "%.1f", lap.cpuSeconds()),
        String.format(Locale.ROOT, "%,.1f", virtualSeconds / lap.seconds()),
        events,
        String.format(Locale.ROOT, "%.0f", Machine.heapMebibytes()));
  }
}
