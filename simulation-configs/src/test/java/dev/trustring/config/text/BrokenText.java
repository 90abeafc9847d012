package dev.trustring.config.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One way to break a text, out of a list of such ways in a test resource.
 *
 * @param head the first line of its block
 * @param from what is replaced
 * @param to by what
 * @param lines what the reader must print
 */
public record BrokenText(String head, String from, String to, List<String> lines) {

  /** The ways that the resource lists. */
  public static List<BrokenText> in(String resource) {
    return Arrays.stream(resource(resource).split("\n\n"))
        .filter(block -> !block.startsWith("#"))
        .map(BrokenText::of)
        .toList();
  }

  private static BrokenText of(String block) {
    return new BrokenText(
        block.lines().findFirst().orElseThrow(),
        marked(block, "-"),
        marked(block, "+"),
        marked(block, "=").lines().toList());
  }

  private static String marked(String block, String mark) {
    return block
        .lines()
        .filter(line -> line.startsWith(mark))
        .map(line -> line.equals(mark) ? "" : line.substring(2).replace("\\n", "\n"))
        .collect(Collectors.joining("\n"));
  }

  /** A test resource as text. */
  public static String resource(String name) {
    try {
      return Files.readString(Path.of("src/test/resources", name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text, broken. */
  public String appliedTo(String whole) {
    if (!whole.contains(from)) {
      throw new AssertionError("the text does not say " + from);
    }
    return whole.replace(from, to);
  }

  @Override
  public String toString() {
    return head + ": " + (to.isEmpty() ? "without " + from : to);
  }
}
