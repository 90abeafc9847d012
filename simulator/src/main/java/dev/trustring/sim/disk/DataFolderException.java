package dev.trustring.sim.disk;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What is kept on disk cannot be used; the message is the one line to show. */
public final class DataFolderException extends Exception {
  @Serial private static final long serialVersionUID = 1;

  private DataFolderException(String line, @Nullable Throwable cause) {
    super(line, cause);
  }

  static DataFolderException inUse(Path folder, String owner) {
    return new DataFolderException("data folder " + folder + " is in use by " + owner, null);
  }

  static DataFolderException unusable(Path folder, String why) {
    return new DataFolderException("data folder " + folder + " cannot be used: " + why, null);
  }

  static DataFolderException unusable(Path folder, IOException cause) {
    return new DataFolderException(
        "data folder " + folder + " cannot be used: " + reason(cause), cause);
  }

  static DataFolderException noJournal(String where, Throwable cause) {
    return new DataFolderException(
        "the journal in " + where + " cannot be opened: " + firstLine(deepest(cause)), cause);
  }

  static DataFolderException notClosed(String where, Throwable cause) {
    return new DataFolderException(
        "the journal in " + where + " was lost while it was open: " + firstLine(deepest(cause)),
        cause);
  }

  static DataFolderException readOnlyJournal(String where) {
    return new DataFolderException(
        "the journal in " + where + " cannot be opened: it may only be read", null);
  }

  private static String reason(IOException cause) {
    if (cause instanceof FileAlreadyExistsException taken) {
      return taken.getFile() + " is not a folder";
    }
    if (cause instanceof FileSystemException known && known.getReason() != null) {
      return known.getFile() + ": " + known.getReason();
    }
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : firstLine(cause);
  }

  private static Throwable deepest(Throwable cause) {
    Throwable inner = cause.getCause();
    return inner == null || inner == cause ? cause : deepest(inner);
  }

  private static String firstLine(Throwable cause) {
    String text = String.valueOf(cause.getMessage());
    return text.lines().findFirst().orElse(text);
  }
}
