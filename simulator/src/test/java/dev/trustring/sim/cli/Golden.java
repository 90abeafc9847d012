package dev.trustring.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Files that hold what the tool must print; {@code -Dgolden.update=true} records them anew. */
public final class Golden {

  private Golden() {}

  /** Holds a text against the file. */
  public static void assertMatches(String text, Path file) throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(Optional.ofNullable(file.getParent()).orElse(Path.of(".")));
      Files.writeString(file, text);
    }
    assertThat(file).as("recorded by make golden").exists();
    assertThat(text)
        .as("%s, which make golden records anew", file)
        .isEqualTo(Files.readString(file));
  }

  /** A file of this module's recorded outputs. */
  public static Path recorded(String name) {
    return Path.of("src/test/resources/golden", name);
  }
}
