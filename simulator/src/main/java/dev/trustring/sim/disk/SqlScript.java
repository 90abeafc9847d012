package dev.trustring.sim.disk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The scripts that make the journal's tables. */
final class SqlScript {

  private SqlScript() {}

  /** The statements of the script of that name beside this class. */
  static List<String> statements(String name) {
    String bare =
        text(name).lines().filter(line -> !line.startsWith("--")).collect(Collectors.joining("\n"));
    return Arrays.stream(bare.split(";\n?"))
        .map(String::strip)
        .filter(statement -> !statement.isEmpty())
        .toList();
  }

  static String text(String name) {
    try (InputStream in = Objects.requireNonNull(SqlScript.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
