package dev.trustring.config.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.trustring.config.text.BrokenText;
import dev.trustring.config.text.InputError;
import dev.trustring.config.text.InputErrors;
import dev.trustring.config.text.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BrokenScenarioTest {

  @TempDir private Path folder;

  static List<BrokenText> ways() {
    return BrokenScenarios.all();
  }

  @Test
  void readsTheStoryThatTheOthersBreak() {
    assertThat(read(BrokenScenarios.STORY).devices()).hasSize(10);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ways")
  void tellsWhatIsWrongWhereInOneLine(BrokenText way) {
    InputErrors errors = errorsOf(way.appliedTo(BrokenScenarios.STORY));

    assertThat(errors.lines()).isEqualTo(way.lines());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ways")
  void pointsAtTheWordItSpeaksOf(BrokenText way) {
    List<String> lines = way.appliedTo(BrokenScenarios.STORY).lines().toList();

    for (InputError error : errorsOf(way.appliedTo(BrokenScenarios.STORY)).all()) {
      Matcher word = Pattern.compile("(?:unknown|found|bad) .*?'(.*?)'.*").matcher(error.problem());
      if (word.matches()) {
        String line = lines.get(error.origin().line() - 1);
        assertThat(line.substring(error.origin().column() - 1)).startsWith(word.group(1));
      }
    }
  }

  @Test
  void tellsAllThatIsWrongAtOnce() {
    String text =
        BrokenScenarios.STORY
            .replace("level: SL1", "level: SL9")
            .replace("by: pin", "by: nfc")
            .replace("at: level, to", "at: levle, to");

    assertThat(errorsOf(text).all())
        .extracting(error -> error.origin().line())
        .containsExactly(12, 20, 30);
  }

  @Test
  void stopsWhenThereIsNoEndOfProblems() {
    String text = BrokenScenarios.STORY + "    - { from: nobody }\n".repeat(500);

    assertThat(errorsOf(text).all()).hasSize(Problems.MAX);
  }

  @Test
  void boundsTheCallsOfATimeline() {
    String text =
        """
        trustring: 1
        title: Busy
        apps:
          notes: { bundle: com.example.notes, stores: { notes: { securityLevel: S1 } } }
        fleets:
          many: { count: 100000, group: 9, kinds: [tv], apps: [notes] }
        timeline:
        """
            + """
              - at: 1s
                on: many
                app: notes
                call: distributedKVStore.getKVStore
                args: { storeId: notes }
            """
                .repeat(11);

    assertThat(errorsOf(text).lines().get(0))
        .isEqualTo(
            "s.yaml:59:9: the timeline makes too many calls;"
                + " expected at most 1,000,000, counted per device");
  }

  @Test
  void namesFilesAsSeenFromWhereTheToolWasStarted() throws IOException {
    Path file = Files.writeString(folder.resolve("home.yaml"), "trustring: 1\n");

    assertThatThrownBy(() -> ScenarioReader.read(file, TestVocabulary.SMALL))
        .hasMessageStartingWith(folder + "/home.yaml:1:1: ");
  }

  @Test
  void refusesFilesThatAreNoTexts() throws IOException {
    Path loop = folder.resolve("loop.yaml");
    Files.createSymbolicLink(loop, loop);
    Path binary = Files.write(folder.resolve("binary.yaml"), new byte[] {'a', '\n', (byte) 0xFF});
    Path zero = Files.write(folder.resolve("zero.yaml"), new byte[] {'a', 0});
    Path empty = Files.write(folder.resolve("empty.yaml"), new byte[0]);
    Path big = Files.write(folder.resolve("big.yaml"), new byte[5 << 20]);

    assertThat(lineOf(folder.resolve("none.yaml"))).endsWith("none.yaml:1:1: no such file");
    assertThat(lineOf(folder)).endsWith(":1:1: this is a directory; expected a file");
    assertThat(lineOf(loop)).contains("loop.yaml:1:1: the file cannot be read: ");
    assertThat(lineOf(binary)).endsWith("binary.yaml:2:1: this is not UTF-8; expected a text file");
    assertThat(lineOf(zero)).endsWith("zero.yaml:1:2: found a zero byte; expected a text file");
    assertThat(lineOf(empty)).endsWith("empty.yaml:1:1: the file is empty");
    assertThat(lineOf(big))
        .endsWith("big.yaml:1:1: the file is too long; expected at most 1,048,576 characters");
    assertThat(lineOf(Path.of("/dev/null")))
        .isEqualTo("/dev/null:1:1: this is a device or a pipe; expected a file");
  }

  private static String lineOf(Path file) {
    InputErrors errors =
        catchThrowableOfType(
            InputErrors.class, () -> ScenarioReader.read(file, TestVocabulary.SMALL));
    assertThat(errors.lines()).hasSize(1);
    return errors.lines().get(0);
  }

  private static InputErrors errorsOf(String text) {
    return catchThrowableOfType(InputErrors.class, () -> read(text));
  }

  private static Scenario read(String text) {
    return ScenarioReader.read("s.yaml", text, Path.of(""), TestVocabulary.SMALL);
  }
}
