package dev.trustring.sim.world;

import dev.trustring.sim.disk.DataFolder;
import dev.trustring.sim.disk.DataFolderException;
import dev.trustring.sim.disk.DiskJournal;
import dev.trustring.sim.disk.Postgres;
import dev.trustring.trust.identity.DeviceName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the devices of a cluster host keep their data. */
public final class Shelf {

  private final Path folder;
  private final boolean kept;
  private final Optional<Postgres> postgres;

  private Shelf(Path folder, boolean kept, Optional<Postgres> postgres) {
    this.folder = folder;
    this.kept = kept;
    this.postgres = postgres;
  }

  /** As the options say. */
  public static Shelf of(ClusterOptions options) {
    boolean kept = options.data().isPresent();
    return new Shelf(options.data().orElseGet(Shelf::temporary), kept, options.postgres());
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("trustring");
    } catch (IOException e) {
      throw new HostException("no folder for data can be made: " + e.getMessage(), e);
    }
  }

  /**
   * Refuses what an earlier world has left: a run is judged from its own beginning.
   *
   * @throws HostException with the one line to show
   */
  public static void requireUnused(ClusterOptions options, List<DeviceName> devices) {
    options.data().ifPresent(data -> devices.forEach(device -> requireUnused(data, device)));
    options.postgres().ifPresent(Shelf::requireUnused);
  }

  private static void requireUnused(Path data, DeviceName device) {
    if (DataFolder.isUsed(data, device)) {
      throw new HostException(
          "data folder "
              + data
              + " holds what "
              + device
              + " kept in an earlier run, and a run starts from nothing: name another folder");
    }
  }

  private static void requireUnused(Postgres postgres) {
    try {
      if (postgres.isUsed()) {
        throw new HostException(
            postgres.where()
                + " holds what devices kept in an earlier run, and a run starts from nothing:"
                + " 'DROP SCHEMA "
                + postgres.schema()
                + " CASCADE' removes it");
      }
    } catch (DataFolderException e) {
      throw new HostException(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Opens the disk of a device, which nobody else may have open.
   *
   * @throws HostException with the one line to show
   */
  DiskJournal open(DeviceName device) {
    try {
      DataFolder mine = DataFolder.open(folder, device);
      try {
        return postgres.isPresent()
            ? DiskJournal.open(mine, postgres.get())
            : DiskJournal.open(mine);
      } catch (DataFolderException e) {
        mine.close();
        throw e;
      }
    } catch (DataFolderException e) {
      throw new HostException(String.valueOf(e.getMessage()), e);
    }
  }

  /** The folder that holds those of the devices. */
  public Path folder() {
    return folder;
  }

  /** Removes what was not to be kept. */
  public void close() {
    if (kept) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
