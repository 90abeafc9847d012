package dev.trustring.config.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.trustring.config.text.BrokenText;
import dev.trustring.config.text.InputError;
import dev.trustring.config.text.TextFile;
import dev.trustring.config.text.Values;
import dev.trustring.config.text.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioSchemaTest {

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final Schema SCHEMA = REGISTRY.getSchema(ScenarioSchema.of(TestVocabulary.SMALL));

  static List<BrokenText> waysThatASchemaSees() {
    return BrokenScenarios.all().stream().filter(BrokenScenarios::isSeenBySchema).toList();
  }

  static List<BrokenText> waysThatOnlyTheReaderSees() {
    return BrokenScenarios.all().stream()
        .filter(way -> !BrokenScenarios.isSeenBySchema(way))
        .toList();
  }

  @Test
  void acceptsWhatTheReaderAccepts() throws IOException {
    String home = Files.readString(Path.of("src/test/resources/scenarios/home.yaml"));

    assertThat(errorsIn(home)).isEmpty();
    assertThat(errorsIn(BrokenScenarios.STORY)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("waysThatASchemaSees")
  void refusesWhatTheReaderRefuses(BrokenText way) {
    assertThat(errorsIn(way.appliedTo(BrokenScenarios.STORY))).isNotEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("waysThatOnlyTheReaderSees")
  void isNoStricterThanTheTableSays(BrokenText way) {
    JsonNode json;
    try {
      json = jsonOf(way.appliedTo(BrokenScenarios.STORY));
    } catch (InputError notEvenYaml) {
      return;
    }

    assertThat(SCHEMA.validate(json)).isEmpty();
  }

  @Test
  void isItselfAValidSchema() throws IOException {
    Schema dialect =
        REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

    assertThat(dialect.validate(ScenarioSchema.of(TestVocabulary.SMALL))).isEmpty();
  }

  @Test
  void explainsEveryCallAndFault() {
    String schema = ScenarioSchema.of(TestVocabulary.SMALL).toString();

    assertThat(schema)
        .contains("Does what SingleKVStore.put does.")
        .contains("What partition says.")
        .contains("PUSH_PULL");
  }

  private static List<Error> errorsIn(String yaml) {
    return SCHEMA.validate(jsonOf(yaml));
  }

  private static JsonNode jsonOf(String yaml) {
    return Values.json(YamlReader.read(TextFile.of("s.yaml", yaml)));
  }
}
