package dev.trustring.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.config.scenario.Scenario;
import dev.trustring.config.scenario.Step;
import dev.trustring.kv.decision.DecisionRecord;
import dev.trustring.kv.rules.RuleSet;
import dev.trustring.sim.oracle.Finding;
import dev.trustring.trust.identity.DeviceName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RandomTaleTest {

  /** Faults by which what a device had begun may end without anybody hearing of it, or never. */
  private static final Set<String> SILENCING =
      Set.of("crash", "stop", "pause", "disk-full", "disk-read-only");

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 40);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void breaksNoInvariantAndRecordsEveryAttempt(long seed) {
    Scenario scenario = RandomTale.drawnFrom(seed).read();

    Ran ran = Ran.of(scenario);

    assertThat(breaches(ran)).isEmpty();
    assertThat(ran.decisions()).extracting(DecisionRecord::id).doesNotHaveDuplicates();
    assertThat(ran.decisions().stream().map(Foretold::contradiction).flatMap(Optional::stream))
        .isEmpty();
    assertThat(recorded(ran, silenced(scenario)))
        .isEqualTo(requested(ran, scenario, silenced(scenario)));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {3, 17, 29})
  void happensTheSameWayAgain(long seed) {
    Scenario scenario = RandomTale.drawnFrom(seed).read();

    assertThat(Ran.of(scenario).events()).isEqualTo(Ran.of(scenario).events());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {2, 11, 23, 31, 37})
  void breaksNothingUnderTheArticlesRulesEither(long seed) {
    Ran ran = Ran.of(RandomTale.drawnFrom(seed).read().withRules(RuleSet.ARTICLE));

    assertThat(breaches(ran)).isEmpty();
    assertThat(ran.decisions().stream().map(Foretold::contradiction).flatMap(Optional::stream))
        .isEmpty();
  }

  /** Calls may fail in such a story; nothing else may. */
  private static List<Finding> breaches(Ran ran) {
    return ran.broken().stream().filter(finding -> !finding.kind().equals("step")).toList();
  }

  private static Set<DeviceName> silenced(Scenario scenario) {
    Set<DeviceName> crashing = new TreeSet<>();
    for (Step step : scenario.timeline()) {
      if (step instanceof Step.Fault fault && SILENCING.contains(fault.kind())) {
        crashing.add(new DeviceName(fault.arguments().get("device").asText()));
      }
    }
    return crashing;
  }

  /** For each sender and target how often a sync named it and was heard. */
  private static Map<String, Long> requested(Ran ran, Scenario scenario, Set<DeviceName> leftOut) {
    Map<String, Long> requested = new TreeMap<>();
    for (StepResult result : ran.result().steps()) {
      Step step = scenario.timeline().get(result.step());
      if (result.call().equals("SingleKVStore.sync") && !leftOut.contains(result.device())) {
        ((Step.Call) step)
            .arguments()
            .get("deviceIds")
            .forEach(id -> requested.merge(result.device() + "->" + id.asText(), 1L, Long::sum));
      }
    }
    return requested;
  }

  private static Map<String, Long> recorded(Ran ran, Set<DeviceName> leftOut) {
    return ran.decisions().stream()
        .filter(decision -> !leftOut.contains(decision.from()))
        .collect(
            Collectors.groupingBy(
                decision -> decision.from() + "->" + decision.to(),
                TreeMap::new,
                Collectors.counting()));
  }
}
