package dev.trustring.sim.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trustring.config.scenario.Scenario;
import dev.trustring.sim.disk.DataFolder;
import dev.trustring.sim.loop.RunFailedException;
import dev.trustring.sim.oracle.Verdict;
import dev.trustring.sim.process.DrivenProcess;
import dev.trustring.sim.process.ProcessHost;
import dev.trustring.sim.wire.WireAddress;
import dev.trustring.sim.world.ClusterOptions;
import dev.trustring.sim.world.HostException;
import dev.trustring.trust.identity.DeviceName;
import java.io.BufferedReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Devices in processes of their own, in real time. */
@Tag("real-time")
class ProcessHostTest {

  private static final DeviceName PHONE = new DeviceName("phone");
  private static final long SECONDS_TO_END = 20;

  /** The processes that this one has started. */
  private static final String OUR_CHILDREN = "our children";

  @AfterAll
  static void leavesNoProcessBehind() {
    assertThat(ProcessHandle.current().children()).noneMatch(ProcessHandle::isAlive);
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ResourceLock(value = OUR_CHILDREN, mode = ResourceAccessMode.READ)
  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"home.yaml", "crash-recover.yaml"})
  void endsWhereTheDenseHostEnds(String file) {
    Scenario scenario = Shipped.read(Shipped.file(file));

    Ran ran = Ran.on(host(scenario, ClusterOptions.PLAIN), scenario);

    assertThat(ran.broken()).isEmpty();
    assertThat(ran.result().verdict()).isEqualTo(Verdict.HELD);
    assertThat(ran.result().digests()).isNotEmpty().isEqualTo(Ran.of(scenario).result().digests());
  }

  @ResourceLock(OUR_CHILDREN)
  @Test
  void failsInOneLineWhenAProcessDiesByItself() {
    Scenario scenario = Shipped.read(Shipped.file("crash-recover.yaml"));
    ProcessHost host = host(scenario, ClusterOptions.PLAIN);
    host.agenda()
        .schedule(
            Duration.ofSeconds(1),
            () -> ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly));

    assertThatThrownBy(() -> Ran.on(host, scenario))
        .isInstanceOf(RunFailedException.class)
        .hasMessageMatching(".*the process of (phone|tablet) ended with exit value 137.*");
  }

  @Test
  void tellsWhoHasTheDataFolder(@TempDir Path data) throws Exception {
    Scenario scenario = Shipped.read(Shipped.file("crash-recover.yaml"));
    ClusterOptions options =
        new ClusterOptions(Optional.of(data), Optional.empty(), Map.of(), Optional.empty());

    try (DataFolder taken = DataFolder.open(data, PHONE)) {
      assertThatThrownBy(() -> Ran.on(host(scenario, options), scenario))
          .cause()
          .isInstanceOf(HostException.class)
          .hasMessage(
              "data folder %s is in use by process %d",
              taken.path(), ProcessHandle.current().pid());
    }
  }

  @Test
  void tellsThatAPortIsTaken() throws Exception {
    Scenario scenario = Shipped.read(Shipped.file("crash-recover.yaml"));

    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      ClusterOptions options =
          new ClusterOptions(
              Optional.empty(),
              Optional.empty(),
              Map.of(PHONE, WireAddress.loopback(other.getLocalPort())),
              Optional.empty());

      assertThatThrownBy(() -> Ran.on(host(scenario, options), scenario))
          .cause()
          .isInstanceOf(HostException.class)
          .hasMessageContaining("port %d on 127.0.0.1 is in use", other.getLocalPort());
    }
  }

  @Test
  void leavesNoProcessBehindWhenTheWorldIsKilled() throws Exception {
    Process world =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ParentMain.class.getName(),
                "crash-recover.yaml")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<ProcessHandle> devices;
    try (BufferedReader said = world.inputReader()) {
      devices =
          Stream.of(said.readLine().split(" "))
              .map(pid -> ProcessHandle.of(Long.parseLong(pid)).orElseThrow())
              .toList();
      assertThat(devices).hasSize(2).allMatch(ProcessHandle::isAlive);

      world.destroyForcibly().waitFor();
    }

    for (ProcessHandle device : devices) {
      device.onExit().get(SECONDS_TO_END, TimeUnit.SECONDS);
    }
    assertThat(devices).noneMatch(ProcessHandle::isAlive);
  }

  private static ProcessHost host(Scenario scenario, ClusterOptions options) {
    return new ProcessHost(scenario, options, DrivenProcess.launch());
  }
}
