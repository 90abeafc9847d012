package dev.trustring.sim.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import dev.trustring.sim.oracle.Verdict;
import dev.trustring.sim.run.RunResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The annotation as another suite would use it; its tests are run by JUnit itself. */
class TrustRingTestTest {

  private static final String SCENARIOS = "../simulation-configs/scenarios/";

  /**
   * A suite of which some tests fail; Surefire does not see it, since it is no class of its own.
   */
  static class Suite {

    private static final List<RunResult> TAKEN = new ArrayList<>();

    @TrustRingTest(scenario = SCENARIOS + "home.yaml", host = "virtual")
    void asItStands(RunResult run) {
      TAKEN.add(run);
    }

    @TrustRingTest(scenario = SCENARIOS + "home.yaml", seeds = 3)
    void drawn(RunResult run) {
      TAKEN.add(run);
    }

    @TrustRingTest(scenario = SCENARIOS + "home.yaml", replay = "42:3")
    void again(RunResult run) {
      TAKEN.add(run);
    }

    @TrustRingTest(scenario = "broken-promise.yaml")
    void violated() {}

    @TrustRingTest(scenario = "nothing-moves.yaml")
    void vacuous() {}

    @TrustRingTest(scenario = "nowhere.yaml")
    void missing() {}

    @TrustRingTest(scenario = SCENARIOS + "home.yaml", replay = "17")
    void noRun() {}
  }

  private record Ended(String name, TestExecutionResult result) {
    String says() {
      return result.getThrowable().map(Throwable::getMessage).orElse("");
    }
  }

  private static List<Ended> run(String method) {
    List<Ended> all = new ArrayList<>();
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectMethod(Suite.class.getName() + "#" + method))
            .build();
    LauncherFactory.create()
        .execute(
            request,
            new TestExecutionListener() {
              @Override
              public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (test.isTest() || result.getThrowable().isPresent()) {
                  all.add(new Ended(test.getDisplayName(), result));
                }
              }
            });
    return all;
  }

  private static List<String> hashesOf(String method) {
    Suite.TAKEN.clear();
    List<Ended> ended = run(method + "(" + RunResult.class.getName() + ")");
    assertThat(ended)
        .allMatch(
            one ->
                one.result().getStatus() == TestExecutionResult.Status.SUCCESSFUL
                    || one.says().equals("42:2 is vacuous"));
    assertThat(Suite.TAKEN).allMatch(run -> run.verdict() == Verdict.HELD);
    return Suite.TAKEN.stream().map(RunResult::eventHash).toList();
  }

  @Test
  void playsAScenarioAndHandsItOn() {
    assertThat(hashesOf("asItStands")).containsExactly("0ace184caad0a81b");
  }

  @Test
  void drawsRunsAndBringsOneOfThemAgain() {
    List<String> drawn = hashesOf("drawn");

    assertThat(drawn).hasSize(2).doesNotHaveDuplicates();
    assertThat(hashesOf("again")).containsExactly(drawn.get(1));
  }

  @Test
  void failsWithWhatBrokeAndTheLineThatBringsItAgain() {
    List<Ended> ended = run("violated()");

    assertThat(ended).hasSize(1);
    assertThat(ended.get(0).result().getStatus()).isEqualTo(TestExecutionResult.Status.FAILED);
    assertThat(ended.get(0).says())
        .isEqualTo(
            """
            A promise that nobody keeps is violated
              eventually: phone holds {com.example.notes/n1=milk}, tablet holds {}
              again: trustring run broken-promise.yaml --host dense""");
  }

  @Test
  void aRunThatShowsNothingIsAbortedAndNotHeld() {
    List<Ended> ended = run("vacuous()");

    assertThat(ended.get(0).result().getStatus()).isEqualTo(TestExecutionResult.Status.ABORTED);
    assertThat(ended.get(0).says()).isEqualTo("Nothing moves is vacuous");
  }

  @Test
  void saysWhatIsWrongWithTheAnnotation() {
    assertThat(run("missing()").get(0).says()).contains("no file 'nowhere.yaml'");
    assertThat(run("noRun()").get(0).says()).contains("expected a run such as 42:17, found '17'");
  }
}
