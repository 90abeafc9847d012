package dev.trustring.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The home scenario and its project in a folder of its own, to be broken. */
final class ScenarioCopy {

  private static final Path CONFIGS = Path.of("../simulation-configs");

  private final Path folder;

  ScenarioCopy(Path folder) throws IOException {
    this.folder = folder;
    copy(Path.of("scenarios/home.yaml"));
    try (Stream<Path> files = Files.walk(CONFIGS.resolve("projects/NotesApp"))) {
      List<Path> regular = files.filter(Files::isRegularFile).toList();
      for (Path file : regular) {
        copy(CONFIGS.relativize(file));
      }
    }
  }

  private void copy(Path file) throws IOException {
    Path to = folder.resolve(file);
    Files.createDirectories(java.util.Objects.requireNonNull(to.getParent()));
    Files.copy(CONFIGS.resolve(file), to);
  }

  String file() {
    return folder.resolve("scenarios/home.yaml").toString();
  }

  Path project() {
    return folder.resolve("projects/NotesApp");
  }

  ScenarioCopy replacing(String old, String other) throws IOException {
    return replacing(Path.of("scenarios/home.yaml"), old, other);
  }

  ScenarioCopy replacing(Path file, String old, String other) throws IOException {
    Path path = folder.resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(old);
    Files.writeString(path, text.replace(old, other));
    return this;
  }

  /** A shipped scenario in place of the whole file. */
  ScenarioCopy of(String scenario) throws IOException {
    return telling(Files.readString(CONFIGS.resolve("scenarios").resolve(scenario)));
  }

  /** Another story in place of the whole file. */
  ScenarioCopy telling(String text) throws IOException {
    Files.writeString(folder.resolve("scenarios/home.yaml"), text);
    return this;
  }
}
