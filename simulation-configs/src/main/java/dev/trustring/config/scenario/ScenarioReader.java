package dev.trustring.config.scenario;

import dev.trustring.config.text.Fields;
import dev.trustring.config.text.InputError;
import dev.trustring.config.text.InputErrors;
import dev.trustring.config.text.Json5Reader;
import dev.trustring.config.text.Node;
import dev.trustring.config.text.TextFile;
import dev.trustring.config.text.Values;
import dev.trustring.config.text.Words;
import dev.trustring.config.text.YamlReader;
import dev.trustring.kv.decision.Origin;
import dev.trustring.kv.point.FaultPoint;
import dev.trustring.kv.rules.RuleSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * Reads scenario files, YAML or JSON.
 *
 * <p>Places in the scenario's records are relative to the folder of its file, so that a report does
 * not depend on where it was made; places in messages are as seen from where the tool was started.
 */
public final class ScenarioReader {

  /** The only version of the format. */
  static final int FORMAT = 1;

  static final Words<RuleSet> RULES =
      Words.of("rule set", List.of(RuleSet.values()), RuleSet::word);
  static final Words<Downing> DOWNING =
      Words.of("downing", List.of(Downing.values()), Downing::word);
  static final Words<FaultPoint> POINTS =
      Words.of("fault point", List.of(FaultPoint.values()), FaultPoint::word);
  static final List<String> KEYS =
      List.of(
          "trustring",
          "title",
          "teaches",
          "rules",
          "seed",
          "downing",
          "realTime",
          "apps",
          "permissions",
          "devices",
          "fleets",
          "networks",
          "links",
          "trust",
          "timeline",
          "faultPoints",
          "expect",
          "chaos",
          "$schema");

  private static final String OBJECT_OF = "an object of ";

  private final String name;
  private final Draft draft;

  private ScenarioReader(String name, Path folder, Vocabulary vocabulary) {
    this.name = name;
    this.draft = new Draft(folder, vocabulary);
  }

  /**
   * Reads a scenario file.
   *
   * @throws InputErrors with all that is wrong with it and the projects that it names
   */
  public static Scenario read(Path file, Vocabulary vocabulary) {
    return read(file, pieces(file, text(file)), vocabulary);
  }

  /**
   * Reads a scenario from a text.
   *
   * @param name the file name that origins and messages use
   * @param folder where the paths of projects begin
   * @throws InputErrors with all that is wrong with it and the projects that it names
   */
  public static Scenario read(String name, String text, Path folder, Vocabulary vocabulary) {
    try {
      ScenarioReader reader = new ScenarioReader(name, folder, vocabulary);
      return reader.scenario(root(name, TextFile.of(name, text)), name);
    } catch (InputError e) {
      throw e.alone();
    }
  }

  /** The text of a scenario file. */
  public static String text(Path file) {
    return inFolder(file, (name, folder) -> TextFile.read(file, name).text());
  }

  /** The pieces of a text that stands in a scenario file, before anybody asks what they mean. */
  public static Node pieces(Path file, String text) {
    return inFolder(file, (name, folder) -> root(name, TextFile.of(name, text)));
  }

  /**
   * Reads a scenario out of the pieces of a file, some of which may have been changed.
   *
   * @throws InputErrors with all that is wrong with it and the projects that it names
   */
  public static Scenario read(Path file, Node pieces, Vocabulary vocabulary) {
    return inFolder(
        file,
        (name, folder) ->
            new ScenarioReader(name, folder, vocabulary).scenario(pieces, shown(file)));
  }

  /** What is wrong is told as seen from where the tool was started. */
  private static <T> T inFolder(Path file, BiFunction<String, Path, T> reading) {
    Path folder = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
    try {
      return reading.apply(String.valueOf(file.getFileName()), folder);
    } catch (InputError e) {
      throw seenFrom(folder, e.alone());
    } catch (InputErrors e) {
      throw seenFrom(folder, e);
    }
  }

  private static InputErrors seenFrom(Path folder, InputErrors errors) {
    return new InputErrors(
        errors.all().stream()
            .map(e -> e.inFile(shown(folder.resolve(e.origin().file()).normalize())))
            .toList());
  }

  private static String shown(Path file) {
    return file.toString().replace('\\', '/');
  }

  private static Node root(String name, TextFile text) {
    boolean json = name.endsWith(".json") || name.endsWith(".json5");
    return json ? Json5Reader.read(text) : YamlReader.read(text);
  }

