package dev.trustring.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trustring.sim.run.Simulation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void printsTheHomeScenarioAsRecorded() throws IOException {
    Shell.Result result = new Shell().run("run", Shell.HOME);

    assertThat(result.code()).isZero();
    assertThat(result.err()).isEmpty();
    Golden.assertMatches(result.out(), Golden.recorded("run-home.txt"));
  }

  @Test
  void leavesAFolderWithAPageOfTheRun() {
    Path out = folder.resolve("out");
    Shell.Result result =
        new Shell().run("run", Shell.HOME, "--host", "dense", "--out", out.toString());

    assertThat(result.code()).isZero();
    assertThat(result.out()).endsWith("report  " + out + "/index.html\n");
    assertThat(out).isDirectoryContaining(file -> file.endsWith("index.html"));
    assertThat(out.resolve("index.html")).content().contains("<title>Notes on phone, tablet");
    assertThat(out.resolve("events.ndjson.gz")).isNotEmptyFile();
    assertThat(new Shell().run("run", Shell.HOME, "--out", out.toString()).err())
        .endsWith("is not empty; expected a new or an empty folder\n");
  }

  @Test
  void printsNoControlCodesAndNoWideLinesIntoAPipe() {
    Shell.Result result = new Shell().run("run", Shell.HOME);

    assertThat(result.out()).doesNotContain("\u001b").doesNotContain("\r");
    assertThat(result.outLines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void fitsANarrowTerminal() {
    Shell.Result result = new Shell().onTerminal(60).with("NO_COLOR", "1").run("run", Shell.HOME);

    assertThat(result.outLines()).allMatch(line -> line.length() <= 60);
  }

  @Test
  void coloursATerminalUnlessNoColorIsSet() {
    Shell.Result plain = new Shell().onTerminal(80).with("NO_COLOR", "1").run("run", Shell.HOME);

    Shell.Result coloured = new Shell().onTerminal(80).run("run", Shell.HOME);

    assertThat(plain.out()).doesNotContain("\u001b");
    assertThat(coloured.out()).contains("\u001b[32mHELD\u001b[0m");
    assertThat(coloured.out().replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain.out());
  }

  @Test
  void tellsItsSpeedOnlyToPeople() {
    Shell.Result piped = new Shell().run("run", Shell.HOME);
    Shell.Result asked = new Shell().run("run", Shell.HOME, "--stats");

    assertThat(piped.err()).isEmpty();
    assertThat(asked.err()).contains("events/s");
    assertThat(asked.out()).isEqualTo(piped.out());
  }

  @Test
  void violatedIsExitOneAndEndsWithTheReplay() throws IOException {
    ScenarioCopy copy =
        new ScenarioCopy(folder).replacing("stop: permission, visible", "stop: none, visible");

    Shell.Result result = new Shell().run("run", copy.file(), "--seed", "7");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).contains("BROKEN").contains("home.yaml:").contains("VIOLATED");
    List<String> lines = result.outLines();
    String command =
        String.join(" ", lines.subList(lines.indexOf("the same again:") + 1, lines.size()));
    assertThat(command.replace("\\", "").replaceAll(" +", " ").strip())
        .isEqualTo("trustring run " + copy.file() + " --seed 7 --rules openharmony");
  }

  @Test
  void nothingReplicatedIsVacuousAndExitThree() throws IOException {
    ScenarioCopy copy =
        new ScenarioCopy(folder)
            .telling(
                """
                trustring: 1
                title: Nobody does anything
                apps: { notes: { project: ../projects/NotesApp } }
                devices: { phone: { kind: phone, apps: [notes] } }
                """);

    Shell.Result result = new Shell().run("run", copy.file());

    assertThat(result.code()).isEqualTo(3);
    assertThat(result.out()).contains("VACUOUS").contains("nothing was replicated");
  }

  @Test
  void twoRunsCompareEqual() {
    Shell.Result result = new Shell().run("run", Shell.HOME, "--check");

    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("in two runs");
  }

  @Test
  void runsThatDifferAreAFaultOfTheToolAndShowWhere() {
    AtomicInteger runs = new AtomicInteger();
    Shell shell =
        new Shell()
            .opening(
                (scenario, host, trace) -> {
                  trace.add(0, "noise", "phone", "run " + runs.incrementAndGet());
                  return new Simulation(scenario, host, trace);
                });

    Shell.Result result = shell.run("run", Shell.HOME, "--check");

    assertThat(result.code()).isEqualTo(70);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("event 0").contains("run 1").contains("run 2");
  }

  @Test
  void anUncaughtExceptionIsOneLineWithTheSeed() {
    Shell shell = new Shell().opening((scenario, host, trace) -> failing());

    Shell.Result result = shell.run("run", Shell.HOME, "--seed", "9");

    assertThat(result.code()).isEqualTo(70);
    assertThat(result.errLines())
        .singleElement()
        .asString()
        .startsWith("trustring: internal error")
        .contains("broken gear (seed 9)")
        .contains("--debug");
  }

  @Test
  void debugPrintsTheTrace() {
    Shell shell = new Shell().opening((scenario, host, trace) -> failing());

    Shell.Result result = shell.run("run", Shell.HOME, "--debug");

    assertThat(result.code()).isEqualTo(70);
    assertThat(result.err()).contains("\tat dev.trustring");
  }

  private static Simulation failing() {
    throw new IllegalStateException("broken gear");
  }

  @Test
  void otherSeedsGiveOtherHashesAndTheSameVerdict() {
    Shell.Result one = new Shell().run("run", Shell.HOME, "--seed", "1");
    Shell.Result two = new Shell().run("run", Shell.HOME, "--seed", "2");

    assertThat(one.code()).isZero();
    assertThat(two.code()).isZero();
    assertThat(hash(one)).isNotEqualTo(hash(two));
  }

  private static String hash(Shell.Result result) {
    return result.outLines().stream()
        .filter(line -> line.contains("hash"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void jsonHasAllOfTheRunInAFixedOrder() throws IOException {
    Shell.Result result = new Shell().run("run", Shell.HOME, "--json");

    JsonNode json = new ObjectMapper().readTree(result.out());
    List<String> fields = new ArrayList<>();
    json.fieldNames().forEachRemaining(fields::add);
    assertThat(fields)
        .containsExactly(
            "version",
            "verdict",
            "title",
            "file",
            "seed",
            "rules",
            "host",
            "eventHash",
            "checked",
            "findings",
            "decisions",
            "steps",
            "completions",
            "permissionStateChanges",
            "deviceCallbacks",
            "sessionEvents",
            "dataChanges",
            "dataServiceDeaths",
            "processesEnded",
            "digests",
            "counts");
    assertThat(json.path("verdict").asText()).isEqualTo("held");
    assertThat(json.path("file").asText()).isEqualTo(Shell.HOME);
    assertThat(json.path("decisions")).hasSize(3);
    assertThat(json.path("eventHash").asText()).matches("[0-9a-f]{16}");
    assertThat(result.out()).doesNotContain(Path.of("").toAbsolutePath().toString());
  }

  @Test
  void jsonOfADecisionHasBothTruths() throws IOException {
    Shell.Result result = new Shell().run("run", Shell.HOME, "--json");

    JsonNode watch = decisionTo("watch", new ObjectMapper().readTree(result.out()));

    assertThat(watch.path("firstStop").path("stage").asText()).isEqualTo("level");
    assertThat(watch.path("firstStop").path("gate").asText()).isEqualTo("G13");
    assertThat(watch.path("firstStop").path("reason").asText()).isEqualTo("level-too-low");
    assertThat(watch.path("visible").path("kind").asText()).isEqualTo("completed");
    assertThat(watch.path("visible").path("number").asInt()).isEqualTo(27459616);
    assertThat(watch.path("fixes")).isNotEmpty();
    assertThat(watch.path("gates")).hasSizeGreaterThan(25);
    assertThat(watch.path("at").isNumber()).isTrue();
  }

  private static JsonNode decisionTo(String device, JsonNode run) {
    for (JsonNode decision : run.path("decisions")) {
      if (decision.path("to").asText().equals(device)) {
        return decision;
      }
    }
    throw new AssertionError("no decision to " + device);
  }

  @Test
  void aFleetIsSummedUp() throws IOException {
    ScenarioCopy copy =
        new ScenarioCopy(folder)
            .of("fleet.yaml")
            .replacing("count: 1000", "count: 30")
            .replacing("homes-200-", "homes-6-");

    Shell.Result result = new Shell().run("run", copy.file());

    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("... and 14 more: 14 yes");
    assertThat(result.outLines().stream().filter(line -> line.contains(" -> homes"))).hasSize(10);
  }

  @Test
  void theArticlesRulesAnswerOtherwise() {
    Shell.Result result = new Shell().run("run", Shell.HOME, "--rules", "article", "--json");

    assertThat(result.out()).contains("\"rules\": \"article\"").contains("send-tee");
  }
}
