package dev.trustring.sim.status;

import dev.trustring.sim.disk.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads how the devices of a data folder stand; changes nothing there. */
public final class StatusFolder {

  private static final String LOCK = "lock";

  private StatusFolder() {}

  /** All devices that have a folder there, by name. */
  public static List<Standing> read(Path data, Instant now) throws IOException {
    List<Standing> standings = new ArrayList<>();
    try (Stream<Path> folders = Files.list(data)) {
      for (Path folder : folders.filter(StatusFolder::isOfDevice).sorted().toList()) {
        standings.add(standing(folder, now));
      }
    }
    return standings;
  }

  private static boolean isOfDevice(Path folder) {
    return Files.exists(folder.resolve(LOCK));
  }

  private static Standing standing(Path folder, Instant now) throws IOException {
    Optional<DeviceStatus> said = StatusFile.read(folder);
    Duration silent =
        said.map(last -> Duration.between(Instant.ofEpochMilli(last.writtenAt()), now))
            .filter(time -> !time.isNegative())
            .orElse(Duration.ZERO);
    return new Standing(
        String.valueOf(folder.getFileName()), DataFolder.holderOf(folder), said, silent);
  }
}
