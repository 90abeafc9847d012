package dev.trustring.sim.explain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A number of the platform that nothing raises here, with the reason; so that whoever meets it on a
 * real device learns what it means.
 *
 * @param aliases other ways to write it
 */
record Unraised(
    String number, List<String> aliases, String service, String meaning, String reason) {

  private static final String FILE = "unraised.txt";

  /** All of them, in the order of the file. */
  static final List<Unraised> ALL = read(lines());

  Unraised {
    aliases = List.copyOf(aliases);
  }

  /** What it says of that number; several services may use one. */
  static List<Unraised> of(String number) {
    return ALL.stream().filter(row -> row.number().equals(number)).toList();
  }

  private static List<String> lines() {
    try (InputStream file = Unraised.class.getResourceAsStream(FILE)) {
      return new String(Objects.requireNonNull(file, FILE).readAllBytes(), UTF_8).lines().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<Unraised> read(List<String> lines) {
    List<Unraised> rows = new ArrayList<>();
    String service = "";
    String reason = "";
    for (String line : lines) {
      if (line.startsWith(">")) {
        String[] head = line.substring(1).split("\\|", 2);
        service = head[0].strip();
        reason = head[1].strip();
      } else if (!line.isBlank() && !line.startsWith("#")) {
        String[] row = line.split(":", 2);
        List<String> words = List.of(row[0].split(" "));
        rows.add(
            new Unraised(
                words.get(0), words.subList(1, words.size()), service, row[1].strip(), reason));
      }
    }
    return rows;
  }
}
