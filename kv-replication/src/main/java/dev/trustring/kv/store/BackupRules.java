package dev.trustring.kv.store;

import dev.trustring.kv.status.Status;
import dev.trustring.kv.store.KvStore.Command;
import dev.trustring.kv.store.KvStore.Event;
import dev.trustring.kv.store.KvStore.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The rules of backups, and of the key of an encrypted store (kv-store §6). */
final class BackupRules {

  /** The name of the file that the service alone writes. */
  static final String AUTOMATIC = "autoBackup";

  /** So many files fit into the directory of a store. */
  static final int MOST_FILES = 5;

  private BackupRules() {}

  static StoreDecision decide(StoreState state, Command command, StoreInputs inputs) {
    if (command instanceof Command.Backup backup) {
      return backup(state, backup.file());
    }
    if (command instanceof Command.Restore restore) {
      return restore(state, restore.file(), inputs);
    }
    if (command instanceof Command.DeleteBackup delete) {
      return delete(state, delete.files());
    }
    if (command instanceof Command.Rekey) {
      return state.options().orElseThrow().encrypt()
          ? answer(new Reply.Done())
          : refused(Status.CRYPT_ERROR);
    }
    throw new AssertionError(command);
  }

  private static StoreDecision backup(StoreState state, String file) {
    if (file.isEmpty() || file.equals(AUTOMATIC)) {
      return refused(Status.INVALID_ARGUMENT);
    }
    boolean full = state.backups().size() >= MOST_FILES && !state.backups().containsKey(file);
    return full ? refused(Status.ERROR) : done(new Event.BackedUp(file));
  }

  /**
   * The service's own backup, which replaces the one before it: of a store whose app has left the
   * option {@code backup} on and that can be read now. It needs no room among the files, in which
   * it counts.
   */
  static StoreDecision automatic(StoreState state, StoreInputs inputs) {
    boolean wanted = state.options().filter(StoreOptions::backup).isPresent();
    boolean readable = !state.isDamaged() && !LockedCache.isShut(state, inputs);
    return wanted && readable ? done(new Event.BackedUp(AUTOMATIC)) : answer(new Reply.Done());
  }

  private static StoreDecision restore(StoreState state, String file, StoreInputs inputs) {
    return state.backups().containsKey(file)
        ? done(new Event.Restored(file, StoreRules.engineNow(state, inputs)))
        : refused(Status.INVALID_ARGUMENT);
  }

  /** A list without any name is refused (unverified). */
  private static StoreDecision delete(StoreState state, List<String> files) {
    if (files.isEmpty()) {
      return refused(Status.INVALID_ARGUMENT);
    }
    TreeSet<String> gone = new TreeSet<>();
    List<FileStatus> said = new ArrayList<>();
    for (String file : files) {
      said.add(new FileStatus(file, deleted(state, file, gone)));
    }
    return new StoreDecision(
        gone.isEmpty() ? List.of() : List.of(new Event.BackupsDeleted(List.copyOf(gone))),
        new Reply.FilesDeleted(said));
  }

  private static Status deleted(StoreState state, String file, SortedSet<String> gone) {
    if (file.isEmpty() || file.equals(AUTOMATIC)) {
      return Status.INVALID_ARGUMENT;
    }
    return state.backups().containsKey(file) && gone.add(file) ? Status.SUCCESS : Status.NOT_FOUND;
  }

  private static StoreDecision done(Event event) {
    return new StoreDecision(List.of(event), new Reply.Done());
  }

  private static StoreDecision refused(Status status) {
    return answer(new Reply.Refused(status));
  }

  private static StoreDecision answer(Reply reply) {
    return new StoreDecision(List.of(), reply);
  }
}
