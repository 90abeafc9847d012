package dev.trustring.sim.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trustring.config.scenario.Device;
import dev.trustring.kv.decision.DecisionRecord;
import dev.trustring.sim.run.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A run as a page: its space-time diagram, its events, decisions and what devices held. */
public final class RunPage {

  /** What a page does not show until it is asked to; of faults the bands tell. */
  static final Set<String> BEHIND =
      Set.of(
          "fault",
          "ring",
          "trust",
          "permission",
          "judged",
          "permission-state-change",
          "device-callback",
          "session-event");

  /**
   * What the run is to whoever opens the page.
   *
   * @param name how people speak of it, such as {@code 42:17}
   * @param replay the command line that plays it again
   * @param home the page that leads here, seen from this one
   */
  public record About(String name, String replay, Optional<String> home) {}

  private static final List<String> SCRIPTS =
      List.of("unpack.js", "run-model.js", "run-axis.js", "run-chart.js", "run-panel.js", "run.js");

  private final RunResult result;
  private final Recording recording;
  private final Scene scene;

  /**
   * Of a run.
   *
   * @param recording has attended it
   */
  public RunPage(RunResult result, Recording recording) {
    this.result = result;
    this.recording = recording;
    this.scene = Scene.of(result, recording);
  }

  /** Writes the diagram as a picture. */
  public void writePicture(Path file) throws IOException {
    Files.writeString(file, SpaceTime.of(recording, scene, result.counts().setUpNanos()));
  }

  /** Writes tables of what devices held into a folder. */
  public void writeState(Path folder) throws IOException {
    StateTable.write(folder, recording, scene);
  }

  /**
   * Writes the page.
   *
   * @param form makes JSON of a decision record
   */
  public void write(Path file, Function<DecisionRecord, ObjectNode> form, About about)
      throws IOException {
    Decisions decisions = new Decisions(result.decisions(), form);
    new PageFile("run.html", SCRIPTS)
        .with("head", head(about).toString())
        .with("events", recording::writeEvents)
        .with("labels", recording::writeLabels)
        .with("texts", recording::writeTexts)
        .with("decisions", decisions::write)
        .with("answers", decisions::writeAnswers)
        .with("changes", recording.holdings()::write)
        .with("words", recording.holdings()::writeWords)
        .write(file, title(about));
  }

  /** A drawn run has its name in its title. */
  private String title(About about) {
    String title = result.scenario().title();
    return title.contains(about.name()) ? title : title + ", " + about.name();
  }

  private ObjectNode head(About about) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("name", about.name());
    node.put("replay", about.replay());
    node.put("home", about.home().orElse(null));
    node.put("title", title(about));
    node.put("rules", result.scenario().rules().word());
    node.put("seed", Long.toString(result.scenario().seed()));
    node.put("host", result.host());
    node.put("hash", result.eventHash());
    node.put("verdict", result.verdict().word());
    node.put("meaning", result.verdict().meaning());
    node.put("begin", result.counts().setUpNanos());
    node.put("end", scene.endNanos());
    node.put("frames", result.counts().framesCarried());
    node.put("lost", result.counts().framesLost());
    node.put("rows", result.counts().rowsReplicated());
    ArrayNode devices = node.putArray("devices");
    result.scenario().devices().forEach(device -> devices.add(device(device)));
    ArrayNode kinds = node.putArray("kinds");
    recording
        .kinds()
        .forEach(kind -> kinds.addObject().put("word", kind).put("behind", BEHIND.contains(kind)));
    ArrayNode tables = node.putArray("tables");
    recording
        .holdings()
        .places()
        .forEach(place -> tables.addObject().put("lane", place.lane()).put("name", place.name()));
    node.set("bands", bands());
    node.set("gaps", gaps());
    node.set("breaches", breaches());
    return node;
  }

  private static ObjectNode device(Device device) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("name", device.profile().name().value())
        .put("kind", device.profile().kind().word())
        .put("level", device.profile().level().map(Object::toString).orElse(null));
  }

  private ArrayNode bands() {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    for (Scene.Band band : scene.bands()) {
      ObjectNode node = all.addObject();
      node.put("kind", band.kind()).put("from", band.from()).put("to", band.to());
      node.put("says", band.says());
      band.lanes().forEach(node.putArray("lanes")::add);
    }
    return all;
  }

  private ArrayNode gaps() {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    for (Scene.Gap gap : scene.gaps()) {
      all.addObject()
          .put("lane", gap.lane())
          .put("from", gap.from())
          .put("to", gap.to())
          .put("word", gap.word());
    }
    return all;
  }

  private ArrayNode breaches() {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    for (Scene.Breach breach : scene.breaches()) {
      ObjectNode node = all.addObject().put("rule", breach.rule()).put("says", breach.says());
      breach.row().ifPresent(row -> node.put("row", row));
    }
    return all;
  }
}
