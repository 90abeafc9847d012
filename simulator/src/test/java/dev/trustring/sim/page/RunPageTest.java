package dev.trustring.sim.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trustring.config.scenario.Scenario;
import dev.trustring.config.scenario.ScenarioReader;
import dev.trustring.sim.loop.EventTrace;
import dev.trustring.sim.oracle.Finding;
import dev.trustring.sim.report.RunFiles;
import dev.trustring.sim.run.HostKind;
import dev.trustring.sim.run.RunResult;
import dev.trustring.sim.run.Shipped;
import dev.trustring.sim.run.Simulation;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** One run with everything that a page must show and with names that mean harm. */
class RunPageTest {

  private static final String HARM = "</script><img src=x onerror=alert(1)>";
  private static final String PERMISSION = "ohos.permission.DISTRIBUTED_DATASYNC";
  private static final Path STORY = Path.of("src/test/resources/page/harm.yaml");

  private static final Recording RECORDING = new Recording();

  @TempDir private static Path folder;

  private static RunResult result;
  private static String page;

  @BeforeAll
  static void plays() throws IOException {
    result = leave(folder.resolve("one"), RECORDING);
    page = Files.readString(folder.resolve("one/index.html"));
  }

  private static RunResult leave(Path into, Recording recording) throws IOException {
    Scenario scenario = ScenarioReader.read(STORY, Shipped.VOCABULARY);
    EventTrace trace = EventTrace.keeping();
    try (Simulation simulation = new Simulation(scenario, HostKind.DENSE.open(scenario), trace)) {
      simulation.attendedBy(recording);
      simulation.run();
      RunResult made = simulation.result();
      Files.createDirectories(into);
      new RunFiles(made, recording)
          .writeFolder(
              into,
              trace.events(),
              new RunPage.About("42:1", "trustring replay x", Optional.of("y")));
      return made;
    }
  }

  @Test
  void theSameRunLeavesTheSameBytes() throws IOException {
    leave(folder.resolve("two"), new Recording());

    assertThat(files(folder.resolve("two"))).isEqualTo(files(folder.resolve("one")));
    assertThat(files(folder.resolve("one")).keySet())
        .containsExactly(
            "decisions.ndjson.gz",
            "events.ndjson.gz",
            "index.html",
            "sequence.mmd",
            "space-time.svg",
            "state/end.csv");
  }

