package dev.trustring.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.config.scenario.Downing;
import dev.trustring.config.scenario.Scenario;
import dev.trustring.kv.rules.RuleSet;
import dev.trustring.sim.oracle.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioTest {

  /** Larger worlds take seconds and are run once only. */
  private static final int DEVICES_TO_RUN_AGAIN = 100;

  private static final Map<Path, Ran> AS_WRITTEN = new TreeMap<>();

  /** Those that the dense host can run; {@link SameResultTest} has all of them. */
  static List<Path> files() {
    return Shipped.files().stream()
        .filter(file -> Shipped.read(file).downing() == Downing.NONE)
        .toList();
  }

  static List<Path> smallFiles() {
    return files().stream()
        .filter(file -> Shipped.read(file).devices().size() <= DEVICES_TO_RUN_AGAIN)
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void comesOutAsItsFileSays(Path file) {
    Ran ran = asWritten(file);

    assertThat(ran.broken()).isEmpty();
    assertThat(ran.result().verdict()).isEqualTo(Verdict.HELD);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void letsAppsSeeWhatTheReasonForetells(Path file) {
    Ran ran = asWritten(file);

    assertThat(ran.decisions()).isNotEmpty();
    assertThat(ran.decisions().stream().map(Foretold::contradiction).flatMap(Optional::stream))
        .isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("smallFiles")
  void happensTheSameWayAgain(Path file) {
    Ran first = asWritten(file);

    Ran second = Ran.of(Shipped.read(file));

    assertThat(second.events()).isEqualTo(first.events());
    assertThat(second.result().digests()).isEqualTo(first.result().digests());
    assertThat(second.hash()).isEqualTo(first.hash());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("smallFiles")
  void happensAnotherWayUnderAnotherSeedAndStillComesOut(Path file) {
    Scenario scenario = Shipped.read(file);

    Ran ran = Ran.of(scenario.withSeed(scenario.seed() + 1));

    assertThat(ran.hash()).isNotEqualTo(asWritten(file).hash());
    assertThat(ran.result().verdict()).isEqualTo(Verdict.HELD);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("smallFiles")
  void runsUnderTheOtherRulesToo(Path file) {
    Scenario scenario = Shipped.read(file);
    RuleSet other = scenario.rules() == RuleSet.ARTICLE ? RuleSet.OPENHARMONY : RuleSet.ARTICLE;

    Ran ran = Ran.of(scenario.withRules(other));

    assertThat(ran.decisions()).allMatch(decision -> decision.rules() == other);
    assertThat(ran.broken()).noneMatch(finding -> finding.kind().equals("always"));
  }

  private static Ran asWritten(Path file) {
    return AS_WRITTEN.computeIfAbsent(file, name -> Ran.of(Shipped.read(name)));
  }
}
