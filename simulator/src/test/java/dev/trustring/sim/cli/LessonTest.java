package dev.trustring.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the lessons show after a command is what the command prints: every line, in that order. A
 * line of three dots stands for lines that the lesson leaves out.
 */
class LessonTest {

  private static final Path LESSONS = Path.of("..", "docs", "lessons");
  private static final String INDENT = "    ";
  private static final String PROMPT = INDENT + "$ ./trustring ";
  private static final String CUT = "...";

  /** A command of a lesson and what the lesson shows of its output. */
  record Shown(String lesson, int line, String command, List<String> lines) {
    @Override
    public String toString() {
      return lesson + ":" + line + " " + command;
    }
  }

  static List<Shown> all() {
    try (Stream<Path> files = Files.list(LESSONS)) {
      return files.sorted().flatMap(file -> in(file).stream()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Shown> in(Path file) {
    List<Shown> all = new ArrayList<>();
    List<String> lines = read(file);
    for (int at = 0; at < lines.size(); at++) {
      if (lines.get(at).startsWith(PROMPT)) {
        all.add(
            new Shown(
                String.valueOf(file.getFileName()),
                at + 1,
                lines.get(at).substring(PROMPT.length()),
                outputAfter(lines, at)));
      }
    }
    return all;
  }

  private static List<String> outputAfter(List<String> lines, int command) {
    List<String> output = new ArrayList<>();
    for (String line : lines.subList(command + 1, lines.size())) {
      if (line.startsWith(PROMPT) || !(line.isEmpty() || line.startsWith(INDENT))) {
        break;
      }
      output.add(line.isEmpty() ? line : line.substring(INDENT.length()));
    }
    while (!output.isEmpty() && output.get(output.size() - 1).isEmpty()) {
      output.remove(output.size() - 1);
    }
    return output;
  }

  private static List<String> read(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("all")
  void aCommandPrintsWhatTheLessonShows(Shown shown) {
    String[] args =
        Stream.of(shown.command().split(" "))
            .map(word -> word.replaceFirst("^simulation-configs", "../simulation-configs"))
            .toArray(String[]::new);

    Shell.Result result = new Shell().run(args);

    List<String> printed =
        (result.out() + result.err())
            .replace("../simulation-configs", "simulation-configs")
            .lines()
            .toList();
    assertThat(missing(shown.lines(), printed)).as(String.join("\n", printed)).isEmpty();
  }

  /** The first line that does not come where the lesson has it. */
  private static List<String> missing(List<String> shown, List<String> printed) {
    int next = 0;
    boolean cut = false;
    for (String line : shown) {
      if (line.equals(CUT)) {
        cut = true;
        continue;
      }
      int found = printed.subList(next, printed.size()).indexOf(line);
      if (found < 0 || (found > 0 && !cut)) {
        return List.of(line);
      }
      next += found + 1;
      cut = false;
    }
    return List.of();
  }
}
