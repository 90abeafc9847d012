package dev.trustring.config.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.config.text.Edits;
import dev.trustring.config.text.InputError;
import dev.trustring.config.text.InputErrors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectFuzzTest {

  private static final int ROUNDS = 500;

  @TempDir private Path root;

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        ProjectFolder.APP,
        ProjectFolder.BUILD,
        ProjectFolder.MODULE,
        ProjectFolder.PROFILE
      })
  void readsOrRefusesAnyBytes(String file) throws IOException {
    ProjectFolder folder = ProjectFolder.copiedTo(root);
    Edits edits = new Edits(file.length());
    for (int i = 0; i < ROUNDS; i++) {
      byte[] bytes = edits.of(ProjectFolder.sample(file));
      Files.write(folder.path(file), bytes);
      readOrRefuse(folder, "Notes/" + file, bytes);
    }
  }

  private static void readOrRefuse(ProjectFolder folder, String name, byte[] bytes) {
    try {
      folder.read();
    } catch (InputErrors errors) {
      for (InputError error : errors.all()) {
        assertThat(error.getMessage()).doesNotContain("\n");
        if (error.origin().file().equals(name)) {
          assertThat(error.origin().line()).isBetween(1, (int) Edits.linesIn(bytes));
        }
      }
    }
  }
}
