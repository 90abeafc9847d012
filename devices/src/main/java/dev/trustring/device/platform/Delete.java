package dev.trustring.device.platform;

import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import dev.trustring.kv.store.Key;
import dev.trustring.kv.store.KvStore;
import java.util.List;
import java.util.Optional;

/** Deletes a key and leaves a tombstone; an absent key is a success (kv-store §1.4). */
final class Delete implements PlatformCall {

  private static final CallSpec SPEC =
      new CallSpec(
          new CallName("SingleKVStore.delete"),
          List.of(StoreArguments.STORE_ID, StoreArguments.KEY),
          "nothing",
          List.of(
              Answer.BAD_ARGUMENT,
              Answer.DAMAGED,
              Answer.CLOSED,
              Answer.NO_STORE,
              Answer.NOT_INSTALLED),
          "Deletes a key and leaves a tombstone; an absent key is a success.");

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
    StoreArguments.ask(call, new KvStore.Command.Delete(key.get()));
  }
}
