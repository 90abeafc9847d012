package dev.trustring.sim.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.trustring.config.scenario.Scenario;
import dev.trustring.device.call.Caller;
import dev.trustring.kv.store.KvStore;
import dev.trustring.sim.world.ClusterHost;
import dev.trustring.sim.world.ClusterOptions;
import dev.trustring.sim.world.Happening;
import dev.trustring.trust.identity.DeviceName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Replication by what this simulator is about: platform calls, gates, events on disk. */
final class PlatformReplication implements AutoCloseable {

  /** Where the devices' events go. */
  enum Events {
    /** Into the database of each device. */
    DISK(""),
    /** Into memory, as bytes. */
    BYTES(
        """
        trustring.journal.plugin = "akka.persistence.journal.inmem"
        akka.persistence.journal.inmem.test-serialization = on
        """),
    /** Into memory, as they are. */
    OBJECTS("trustring.journal.plugin = \"akka.persistence.journal.inmem\"");

    private final String settings;

    Events(String settings) {
      this.settings = settings;
    }

    Config settings() {
      return ConfigFactory.parseString(settings);
    }
  }

  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final double NANOS_PER_MILLI = 1e6;

  private final Home home;
  private final Map<DeviceName, Integer> rows = new TreeMap<>();
  private final Map<String, Long> underWay = new TreeMap<>();
  private final List<Long> latencies = new ArrayList<>();
  private int attempts;
  private int stores;

  PlatformReplication(Scenario scenario, Events events) {
    this.home =
        new Home(scenario, new ClusterHost(scenario, ClusterOptions.PLAIN).with(events.settings()));
    home.world().watchedBy(this::watch);
    home.switchOn();
    home.await("all devices to be online", home::allOnline);
    home.grant();
  }

  private void watch(Happening happening) {
    if (happening instanceof Happening.StoreChanged changed) {
      rows.put(changed.device(), changed.after().rows().size());
      if (changed.event() instanceof KvStore.Event.Received received
          && changed.device().equals(home.devices().get(1))) {
        received.rows().forEach(row -> seen(row.id().key().text()));
      }
    } else if (happening instanceof Happening.Decided decided) {
      attempts++;
      if (decided.decision().firstStop().isPresent()) {
        throw new BenchException("a sync was stopped: " + decided.detail());
      }
    }
  }

  private void seen(String key) {
    Long begun = underWay.remove(key);
    if (begun != null) {
      latencies.add(System.nanoTime() - begun);
    }
  }

  /** Writes so many keys, spread over all devices, and waits until everybody has them all. */
  Stopwatch.Lap converge(int keys, int batch) {
    String store = freshStore();
    Stopwatch watch = new Stopwatch();
    for (int i = 0; i < home.devices().size(); i++) {
      write(store, i, keys, batch);
    }
    home.await(
        "all rows everywhere",
        () -> home.devices().stream().allMatch(device -> rows.getOrDefault(device, 0) == keys));
    Stopwatch.Lap lap = watch.lap();
    settle();
    return lap;
  }

  private String freshStore() {
    rows.clear();
    String store = "s" + ++stores;
    home.open(store);
    return store;
  }

  /** Lets attempts end that still wait for the last answer. */
  private void settle() {
    home.world().agenda().runFor(Duration.ofMillis(300));
  }

  /** A device writes its share; when all of it is on its disk the app syncs. */
  private void write(String store, int place, int keys, int batch) {
    DeviceName device = home.devices().get(place);
    List<ObjectNode> calls = calls(store, place, keys, batch);
    int[] left = {calls.size()};
    Caller app = home.app();
    String name = batch == 1 ? "SingleKVStore.put" : "SingleKVStore.putBatch";
    for (ObjectNode arguments : calls) {
      home.call(
          device,
          app,
          name,
          arguments,
          () -> {
            left[0]--;
            if (left[0] == 0) {
              sync(device, store);
            }
          });
    }
  }

  private List<ObjectNode> calls(String store, int place, int keys, int batch) {
    List<ObjectNode> calls = new ArrayList<>();
    ArrayNode entries = Home.object().arrayNode();
    for (int key = place; key < keys; key += home.devices().size()) {
      ObjectNode entry = Home.object().put("key", "key-" + key).put("value", "value-" + key);
      if (batch == 1) {
        calls.add(entry.put("storeId", store));
        continue;
      }
      if (entries.isEmpty()) {
        ObjectNode call = Home.object().put("storeId", store);
        call.set("entries", entries);
        calls.add(call);
      }
      entries.add(entry);
      if (entries.size() == batch) {
        entries = Home.object().arrayNode();
      }
    }
    return calls;
  }

  private void sync(DeviceName device, String store) {
    ObjectNode arguments = Home.object().put("storeId", store).put("mode", "PUSH_ONLY");
    arguments.putArray("deviceIds");
    home.call(device, home.app(), "SingleKVStore.sync", arguments, () -> {});
  }

  /**
   * From the call of put on the first device until the row is in the second one's store, one write
   * at a time at a steady low rate.
   *
   * @return milliseconds, shortest first
   */
  double[] latencies(int samples) {
    String store = freshStore();
    latencies.clear();
    for (int i = 0; i < samples; i++) {
      String key = "one-" + i;
      home.world().agenda().schedule(PAUSE.multipliedBy(i + 1L), () -> one(store, key));
    }
    home.await("all single writes to be visible", () -> latencies.size() == samples);
    settle();
    double[] millis = latencies.stream().mapToDouble(nanos -> nanos / NANOS_PER_MILLI).toArray();
    Arrays.sort(millis);
    return millis;
  }

  private void one(String store, String key) {
    underWay.put(key, System.nanoTime());
    home.call(
        home.devices().get(0),
        home.app(),
        "SingleKVStore.put",
        Home.object().put("storeId", store).put("key", key).put("value", "value"),
        () -> sync(home.devices().get(0), store));
  }

  /** How many attempts have ended so far. */
  int attempts() {
    return attempts;
  }

  @Override
  public void close() {
    home.close();
  }
}
