package dev.trustring.sim.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trustring.config.scenario.Scenario;
import dev.trustring.config.scenario.ScenarioReader;
import dev.trustring.config.scenario.Step;
import dev.trustring.config.text.InputErrors;
import dev.trustring.sim.oracle.Verdict;
import dev.trustring.sim.run.HostKind;
import dev.trustring.sim.run.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CampaignTest {

  private static final Path HOME = Path.of("..", "simulation-configs", "scenarios", "home.yaml");

  @TempDir private Path folder;

  private static Campaign of(Path file, HostKind host) {
    return new Campaign(
        Story.read(file, Shipped.VOCABULARY),
        OptionalLong.of(7),
        Optional.of(Duration.ofSeconds(20)),
        host,
        0);
  }

  private static List<Played> runs(int jobs) {
    List<Played> runs = new ArrayList<>();
    of(HOME, HostKind.DENSE).run(6, jobs, () -> true, runs::add);
    return runs;
  }

  @Test
  void comesOutTheSameOnAnyNumberOfCores() {
    assertThat(runs(2)).isEqualTo(runs(1));
  }

  @Test
  void stopsWhereItIsToldToOnAnyNumberOfCores() {
    List<Integer> numbers = new ArrayList<>();

    of(HOME, HostKind.DENSE)
        .run(
            6,
            2,
            () -> true,
            run -> {
              numbers.add(run.number());
              return run.number() < 2;
            });

    assertThat(numbers).containsExactly(1, 2);
  }

  @Test
  void comparesARunWithTheHostThatHasRealClusters() {
    Campaign campaign =
        new Campaign(
            Story.read(HOME, Shipped.VOCABULARY),
            OptionalLong.of(7),
            Optional.of(Duration.ofSeconds(20)),
            HostKind.DENSE,
            2);

    assertThat(campaign.play(1).compared()).isEqualTo(Played.Compared.NOT);
    assertThat(campaign.play(2).compared()).isEqualTo(Played.Compared.SAME);
  }

  @Test
  void playsAStoryThatNeedsClustersOnTheHostThatHasThem() {
    Path story = HOME.resolveSibling("split-brain.yaml");

    Campaign campaign =
        new Campaign(
            Story.read(story, Shipped.VOCABULARY),
            OptionalLong.of(7),
            Optional.of(Duration.ofSeconds(20)),
            HostKind.DENSE,
            1);

    Played run = campaign.play(1);
    assertThat(run.host()).isEqualTo(HostKind.VIRTUAL);
    assertThat(run.compared()).isEqualTo(Played.Compared.NOT);
  }

  @Test
  void whatIsViolatedOnEitherHostIsViolated() {
    Played held = of(HOME, HostKind.DENSE).play(1);
    Played broken = with(held, Verdict.VIOLATED, "one");
    Played other = with(held, Verdict.HELD, "two");

    assertThat(held.beside(broken).verdict()).isEqualTo(Verdict.VIOLATED);
    assertThat(broken.beside(held).verdict()).isEqualTo(Verdict.VIOLATED);
    assertThat(held.beside(held).compared()).isEqualTo(Played.Compared.SAME);
    assertThat(held.beside(other).compared()).isEqualTo(Played.Compared.OTHER);
  }

  private static Played with(Played run, Verdict verdict, String rows) {
    return new Played(
        run.number(),
        run.seed(),
        verdict,
        run.broken(),
        run.happened(),
        run.denials(),
        run.hash(),
        run.counts(),
        HostKind.VIRTUAL,
        rows,
        run.compared());
  }

  @Test
  void printsARunThatIsAnOrdinaryScenarioAndComesToTheSame() throws IOException {
    Campaign campaign = of(HOME, HostKind.DENSE);
    Path inside = Files.createDirectory(folder.resolve("case"));
    Path file = inside.resolve("run.yaml");
    Played played = campaign.play(3);

    Files.writeString(file, campaign.file(played, inside));

    Scenario scenario = ScenarioReader.read(file, Shipped.VOCABULARY);
    assertThat(CaseFile.recorded(Files.readString(file)))
        .contains(new CaseFile.Recorded(HostKind.DENSE, played.hash(), played.oracles()));
    assertThat(of(file, HostKind.DENSE).story().seed()).isEqualTo(scenario.seed());
    assertThat(
            new Player(Story.read(file, Shipped.VOCABULARY), HostKind.DENSE)
                .play(3, Story.read(file, Shipped.VOCABULARY).tree())
                .hash())
        .isEqualTo(played.hash());
  }

  @Test
  void drawsFaultsOfManyKindsAndEndsThemAllInTime() throws IOException {
    Campaign campaign = of(HOME, HostKind.DENSE);
    TreeSet<String> kinds = new TreeSet<>();
    for (int run = 1; run <= 40; run++) {
      Path file = folder.resolve("run.yaml");
      Files.writeString(file, campaign.text(run).replace("../projects", projects()));
      for (Step step : ScenarioReader.read(file, Shipped.VOCABULARY).timeline()) {
        if (step instanceof Step.Fault fault && !isOfTheEnd(fault)) {
          kinds.add(fault.kind());
          assertThat(fault.at().plus(fault.lasts().orElse(Duration.ZERO)))
              .isLessThanOrEqualTo(Duration.ofSeconds(20));
        }
      }
    }
    assertThat(kinds).hasSizeGreaterThan(25).doesNotContain("restart", "cut-handshake");
  }

  @Test
  void aRunOfHoursIsStruckAsOftenAsOneOfFiveMinutesAndToItsEnd() {
    List<Step.Fault> ofMinutes = strikes(Duration.ofMinutes(5));
    List<Step.Fault> ofHours = strikes(Duration.ofHours(10));

    assertThat(ofMinutes).hasSizeGreaterThan(10);
    assertThat(ofHours)
        .hasSameSizeAs(ofMinutes)
        .anyMatch(fault -> fault.at().compareTo(Duration.ofHours(9)) > 0);
  }

  /** The strikes of ten runs that last so long. */
  private static List<Step.Fault> strikes(Duration until) {
    Path file = Path.of("src/test/resources/campaign/two.yaml");
    Story story = Story.read(file, Shipped.VOCABULARY);
    Draw draw = new Draw(story, 7, Optional.of(until));
    return IntStream.rangeClosed(1, 10)
        .mapToObj(run -> story.read(draw.run(run).tree()).timeline())
        .flatMap(List::stream)
        .filter(Step.Fault.class::isInstance)
        .map(Step.Fault.class::cast)
        .filter(fault -> fault.kind().equals("loss"))
        .toList();
  }

  @Test
  void opensAgainWhatIsDamagedBeforeItAsksWhetherAllHasArrived() throws IOException {
    Path file = folder.resolve("damaged.yaml");
    String home = Files.readString(HOME).replace("../projects", projects());
    Files.writeString(
        file, home + "chaos: { faults: [{ kind: damage-file, device: tablet, perMinute: 9 }] }\n");
    Campaign campaign = of(file, HostKind.DENSE);
    int damaged = 0;
    for (int run = 1; run <= 8; run++) {
      String text = campaign.text(run);
      damaged += text.contains("damage-file") ? 1 : 0;
      assertThat(text.contains("closeKVStore")).isEqualTo(text.contains("damage-file"));
      assertThat(campaign.play(run).broken()).isEmpty();
    }
    assertThat(damaged).isPositive();
  }

  private static boolean isOfTheEnd(Step.Fault fault) {
    return fault.at().equals(Duration.ofSeconds(20));
  }

  private String projects() {
    Path there = Path.of("..", "simulation-configs", "projects").toAbsolutePath().normalize();
    return folder.toAbsolutePath().relativize(there).toString();
  }

  @Test
  void drawsRangesAnywhereAndAnewForEachRun() throws IOException {
    Path file = folder.resolve("ranged.yaml");
    Files.writeString(
        file,
        """
        trustring: 1
        title: Ranges
        apps: { notes: { bundle: com.example.notes, stores: { s: { securityLevel: S1 } } } }
        devices: { phone: { kind: phone, clock: -9s..9s, apps: [notes] } }
        timeline:
          - at: 1s..9s
            on: phone
            app: notes
            call: distributedKVStore.getKVStore
            args: { storeId: s }
        """);
    Campaign campaign = of(file, HostKind.DENSE);
    TreeSet<String> clocks = new TreeSet<>();
    for (int run = 1; run <= 5; run++) {
      clocks.add(campaign.text(run).replaceAll("(?s).*clock: ([^,]*),.*", "$1"));
    }

    assertThat(clocks).hasSize(5).allMatch(clock -> clock.matches("-?[0-9]+(ms|s)"));
  }

  @Test
  void tellsWhatIsWrongWithTheFileByItsOwnLines() throws IOException {
    Path file = folder.resolve("broken.yaml");
    Files.writeString(
        file, "trustring: 1\ntitle: t\n\ndevices:\n  phone: { kind: phone, level: SL9 }\n");

    assertThatThrownBy(() -> of(file, HostKind.DENSE))
        .isInstanceOf(InputErrors.class)
        .hasMessageContaining("broken.yaml:5:32");
  }

  @Test
  void aCampaignThatShowedNothingIsVacuous() {
    assertThat(new Tally().verdict()).isEqualTo(Verdict.VACUOUS);
  }
}
