package dev.trustring.sim.cli;

import dev.trustring.config.scenario.Scenario;
import dev.trustring.sim.process.DrivenProcess;
import dev.trustring.sim.process.ProcessHost;
import dev.trustring.sim.run.HostKind;
import dev.trustring.sim.world.Attendant;
import dev.trustring.sim.world.ClusterHost;
import dev.trustring.sim.world.ClusterOptions;
import dev.trustring.sim.world.Host;
import dev.trustring.sim.world.Shelf;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say on what host a scenario is run. */
final class HostChoice {

  @Option(
      names = "--host",
      paramLabel = "H",
      defaultValue = "virtual",
      description = "virtual (default), dense or cluster")
  private String host = HostKind.VIRTUAL.word();

  @Option(
      names = "--processes",
      description = "each device in a process of its own; only with --host cluster")
  private boolean processes;

  @Mixin private ClusterChoice cluster = new ClusterChoice();

  /** The chosen host, ready for that scenario. */
  Host open(Scenario scenario, Map<String, String> env) {
    HostKind kind = kind();
    if (kind == HostKind.CLUSTER) {
      ClusterOptions options = cluster.options(scenario, env);
      Shelf.requireUnused(options, scenario.deviceNames());
      return processes
          ? new ProcessHost(scenario, options, DrivenProcess.launch())
          : new ClusterHost(scenario, options);
    }
    if (processes) {
      throw new UsageException("--processes: only with --host cluster, not " + host);
    }
    cluster.requireNone("--host " + kind.word());
    requireFits(scenario);
    return kind.open(scenario);
  }

  private HostKind kind() {
    return HostKind.named(host)
        .orElseThrow(
            () ->
                UsageException.unknown(
                    "--host",
                    "host",
                    host,
                    Arrays.stream(HostKind.values()).map(HostKind::word).toList()));
  }

  /** Refuses a scenario that the chosen host cannot play. */
  void requireFits(Scenario scenario) {
    if (!kind().plays(scenario)) {
      throw cannotPlay(scenario, kind(), "virtual or cluster");
    }
  }

  static UsageException cannotPlay(Scenario scenario, HostKind kind, String others) {
    return new UsageException(
        scenario.file()
            + ": 'downing: "
            + scenario.downing().word()
            + "' needs clusters, and --host "
            + kind.word()
            + " works its rings out; use --host "
            + others);
  }

  /** Refuses an option for which a run must come out the same twice. */
  void requireRepeatable(String option) {
    if (host.equals(HostKind.CLUSTER.word())) {
      throw new UsageException(
          option + ": in real time no two runs are alike; use --host virtual or dense");
    }
  }

  /** Whoever the options ask to watch while a scenario runs. */
  List<Attendant> attendants() {
    return cluster.attendants();
  }
}
