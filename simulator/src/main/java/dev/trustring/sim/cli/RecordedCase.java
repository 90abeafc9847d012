package dev.trustring.sim.cli;

import dev.trustring.config.text.InputError;
import dev.trustring.config.text.TextFile;
import dev.trustring.sim.campaign.CaseFile;
import dev.trustring.sim.campaign.CaseFile.Recorded;
import dev.trustring.sim.run.HostKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A scenario file, or that in the folder of a run which a campaign kept.
 *
 * @param recorded what a campaign recorded of it; empty if it is no case of a campaign
 */
record RecordedCase(Path file, Optional<Recorded> recorded) {

  /** Finds the file and reads what is recorded, before the scenario itself is looked at. */
  static RecordedCase named(String name) {
    Path path = Desk.path(name);
    Path inside = path.resolve("scenario.yaml");
    Path file = Files.isDirectory(path) && Files.isRegularFile(inside) ? inside : path;
    try {
      return new RecordedCase(file, CaseFile.recorded(TextFile.read(file, name).text()));
    } catch (InputError e) {
      throw e.alone();
    }
  }

  /** The host that it was played on. */
  HostKind host() {
    return recorded.map(Recorded::host).orElse(HostKind.DENSE);
  }
}
