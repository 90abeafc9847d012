package dev.trustring.sim.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trustring.config.scenario.Scenario;
import dev.trustring.config.scenario.ScenarioReader;
import dev.trustring.config.scenario.Vocabulary;
import dev.trustring.device.wire.FrameCodec;
import dev.trustring.device.wire.WireException;
import dev.trustring.sim.run.HostKind;
import dev.trustring.sim.world.Happening;
import dev.trustring.trust.identity.DeviceName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * What a store costs on the host for many devices: homes of four phones, in each of which one
 * writes values of 100 bytes and pushes them to the other three. Journals are in memory, as bytes.
 *
 * @param words what a story may say
 * @param progress takes a line now and then
 */
record StoreCost(Vocabulary words, Consumer<String> progress) {

  private static final int HOME = 4;
  private static final int BATCH = 128;
  private static final int ROWS = 1024;
  private static final int SINGLE = 256;
  private static final String STORE = "notes";
  private static final String VALUE = "v".repeat(100);
  private static final double KIBI = 1024;
  private static final String HOMES =
      """
      trustring: 1
      title: homes of four phones with one store
      seed: 1
      apps:
        notes:
          bundle: com.example.notes
          permissions: [ohos.permission.DISTRIBUTED_DATASYNC]
      fleets:
        homes: { count: DEVICES, group: 4, kinds: [phone], level: SL3, apps: [notes] }
      """;

  Table run(int mostHomes) {
    List<List<String>> rows = new ArrayList<>();
    measure(1);
    for (int homes :
        List.of(1, Math.max(1, mostHomes / 10), mostHomes).stream().distinct().toList()) {
      progress.accept(homes + (homes == 1 ? " home" : " homes"));
      rows.add(measure(homes));
    }
    return new Table(
        "store",
        List.of(
            "devices",
            "put/s",
            "rows put/s in batches",
            "rows replicated/s",
            "wire bytes a row",
            "gates, share of a sync",
            "heap KiB for 1,000 rows"),
        rows,
        List.of(
            "host dense; a writer in each home of four, 1,024 rows of 100 bytes to three others",
            "gates: of stack samples each millisecond while homes sync one row at a time"));
  }

  private List<String> measure(int homes) {
    String text = HOMES.replace("DEVICES", String.valueOf(homes * HOME));
    Scenario scenario = ScenarioReader.read("homes.yaml", text, Path.of(""), words);
    try (Home home = new Home(scenario, HostKind.DENSE.open(scenario))) {
      Syncs syncs = new Syncs(home);
      home.switchOn();
      home.await("all devices to be online", () -> home.onlinePairs() == homes * HOME * (HOME - 1));
      home.grant();
      home.open(STORE);
      List<DeviceName> writers = every(HOME, home.devices());
      double empty = Machine.heapMebibytes();
      double single = perSecond((double) SINGLE * homes, () -> putOneByOne(home, writers));
      double batched = perSecond((double) ROWS * homes, () -> putInBatches(home, writers));
      long bytesBefore = syncs.bytes;
      double replicated =
          perSecond(
              (double) (ROWS + SINGLE) * homes * (HOME - 1), () -> syncs.push(writers, homes));
      long bytes = syncs.bytes - bytesBefore;
      double heap = Machine.heapMebibytes() - empty;
      long atRest = (long) (ROWS + SINGLE) * homes * HOME;
      return List.of(
          String.valueOf(homes * HOME),
          String.format(Locale.ROOT, "%,.0f", single),
          String.format(Locale.ROOT, "%,.0f", batched),
          String.format(Locale.ROOT, "%,.0f", replicated),
          String.format(
              Locale.ROOT, "%.0f", (double) bytes / ((ROWS + SINGLE) * homes * (HOME - 1))),
          String.format(Locale.ROOT, "%.1f %%", gatesShare(home, writers, syncs, homes)),
          String.format(Locale.ROOT, "%,.0f", heap * KIBI * 1000 / atRest));
    }
  }

  private static List<DeviceName> every(int step, List<DeviceName> all) {
    List<DeviceName> some = new ArrayList<>();
    for (int i = 0; i < all.size(); i += step) {
      some.add(all.get(i));
    }
    return some;
  }

  private static double perSecond(double count, Runnable work) {
    Stopwatch watch = new Stopwatch();
    work.run();
    return count / watch.lap().seconds();
  }

  private static void putOneByOne(Home home, List<DeviceName> writers) {
    for (int row = 0; row < SINGLE; row++) {
      ObjectNode put =
          Home.object().put("storeId", STORE).put("key", "one-" + row).put("value", VALUE);
      callAll(home, writers, "SingleKVStore.put", put);
    }
  }

  private static void putInBatches(Home home, List<DeviceName> writers) {
    for (int from = 0; from < ROWS; from += BATCH) {
      ObjectNode put = Home.object().put("storeId", STORE);
      ArrayNode entries = put.putArray("entries");
      for (int row = from; row < from + BATCH; row++) {
        entries.addObject().put("key", "row-" + row).put("value", VALUE);
      }
      callAll(home, writers, "SingleKVStore.putBatch", put);
    }
  }

  private static void callAll(
      Home home, List<DeviceName> writers, String call, ObjectNode arguments) {
    int[] open = {writers.size()};
    writers.forEach(writer -> home.call(writer, home.app(), call, arguments, () -> open[0]--));
    home.await(call + " to be answered", () -> open[0] == 0);
  }

  private static double gatesShare(Home home, List<DeviceName> writers, Syncs syncs, int homes) {
    int rounds = Math.max(2, 400 / homes);
    try (StackShare share = StackShare.of("dev.trustring.kv.gate.")) {
      for (int round = 0; round < rounds; round++) {
        ObjectNode put =
            Home.object().put("storeId", STORE).put("key", "again").put("value", "v" + round);
        callAll(home, writers, "SingleKVStore.put", put);
        syncs.push(writers, homes);
      }
      return share.percent();
    }
  }

  /** Pushes, counts what has ended, and the bytes of what arrives. */
  private static final class Syncs {

    private final Home home;
    private int ended;
    private long bytes;

    Syncs(Home home) {
      this.home = home;
      home.world().watchedBy(this::watch);
      home.world()
          .air()
          .whenArrived(
              frame -> {
                try {
                  bytes += FrameCodec.encode(frame).length;
                } catch (WireException e) {
                  throw new IllegalStateException(e);
                }
              });
    }

    private void watch(Happening happening) {
      if (happening instanceof Happening.Decided decided) {
        ended++;
        if (decided.decision().firstStop().isPresent()) {
          throw new BenchException("a sync was stopped: " + decided.detail());
        }
      }
    }

    void push(List<DeviceName> writers, int homes) {
      ended = 0;
      ObjectNode push =
          Home.object().put("storeId", STORE).put("mode", "PUSH_ONLY").put("delayMs", 0);
      push.putArray("deviceIds");
      callAll(home, writers, "SingleKVStore.sync", push);
      home.await("all pushes to end", () -> ended == homes * (HOME - 1));
    }
  }
}
