package dev.trustring.device.platform;

import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import dev.trustring.kv.store.KvStore;
import dev.trustring.kv.store.SyncRange;
import java.util.List;
import java.util.Optional;

/** Sets the labels that decide with which stores this one syncs (kv-store §4.5). */
final class SetSyncRange implements PlatformCall {

  private static final CallSpec SPEC =
      new CallSpec(
          new CallName("SingleKVStore.setSyncRange"),
          List.of(
              StoreArguments.STORE_ID,
              Param.required("localLabels", ParamType.TEXTS, "the labels of this store"),
              Param.required(
                  "remoteSupportLabels", ParamType.TEXTS, "the labels of stores to sync with")),
          "nothing",
          List.of(
              Answer.BAD_ARGUMENT,
              Answer.NO_SERVICE,
              Answer.CLOSED,
              Answer.NO_STORE,
              Answer.NOT_INSTALLED),
          "Sets the labels that decide with which stores of other devices this one syncs.");

  @Override
  public CallSpec spec() {
    return SPEC;
  }

  @Override
  public void start(RunningCall call) {
    Optional<List<String>> local = call.arguments().texts("localLabels");
    Optional<List<String>> remote = call.arguments().texts("remoteSupportLabels");
    if (local.isEmpty() || remote.isEmpty()) {
      call.answer(Answer.badArgument("both lists of labels are needed"));
      return;
    }
    StoreArguments.ask(
        call, new KvStore.Command.SetRange(new SyncRange(local.get(), remote.get())));
  }
}