  private static Map<String, String> files(Path in) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(in)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(
            in.relativize(file).toString(),
            Base64.getEncoder().encodeToString(Files.readAllBytes(file)));
      }
    }
    return files;
  }

  @Test
  void noNameBecomesMarkup() {
    assertThat(page).doesNotContain("<img").contains("&lt;img src=x onerror=alert(1)&gt;");
    assertThat(PageText.text(page, "words")).contains(HARM);
  }

  @Test
  void asksNobodyForAnything() {
    assertThat(page).contains("default-src 'none'").doesNotContain("http:", "https:", "//cdn");
    String script = page.substring(page.lastIndexOf("<script>") + 8, page.lastIndexOf("</script>"));
    String style = page.substring(page.indexOf("<style>") + 7, page.indexOf("</style>"));
    assertThat(page)
        .contains("script-src 'sha256-" + hash(script) + "'; style-src 'sha256-" + hash(style));
    assertThat(script)
        .doesNotContain("innerHTML", "outerHTML", "insertAdjacent", "eval(", "</", "<!--");
  }

  private static String hash(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void tellsFaultsAndWhoWasOff() throws IOException {
    JsonNode head = new ObjectMapper().readTree(PageText.text(page, "head"));

    long begin = head.at("/begin").asLong();
    assertThat(head.at("/verdict").asText()).isEqualTo("violated");
    assertThat(head.at("/devices/2/name").asText()).isEqualTo("watch");
    assertThat(head.at("/bands/0/kind").asText()).isEqualTo("crash");
    assertThat(head.at("/bands/0/lanes").toString()).isEqualTo("[2]");
    assertThat(head.at("/bands/0/from").asLong() - begin).isEqualTo(5_000_000_000L);
    assertThat(head.at("/bands/0/to").asLong() - begin).isEqualTo(8_000_000_000L);
    assertThat(head.at("/bands/1/lanes").toString()).isEqualTo("[0,1]");
    assertThat(head.at("/gaps/0/lane").asInt()).isEqualTo(2);
    assertThat(head.at("/gaps/0/to").asLong() - head.at("/gaps/0/from").asLong())
        .isEqualTo(3_000_000_000L);
    assertThat(head.at("/breaches/0/rule").asText()).isEqualTo("decision");
    assertThat(head.at("/breaches/0/row").isMissingNode()).isTrue();
  }

  @Test
  void aRuleThatBrokeIsMarkedAtTheRowThatBrokeIt() throws IOException {
    int row = 0;
    while (!RECORDING.event(row).label().startsWith("notes got")) {
      row++;
    }
    long moment = RECORDING.event(row).nanos() - result.counts().setUpNanos();
    RunPage broken =
        new RunPage(
            found(
                new Finding(
                    "always",
                    "no-older-write",
                    false,
                    "x",
                    Optional.empty(),
                    OptionalLong.of(moment))),
            RECORDING);
    Files.createDirectories(folder.resolve("broken"));
    broken.writePicture(folder.resolve("broken/picture.svg"));
    broken.writeState(folder.resolve("broken"));

    int judged = RECORDING.judgedAt(RECORDING.event(row).nanos());
    assertThat(judged).isGreaterThanOrEqualTo(row);
    assertThat(RECORDING.event(judged).nanos()).isEqualTo(RECORDING.event(row).nanos());
    assertThat(folder.resolve("broken/picture.svg"))
        .content()
        .contains("class=\"breach\"", "broken: no-older-write");
    assertThat(folder.resolve("broken/no-older-write.csv"))
        .content()
        .contains("tablet,com.example.notes/100/notes");
  }

  private static RunResult found(Finding finding) {
    return new RunResult(
        result.scenario(),
        result.host(),
        result.eventHash(),
        result.verdict(),
        List.of(finding),
        result.decisions(),
        result.steps(),
        result.completions(),
        result.stateChanges(),
        result.deviceCallbacks(),
        result.sessionNews(),
        result.storeNews(),
        result.serviceNews(),
        result.processEnds(),
        result.digests(),
        result.counts());
  }

  @Test
  void everyDecisionHasAllItsGates() throws IOException {
    List<String> lines = PageText.text(page, "decisions").lines().toList();
    JsonNode first = new ObjectMapper().readTree(lines.get(0));

    assertThat(lines).hasSameSizeAs(result.decisions());
    assertThat(first.at("/gates").size()).isEqualTo(result.decisions().get(0).gates().size());
    assertThat(first.at("/gates/0").isInt()).isTrue();
    assertThat(PageText.text(page, "answers")).contains("\"id\":\"G0\"");
  }

  @Test
  void thePictureIsXmlAndShowsWhatWasRefused() throws Exception {
    Path file = folder.resolve("one/space-time.svg");
    var picture = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());

    assertThat(picture.getElementsByTagName("script").getLength()).isZero();
    assertThat(picture.getElementsByTagName("img").getLength()).isZero();
    assertThat(Files.readString(file))
        .contains("class=\"denied\"", "class=\"flight\"", "class=\"band\"", "class=\"away\"")
        .contains(">crash<", "send-level");
  }

  @Test
  void theTablesSayWhatEachDeviceHoldsInTheEnd() throws IOException {
    String quoted = "\"a,\"\"" + HARM + "\"";

    assertThat(Files.readAllLines(folder.resolve("one/state/end.csv")))
        .startsWith("device,table,key,what,value,writer")
        .contains(
            "phone,com.example.notes/100/notes," + quoted + ",value," + HARM + ",phone",
            "tablet,com.example.notes/100/notes," + quoted + ",value," + HARM + ",phone",
            "watch,permissions,com.example.notes " + PERMISSION + ",value,granted,")
        .noneMatch(line -> line.startsWith("watch,com.example.notes/100/notes"));
  }

  @Test
  @EnabledIf("aBrowserIsThere")
  void opensInABrowserAndTellsWhichGateSaidNo() throws IOException, InterruptedException {
    Process browser =
        new ProcessBuilder(
                "node",
                "../build-rules/open-page.mjs",
                folder.resolve("one/index.html").toString(),
                "--keys",
                "ArrowRight",
                "--say",
                "document.getElementById('event').textContent + document.images.length")
            .redirectErrorStream(true)
            .start();
    String said = new String(browser.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(browser.waitFor()).as(said).isZero();
    assertThat(said)
        .contains("Stopped at level, gate G13: ", "The app saw ", "Smallest changes", "0\"\n")
        .contains("first picture after ");
  }

  /** The page is drawn where a browser is; what it is drawn of is looked at everywhere. */
  static boolean aBrowserIsThere() {
    return Stream.of("node", "chromium")
        .allMatch(
            program ->
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                    .anyMatch(in -> Files.isExecutable(Path.of(in, program))));
  }
}
