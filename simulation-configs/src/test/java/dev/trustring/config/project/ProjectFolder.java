package dev.trustring.config.project;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.trustring.config.text.InputErrors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A copy of the sample project that a test may change. */
final class ProjectFolder {

  static final Path SAMPLE = Path.of("projects/NotesApp");
  static final String APP = "AppScope/app.json5";
  static final String BUILD = "build-profile.json5";
  static final String MODULE = "entry/src/main/module.json5";
  static final String PROFILE = "signature/notes-release-profile.json";

  private final Path root;

  private ProjectFolder(Path root) {
    this.root = root;
  }

  static ProjectFolder copiedTo(Path root) {
    ProjectFolder folder = new ProjectFolder(root);
    Stream.of(APP, BUILD, MODULE, PROFILE).forEach(file -> folder.write(file, sample(file)));
    return folder;
  }

  static String sample(String file) {
    try {
      return Files.readString(SAMPLE.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path path(String file) {
    return root.resolve(file);
  }

  ProjectFolder write(String file, String text) {
    try {
      Files.createDirectories(path(file).resolveSibling("."));
      Files.writeString(path(file), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  ProjectFolder change(String file, String from, String to) {
    String text = sample(file);
    if (!text.contains(from)) {
      throw new AssertionError(file + " does not say " + from);
    }
    return write(file, text.replace(from, to));
  }

  HarmonyProject read() {
    return ProjectReader.read(root, "Notes");
  }

  List<String> problems() {
    return catchThrowableOfType(InputErrors.class, this::read).lines();
  }
}
