package dev.trustring.sim.cli;

import dev.trustring.sim.report.Json;
import dev.trustring.sim.report.StatusJson;
import dev.trustring.sim.report.StatusText;
import dev.trustring.sim.status.Standing;
import dev.trustring.sim.status.StatusFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tells how the devices of a data folder stand. */
@Command(
    name = "status",
    description = "Tells which devices of a data folder run, and what their rings are like.")
final class StatusCommand implements Callable<Integer> {

  private final Desk desk;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "the folder given to run or device as --data (default: this one)")
  private Path data = Path.of(".");

  @Option(names = "--json", description = "print JSON")
  private boolean json;

  StatusCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() {
    if (!Files.isDirectory(data)) {
      throw new UsageException("--data: no folder " + data);
    }
    List<Standing> standings = standings();
    if (json) {
      desk.console().out().print(Json.text(StatusJson.of(standings)));
    } else {
      StatusText.write(standings, desk.console().page());
    }
    return Exit.YES.code();
  }

  private List<Standing> standings() {
    try {
      return StatusFolder.read(data, Instant.now());
    } catch (IOException e) {
      throw new UsageException("--data: " + data + " cannot be read: " + e.getMessage());
    }
  }
}
