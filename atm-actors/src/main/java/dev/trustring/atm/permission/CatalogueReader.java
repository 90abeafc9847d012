package dev.trustring.atm.permission;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the catalogue's own format; the head of {@code permissions.txt} explains it. */
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
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
      return read(lines.lines().toList());
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
      group = Group.parse(words).orElseThrow(() -> malformed(number, line));
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

    static Optional<Group> parse(List<String> words) {
      if (words.size() < 4 || !MARKS.containsAll(words.subList(4, words.size()))) {
        return Optional.empty();
      }
      List<String> marks = List.copyOf(words.subList(4, words.size()));
      return grantMode(words.get(1))
          .flatMap(
              mode ->
                  Apl.parse(words.get(2))
                      .flatMap(
                          level ->
                              availableType(words.get(3))
                                  .map(type -> new Group(mode, level, type, marks))));
    }

    private static Optional<GrantMode> grantMode(String word) {
      return Arrays.stream(GrantMode.values()).filter(m -> m.word().equals(word)).findFirst();
    }

    private static Optional<AvailableType> availableType(String word) {
      return Arrays.stream(AvailableType.values()).filter(t -> t.name().equals(word)).findFirst();
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
