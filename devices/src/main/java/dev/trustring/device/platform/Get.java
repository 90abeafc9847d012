package dev.trustring.device.platform;

import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.CallSpec.Failure;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import dev.trustring.kv.store.Key;
import dev.trustring.kv.store.KvStore;
import java.util.List;
import java.util.Optional;

/** Reads the value of a key, of this device or in the partition of another (kv-store §1.4). */
final class Get implements PlatformCall {

  private final CallSpec spec;

  private Get(String name, List<Param> params, String missing, String meaning) {
    this.spec =
        new CallSpec(
            new CallName(name),
            params,
            "the value",
            List.of(
                Answer.BAD_ARGUMENT,
                new Failure("15100004", missing),
                Answer.DAMAGED,
                Answer.CLOSED,
                Answer.LOCKED,
                Answer.NO_STORE,
                Answer.NOT_INSTALLED),
            meaning);
  }

  static Get ofStore() {
    return new Get(
        "SingleKVStore.get",
        List.of(StoreArguments.STORE_ID, StoreArguments.KEY),
        "no such key",
        "Reads the value of a key.");
  }

  static Get ofDevice() {
    return new Get(
        "DeviceKVStore.get",
        List.of(StoreArguments.STORE_ID, StoreArguments.DEVICE_ID, StoreArguments.KEY),
        "no such key of that device",
        "Reads what a device wrote under a key; other devices' rows are read-only.");
  }

  @Override
  public CallSpec spec() {
    return spec;
  }

  @Override
  public void start(RunningCall call) {
    Optional<Key> key = StoreArguments.key(call);
    if (key.isEmpty()) {
      call.answer(Answer.badArgument("key is missing, empty or too long"));
      return;
    }
    StoreArguments.askOf(call, spec, owner -> new KvStore.Command.Get(key.get(), owner));
  }
}
