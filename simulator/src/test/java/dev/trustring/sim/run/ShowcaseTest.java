package dev.trustring.sim.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.trustring.config.scenario.FaultSpec;
import dev.trustring.config.scenario.ScenarioSchema;
import dev.trustring.config.text.TextFile;
import dev.trustring.config.text.Values;
import dev.trustring.config.text.YamlReader;
import dev.trustring.sim.fault.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShowcaseTest {

  /** {@code $schema} is for JSON files; {@code replication} excludes what the showcase shows. */
  private static final List<String> NOT_SHOWN = List.of("$schema", "replication");

  private static final JsonNode SCHEMA = ScenarioSchema.of(Shipped.VOCABULARY);
  private static final Schema CHECKS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(SCHEMA);

  static List<Path> files() {
    return Shipped.files();
  }

  @Test
  void usesEveryKeyOfTheFormat() {
    TreeSet<String> known = new TreeSet<>();
    keysOfFormat(SCHEMA, known);
    known.removeAll(NOT_SHOWN);

    TreeSet<String> used = new TreeSet<>();
    keysIn(json(Shipped.SHOWCASE), used);

    assertThat(known).hasSizeGreaterThan(50);
    assertThat(used).containsAll(known);
  }

  @Test
  void saysInACommentWhatItCannotShow() throws IOException {
    assertThat(Files.readString(Shipped.SHOWCASE)).contains("# replication: none");
  }

  @Test
  void strikesWithEveryFault() {
    List<String> struck = json(Shipped.SHOWCASE).get("timeline").findValuesAsText("fault");

    assertThat(struck).containsAll(Faults.specs().stream().map(FaultSpec::kind).toList());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void fitsTheSchema(Path file) {
    assertThat(CHECKS.validate(json(file))).isEmpty();
  }

  @Test
  void shipsTheSchemaOfThisBuild() throws IOException {
    Path shipped = Shipped.FOLDER.resolve("schema").resolve("scenario.schema.json");

    assumeThat(shipped).as("written by the schema command").isRegularFile();
    ObjectMapper mapper = new ObjectMapper();
    assertThat(mapper.readTree(shipped.toFile())).isEqualTo(mapper.readTree(SCHEMA.toString()));
  }

  private static JsonNode json(Path file) {
    return Values.json(YamlReader.read(TextFile.read(file, file.toString())));
  }

  private static void keysIn(JsonNode node, Set<String> into) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      into.add(field.getKey());
      keysIn(field.getValue(), into);
    }
    if (node.isArray()) {
      node.forEach(item -> keysIn(item, into));
    }
  }

  /** The names of all properties but the arguments of calls and the parameters of faults. */
  private static void keysOfFormat(JsonNode schema, Set<String> into) {
    if (!schema.isObject()) {
      return;
    }
    JsonNode properties = schema.path("properties");
    boolean faultStep =
        properties.path("fault").has("oneOf") || properties.path("fault").has("enum");
    for (Map.Entry<String, JsonNode> property : properties.properties()) {
      boolean forbidden = property.getValue().isBoolean() && !property.getValue().asBoolean();
      if (!forbidden) {
        into.add(property.getKey());
        if (!property.getKey().equals("args")) {
          keysOfFormat(property.getValue(), into);
        }
      }
    }
    if (faultStep) {
      into.add("for");
      return;
    }
    for (String branch :
        List.of("items", "additionalProperties", "then", "else", "allOf", "anyOf", "oneOf")) {
      JsonNode below = schema.path(branch);
      if (below.isArray()) {
        below.forEach(one -> keysOfFormat(one, into));
      } else {
        keysOfFormat(below, into);
      }
    }
    schema.path("patternProperties").forEach(one -> keysOfFormat(one, into));
  }
}
