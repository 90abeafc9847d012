package dev.trustring.sim.campaign;

import dev.trustring.config.scenario.FaultSpec;
import dev.trustring.config.scenario.Scenario;
import dev.trustring.config.scenario.ScenarioReader;
import dev.trustring.config.scenario.Vocabulary;
import dev.trustring.config.text.DrawRange;
import dev.trustring.config.text.InputError;
import dev.trustring.config.text.Node;
import dev.trustring.config.text.TextFile;
import dev.trustring.config.text.YamlText;
import dev.trustring.sim.loop.RandomStreams;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The file that a campaign is about, or any story at all. */
public final class Story {

  private final Path file;
  private final String text;
  private final Node.Mapping tree;
  private final boolean wild;
  private final Vocabulary vocabulary;

  private Story(Path file, String text, Node.Mapping tree, boolean wild, Vocabulary vocabulary) {
    this.file = file;
    this.text = text;
    this.tree = tree;
    this.wild = wild;
    this.vocabulary = vocabulary;
  }

  /** No file: each run has a story of its own, of which nothing is given. */
  public static Story wild(Vocabulary vocabulary) {
    return new Story(Path.of("wild"), "", wild(new RandomStreams(0)), true, vocabulary);
  }

  private static Node.Mapping wild(RandomStreams streams) {
    return Wild.story(new Dice(streams.stream("draw", "wild")));
  }

  /**
   * Reads the file, whose ranges need not be drawn yet.
   *
   * @throws dev.trustring.config.text.InputErrors with what is wrong with it
   */
  public static Story read(Path file, Vocabulary vocabulary) {
    return of(file, ScenarioReader.text(file), vocabulary);
  }

  /**
   * Reads a text as if it stood in that file.
   *
   * @throws dev.trustring.config.text.InputErrors with what is wrong with it
   */
  static Story of(Path file, String text, Vocabulary vocabulary) {
    Node root = ScenarioReader.pieces(file, text);
    if (root instanceof Node.Mapping tree) {
      return new Story(file, text, tree, false, vocabulary);
    }
    throw InputError.found(root, "a scenario").alone();
  }

  Path file() {
    return file;
  }

  /** What stands in its file; empty if there is none. */
  Optional<String> text() {
    return wild ? Optional.empty() : Optional.of(text);
  }

  /** The name of its file. */
  String name() {
    return String.valueOf(file.getFileName());
  }

  Node.Mapping tree() {
    return tree;
  }

  /** The tree of one run: with its ranges drawn, or drawn altogether. */
  Node.Mapping drawn(RandomStreams streams) {
    return wild
        ? wild(streams)
        : (Node.Mapping) DrawRange.drawnIn(tree, streams.stream("draw", "ranges"));
  }

  /** The same tree with the least value of every range. */
  Node.Mapping fixed() {
    return (Node.Mapping) DrawRange.leastIn(tree);
  }

  List<FaultSpec> faults() {
    return vocabulary.faults();
  }

  private Path folder() {
    return Optional.ofNullable(file.getParent()).orElse(Path.of(""));
  }

  /** The scenario of its own pieces, of which some may have been drawn by now. */
  Scenario ofPieces(Node.Mapping pieces) {
    return ScenarioReader.read(file, pieces, vocabulary);
  }

  /**
   * The scenario that a tree would be if it were written to a file beside the story.
   *
   * @throws TooLarge if it were too long for one
   */
  Scenario read(Node.Mapping other) {
    String text = YamlText.of(other);
    if (text.length() > TextFile.CHARACTERS_MAX) {
      throw new TooLarge(text.length());
    }
    return ScenarioReader.read(name(), text, folder(), vocabulary);
  }

  /** The tree as a file of another folder would have it: paths of projects begin there. */
  Node.Mapping movedTo(Path other, Node.Mapping tree) {
    return tree.find("apps")
        .map(Node.Entry::value)
        .filter(Node.Mapping.class::isInstance)
        .map(apps -> Nodes.with(tree, "apps", moved((Node.Mapping) apps, other)))
        .orElse(tree);
  }

  private Node moved(Node.Mapping apps, Path other) {
    Node.Mapping moved = apps;
    for (Node.Entry app : apps.entries()) {
      Optional<String> project = Nodes.word(app.value(), "project");
      if (project.isPresent()) {
        Path there = folder().resolve(project.get()).toAbsolutePath().normalize();
        String path = other.toAbsolutePath().normalize().relativize(there).toString();
        moved =
            Nodes.with(
                moved,
                app.key(),
                Nodes.with(
                    (Node.Mapping) app.value(), "project", Nodes.text(path.replace('\\', '/'))));
      }
    }
    return moved;
  }
}
