package dev.trustring.device.platform;

import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.CallSpec.Failure;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import dev.trustring.kv.store.KvStore;
import java.util.ArrayList;
import java.util.List;

/** Begins and ends the transaction of an app on one of its stores (kv-store §1.4). */
final class TransactionCall implements PlatformCall {

  private static final Failure NONE_OPEN =
      new Failure("DB_ERROR", "no transaction is open; without a code");

  private final CallSpec spec;
  private final KvStore.Command command;

  private TransactionCall(
      String name, KvStore.Command command, List<Failure> refused, String meaning) {
    this.command = command;
    List<Failure> failures = new ArrayList<>(List.of(Answer.BAD_ARGUMENT));
    failures.addAll(refused);
    failures.addAll(List.of(Answer.CLOSED, Answer.NO_STORE, Answer.NOT_INSTALLED));
    this.spec =
        new CallSpec(
            new CallName("SingleKVStore." + name),
            List.of(StoreArguments.STORE_ID),
            "nothing",
            failures,
            meaning);
  }

  static List<PlatformCall> all() {
    return List.of(
        new TransactionCall(
            "startTransaction",
            new KvStore.Command.StartTransaction(),
            List.of(
                new Failure("DB_ERROR", "a transaction is open already; without a code"),
                Answer.DAMAGED),
            "From here on writes are kept apart; packets of peers find the store busy."),
        new TransactionCall(
            "commit",
            new KvStore.Command.Commit(),
            List.of(NONE_OPEN, Answer.DAMAGED),
            "Writes of the transaction are there for everybody, all at once."),
        new TransactionCall(
            "rollback",
            new KvStore.Command.Rollback(),
            List.of(NONE_OPEN),
            "Writes of the transaction are forgotten."));
  }

  @Override
  public CallSpec spec() {
    return spec;
  }

  @Override
  public void start(RunningCall call) {
    StoreArguments.ask(call, command);
  }
}
