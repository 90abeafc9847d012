package dev.trustring.kv.store;

import dev.trustring.kv.status.Status;
import dev.trustring.kv.store.KvStore.Command;
import dev.trustring.kv.store.KvStore.Decision;
import dev.trustring.kv.store.KvStore.Event;
import dev.trustring.kv.store.KvStore.Inputs;
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

  static Decision decide(StoreState state, Command command, Inputs inputs) {
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

  private static Decision backup(StoreState state, String file) {
    if (file.isEmpty() || file.equals(AUTOMATIC)) {
      return refused(Status.INVALID_ARGUMENT);
    }
    boolean full = state.backups().size() >= MOST_FILES && !state.backups().containsKey(file);
    return full ? refused(Status.ERROR) : done(new Event.BackedUp(file));
  }

  private static Decision restore(StoreState state, String file, Inputs inputs) {
    return state.backups().containsKey(file)
        ? done(new Event.Restored(file, StoreRules.engineNow(state, inputs)))
        : refused(Status.INVALID_ARGUMENT);
  }

  /** A list without any name is refused (unverified). */
  private static Decision delete(StoreState state, List<String> files) {
    if (files.isEmpty()) {
      return refused(Status.INVALID_ARGUMENT);
    }
    TreeSet<String> gone = new TreeSet<>();
    List<FileStatus> said = new ArrayList<>();
    for (String file : files) {
      said.add(new FileStatus(file, deleted(state, file, gone)));
    }
    return new Decision(
        gone.isEmpty() ? List.of() : List.of(new Event.BackupsDeleted(List.copyOf(gone))),
        new Reply.FilesDeleted(said));
  }

  private static Status deleted(StoreState state, String file, SortedSet<String> gone) {
    if (file.isEmpty() || file.equals(AUTOMATIC)) {
      return Status.INVALID_ARGUMENT;
    }
    return state.backups().containsKey(file) && gone.add(file) ? Status.SUCCESS : Status.NOT_FOUND;
  }

  private static Decision done(Event event) {
    return new Decision(List.of(event), new Reply.Done());
  }

  private static Decision refused(Status status) {
    return answer(new Reply.Refused(status));
  }

  private static Decision answer(Reply reply) {
    return new Decision(List.of(), reply);
  }
}
