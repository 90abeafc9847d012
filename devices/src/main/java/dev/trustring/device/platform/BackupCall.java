package dev.trustring.device.platform;

import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.CallSpec.Failure;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import dev.trustring.kv.store.KvStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Backups of a store, and the key of an encrypted one (kv-store §6). */
final class BackupCall implements PlatformCall {

  private static final Param FILE =
      Param.required("file", ParamType.TEXT, "the name of the backup, not autoBackup");
  private static final Param FILES =
      Param.required("files", ParamType.TEXTS, "the names of backups, at least one");
  private static final Failure BUSY =
      new Failure("DB_ERROR", "a transaction is open or a sync under way; without a code");

  private final CallSpec spec;
  private final Function<RunningCall, Optional<KvStore.Command>> command;

  private BackupCall(CallSpec spec, Function<RunningCall, Optional<KvStore.Command>> command) {
    this.spec = spec;
    this.command = command;
  }

  static List<PlatformCall> all() {
    return List.of(
        new BackupCall(
            spec(
                "backup",
                List.of(FILE),
                "nothing",
                List.of(
                    new Failure("ERROR", "there are five files already; without a code"),
                    new Failure("DB_ERROR", "a transaction is open; without a code"),
                    Answer.DAMAGED),
                "Keeps the entries as they are in a file; one of that name is replaced."),
            call -> file(call).map(KvStore.Command.Backup::new)),
        new BackupCall(
            spec(
                "restore",
                List.of(FILE),
                "nothing",
                List.of(BUSY),
                "Brings the entries of a backup back in place of those that are there."),
            call -> file(call).map(KvStore.Command.Restore::new)),
        new BackupCall(
            spec(
                "deleteBackup",
                List.of(FILES),
                "each name with a number: 0, or 27459591 where there is no such file",
                List.of(),
                "Deletes backups, each for itself."),
            call -> call.arguments().texts(FILES.name()).map(KvStore.Command.DeleteBackup::new)),
        new BackupCall(
            spec(
                "rekey",
                List.of(),
                "nothing",
                List.of(
                    new Failure("15100003", "the store is not encrypted, or its file is damaged"),
                    BUSY),
                "Gives the file of an encrypted store another key."),
            call -> Optional.of(new KvStore.Command.Rekey())));
  }

  private static CallSpec spec(
      String name, List<Param> own, String returns, List<Failure> failures, String meaning) {
    List<Param> params = new ArrayList<>(List.of(StoreArguments.STORE_ID));
    params.addAll(own);
    List<Failure> all = new ArrayList<>(List.of(Answer.BAD_ARGUMENT));
    all.addAll(failures);
    all.addAll(List.of(Answer.CLOSED, Answer.NO_STORE, Answer.NOT_INSTALLED));
    return new CallSpec(new CallName("SingleKVStore." + name), params, returns, all, meaning);
  }

  private static Optional<String> file(RunningCall call) {
    return call.arguments().text(FILE.name());
  }

  @Override
  public CallSpec spec() {
    return spec;
  }

  @Override
  public void start(RunningCall call) {
    Optional<KvStore.Command> asked = command.apply(call);
    if (asked.isEmpty()) {
      call.answer(Answer.badArgument("file or files is missing or mistyped"));
      return;
    }
    StoreArguments.ask(call, asked.get());
  }
}
