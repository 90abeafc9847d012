package dev.trustring.atm.permission;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the catalogue's own format; the head of {@code permissions.txt} explains it. It runs at the
 * start of every process, so it does without the first stream and the first lambda, which would
 * take longer than the reading.
 */
final class CatalogueReader {
  private static final String RESOURCE = "permissions.txt";
  private static final List<String> MARKS = List.of("acl", "distributed", "value");

  private final Map<String, PermissionDefinition> definitions = new LinkedHashMap<>();
  private @Nullable Group group;

  private CatalogueReader() {}

  static PermissionCatalogue readStandard() {
    InputStream resource =
        Objects.requireNonNull(
            CatalogueReader.class.getResourceAsStream(RESOURCE), RESOURCE + " is missing");
    try (resource) {
      String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
      return read(Arrays.asList(text.split("\n", -1)));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static PermissionCatalogue read(List<String> lines) {
    CatalogueReader reader = new CatalogueReader();
    for (int number = 1; number <= lines.size(); number++) {
      reader.readLine(number, lines.get(number - 1));
    }
    return new PermissionCatalogue(reader.definitions.values());
  }

  private void readLine(int number, String line) {
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    List<String> words = Arrays.asList(line.split(" ", -1));
    if (words.get(0).equals("=")) {
      group = Group.parse(words);
      if (group == null) {
        throw malformed(number, line);
      }
      return;
    }
    if (group == null || words.size() != 2) {
      throw malformed(number, line);
    }
    PermissionDefinition definition = group.define(words.get(0), words.get(1));
    if (definitions.put(definition.name().value(), definition) != null) {
      throw malformed(number, line);
    }
  }

  private static IllegalStateException malformed(int number, String line) {
    return new IllegalStateException(RESOURCE + " line " + number + " is malformed: " + line);
  }

  /** What the permissions below one group line have in common. */
  private record Group(GrantMode mode, Apl level, AvailableType type, List<String> marks) {

    static @Nullable Group parse(List<String> words) {
      if (words.size() < 4 || !MARKS.containsAll(words.subList(4, words.size()))) {
        return null;
      }
      try {
        return new Group(
            GrantMode.valueOf(words.get(1).toUpperCase(Locale.ROOT)),
            Apl.valueOf(words.get(2).toUpperCase(Locale.ROOT)),
            AvailableType.valueOf(words.get(3)),
            List.copyOf(words.subList(4, words.size())));
      } catch (IllegalArgumentException unknownWord) {
        return null;
      }
    }

    PermissionDefinition define(String shortName, String since) {
      return new PermissionDefinition(
          PermissionName.of(shortName),
          mode,
          level,
          type,
          marks.contains("acl"),
          marks.contains("distributed"),
          marks.contains("value"),
          since);
    }
  }
}
