package dev.trustring.sim.bench;

import dev.trustring.config.scenario.Scenario;
import dev.trustring.config.scenario.ScenarioReader;
import dev.trustring.config.scenario.Vocabulary;
import dev.trustring.kv.decision.DecisionRecord;
import dev.trustring.sim.loop.EventTrace;
import dev.trustring.sim.page.Recording;
import dev.trustring.sim.page.RunPage;
import dev.trustring.sim.report.RunFiles;
import dev.trustring.sim.run.HostKind;
import dev.trustring.sim.run.RunResult;
import dev.trustring.sim.run.Simulation;
import dev.trustring.sim.world.Attendant;
import dev.trustring.sim.world.Happening;
import dev.trustring.sim.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the page of a very long run costs. The run is one home's story told again and again; calls,
 * answers and losses get a text of their own each time, as they would have in one long story. How
 * fast the page opens is for a browser to say: {@code build-rules/open-page.mjs}.
 *
 * @param words what a story may say
 * @param progress takes a line now and then
 */
record PageCost(Vocabulary words, Consumer<String> progress) {

  private static final double MEBI = 1024.0 * 1024;
  private static final long PAUSE = Duration.ofSeconds(60).toNanos();
  private static final String ALL = "[phone, tablet, watch, tv]";
  private static final String STORY =
      """
      trustring: 1
      title: a home for a very long time
      seed: 1
      apps:
        notes:
          bundle: com.example.notes
          permissions: [ohos.permission.DISTRIBUTED_DATASYNC]
          stores: { notes: { securityLevel: S2, kvStoreType: SINGLE_VERSION } }
      devices:
        phone: { kind: phone, level: SL4, account: acct-1, apps: [notes] }
        tablet: { kind: tablet, level: SL4, account: acct-1, apps: [notes] }
        watch: { kind: watch, level: SL1, account: acct-1, apps: [notes] }
        tv: { kind: tv, level: SL3, account: acct-1, apps: [notes] }
      networks:
        home: { type: wifi, members: [phone, tablet, tv] }
        room: { type: bluetooth, members: [phone, watch] }
      timeline:
        - at: 0s
          on: %s
          app: notes
          call: abilityAccessCtrl.requestPermissionsFromUser
          args: { permissionList: [ohos.permission.DISTRIBUTED_DATASYNC] }
        - at: 3s
          on: %s
          app: notes
          call: distributedKVStore.getKVStore
          args: { storeId: notes }
        - { at: 20s, fault: partition, groups: [[phone], [tablet, tv]], for: 10s }
      """;

  /** A run, and what happened in it. */
  private record Told(RunResult result, List<Happening> happenings, List<Long> moments) {}

  Table run(int events, Path folder) {
    Told told = tell();
    progress.accept("a story of " + told.happenings().size() + " events");
    Stopwatch watch = new Stopwatch();
    Recording recording = new Recording();
    RunResult whole = again(told, events, recording);
    double recorded = watch.lap().seconds();
    try {
      new RunFiles(whole, recording)
          .writeFolder(
              folder,
              List.of(),
              new RunPage.About("a long run", "trustring bench page", Optional.empty()));
      return table(recording, recorded, watch.lap().seconds(), folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Table table(Recording recording, double recorded, double written, Path folder)
      throws IOException {
    return new Table(
        "page",
        List.of("events", "recorded, s", "written, s", "page, MiB"),
        List.of(
            List.of(
                String.format(Locale.ROOT, "%,d", recording.size()),
                String.format(Locale.ROOT, "%.1f", recorded),
                String.format(Locale.ROOT, "%.1f", written),
                String.format(
                    Locale.ROOT, "%.1f", Files.size(folder.resolve("index.html")) / MEBI))),
        List.of("time to open it: build-rules/open-page.mjs " + folder + "/index.html"));
  }

  private Told tell() {
    StringBuilder text = new StringBuilder(STORY.formatted(ALL, ALL));
    for (int second = 5; second < 65; second++) {
      String device = List.of("phone", "tablet", "watch", "tv").get(second % 4);
      text.append(
          """
            - at: %1$ds
              on: %2$s
              app: notes
              call: SingleKVStore.put
              args: { storeId: notes, key: k%3$d, value: v%1$d }
            - at: %1$ds
              on: %2$s
              app: notes
              call: SingleKVStore.sync
              args: { storeId: notes, deviceIds: [], mode: PUSH_ONLY }
          """
              .formatted(second, device, second % 7));
    }
    Scenario scenario = ScenarioReader.read("home.yaml", text.toString(), Path.of(""), words);
    List<Happening> happenings = new ArrayList<>();
    List<Long> moments = new ArrayList<>();
    try (Simulation simulation =
        new Simulation(scenario, HostKind.DENSE.open(scenario), EventTrace.hashing())) {
      simulation.attendedBy(new Listener(happenings, moments));
      simulation.run();
      return new Told(simulation.result(), happenings, moments);
    }
  }

  /** Notes what happens and when. */
  private record Listener(List<Happening> happenings, List<Long> moments) implements Attendant {
    @Override
    public void begins(World world) {
      world.watchedBy(
          happening -> {
            happenings.add(happening);
            moments.add(world.agenda().nowNanos());
          });
    }

    @Override
    public void close() {
      // What was noted is needed afterwards.
    }
  }

  private static RunResult again(Told told, int events, Recording recording) {
    recording.beginsWith(told.result().scenario().deviceNames());
    List<DecisionRecord> decisions = new ArrayList<>();
    long shift = 0;
    for (int round = 0; recording.size() < events; round++) {
      for (int i = 0; i < told.happenings().size() && recording.size() < events; i++) {
        Happening happening = told.happenings().get(i);
        recording.add(named(happening, round), shift + told.moments().get(i));
        if (happening instanceof Happening.Decided decided) {
          decisions.add(decided.decision());
        }
      }
      shift += told.moments().get(told.moments().size() - 1) + PAUSE;
    }
    return longer(told.result(), decisions, shift);
  }

  private static Happening named(Happening happening, int round) {
    return happening instanceof Happening.Noted noted
            && List.of("call", "answer", "lost").contains(noted.kind())
        ? new Happening.Noted(
            noted.kind(), noted.device(), noted.detail() + " round " + round, noted.frame())
        : happening;
  }

  private static RunResult longer(RunResult one, List<DecisionRecord> decisions, long nanos) {
    RunResult.Counts counts = one.counts();
    return new RunResult(
        one.scenario(),
        one.host(),
        one.eventHash(),
        one.verdict(),
        one.findings(),
        decisions,
        one.steps(),
        one.completions(),
        one.stateChanges(),
        one.deviceCallbacks(),
        one.sessionNews(),
        one.storeNews(),
        one.serviceNews(),
        one.processEnds(),
        one.digests(),
        new RunResult.Counts(
            counts.events(),
            counts.framesCarried(),
            counts.framesLost(),
            counts.rowsReplicated(),
            counts.setUpNanos(),
            nanos - counts.setUpNanos()));
  }
}
