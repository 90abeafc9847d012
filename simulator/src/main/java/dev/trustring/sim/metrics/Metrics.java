package dev.trustring.sim.metrics;

import dev.trustring.config.scenario.Device;
import dev.trustring.kv.decision.DecisionRecord;
import dev.trustring.sim.world.Attendant;
import dev.trustring.sim.world.Happening;
import dev.trustring.sim.world.OnWire;
import dev.trustring.sim.world.World;
import dev.trustring.trust.identity.DeviceName;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts what happens in a world and serves the numbers to Prometheus, on this machine only. */
public final class Metrics implements Attendant {

  private static final Duration EVERY = Duration.ofSeconds(1);

  /** What a member's status says when the device cannot reach it. */
  private static final String UNREACHABLE = "unreachable";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final MultiGauge members =
      gauge("trustring.ring.members", "members of a ring that a device knows, itself left out");
  private final MultiGauge unreachable =
      gauge("trustring.ring.unreachable", "members of a ring that a device cannot reach");
  private final MultiGauge online =
      gauge("trustring.peers.online", "peers that a device takes for online");
  private final MultiGauge writes =
      gauge("trustring.journal.writes.under.way", "writes of a device that are not on disk yet");
  private final Map<DeviceName, TreeSet<DeviceName>> peers = new TreeMap<>();
  private final int port;
  private Optional<MetricsPage> page = Optional.empty();

  /**
   * Numbers that nobody can read yet.
   *
   * @param port 0 for any
   */
  public Metrics(int port) {
    this.port = port;
  }

  private MultiGauge gauge(String name, String what) {
    return MultiGauge.builder(name).description(what).register(registry);
  }

  @Override
  public void begins(World world) {
    page = Optional.of(MetricsPage.open(port, registry::scrape));
    world.watchedBy(this::watch);
    tick(world);
  }

  /** The port on which the numbers are served. */
  public int port() {
    return page.map(MetricsPage::port).orElse(port);
  }

  private void watch(Happening happening) {
    if (happening instanceof Happening.Decided decided) {
      count(decided.decision());
    } else if (happening instanceof Happening.PeerState state) {
      TreeSet<DeviceName> known = peers.computeIfAbsent(state.device(), absent -> new TreeSet<>());
      boolean changed = state.online() ? known.add(state.peer()) : known.remove(state.peer());
      if (changed) {
        showPeers();
      }
    } else if (happening instanceof Happening.StoreChanged changed) {
      changed
          .event()
          .arrival()
          .ifPresent(
              received ->
                  counter(
                          "trustring.rows.replicated",
                          "rows that came from peers",
                          changed.device())
                      .increment(received.rows().size()));
    } else if (happening instanceof Happening.Noted noted) {
      count(noted);
    }
  }

  private void count(DecisionRecord record) {
    Counter.builder("trustring.decisions")
        .description("attempts to move data, by outcome and by the stage that stopped them")
        .tags("outcome", record.outcome().word(), "stop", record.stopWord())
        .register(registry)
        .increment();
  }

  private void count(Happening.Noted noted) {
    switch (noted.kind()) {
      case "sent" ->
          counter("trustring.frames.sent", "frames that left a device", noted.device()).increment();
      case "lost" ->
          counter("trustring.frames.lost", "frames of a device that were lost", noted.device())
              .increment();
      case "power" -> {
        peers.remove(noted.device());
        showPeers();
      }
      default -> {}
    }
  }

  private Counter counter(String name, String what, DeviceName device) {
    return Counter.builder(name).description(what).tag("device", device.value()).register(registry);
  }

  private void showPeers() {
    List<MultiGauge.Row<?>> rows = new ArrayList<>();
    peers.forEach((device, known) -> rows.add(row(known.size(), "device", device.value())));
    online.register(rows, true);
  }

  private void tick(World world) {
    List<MultiGauge.Row<?>> membersRows = new ArrayList<>();
    List<MultiGauge.Row<?>> unreachableRows = new ArrayList<>();
    List<MultiGauge.Row<?>> writesRows = new ArrayList<>();
    for (Device scenarioDevice : world.scenario().devices()) {
      DeviceName device = scenarioDevice.profile().name();
      if (!world.isOn(device)) {
        continue;
      }
      world
          .host()
          .onWire(device)
          .map(OnWire::writesUnderWay)
          .orElse(OptionalInt.empty())
          .ifPresent(count -> writesRows.add(row(count, "device", device.value())));
      world
          .ringStatus(device)
          .forEach(
              (ring, seen) -> {
                String[] tags = {"device", device.value(), "ring", ring.value()};
                long away =
                    seen.values().stream().filter(word -> word.contains(UNREACHABLE)).count();
                membersRows.add(row(seen.size(), tags));
                unreachableRows.add(row(away, tags));
              });
    }
    members.register(membersRows, true);
    unreachable.register(unreachableRows, true);
    writes.register(writesRows, true);
    world.agenda().schedule(EVERY, () -> tick(world));
  }

  private static MultiGauge.Row<Number> row(Number value, String... tags) {
    return MultiGauge.Row.of(Tags.of(tags), value);
  }

  @Override
  public void close() {
    page.ifPresent(MetricsPage::close);
    registry.close();
  }
}
