package dev.trustring.sim.report;

import dev.trustring.kv.decision.Origin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Names places in files in few letters, and keeps the whole paths for the foot of the page. */
final class Places {

  private final String scenario;
  private final Set<String> files = new LinkedHashSet<>();

  /**
   * Places of a run.
   *
   * @param scenario the scenario's file as the user named it
   */
  Places(String scenario) {
    this.scenario = scenario;
  }

  /** The file's own name and the line. */
  String of(Origin origin) {
    files.add(origin.file());
    return lastName(origin.file()) + ":" + origin.line();
  }

  /** Several places, the lines of one file together. */
  String of(Collection<Origin> origins, int limit) {
    Map<String, Set<Integer>> lines = new LinkedHashMap<>();
    for (Origin origin : origins) {
      files.add(origin.file());
      lines
          .computeIfAbsent(lastName(origin.file()), file -> new LinkedHashSet<>())
          .add(origin.line());
    }
    return lines.entrySet().stream()
        .map(file -> file.getKey() + ":" + list(file.getValue(), limit))
        .collect(Collectors.joining(" "));
  }

  private static String list(Set<Integer> lines, int limit) {
    String shown =
        lines.stream().limit(limit).map(String::valueOf).collect(Collectors.joining(", "));
    return lines.size() > limit ? shown + " ..." : shown;
  }

  /** The place in brackets, or nothing. */
  String after(Optional<Origin> origin) {
    return origin.map(place -> " (" + of(place) + ")").orElse("");
  }

  /** Where the named files are, as seen from where the tool was started, the scenario left out. */
  List<String> legend() {
    Path folder = Optional.ofNullable(Path.of(scenario).getParent()).orElse(Path.of(""));
    List<String> lines = new ArrayList<>();
    for (String file : files) {
      String whole = folder.resolve(file).normalize().toString().replace('\\', '/');
      if (!whole.equals(scenario) && !whole.equals(Path.of(scenario).normalize().toString())) {
        lines.add(lastName(file) + " is " + whole);
      }
    }
    return lines;
  }

  private static String lastName(String file) {
    return file.substring(file.lastIndexOf('/') + 1);
  }
}
