package dev.trustring.sim.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The folder into which a report goes. */
final class ReportFolder {

  private ReportFolder() {}

  /** A folder that holds nothing yet, so that no report is mixed with another. */
  static Path fresh(String name) {
    try {
      Path folder = Path.of(name);
      if (Files.exists(folder) && !Files.isDirectory(folder)) {
        throw new UsageException("--out: " + name + " is a file; expected a folder");
      }
      if (Files.isDirectory(folder)) {
        try (Stream<Path> inside = Files.list(folder)) {
          if (inside.findAny().isPresent()) {
            throw new UsageException(
                "--out: " + name + " is not empty; expected a new or an empty folder");
          }
        }
      }
      Files.createDirectories(folder);
      return folder;
    } catch (InvalidPathException e) {
      throw new UsageException("--out: not a path: " + e.getReason());
    } catch (IOException e) {
      throw new UsageException("--out: " + name + " cannot be written");
    }
  }
}