  private Scenario scenario(Node root, String shownAs) {
    Fields fields = Fields.open(root, "a scenario");
    draft.problems().check(() -> Fields.of(root, "a scenario", KEYS));
    draft.problems().check(() -> Values.whole(fields.need("trustring"), FORMAT, FORMAT));
    Optional<Head> head = draft.problems().attempt(() -> head(fields));
    readCast(fields);
    List<Link> links = links(fields);
    List<Bond> trust = bonds(fields);
    List<Step> timeline = timeline(fields);
    Expectations expect = expectations(fields, timeline);
    Chaos chaos = chaos(fields);
    List<FaultPoint> points = faultPoints(fields);
    draft.problems().orThrow();
    Head title = head.orElseThrow();
    return new Scenario(
        shownAs,
        title.title(),
        title.teaches(),
        title.rules(),
        title.seed(),
        title.downing(),
        title.realTime(),
        draft.apps(),
        draft.permissions(),
        draft.devices(),
        draft.networks(),
        links,
        trust,
        timeline,
        points,
        expect,
        chaos,
        draft.provenance());
  }

  private record Head(
      String title, String teaches, RuleSet rules, long seed, Downing downing, boolean realTime) {}

  private static Head head(Fields fields) {
    return new Head(
        fields.text("title"),
        fields.textIfAny("teaches").orElse(""),
        fields.find("rules").map(RULES::parse).orElse(RuleSet.OPENHARMONY),
        fields
            .find("seed")
            .map(node -> Values.whole(node, Long.MIN_VALUE, Long.MAX_VALUE))
            .orElse(1L),
        fields.find("downing").map(DOWNING::parse).orElse(Downing.NONE),
        fields.find("realTime").map(Values::flag).orElse(true));
  }

  private void readCast(Fields fields) {
    List<Node.Entry> apps = section(fields, "apps");
    apps.forEach(draft::declareApp);
    AppReader appReader = new AppReader(draft);
    each(apps, entry -> draft.add(appReader.read(entry)));

    PermissionReader permissionReader = new PermissionReader();
    each(section(fields, "permissions"), entry -> draft.add(permissionReader.read(entry)));

    List<Node.Entry> devices = section(fields, "devices");
    devices.forEach(entry -> draft.declareDevice(entry.key()));
    DeviceReader deviceReader = new DeviceReader(draft);
    each(devices, entry -> draft.add(deviceReader.read(entry)));

    List<Node.Entry> networks = section(fields, "networks");
    networks.forEach(entry -> draft.declareNetwork(entry.key()));
    NetworkReader networkReader = new NetworkReader(draft);
    networkReader.reserve(networks);
    FleetReader fleetReader = new FleetReader(draft, networkReader);
    List<Node.Entry> fleets = section(fields, "fleets");
    fleets.forEach(entry -> draft.declareFleet(entry.key()));
    each(fleets, entry -> draft.add(fleetReader.read(entry)));
    each(networks, entry -> draft.add(networkReader.read(entry)));
    draft.problems().check(() -> checkPopulated(fields));
  }

  private void checkPopulated(Fields fields) {
    if (!fields.has("devices") && !fields.has("fleets")) {
      throw InputError.at(
          new Origin(name, 1, 1), "the scenario has no devices", "key 'devices' or key 'fleets'");
    }
  }

  private List<Node.Entry> section(Fields fields, String key) {
    return draft.problems().attempt(() -> fields.entries(key, OBJECT_OF + key)).orElse(List.of());
  }

  private void each(List<Node.Entry> entries, Consumer<Node.Entry> reader) {
    entries.forEach(entry -> draft.problems().check(() -> reader.accept(entry)));
  }

  private List<Node> list(Fields fields, String key, String expected) {
    return draft.problems().attempt(() -> fields.list(key, expected)).orElse(List.of());
  }

  private List<Link> links(Fields fields) {
    LinkReader reader = new LinkReader(draft);
    List<Link> links = new ArrayList<>();
    list(fields, "links", "a list of links")
        .forEach(
            item -> draft.problems().attempt(() -> reader.read(item)).ifPresent(links::addAll));
    return links;
  }

  private List<Bond> bonds(Fields fields) {
    BondReader reader = new BondReader(draft);
    List<Bond> bonds = new ArrayList<>();
    list(fields, "trust", "a list of bonds")
        .forEach(item -> draft.problems().attempt(() -> reader.read(item)).ifPresent(bonds::add));
    return bonds;
  }

  private List<Step> timeline(Fields fields) {
    return new TimelineReader(draft).read(list(fields, "timeline", "a list of steps"));
  }

  private Chaos chaos(Fields fields) {
    return fields
        .find("chaos")
        .flatMap(node -> draft.problems().attempt(() -> new ChaosReader(draft).read(node)))
        .orElse(Chaos.UNSAID);
  }

  private List<FaultPoint> faultPoints(Fields fields) {
    List<FaultPoint> points = new ArrayList<>();
    list(fields, "faultPoints", "a list of fault points")
        .forEach(item -> draft.problems().attempt(() -> POINTS.parse(item)).ifPresent(points::add));
    return points;
  }

  private Expectations expectations(Fields fields, List<Step> timeline) {
    return fields
        .find("expect")
        .flatMap(
            node ->
                draft
                    .problems()
                    .attempt(
                        () ->
                            new ExpectationReader(draft).read(node, TimelineReader.end(timeline))))
        .orElse(Expectations.NONE);
  }
}
