package dev.trustring.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChaosCommandTest {

  @TempDir private Path folder;

  private static Shell.Result chaos(String... more) {
    return new Shell()
        .run(
            Stream.concat(Stream.of("chaos", Shell.HOME, "--until", "20s"), Stream.of(more))
                .toArray(String[]::new));
  }

  @Test
  void leavesAFolderThatIsTheSameEveryTime() throws IOException {
    Path one = folder.resolve("one");
    Path two = folder.resolve("two");

    Shell.Result result = chaos("--runs", "3", "--jobs", "2", "--out", two.toString());
    Files.move(two, one);
    chaos("--runs", "3", "--jobs", "1", "--out", two.toString());

    assertThat(result.code()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).contains(" held  no-leak-above-level", "HELD  held 3");
    assertThat(files(one))
        .containsExactly(
            "REPLAY.txt",
            "env.txt",
            "index.html",
            "junit.xml",
            "runs/42-1/decisions.ndjson.gz",
            "runs/42-1/events.ndjson.gz",
            "runs/42-1/index.html",
            "runs/42-1/scenario.yaml",
            "runs/42-1/sequence.mmd",
            "runs/42-1/space-time.svg",
            "runs/42-1/state/end.csv",
            "seeds.csv",
            "summary.txt",
            "verdict.json");
    assertSameBytes(one, two);
    assertThat(Files.readAllLines(one.resolve("seeds.csv"))).hasSize(4);
  }

  @Test
  void leavesTheSameFolderWithAnyNumberOfJobsAndWorkersAlsoWhenARuleBroke() throws IOException {
    Path now = folder.resolve("now");
    Path jobs = folder.resolve("jobs");
    Path workers = folder.resolve("workers");

    violated(now, "--jobs", "1");
    Files.move(now, jobs);
    violated(now, "--jobs", "1", "--workers", "2");
    Files.move(now, workers);
    violated(now, "--jobs", "2");

    assertThat(files(now))
        .contains("min/delivered.yaml", "min/delivered.csv", "runs/3-1/scenario.yaml");
    assertSameBytes(now, jobs);
    assertSameBytes(now, workers);
  }

  private static void violated(Path out, String... more) {
    Shell.Result result =
        new Shell()
            .run(
                Stream.concat(
                        Stream.of(
                            "chaos",
                            "src/test/resources/campaign/lossy.yaml",
                            "--runs=2",
                            "--compare=0",
                            "--rewind=1",
                            "--out=" + out),
                        Stream.of(more))
                    .toArray(String[]::new));

    assertThat(result.code()).as(result.err()).isOne();
  }

  private static void assertSameBytes(Path one, Path other) throws IOException {
    assertThat(files(other)).isEqualTo(files(one));
    for (String name : files(one)) {
      assertThat(one.resolve(name)).hasSameBinaryContentAs(other.resolve(name));
    }
  }

  private static List<String> files(Path in) throws IOException {
    try (Stream<Path> all = Files.walk(in)) {
      return all.filter(Files::isRegularFile)
          .map(file -> in.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void printsTheSameForPrograms() throws IOException {
    JsonNode node =
        new ObjectMapper().readTree(chaos("--runs", "2", "--compare", "2", "--json").out());

    assertThat(node.at("/verdict").asText()).isEqualTo("held");
    assertThat(node.at("/runs").asInt()).isEqualTo(2);
    assertThat(node.at("/oracles/0/held").asBoolean()).isTrue();
    assertThat(node.at("/sometimes").size()).isEqualTo(3);
    assertThat(node.at("/compared/host").asText()).isEqualTo("virtual");
    assertThat(node.at("/compared/runs").asInt()).isEqualTo(1);
    assertThat(node.at("/compared/otherwise").size()).isZero();
  }

  @Test
  void printsARunThatReplayPlays() throws IOException {
    Shell.Result printed = chaos("--print", "2");
    String text = printed.out().replace("../projects/NotesApp", projectFrom(folder));
    Path copy = folder.resolve("run-2.yaml");
    Files.writeString(copy, text);

    Shell.Result replayed = new Shell().run("replay", copy.toString(), "--until", "3s");
    Shell.Result same = new Shell().run("replay", copy.toString(), "--diff", copy.toString());

    assertThat(printed.code()).isZero();
    assertThat(replayed.out())
        .contains("Nothing is recorded of this file", "phone  call  ")
        .doesNotContain("\n30.");
    assertThat(same.code()).isZero();
    assertThat(same.out()).startsWith("The same ");
  }

  private static String projectFrom(Path from) {
    return from.toAbsolutePath()
        .relativize(Path.of("../simulation-configs/projects/NotesApp").toAbsolutePath().normalize())
        .toString();
  }

  @Test
  void saysWhenMoreIsWishedForThanAScenarioHolds() throws IOException {
    Path file = folder.resolve("much.yaml");
    Files.writeString(
        file,
        Files.readString(Path.of("src/test/resources/campaign/two.yaml"))
            .replace("kind: loss,", "kind: loss, perMinute: 30,"));

    Shell.Result result =
        new Shell().run("chaos", file.toString(), "--runs", "2", "--until", "12h");

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err())
        .matches(
            "trustring chaos: a drawn run has [0-9,]+ characters, and a scenario 1,048,576 .*\n");
  }

  @Test
  void drawsTheWholeStoryIfItMay() throws IOException {
    Shell.Result played =
        new Shell().run("chaos", "--wild", "--runs", "6", "--until", "10s", "--json");
    Shell.Result printed = new Shell().run("chaos", "--wild", "--print", "3");
    Shell.Result other = new Shell().run("chaos", "--wild", "--print", "4");

    assertThat(new ObjectMapper().readTree(played.out()).at("/verdicts/violated").asInt()).isZero();
    assertThat(printed.out()).contains("title: ", "devices:", "com.example.notes");
    assertThat(other.out()).isNotEqualTo(printed.out());
    assertThat(new Shell().run("chaos").err())
        .isEqualTo("trustring chaos: expected FILE or --wild\n");
    assertThat(new Shell().run("chaos", Shell.HOME, "--wild").err())
        .isEqualTo("trustring chaos: --wild draws the story; FILE cannot be given as well\n");
  }

  @Test
  void refusesWhatItCannotDoInOneLine() throws IOException {
    Files.writeString(folder.resolve("there"), "");

    assertThat(chaos("--runs", "0").err())
        .isEqualTo("trustring chaos: --runs: expected a number from 1, found 0\n");
    assertThat(chaos("--jobs", "0").err())
        .isEqualTo("trustring chaos: --jobs: expected a number from 1, found 0\n");
    assertThat(chaos("--workers", "65").err())
        .isEqualTo("trustring chaos: --workers: expected a number from 1 to 64, found 65\n");
    assertThat(chaos("--stop-after", "0").err())
        .isEqualTo("trustring chaos: --stop-after: expected a number from 1, found 0\n");
    assertThat(chaos("--compare", "-1").err())
        .isEqualTo("trustring chaos: --compare: expected a number from 0, found -1\n");
    assertThat(chaos("--host", "cluster").err())
        .startsWith("trustring chaos: --host: unknown host 'cluster'; expected one of dense");
    assertThat(
            new Shell()
                .run(
                    "chaos",
                    Path.of(Shell.HOME).resolveSibling("split-brain.yaml").toString(),
                    "--host",
                    "dense")
                .err())
        .endsWith("and --host dense works its rings out; use --host virtual\n");
    assertThat(chaos("--out", folder.toString()).err())
        .endsWith("is not empty; expected a new or an empty folder\n");
    assertThat(chaos("--out", folder.resolve("there").toString()).err())
        .endsWith("is a file; expected a folder\n");
    assertThat(chaos("--fail-on", "vacous").err()).contains("did you mean vacuous?");
    assertThat(new Shell().run("chaos", Shell.HOME, "--until", "soon").err())
        .isEqualTo("trustring chaos: --until: no time: 'soon'; expected 90s, 10m, 1h\n");
    assertThat(new Shell().run("chaos", "nowhere.yaml").code()).isEqualTo(2);
  }
}
