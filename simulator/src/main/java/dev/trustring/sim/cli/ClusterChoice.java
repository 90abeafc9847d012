package dev.trustring.sim.cli;

import dev.trustring.config.scenario.Scenario;
import dev.trustring.sim.disk.Postgres;
import dev.trustring.sim.metrics.Metrics;
import dev.trustring.sim.status.StatusKeeper;
import dev.trustring.sim.wire.DeviceCertificate;
import dev.trustring.sim.wire.WireAddress;
import dev.trustring.sim.wire.WireProblem;
import dev.trustring.sim.world.Attendant;
import dev.trustring.sim.world.ClusterOptions;
import dev.trustring.trust.identity.DeviceName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of devices on the wire: where they listen, and what they keep where. */
final class ClusterChoice {

  /** The database's user. */
  static final String POSTGRES_USER = "TRUSTRING_PG_USER";

  /** The database user's password. */
  static final String POSTGRES_PASSWORD = "TRUSTRING_PG_PASSWORD";

  private static final int HIGHEST_PORT = 65_535;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "cluster: keep the devices' data in this folder")
  private @Nullable Path data;

  @Option(
      names = "--postgres",
      paramLabel = "URL",
      description =
          "cluster: keep the journals in this database; user and password come from the"
              + " environment, TRUSTRING_PG_USER and TRUSTRING_PG_PASSWORD")
  private @Nullable String postgres;

  @Option(
      names = "--bind",
      paramLabel = "HOST",
      description = "cluster: listen on this address in place of 127.0.0.1")
  private @Nullable String bind;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "cluster: the first device listens here, the next one port higher")
  private @Nullable Integer port;

  @Option(
      names = "--certificates",
      paramLabel = "DIR",
      description = "cluster: encrypt, with what 'trustring certificates' has made there")
  private @Nullable Path certificates;

  @Option(
      names = "--metrics",
      paramLabel = "PORT",
      description = "cluster: serve numbers for Prometheus on 127.0.0.1:PORT/metrics")
  private @Nullable Integer metrics;

  /** Refuses options that say nothing to a host. */
  void requireNone(String host) {
    Map<String, @Nullable Object> given = new TreeMap<>();
    given.put("--data", data);
    given.put("--postgres", postgres);
    given.put("--bind", bind);
    given.put("--port", port);
    given.put("--certificates", certificates);
    given.put("--metrics", metrics);
    for (Map.Entry<String, @Nullable Object> option : given.entrySet()) {
      if (option.getValue() != null) {
        throw new UsageException(option.getKey() + " is for --host cluster and not for " + host);
      }
    }
  }

  /** How the devices of a scenario are set up. */
  ClusterOptions options(Scenario scenario, Map<String, String> env) {
    return options(scenario, env, scenario.deviceNames());
  }

  /**
   * How those devices of a scenario are set up that run here.
   *
   * @param here the devices that must have a certificate
   */
  ClusterOptions options(Scenario scenario, Map<String, String> env, List<DeviceName> here) {
    BindHost host = host();
    return new ClusterOptions(
        Optional.ofNullable(data),
        Optional.ofNullable(postgres).map(url -> database(url, scenario, env)),
        addresses(scenario, host, port()),
        certificates(host, here, env));
  }

  /** The first port, if one was asked for. */
  OptionalInt port() {
    return port == null ? OptionalInt.empty() : OptionalInt.of(port);
  }

  BindHost host() {
    return bind == null ? BindHost.LOOPBACK : BindHost.named(bind);
  }

  Optional<Path> data() {
    return Optional.ofNullable(data);
  }

  /** Where each device listens; without a first port, wherever there is room. */
  static Map<DeviceName, WireAddress> addresses(
      Scenario scenario, BindHost host, OptionalInt first) {
    List<DeviceName> devices = scenario.deviceNames();
    int base = first.orElse(0);
    boolean fixed = base != 0;
    if (base < 0 || base + (fixed ? devices.size() - 1 : 0) > HIGHEST_PORT) {
      throw new UsageException(
          "--port: "
              + devices.size()
              + " devices need as many ports from "
              + base
              + " on, and a port is at most "
              + HIGHEST_PORT);
    }
    Map<DeviceName, WireAddress> addresses = new TreeMap<>();
    for (int k = 0; k < devices.size(); k++) {
      addresses.put(
          devices.get(k), new WireAddress(host.name(), host.name(), fixed ? base + k : 0));
    }
    return addresses;
  }

  private static Postgres database(String url, Scenario scenario, Map<String, String> env) {
    try {
      return new Postgres(
          url,
          env.getOrDefault(POSTGRES_USER, ""),
          env.getOrDefault(POSTGRES_PASSWORD, ""),
          schemaOf(scenario));
    } catch (IllegalArgumentException e) {
      throw new UsageException("--postgres: " + e.getMessage());
    }
  }

  /** The schema is called like the scenario's file, as far as a schema can be. */
  static String schemaOf(Scenario scenario) {
    String file = Path.of(scenario.file()).getFileName() + "";
    String base = file.replaceFirst("\\.[^.]*$", "").toLowerCase(Locale.ROOT);
    String legal = "trustring_" + base.replaceAll("[^a-z0-9_]", "_");
    return legal.substring(0, Math.min(legal.length(), 63));
  }

  private Optional<Function<DeviceName, DeviceCertificate>> certificates(
      BindHost host, List<DeviceName> here, Map<String, String> env) {
    if (certificates == null) {
      if (!host.isLoopback()) {
        throw new UsageException(
            "--bind "
                + host.name()
                + " lets others in, so it needs --certificates DIR;"
                + " make some with 'trustring certificates DIR NAME...'");
      }
      return Optional.empty();
    }
    Path folder = certificates;
    String password = CertificatesCommand.password(env);
    for (DeviceName device : here) {
      CertificatesCommand.kept(folder, device, password).problems().stream()
          .findFirst()
          .map(WireProblem::line)
          .ifPresent(
              line -> {
                throw new UsageException("--certificates: " + line);
              });
    }
    return Optional.of(device -> CertificatesCommand.kept(folder, device, password));
  }

  /** Whoever the options ask to watch. */
  List<Attendant> attendants() {
    List<Attendant> attendants = new ArrayList<>();
    if (data != null) {
      attendants.add(new StatusKeeper(data));
    }
    if (metrics != null) {
      if (metrics < 0 || metrics > HIGHEST_PORT) {
        throw new UsageException("--metrics: a port is a number from 0 to " + HIGHEST_PORT);
      }
      attendants.add(new Metrics(metrics));
    }
    return attendants;
  }
}
