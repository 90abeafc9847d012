package dev.trustring.sim.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What every device held as comma-separated values, a line for each key of each table: at the end
 * of a run, and at each moment in which a rule broke.
 */
final class StateTable {

  private static final String HEAD = "device,table,key,what,value,writer\n";

  private StateTable() {}

  /** Writes {@code end.csv}, and a file for each rule that broke at a moment. */
  static void write(Path folder, Recording recording, Scene scene) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("end.csv"), of(recording, scene, recording.size() - 1));
    for (Scene.Breach breach : scene.breaches()) {
      if (breach.row().isPresent()) {
        Files.writeString(
            folder.resolve(breach.rule() + ".csv"), of(recording, scene, breach.row().getAsInt()));
      }
    }
  }

  private static String of(Recording recording, Scene scene, int row) {
    StringBuilder text = new StringBuilder(HEAD);
    List<Holdings.Place> places = recording.holdings().places();
    for (Map.Entry<Integer, Map<String, Holdings.Held>> table :
        recording.holdings().at(row).entrySet()) {
      Holdings.Place place = places.get(table.getKey());
      table
          .getValue()
          .forEach(
              (key, held) ->
                  text.append(
                      line(
                          scene.devices().get(place.lane()),
                          place.name(),
                          key,
                          held.cell().name().toLowerCase(Locale.ROOT),
                          held.value(),
                          held.writer())));
    }
    return text.toString();
  }

  private static String line(String... cells) {
    return Stream.of(cells).map(StateTable::quoted).collect(Collectors.joining(",")) + "\n";
  }

  private static String quoted(String cell) {
    return cell.chars().anyMatch(c -> c == ',' || c == '"' || c < ' ')
        ? '"' + cell.replace("\"", "\"\"") + '"'
        : cell;
  }
}
