package dev.trustring.device.platform;

import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import dev.trustring.kv.store.KvStore;
import java.util.List;

/** Lists entries by key prefix; no hit is an empty list (kv-store §1.4). */
final class GetEntries implements PlatformCall {

  private static final CallSpec SPEC =
      new CallSpec(
          new CallName("SingleKVStore.getEntries"),
          List.of(
              StoreArguments.STORE_ID,
              Param.required("keyPrefix", ParamType.TEXT, "the start of the keys")),
          "the entries, by key",
          List.of(Answer.BAD_ARGUMENT, Answer.CLOSED, Answer.NO_STORE, Answer.NOT_INSTALLED),
          "Lists the entries whose keys start with a prefix.");

  @Override
  public CallSpec spec() {
    return SPEC;
  }

  @Override
  public void start(RunningCall call) {
    String prefix = call.arguments().text("keyPrefix").orElse("");
    if (prefix.isEmpty()) {
      call.answer(Answer.badArgument("keyPrefix is missing or empty"));
      return;
    }
    StoreArguments.ask(call, new KvStore.Command.Entries(prefix));
  }
}
