package dev.trustring.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.config.scenario.Scenario;
import dev.trustring.config.scenario.Step;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every shipped scenario that can be played in real time comes to the same over TCP. It mostly
 * waits, so its stories are played side by side and beside other tests.
 */
@Tag("real-time")
@Execution(ExecutionMode.CONCURRENT)
class SameResultInRealTimeTest {

  private static final Duration LONGEST_TO_WAIT = Duration.ofMinutes(2);

  /** The longest first: one that began last would have everybody wait for it. */
  static List<Path> stories() {
    return SameResult.stories().stream()
        .filter(file -> Shipped.read(file).realTime())
        .sorted(Comparator.comparing(SameResultInRealTimeTest::length).reversed())
        .toList();
  }

  private static Duration length(Path file) {
    return Shipped.read(file).timeline().stream()
        .map(Step::at)
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  /** What takes longer says {@code realTime: false}. */
  @Test
  void nobodyWaitsLongForAStory() {
    assertThat(stories())
        .allSatisfy(
            file ->
                assertThat(Shipped.read(file).timeline())
                    .allMatch(step -> step.at().compareTo(LONGEST_TO_WAIT) <= 0));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("stories")
  void clustersOverTcpComeToWhatIsComputed(Path file) {
    Scenario scenario = Shipped.read(file);

    Ran wired = Ran.on(HostKind.CLUSTER, scenario);

    assertThat(wired.broken()).isEmpty();
    SameResult.assertSame(Ran.on(HostKind.DENSE, scenario), wired);
  }
}
