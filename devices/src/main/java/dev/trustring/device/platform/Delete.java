package dev.trustring.device.platform;

import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
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
          List.of(
              StoreArguments.STORE_ID,
              Param.optional("key", ParamType.TEXT, StoreArguments.KEY.meaning()),
              DataShare.PREDICATES),
          "nothing",
          List.of(
              Answer.BAD_ARGUMENT,
              DataShare.REFUSED,
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
    List<Key> keys = DataShare.keys(call);
    if (!DataShare.isOneOf(call, StoreArguments.KEY, DataShare.PREDICATES)
        || (key.isEmpty() && keys.isEmpty())) {
      call.answer(
          Answer.badArgument(
              "key is missing, empty or too long, or predicates are not of inKeys alone"));
    } else if (key.isPresent()) {
      StoreArguments.ask(call, new KvStore.Command.Delete(key.get()));
    } else if (!DataShare.refuses(call)) {
      StoreArguments.ask(call, new KvStore.Command.DeleteBatch(keys));
    }
  }
}
