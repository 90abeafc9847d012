package dev.trustring.kv.store;

import dev.trustring.kv.status.Status;
import dev.trustring.kv.store.KvStore.Command;
import dev.trustring.kv.store.KvStore.Event;
import dev.trustring.kv.store.KvStore.Reply;
import java.util.List;
import java.util.Optional;

/**
 * What a store does whose file is damaged (kv-store §6): whatever touches the file is refused with
 * DATA_CORRUPTED, 15100003, which an encrypted store with a wrong key says as well. A rebuild, a
 * restore and a deletion put another file in its place.
 *
 * <p>That an argument which is checked before the file is opened is refused as ever is our choice
 * for backups and keys alone (unverified).
 */
final class DamagedFile {

  private DamagedFile() {}

  /** The file is hit; without a file nothing is. */
  static StoreDecision struck(StoreState state) {
    boolean whole = state.options().isPresent() && !state.isDamaged();
    return new StoreDecision(
        whole ? List.of(new Event.FileDamaged()) : List.of(), new Reply.Done());
  }

  static StoreDecision decide(StoreState state, Command command, StoreInputs inputs) {
    if (command instanceof Command.Open open) {
      return open(state.options().orElseThrow(), open);
    }
    StoreDecision sound = StoreRules.onExisting(state, command, inputs);
    boolean goes = isBesideTheFile(command) || isRefusedBefore(command, sound.reply());
    return goes ? sound : refused(Status.DATA_CORRUPTED);
  }

  /** The client opens it again with rebuild as soon as it hears of the damage (§1.1). */
  private static StoreDecision open(StoreOptions here, Command.Open open) {
    if (StoreRules.isAnother(here, open.options())) {
      return refused(Status.STORE_META_CHANGED);
    }
    Optional<Status> refusal =
        open.rebuild()
            ? SchemaRules.refusal(StoreState.ABSENT, open.options())
            : Optional.of(Status.DATA_CORRUPTED);
    return refusal
        .map(DamagedFile::refused)
        .orElseGet(
            () -> new StoreDecision(List.of(new Event.Rebuilt(open.options())), new Reply.Done()));
  }

  /** The range lies in the metadata, the label in memory, a backup in a file of its own. */
  private static boolean isBesideTheFile(Command command) {
    return command instanceof Command.SetRange
        || command instanceof Command.Label
        || command instanceof Command.Restore
        || command instanceof Command.DeleteBackup
        || command instanceof Command.DeleteStore;
  }

  private static boolean isRefusedBefore(Command command, Reply reply) {
    boolean ofBackups = command instanceof Command.Backup || command instanceof Command.Rekey;
    return reply instanceof Reply.NoPartitions || (ofBackups && reply instanceof Reply.Refused);
  }

  private static StoreDecision refused(Status status) {
    return new StoreDecision(List.of(), new Reply.Refused(status));
  }
}
