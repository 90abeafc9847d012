package dev.trustring.sim.cli;

import dev.trustring.config.scenario.Scenario;
import dev.trustring.sim.run.HostKind;
import dev.trustring.sim.world.Host;
import java.util.Arrays;
import picocli.CommandLine.Option;

/** The options that say on what host a scenario is run. */
final class HostChoice {

  @Option(
      names = "--host",
      paramLabel = "H",
      defaultValue = "virtual",
      description = "virtual (default), dense or cluster")
  private String host = HostKind.VIRTUAL.word();

  /** The chosen host, ready for that scenario. */
  Host open(Scenario scenario) {
    HostKind kind =
        HostKind.named(host)
            .orElseThrow(
                () ->
                    UsageException.unknown(
                        "--host",
                        "host",
                        host,
                        Arrays.stream(HostKind.values()).map(HostKind::word).toList()));
    return kind.open(scenario);
  }
}
