package dev.trustring.sim.report;

import dev.trustring.kv.decision.Origin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
