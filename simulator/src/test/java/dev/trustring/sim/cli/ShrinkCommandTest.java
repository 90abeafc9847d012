package dev.trustring.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShrinkCommandTest {

  /** A promise that nobody keeps, among much that has nothing to do with it. */
  private static final String STORY = "src/test/resources/dev/trustring/sim/cli/long-promise.yaml";

  @TempDir private Path folder;

  @Test
  void printsTheSmallestScenarioThatBreaksTheSame() {
    Shell.Result result = new Shell().run("shrink", STORY, "--jobs", "2");

    assertThat(result.code()).isZero();
    assertThat(result.err())
        .isEqualTo(
            "trustring: breaks eventually with less: "
                + "devices 3 to 2, faults 1 to 0, calls 3 to 2\n");
    assertThat(result.out())
        .startsWith("# Smallest case out of long-promise.yaml, ")
        .contains("# breaks eventually: phone holds {com.example.notes/n1=milk}, tablet holds {}")
        .contains("at: 2s")
        .doesNotContain("tv", "tea", "walk-away", "own-partition", "networks");
  }

  @Test
  void leavesAFileThatReplayPlaysAndATestBesideIt() throws IOException {
    Path out = folder.resolve("out");

    Shell.Result result = new Shell().run("shrink", STORY, "--jobs", "2", "--out", out.toString());
    Shell.Result again = new Shell().run("replay", out.resolve("eventually.yaml").toString());

    assertThat(result.out()).contains("trustring replay ", "eventually.yaml");
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("eventually.yaml", "EventuallyTest.java");
    }
    assertThat(Files.readString(out.resolve("EventuallyTest.java")))
        .contains("class EventuallyTest {", "@TrustRingTest(scenario = \"eventually.yaml\")");
    assertThat(again.out()).contains(", as recorded");
    assertThat(again.code()).isEqualTo(1);
  }

  @Test
  void aScenarioThatHoldsCannotBeShrunk() {
    Shell.Result result = new Shell().run("shrink", Shell.HOME);

    assertThat(result.err()).endsWith("home.yaml breaks nothing: held\n");
    assertThat(result.code()).isZero();
  }

  @Test
  void refusesWhatItCannotDoInOneLine() throws IOException {
    Files.writeString(folder.resolve("there"), "");

    assertThat(new Shell().run("shrink", STORY, "--oracle", "eventualy").err())
        .startsWith("trustring shrink: --oracle: unknown broken rule 'eventualy'; ")
        .contains("eventually");
    assertThat(new Shell().run("shrink", STORY, "--for", "0s").err())
        .isEqualTo("trustring shrink: --for: no time: '0s'; expected 90s, 10m, 1h\n");
    assertThat(new Shell().run("shrink", STORY, "--jobs", "0").code()).isEqualTo(2);
    assertThat(new Shell().run("shrink", "nowhere.yaml").code()).isEqualTo(2);
    assertThat(new Shell().run("shrink", STORY, "--out", folder.toString()).err())
        .contains("is not empty");
  }
}
