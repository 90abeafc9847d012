package dev.trustring.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.config.scenario.Downing;
import dev.trustring.config.scenario.Scenario;
import dev.trustring.kv.decision.DecisionRecord;
import dev.trustring.sim.oracle.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every shipped scenario comes to the same on every host: the same rows at rest on every device,
 * and the same decisions. It takes the files as they lie there, so a new one is held to it by
 * itself.
 */
class SameResultTest {

  /** Larger worlds are for the dense host; a benchmark brings them up on the others. */
  private static final int DEVICES_AT_MOST = 50;

  private static final Duration LONGEST_TO_WAIT = Duration.ofMinutes(2);

  static List<Path> onTheLoop() {
    return Shipped.files().stream()
        .filter(file -> Shipped.read(file).devices().size() <= DEVICES_AT_MOST)
        .filter(file -> Shipped.read(file).downing() == Downing.NONE)
        .toList();
  }

  static List<Path> inRealTime() {
    return onTheLoop().stream().filter(file -> Shipped.read(file).realTime()).toList();
  }

  static List<Path> withAResolver() {
    return Shipped.files().stream()
        .filter(file -> Shipped.read(file).downing() != Downing.NONE)
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("onTheLoop")
  void clustersInVirtualTimeComeToWhatIsComputed(Path file) {
    Scenario scenario = Shipped.read(file);

    Ran clustered = Ran.on(HostKind.VIRTUAL, scenario);

    assertThat(clustered.broken()).isEmpty();
    assertSame(Ran.on(HostKind.DENSE, scenario), clustered);
  }

  /** What takes longer says {@code realTime: false}. */
  @Test
  void nobodyWaitsLongForAStoryInRealTime() {
    assertThat(inRealTime())
        .allSatisfy(
            file ->
                assertThat(Shipped.read(file).timeline())
                    .allMatch(step -> step.at().compareTo(LONGEST_TO_WAIT) <= 0));
  }

  @Tag("real-time")
  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest(name = "{0}")
  @MethodSource("inRealTime")
  void clustersOverTcpComeToWhatIsComputed(Path file) {
    Scenario scenario = Shipped.read(file);

    Ran wired = Ran.on(HostKind.CLUSTER, scenario);

    assertThat(wired.broken()).isEmpty();
    assertSame(Ran.on(HostKind.DENSE, scenario), wired);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("withAResolver")
  void whatAResolverDoesIsShownInVirtualTime(Path file) {
    Ran ran = Ran.on(HostKind.VIRTUAL, Shipped.read(file));

    assertThat(ran.broken()).isEmpty();
    assertThat(ran.result().verdict()).isEqualTo(Verdict.HELD);
  }

  private static void assertSame(Ran one, Ran other) {
    assertThat(other.result().digests()).isEqualTo(one.result().digests());
    Map<String, DecisionRecord> first = byAttempt(one.decisions());
    Map<String, DecisionRecord> second = byAttempt(other.decisions());
    assertThat(second.keySet()).isEqualTo(first.keySet());
    first.forEach(
        (attempt, record) -> {
          DecisionRecord elsewhere = Objects.requireNonNull(second.get(attempt));
          assertThat(cameTo(elsewhere))
              .as(() -> attempt + "\n" + shown(one, record) + "\n" + shown(other, elsewhere))
              .isEqualTo(cameTo(record));
        });
  }

  /** The attempts of each pair and store, counted in the order in which they were made. */
  private static Map<String, DecisionRecord> byAttempt(List<DecisionRecord> decisions) {
    Map<String, List<DecisionRecord>> ofPair = new TreeMap<>();
    for (DecisionRecord decision : decisions) {
      String pair = decision.from() + " -> " + decision.to() + " " + decision.store();
      ofPair.computeIfAbsent(pair, absent -> new ArrayList<>()).add(decision);
    }
    Map<String, DecisionRecord> byAttempt = new TreeMap<>();
    ofPair.forEach(
        (pair, records) -> {
          for (int i = 0; i < records.size(); i++) {
            byAttempt.put(pair + " attempt " + (i + 1), records.get(i));
          }
        });
    return byAttempt;
  }

  private static String cameTo(DecisionRecord decision) {
    return decision.outcome().word()
        + " stop "
        + decision.stopWord()
        + " visible "
        + decision.visible().word();
  }

  private static String shown(Ran ran, DecisionRecord decision) {
    return ran.result().host() + ": " + decision;
  }
}
