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

/** Deletes several keys at once; absent ones are no error (kv-store §1.4). */
final class DeleteBatch implements PlatformCall {

  private static final CallSpec SPEC =
      new CallSpec(
          new CallName("SingleKVStore.deleteBatch"),
          List.of(
              StoreArguments.STORE_ID,
              Param.required("keys", ParamType.TEXTS, "the keys, at least one")),
          "nothing",
          List.of(
              Answer.BAD_ARGUMENT,
              Answer.DAMAGED,
              Answer.CLOSED,
              Answer.NO_STORE,
              Answer.NOT_INSTALLED),
          "Deletes several keys, all or none, and leaves tombstones.");

  @Override
  public CallSpec spec() {
    return SPEC;
  }

  @Override
  public void start(RunningCall call) {
    List<String> given = call.arguments().texts("keys").orElse(List.of());
    List<Key> keys = given.stream().filter(Key::isLegal).map(Key::of).toList();
    if (keys.isEmpty() || keys.size() < given.size()) {
      call.answer(Answer.badArgument("there is no key, or one is empty or too long"));
      return;
    }
    StoreArguments.ask(call, new KvStore.Command.DeleteBatch(keys));
  }
}
