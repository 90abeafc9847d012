package dev.trustring.sim.run;

import dev.trustring.config.scenario.Scenario;
import dev.trustring.config.scenario.ScenarioReader;
import dev.trustring.config.scenario.Vocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The scenario files of the repository. */
public final class Shipped {

  /** The words of this build. */
  public static final Vocabulary VOCABULARY = Words.all();

  static final Path FOLDER = Path.of("..", "simulation-configs");
  static final Path SHOWCASE = FOLDER.resolve("showcase.yaml");

  private Shipped() {}

  /** Every scenario file, by name. */
  static List<Path> files() {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> found = Files.list(FOLDER.resolve("scenarios"))) {
      found.filter(file -> file.toString().endsWith(".yaml")).sorted().forEach(files::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    files.add(SHOWCASE);
    return files;
  }

  static Path file(String name) {
    return FOLDER.resolve("scenarios").resolve(name);
  }

  static Scenario read(Path file) {
    return ScenarioReader.read(file, VOCABULARY);
  }
}
