package dev.trustring.sim.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.sim.loop.EventTrace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeedTest {
  private static final int DEVICES = 10;
  private static final Duration DURATION = Duration.ofSeconds(2);

  @Test
  void givesTheSameTraceForTheSameSeed() {
    EventTrace first = run(1);
    EventTrace second = run(1);

    assertThat(first.firstDifference(second)).isEmpty();
    assertThat(first.hash()).isEqualTo(second.hash());
    assertThat(first.size()).isGreaterThan(1_000);
  }

  @Test
  void givesAnotherTraceForAnotherSeed() {
    assertThat(run(1).hash()).isNotEqualTo(run(2).hash());
  }

  @Test
  void givesTheSameTraceInAnotherJvm() throws IOException, InterruptedException {
    EventTrace here = run(1);

    String there = printedByAFreshJvm("1", DEVICES + "", DURATION.toSeconds() + "");

    assertThat(there).isEqualTo(here.hash() + " " + here.size());
  }

  private static EventTrace run(long seed) {
    EventTrace trace = EventTrace.keeping();
    Workload.run(seed, DEVICES, DURATION, trace);
    return trace;
  }

  private static String printedByAFreshJvm(String... args)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseParallelGC",
                "-XX:+UnlockExperimentalVMOptions",
                "-XX:hashCode=2",
                "-Xint",
                "-cp",
                System.getProperty("java.class.path"),
                Workload.class.getName()));
    command.addAll(List.of(args));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String printed =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor()).isZero();
    return printed;
  }
}
