package dev.trustring.sim.cli;

import dev.trustring.config.scenario.Scenario;
import dev.trustring.sim.report.DeviceLines;
import dev.trustring.sim.run.LoneDevice;
import dev.trustring.sim.wire.WireAddress;
import dev.trustring.sim.wire.WireProblem;
import dev.trustring.sim.world.ClusterHost;
import dev.trustring.sim.world.ClusterOptions;
import dev.trustring.sim.world.Elsewhere;
import dev.trustring.sim.world.OnWire;
import dev.trustring.trust.identity.DeviceName;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs one device of a scenario alone in this process. */
@Command(
    name = "device",
    description = {
      "Runs one device of a scenario alone, in real time, until Ctrl-C.",
      "Start the others elsewhere: a ring can be spread over machines by hand."
    })
final class DeviceCommand implements Callable<Integer> {

  /** Where the first device of a scenario listens unless something else was asked for. */
  private static final int FIRST_PORT = 25_600;

  private static final Duration FOR_EVER = Duration.ofDays(3650);

  private final Desk desk;

  @Option(names = "--name", paramLabel = "A", required = true, description = "the device")
  private String name = "";

  @Option(
      names = "--world",
      paramLabel = "FILE",
      required = true,
      description = "the scenario, the same file for all of its devices")
  private String file = "";

  @Option(
      names = "--peer",
      paramLabel = "NAME=HOST:PORT",
      description = "where another device is; else on this host, at the port of its place")
  private Map<String, String> peers = new LinkedHashMap<>();

  @Option(
      names = "--for",
      paramLabel = "TIME",
      converter = TimeSpan.class,
      description = "end after this time, such as 60s")
  private @Nullable Duration time;

  @Mixin private ClusterChoice choice = new ClusterChoice();

  DeviceCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() {
    Scenario scenario = desk.read(file, null, null);
    DeviceName self = named("--name", name, scenario);
    OptionalInt first = choice.port().isPresent() ? choice.port() : OptionalInt.of(FIRST_PORT);
    Map<DeviceName, WireAddress> places = ClusterChoice.addresses(scenario, choice.host(), first);
    ClusterOptions asked = choice.options(scenario, desk.console().env(), List.of(self));
    ClusterOptions options =
        new ClusterOptions(asked.data(), asked.postgres(), places, asked.certificates());
    Elsewhere elsewhere = new Elsewhere(self, others(scenario, self, places));
    try (Interruption interruption = Interruption.watched()) {
      ClusterHost host = ClusterHost.alone(scenario, options, elsewhere);
      try (LoneDevice device = new LoneDevice(scenario, host)) {
        run(self, device, host, () -> !interruption.isAsked());
      }
      return interruption.isAsked() ? Exit.INTERRUPTED.code() : Exit.YES.code();
    }
  }

  private void run(DeviceName self, LoneDevice device, ClusterHost host, BooleanSupplier goesOn) {
    Console console = desk.console();
    DeviceLines lines = new DeviceLines(self, this::print);
    if (device.leavesFaultsOut()) {
      console.tell("trustring device: the faults of the story do not strike a device alone");
    }
    host.troubleGoesTo(new TroubleOnce(console)::tell);
    device.attendedBy(lines);
    choice.attendants().forEach(device::attendedBy);
    device.getReady(goesOn).forEach(refused -> console.tell("trustring device: " + refused));
    host.onWire(self).map(OnWire::address).ifPresent(lines::isReadyAt);
    device.run(goesOn, time == null ? FOR_EVER : time);
  }

  private void print(String line) {
    desk.console().out().print(line + "\n");
    desk.console().out().flush();
  }

  /** Says each trouble of the wire once, however often it comes again. */
  private record TroubleOnce(Console console, Set<String> said) {
    TroubleOnce(Console console) {
      this(console, new TreeSet<>());
    }

    void tell(WireProblem problem) {
      if (said.add(problem.line())) {
        console.tell("trustring device: " + problem.line());
      }
    }
  }

  private static DeviceName named(String option, String word, Scenario scenario) {
    List<DeviceName> devices = scenario.deviceNames();
    return devices.stream()
        .filter(device -> device.value().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                UsageException.unknown(
                    option, "device", word, devices.stream().map(DeviceName::value).toList()));
  }

  private Map<DeviceName, WireAddress> others(
      Scenario scenario, DeviceName self, Map<DeviceName, WireAddress> places) {
    Map<DeviceName, WireAddress> others = new TreeMap<>(places);
    peers.forEach(
        (peer, at) -> others.put(named("--peer", peer, scenario), PeerAddress.parse(peer, at)));
    others.remove(self);
    others.forEach(
        (peer, at) -> {
          if (at.port() == 0) {
            throw new UsageException(
                "--port 0 leaves open where %s is; say so with --peer %s=HOST:PORT"
                    .formatted(peer, peer));
          }
        });
    return others;
  }
}
