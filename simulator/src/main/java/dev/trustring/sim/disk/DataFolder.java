package dev.trustring.sim.disk;

import dev.trustring.trust.identity.DeviceName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The folder of one device on disk, held by one process at a time. */
public final class DataFolder implements AutoCloseable {
  /** How the files of a folder are laid out; a newer layout is not touched. */
  static final int LAYOUT = 1;

  private static final String VERSION = "version";
  private static final String LOCK = "lock";
  private static final String OUR_PROCESS = "process " + ProcessHandle.current().pid();

  /** The locked byte lies beyond the process id, so that others can read that. */
  private static final long LOCKED_BYTE = 1L << 40;

  /**
   * The folders open in this JVM. The lock of the operating system cannot guard them: it is the
   * process's, and is lost as soon as any channel of the process on the same file is closed.
   */
  private static final Set<Path> OPEN_HERE = ConcurrentHashMap.newKeySet();

  private final DeviceName device;
  private final Path path;
  private final FileChannel lockFile;

  private DataFolder(DeviceName device, Path path, FileChannel lockFile) {
    this.device = device;
    this.path = path;
    this.lockFile = lockFile;
  }

  /** Takes the folder of this device below the world's folder, and makes it if there is none. */
  public static DataFolder open(Path worldFolder, DeviceName device) throws DataFolderException {
    Path path = created(worldFolder.resolve(device.value()));
    if (!OPEN_HERE.add(path)) {
      throw DataFolderException.inUse(path, OUR_PROCESS);
    }
    try {
      return new DataFolder(device, path, locked(path));
    } catch (DataFolderException e) {
      OPEN_HERE.remove(path);
      throw e;
    }
  }

  /**
   * The process that holds the folder of a device; empty when nobody does. Whose process is gone
   * holds nothing; otherwise the lock is tried, since the number may be another program's by now.
   */
  public static OptionalLong holderOf(Path folder) throws IOException {
    Path lock = folder.resolve(LOCK);
    if (!Files.exists(lock)) {
      return OptionalLong.empty();
    }
    long here = ProcessHandle.current().pid();
    if (OPEN_HERE.contains(folder.toRealPath())) {
      return OptionalLong.of(here);
    }
    try (FileChannel lockFile = FileChannel.open(lock, StandardOpenOption.READ)) {
      String owner = ownerIn(lockFile);
      if (!owner.matches("[0-9]{1,18}")) {
        return OptionalLong.empty();
      }
      long process = Long.parseLong(owner);
      boolean isAlive = process != here && ProcessHandle.of(process).isPresent();
      return isAlive && isLocked(lockFile) ? OptionalLong.of(process) : OptionalLong.empty();
    }
  }

  /** Whether a device has kept anything below a world's folder. */
  public static boolean isUsed(Path worldFolder, DeviceName device) {
    return Files.exists(worldFolder.resolve(device.value()).resolve(VERSION));
  }

  private static boolean isLocked(FileChannel lockFile) throws IOException {
    try (FileLock lock = lockFile.tryLock(LOCKED_BYTE, 1, true)) {
      return lock == null;
    }
  }

  public DeviceName device() {
    return device;
  }

  public Path path() {
    return path;
  }

  /** Lets others have the folder. What is in it must have been closed before. */
  @Override
  public void close() throws DataFolderException {
    try {
      lockFile.close();
    } catch (IOException e) {
      throw DataFolderException.unusable(path, e);
    } finally {
      OPEN_HERE.remove(path);
    }
  }

  private static Path created(Path path) throws DataFolderException {
    try {
      return Files.createDirectories(path).toRealPath();
    } catch (IOException e) {
      throw DataFolderException.unusable(path, e);
    }
  }

  private static FileChannel locked(Path path) throws DataFolderException {
    FileChannel lockFile = null;
    try {
      lockFile =
          FileChannel.open(
              path.resolve(LOCK),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      FileLock lock = lockFile.tryLock(LOCKED_BYTE, 1, false);
      if (lock == null) {
        throw DataFolderException.inUse(path, "process " + ownerIn(lockFile));
      }
      requireLayout(path);
      signIn(lockFile);
      return lockFile;
    } catch (IOException e) {
      closeAfter(e, lockFile);
      throw DataFolderException.unusable(path, e);
    } catch (DataFolderException e) {
      closeAfter(e, lockFile);
      throw e;
    }
  }

  private static void closeAfter(Exception failure, @Nullable FileChannel lockFile) {
    if (lockFile == null) {
      return;
    }
    try {
      lockFile.close();
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  private static String ownerIn(FileChannel lockFile) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(32);
    lockFile.read(bytes, 0);
    return new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII).strip();
  }

  private static void signIn(FileChannel lockFile) throws IOException {
    byte[] pid = (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII);
    lockFile.truncate(0);
    lockFile.write(ByteBuffer.wrap(pid), 0);
  }

  private static void requireLayout(Path path) throws IOException, DataFolderException {
    Path version = path.resolve(VERSION);
    if (!Files.exists(version)) {
      requireNothingOlder(path);
      Path draft = path.resolve(VERSION + ".new");
      Files.writeString(draft, LAYOUT + "\n");
      Files.move(draft, version, StandardCopyOption.ATOMIC_MOVE);
      return;
    }
    String found = Files.readString(version, StandardCharsets.ISO_8859_1).strip();
    if (!found.matches("[1-9][0-9]{0,8}")) {
      throw DataFolderException.unusable(path, "its file 'version' does not hold a number");
    }
    if (Integer.parseInt(found) != LAYOUT) {
      throw DataFolderException.unusable(
          path, "it has layout " + found + " of a newer version, this one knows layout " + LAYOUT);
    }
  }

  private static void requireNothingOlder(Path path) throws DataFolderException {
    if (Files.exists(path.resolve(EmbeddedDatabase.FILE))) {
      throw DataFolderException.unusable(path, "it holds a journal but no file 'version'");
    }
  }
}
