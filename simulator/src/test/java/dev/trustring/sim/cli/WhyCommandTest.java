package dev.trustring.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhyCommandTest {

  @TempDir private Path folder = Path.of("");

  private static Shell.Result why(String file, String from, String to, String... more) {
    String[] args = new String[8 + more.length];
    String[] head = {"why", file, "--from", from, "--to", to, "--store", "notes"};
    System.arraycopy(head, 0, args, 0, head.length);
    System.arraycopy(more, 0, args, head.length, more.length);
    return new Shell().run(args);
  }

  @Test
  void explainsTheWatchAsRecorded() throws IOException {
    Shell.Result result = why(Shell.HOME, "phone", "watch");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).isEmpty();
    assertThat(result.outLines()).allMatch(line -> line.length() <= 80);
    Golden.assertMatches(result.out(), Golden.recorded("why-home-watch.txt"));
  }

  @Test
  void explainsTheTelevisionAsRecorded() throws IOException {
    Shell.Result result = why(Shell.HOME, "phone", "tv");

    assertThat(result.code()).isEqualTo(1);
    Golden.assertMatches(result.out(), Golden.recorded("why-home-tv.txt"));
  }

  @Test
  void putsBothRuleSetsBesideEachOtherAsRecorded() throws IOException {
    Shell.Result result = why(Shell.HOME, "phone", "tv", "--rules", "both");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).isEmpty();
    assertThat(result.outLines()).allMatch(line -> line.length() <= 80);
    Golden.assertMatches(result.out(), Golden.recorded("why-home-tv-both.txt"));
  }

  @Test
  void putsThemBelowEachOtherWhereTheTerminalIsNarrow() {
    Shell.Result result =
        new Shell()
            .onTerminal(46)
            .run(
                "why",
                Shell.HOME,
                "--from",
                "phone",
                "--to",
                "tv",
                "--store",
                "notes",
                "--rules",
                "both");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.outLines())
        .anyMatch(line -> line.contains("openharmony: "))
        .anyMatch(line -> line.contains("article: "));
  }

  @Test
  void endsAsThePlatformAnswersWhereTheArticleAnswersOtherwise() throws IOException {
    Shell.Result result = why(Shell.HOME, "phone", "watch", "--rules", "both", "--json");
    JsonNode both = new ObjectMapper().readTree(result.out());

    assertThat(result.code()).isEqualTo(1);
    assertThat(both.at("/answers/openharmony/answer").asText()).isEqualTo("no");
    assertThat(both.at("/answers/openharmony/rules").asText()).isEqualTo("openharmony");
    assertThat(both.at("/answers/article/rules").asText()).isEqualTo("article");
    assertThat(both.at("/partings").isArray()).isTrue();
  }

  @Test
  void saysSoWhereBothAreAlike() {
    Shell.Result result = why(Shell.HOME, "phone", "tablet", "--rules", "both");

    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("Nowhere: for this question they are alike.");
  }

  @Test
  void comparesRuleSetsOnlyWhereRunsCanBeRepeated() {
    Shell.Result result = why(Shell.HOME, "phone", "tv", "--rules", "both", "--host", "cluster");

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("--rules both: in real time no two runs are alike");
  }

  @Test
  void knowsBothWhenItIsMisspelt() {
    Shell.Result result = why(Shell.HOME, "phone", "tv", "--rules", "boht");

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("'boht'").contains("both");
  }

  @Test
  void tellsForHowLongADeviceStaysFrozen() {
    Shell.Result result =
        why("../simulation-configs/scenarios/frozen-binds.yaml", "phone", "tablet");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out().replaceAll("\\s+", " "))
        .containsPattern("throws 969298355 DEVICE_FROZEN \\(remainingFrozenTime [0-9]+ s\\)");
  }

  @Test
  void rowsThatWentThroughAreAYes() {
    Shell.Result result = why(Shell.HOME, "phone", "tablet");

    assertThat(result.code()).isZero();
    assertThat(result.out()).startsWith("YES").contains("at rest on tablet");
  }

  @Test
  void aLevelThatNobodyStatedIsUnknownAndNamed() throws IOException {
    ScenarioCopy copy = new ScenarioCopy(folder).replacing("watch, level: SL1", "watch");

    Shell.Result result = why(copy.file(), "phone", "watch");

    assertThat(result.code()).isEqualTo(3);
    assertThat(result.out()).startsWith("UNKNOWN").contains("devices.watch.level");
  }

  @Test
  void aPairThatNeverTriedIsTriedOnceMore() {
    Shell.Result result = why(Shell.HOME, "tablet", "tv");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).contains("one push made after its end").contains("permission");
  }

  @Test
  void articlesRulesStopTheTelevisionWhenItOpensTheStore() {
    Shell.Result result = why(Shell.HOME, "phone", "tv", "--rules", "article");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).contains("rules article");
  }

  @Test
  void jsonHasTheAnswerAndTheWholeRecord() throws IOException {
    Shell.Result result = why(Shell.HOME, "phone", "watch", "--json");

    JsonNode json = new ObjectMapper().readTree(result.out());
    assertThat(result.code()).isEqualTo(1);
    assertThat(json.path("answer").asText()).isEqualTo("no");
    assertThat(json.path("decision").path("firstStop").path("gate").asText()).isEqualTo("G13");
    assertThat(json.path("sameAppReaches").asText()).isEqualTo("tablet");
    assertThat(json.path("probed").asBoolean()).isFalse();
  }

  @Test
  void aDeviceThatIsNotThereIsToldWithTheNearest() {
    Shell.Result result = why(Shell.HOME, "phone", "wacth");

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.errLines()).singleElement().asString().contains("did you mean watch?");
  }

  @Test
  void aStoreThatIsNotThereIsToldWithTheNearest() {
    Shell.Result result =
        new Shell().run("why", Shell.HOME, "--from=phone", "--to=tv", "--store=note");

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.errLines()).singleElement().asString().contains("notes");
  }

  @Test
  void aDeviceIsNotAskedAboutItself() {
    Shell.Result result = why(Shell.HOME, "phone", "phone");

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.errLines()).hasSize(1);
  }

  @Test
  void whichAppMustBeSaidWhenSeveralHaveTheStore() throws IOException {
    ScenarioCopy copy =
        new ScenarioCopy(folder)
            .replacing(
                "\napps:\n",
                """

                apps:
                  diary:
                    bundle: com.example.diary
                    stores:
                      notes: { securityLevel: S1, kvStoreType: SINGLE_VERSION }
                """)
            .replacing("apps: [notes]", "apps: [notes, diary]");

    Shell.Result unsaid = why(copy.file(), "phone", "watch");
    Shell.Result said = why(copy.file(), "phone", "watch", "--app", "notes");

    assertThat(unsaid.code()).isEqualTo(2);
    assertThat(unsaid.err()).contains("--app").contains("diary, notes");
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.out()).contains("com.example.notes");
  }
}
