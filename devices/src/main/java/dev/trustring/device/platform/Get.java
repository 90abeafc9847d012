package dev.trustring.device.platform;

import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.CallSpec.Failure;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import dev.trustring.kv.store.Key;
import dev.trustring.kv.store.KvStore;
import java.util.List;
import java.util.Optional;

/** Reads the value of a key (kv-store §1.4). */
final class Get implements PlatformCall {

  private static final CallSpec SPEC =
      new CallSpec(
          new CallName("SingleKVStore.get"),
          List.of(StoreArguments.STORE_ID, StoreArguments.KEY),
          "the value",
          List.of(
              Answer.BAD_ARGUMENT,
              new Failure("15100004", "no such key"),
              Answer.CLOSED,
              Answer.NO_STORE,
              Answer.NOT_INSTALLED),
          "Reads the value of a key.");

  @Override
  public CallSpec spec() {
    return SPEC;
  }

  @Override
  public void start(RunningCall call) {
    Optional<Key> key = StoreArguments.key(call);
    if (key.isEmpty()) {
      call.answer(Answer.badArgument("key is missing, empty or too long"));
      return;
    }
    StoreArguments.ask(call, new KvStore.Command.Get(key.get()));
  }
}
