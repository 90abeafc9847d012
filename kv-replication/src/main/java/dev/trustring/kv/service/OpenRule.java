package dev.trustring.kv.service;

import dev.trustring.atm.Atm;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.token.TokenIdentity;
import dev.trustring.atm.token.UserId;
import dev.trustring.kv.decision.DataGroup;
import dev.trustring.kv.decision.OpenRefusal;
import dev.trustring.kv.metadata.StoreRecord;
import dev.trustring.kv.status.Status;
import dev.trustring.kv.store.KvStore;
import dev.trustring.kv.store.SyncRange;
import java.util.Optional;

/** Rules around the opening of a store that need no actor. */
final class OpenRule {

  /** The error of the article; it has a name and no number. */
  static final String DENIED = "PERMISSION_DENIED";

  private OpenRule() {}

  /** What rule set article asks before it opens a store. */
  static Atm.Command permission(KvCaller caller) {
    return new Atm.Command.Verify(
        new TokenIdentity(caller.bundle(), new UserId(caller.user().value()), caller.instIndex()),
        PermissionName.DISTRIBUTED_DATASYNC);
  }

  /** Whether rule set article opens the store: the permission is granted, the group fits. */
  static boolean opens(Atm.Reply reply, DataGroup group) {
    return ((Atm.Reply.Verified) reply).permission().granted() && group.refusal().isEmpty();
  }

  /** The record of a store that was just opened; a range that was set before stays. */
  static StoreRecord record(KvCatalogue known, KvCall.GetStore call) {
    SyncRange range =
        Optional.ofNullable(known.stores().get(call.caller().key(call.store())))
            .map(StoreRecord::range)
            .orElse(SyncRange.UNSET);
    return new StoreRecord(
        call.caller().app(),
        call.store(),
        call.options().type(),
        call.options().label(),
        range,
        call.options().schema());
  }

  /** What is remembered of a store that was not opened. */
  static OpenRefusal refused(KvCatalogue known, KvCall.GetStore call, String name) {
    return new OpenRefusal(name, record(known, call));
  }

  /** The record of a store with another range. */
  static Optional<StoreRecord> withRange(KvCatalogue known, StoreKey key, SyncRange range) {
    return Optional.ofNullable(known.stores().get(key)).map(record -> record.withRange(range));
  }

  /** What the engine refuses while manual syncs are queued (kv-store §3.8). */
  static Optional<KvCall.Reply> busy(KvStore.Command command, boolean syncing) {
    boolean needsQuiet =
        command instanceof KvStore.Command.Rekey || command instanceof KvStore.Command.Restore;
    return needsQuiet && syncing
        ? Optional.of(new KvCall.Reply.Failed(Status.DB_ERROR))
        : Optional.empty();
  }

  /** Whether the app writes with it, well or not (kv-store §7.1). */
  static boolean isWrite(KvStore.Command command) {
    return command instanceof KvStore.Command.Put
        || command instanceof KvStore.Command.PutBatch
        || command instanceof KvStore.Command.Delete
        || command instanceof KvStore.Command.DeleteBatch;
  }

  /** Whether the app holds something in memory after it that its last close has to end. */
  static boolean beginsSession(KvStore.Command command) {
    return command instanceof KvStore.Command.StartTransaction
        || command instanceof KvStore.Command.Observe;
  }

  /** What an app is told that uses a store it does not hold (kv-store §1.1). */
  static Optional<KvCall.Reply> refusal(AppProcesses.Handle handle) {
    return switch (handle) {
      case OPEN -> Optional.empty();
      case CLOSED -> Optional.of(new KvCall.Reply.Failed(Status.ALREADY_CLOSED));
      case NEVER_OPENED -> Optional.of(new KvCall.Reply.NoStoreObject());
    };
  }
}
