package dev.trustring.config.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.config.text.Edits;
import dev.trustring.config.text.InputError;
import dev.trustring.config.text.InputErrors;
import dev.trustring.config.text.TextFile;
import dev.trustring.config.text.Values;
import dev.trustring.config.text.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioFuzzTest {

  private static final int ROUNDS = 500;

  @TempDir private Path folder;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void readsOrRefusesAnyYaml(long seed) throws IOException {
    Edits edits = new Edits(seed);
    for (int i = 0; i < ROUNDS; i++) {
      readOrRefuse("s.yaml", edits.of(BrokenScenarios.STORY));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {5, 6})
  void readsOrRefusesAnyJson(long seed) throws IOException {
    String json =
        Values.json(YamlReader.read(TextFile.of("s", BrokenScenarios.STORY))).toPrettyString();
    Edits edits = new Edits(seed);
    for (int i = 0; i < ROUNDS; i++) {
      readOrRefuse("s.json", edits.of(json));
    }
  }

  private void readOrRefuse(String name, byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve(name), bytes);
    try {
      ScenarioReader.read(file, TestVocabulary.SMALL);
    } catch (InputErrors errors) {
      for (InputError error : errors.all()) {
        assertThat(error.getMessage()).doesNotContain("\n");
        assertThat(error.origin().line()).isBetween(1, (int) Edits.linesIn(bytes));
        assertThat(error.origin().column()).isPositive();
      }
    }
  }
}
