package dev.trustring.config.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trustring.config.text.BrokenText;
import dev.trustring.config.text.InputErrors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BrokenProjectTest {

  private static final String APP = ProjectFolder.APP;
  private static final String MODULE = ProjectFolder.MODULE;
  private static final String PROFILE = ProjectFolder.PROFILE;

  @TempDir private Path root;

  static List<BrokenText> ways() {
    return BrokenText.in("projects/broken.txt");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ways")
  void tellsWhatIsWrongWhereInOneLine(BrokenText way) {
    ProjectFolder folder = ProjectFolder.copiedTo(root);
    folder.write(way.head(), way.appliedTo(ProjectFolder.sample(way.head())));

    assertThat(folder.problems())
        .containsExactly("Notes/" + way.head() + ":" + String.join("", way.lines()));
  }

  @Test
  void tellsTheProblemsOfAllFiles() {
    ProjectFolder folder =
        ProjectFolder.copiedTo(root)
            .change(APP, "1000000", "-1")
            .change(MODULE, "\"type\": \"entry\"", "\"type\": \"entri\"")
            .change(PROFILE, "hos_normal_app", "hos_app");

    assertThat(folder.problems()).hasSize(3);
  }

  @Test
  void namesWhatIsMissing() throws IOException {
    ProjectFolder folder = ProjectFolder.copiedTo(root);
    Files.delete(folder.path(APP));
    Files.delete(folder.path(MODULE));
    Files.delete(folder.path(PROFILE));

    assertThat(folder.problems())
        .containsExactly(
            "Notes/AppScope/app.json5:1:1: no such file",
            "Notes/entry/src/main/module.json5:1:1: no such file",
            "Notes/signature/notes-release-profile.json:1:1: no such file");
  }

  @Test
  void refusesWhatIsNoFile() throws IOException {
    ProjectFolder folder = ProjectFolder.copiedTo(root);
    Files.delete(folder.path(APP));
    Files.createDirectory(folder.path(APP));
    Files.delete(folder.path(MODULE));
    Files.createSymbolicLink(folder.path(MODULE), folder.path(MODULE));
    Files.write(folder.path(PROFILE), new byte[100 << 20]);

    assertThat(folder.problems())
        .satisfiesExactly(
            line ->
                assertThat(line).endsWith("app.json5:1:1: this is a directory; expected a file"),
            line -> assertThat(line).contains("module.json5:1:1: the file cannot be read: "),
            line ->
                assertThat(line)
                    .endsWith(
                        "profile.json:1:1: the file is too long;"
                            + " expected at most 1,048,576 characters"));
  }

  @Test
  void refusesAFolderThatIsNone() {
    assertThatThrownBy(() -> ProjectReader.read(root.resolve("none"), "none"))
        .isInstanceOf(InputErrors.class)
        .hasMessage("none:1:1: no such folder; expected a HarmonyOS project");
  }

  @Test
  void refusesFilesThatAreNoJson5() {
    ProjectFolder folder =
        ProjectFolder.copiedTo(root)
            .write(APP, "")
            .write(MODULE, "{ \"module\": { \"name\" \"entry\" } }");

    assertThat(folder.problems())
        .containsExactly(
            "Notes/AppScope/app.json5:1:1: the file is empty",
            "Notes/entry/src/main/module.json5:1:22: not JSON5:"
                + " Unexpected character ('\"' (code 34)):"
                + " was expecting a colon to separate field name and value");
  }
}
