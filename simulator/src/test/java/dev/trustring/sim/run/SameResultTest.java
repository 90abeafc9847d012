package dev.trustring.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.config.scenario.Downing;
import dev.trustring.config.scenario.Scenario;
import dev.trustring.sim.oracle.Verdict;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every shipped scenario comes to the same on every host. It takes the files as they lie there, so
 * a new one is held to it by itself; {@link SameResultInRealTimeTest} has those in real time.
 */
class SameResultTest {

  static List<Path> stories() {
    return SameResult.stories();
  }

  static List<Path> withAResolver() {
    return Shipped.files().stream()
        .filter(file -> Shipped.read(file).downing() != Downing.NONE)
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("stories")
  void clustersInVirtualTimeComeToWhatIsComputed(Path file) {
    Scenario scenario = Shipped.read(file);

    Ran clustered = Ran.on(HostKind.VIRTUAL, scenario);

    assertThat(clustered.broken()).isEmpty();
    SameResult.assertSame(Ran.on(HostKind.DENSE, scenario), clustered);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("withAResolver")
  void whatAResolverDoesIsShownInVirtualTime(Path file) {
    Ran ran = Ran.on(HostKind.VIRTUAL, Shipped.read(file));

    assertThat(ran.broken()).isEmpty();
    assertThat(ran.result().verdict()).isEqualTo(Verdict.HELD);
  }
}
