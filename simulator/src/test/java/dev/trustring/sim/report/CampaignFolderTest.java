package dev.trustring.sim.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.trustring.config.text.Node;
import dev.trustring.config.text.TextFile;
import dev.trustring.config.text.YamlReader;
import dev.trustring.sim.campaign.Broken;
import dev.trustring.sim.campaign.Campaign;
import dev.trustring.sim.campaign.Played;
import dev.trustring.sim.campaign.Rewound;
import dev.trustring.sim.campaign.Shrunk;
import dev.trustring.sim.campaign.Story;
import dev.trustring.sim.campaign.Summary;
import dev.trustring.sim.campaign.Tally;
import dev.trustring.sim.oracle.Verdict;
import dev.trustring.sim.page.PageText;
import dev.trustring.sim.run.HostKind;
import dev.trustring.sim.run.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A campaign of two runs; of the first it is said that it broke a rule. */
class CampaignFolderTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String RULE = "no-older-write";
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  @TempDir private static Path folder;

  private static String page;
  private static ObjectNode verdict;
  private static Schema schema;

  @BeforeAll
  static void leaves() throws IOException {
    leave(folder.resolve("one"));
    page = Files.readString(folder.resolve("one/index.html"));
    verdict = (ObjectNode) JSON.readTree(folder.resolve("one/verdict.json").toFile());
    schema = REGISTRY.getSchema(schemaText());
  }

  private static String schemaText() throws IOException {
    return Files.readString(Path.of("../simulation-configs/schema/verdict.schema.json"));
  }

  private static void leave(Path into) throws IOException {
    Campaign campaign =
        new Campaign(
            Story.read(Path.of("src/test/resources/campaign/three.yaml"), Shipped.VOCABULARY),
            OptionalLong.of(3),
            Optional.of(Duration.ofSeconds(5)),
            HostKind.DENSE,
            0);
    Played first = violated(campaign.play(1));
    Played second = campaign.play(2);
    Tally tally = new Tally();
    tally.add(first);
    tally.add(second);
    Node.Mapping tree = (Node.Mapping) YamlReader.read(TextFile.of("run.yaml", campaign.text(1)));
    Summary summary =
        Summary.of(campaign, tally, false)
            .with(
                List.of(new Shrunk(RULE, 1, tree, tree, first, 5)),
                List.of(
                    new Rewound(
                        RULE,
                        1,
                        List.of(new Rewound.Moment(Duration.ofSeconds(2), 9, 10, "put at 1s")))),
                Optional.of("out"));
    try (CampaignFolder out = new CampaignFolder(into)) {
      out.add(first);
      out.add(second);
      out.write(summary, campaign, "trustring chaos three.yaml", List.of("rules openharmony"));
    }
  }

  private static Played violated(Played run) {
    return new Played(
        run.number(),
        run.seed(),
        Verdict.VIOLATED,
        List.of(new Broken(RULE, "phone took <b>an older</b> write", "")),
        run.happened(),
        run.denials(),
        run.hash(),
        run.counts(),
        run.host(),
        run.rows(),
        run.compared());
  }

  @Test
  void theSameCampaignLeavesTheSameBytes() throws IOException {
    leave(folder.resolve("two"));

    assertThat(contents(folder.resolve("two"))).isEqualTo(contents(folder.resolve("one")));
  }

  private static Map<String, List<Byte>> contents(Path in) throws IOException {
    Map<String, List<Byte>> contents = new TreeMap<>();
    try (Stream<Path> all = Files.walk(in)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        List<Byte> bytes = new ArrayList<>();
        for (byte one : Files.readAllBytes(file)) {
          bytes.add(one);
        }
        contents.put(in.relativize(file).toString(), bytes);
      }
    }
    return contents;
  }

  @Test
  void theVerdictIsOfThePublishedForm() throws IOException {
    Schema dialect =
        REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

    assertThat(dialect.validate(JSON.readTree(schemaText()))).isEmpty();
    assertThat(errorsIn(verdict)).isEmpty();
    assertThat(verdict.at("/schema").asText()).isEqualTo("trustring-verdict-1");
    assertThat(verdict.at("/oracles/0/counts").toString())
        .isEqualTo("{\"held\":1,\"broken\":1,\"vacuous\":0}");
  }

  @Test
  void theFormAllowsNothingElse() {
    ObjectNode more = verdict.deepCopy().put("more", 1);
    ObjectNode less = verdict.deepCopy();
    less.remove("kept");
    ObjectNode unnamed = verdict.deepCopy();
    ((ObjectNode) unnamed.at("/oracles/0")).remove("first");
    ObjectNode later = verdict.deepCopy().put("version", 2);

    assertThat(errorsIn(less)).isEmpty();
    assertThat(errorsIn(more)).isNotEmpty();
    assertThat(errorsIn(unnamed)).isNotEmpty();
    assertThat(errorsIn(later)).isNotEmpty();
  }

  private static List<Error> errorsIn(JsonNode node) {
    return schema.validate(node);
  }

  @Test
  void keepsWhatBrokeAndOneOfEachOtherKind() {
    assertThat(verdict.at("/kept").toString())
        .isEqualTo(
            """
            [{"run":"3:1","verdict":"violated","folder":"runs/3-1"},\
            {"run":"3:2","verdict":"held","folder":"runs/3-2"}]""");
  }

  @Test
  void thePageSaysWhatTheFilesSayAndLeadsOnlyToWhatIsThere() throws IOException {
    assertThat(PageText.text(page, "verdict"))
        .isEqualTo(Files.readString(folder.resolve("one/verdict.json")));
    assertThat(PageText.text(page, "seeds"))
        .isEqualTo(Files.readString(folder.resolve("one/seeds.csv")));
    assertThat(PageText.text(page, "commands"))
        .contains("\"min/no-older-write.yaml\":\"trustring replay out/min/no-older-write.yaml\"");
    assertThat(page).doesNotContain("<b>");
    assertThat(folder.resolve("one"))
        .isDirectoryRecursivelyContaining("glob:**/runs/3-1/index.html")
        .isDirectoryRecursivelyContaining("glob:**/runs/3-1/space-time.svg")
        .isDirectoryRecursivelyContaining("glob:**/runs/3-2/index.html")
        .isDirectoryRecursivelyContaining("glob:**/min/no-older-write.html")
        .isDirectoryRecursivelyContaining("glob:**/min/no-older-write.svg")
        .isDirectoryRecursivelyContaining("glob:**/min/no-older-write.yaml");
  }
}
