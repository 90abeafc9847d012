package dev.trustring.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.config.scenario.Scenario;
import dev.trustring.device.platform.StandardCalls;
import dev.trustring.sim.process.DrivenProcess;
import dev.trustring.sim.process.ProcessHost;
import dev.trustring.sim.world.ClusterOptions;
import dev.trustring.sim.world.Happening;
import dev.trustring.sim.world.Host;
import dev.trustring.sim.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One story of real devices over TCP; every figure is real time, so it tells several faults. */
@Tag("real-time")
class ClusterFaultTaleTest {

  static Stream<Named<Function<Scenario, Host>>> hosts() {
    return Stream.of(
        Named.of("in one process", HostKind.CLUSTER::open),
        Named.of(
            "a process each",
            scenario -> new ProcessHost(scenario, ClusterOptions.PLAIN, DrivenProcess.launch())));
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @MethodSource("hosts")
  void losesFramesHoldsCallsAndRefusesWritesUntilEachFaultHeals(Function<Scenario, Host> host) {
    Tale tale =
        Tale.ofPhoneAndTablet()
            .ready("phone, tablet")
            .fault("6100ms", "disk-full, device: phone, for: 500ms")
            .put("6200ms", "phone", "refused", "1")
            .fault("6300ms", "pause, device: tablet, for: 700ms")
            .put("6400ms", "tablet", "held", "1")
            .fault("6500ms", "blackhole, from: phone, to: tablet, for: 300ms")
            .sync("6600ms", "phone", "tablet")
            .put("9s", "phone", "written", "1")
            .fault("7300ms", "stop, device: tablet, for: 2s");

    List<String> seen = told(tale.read(), host, Duration.ofSeconds(10));

    assertThat(seen).anyMatch(line -> line.startsWith("lost phone tablet WIFI"));
    assertThat(seen).noneMatch(line -> line.startsWith("answer phone 3 "));
    assertThat(seen).anyMatch(line -> line.startsWith("answer phone 9 "));
    assertThat(after("power tablet goes on", seen))
        .as("what was called in the pause")
        .anyMatch(line -> line.startsWith("answer tablet 5 "));
    assertThat(seen)
        .containsSubsequence(
            "power tablet shutting down", "power tablet off", "power tablet on, boot 2");
    assertThat(seen.subList(0, seen.indexOf("power tablet shutting down")))
        .doesNotContain("peer phone tablet offline");
  }

  private static List<String> after(String line, List<String> lines) {
    return lines.subList(lines.indexOf(line), lines.size());
  }

  private static List<String> told(
      Scenario scenario, Function<Scenario, Host> host, Duration length) {
    List<String> seen = new ArrayList<>();
    try (World world =
        new World(
            scenario, host.apply(scenario), StandardCalls.registry(), scenario.provenance())) {
      Journal journal = new Journal(world);
      world.watchedBy(journal::watch);
      world.watchedBy(happening -> seen.add(line(happening)));
      Story story = new Story(world, journal);
      story.setUp();
      story.schedule();
      world.agenda().runFor(length);
    }
    return seen;
  }

  private static String line(Happening happening) {
    return happening.kind() + " " + happening.device() + " " + happening.detail();
  }
}
