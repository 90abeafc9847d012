package dev.trustring.device.platform;

import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.CallSpec.Failure;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import dev.trustring.kv.store.Key;
import dev.trustring.kv.store.KvStore;
import dev.trustring.trust.identity.DeviceName;
import java.util.List;
import java.util.Optional;

/** Reads the value of a key in the partition of a device (kv-store §1.4). */
final class DeviceGet implements PlatformCall {

  private static final CallSpec SPEC =
      new CallSpec(
          new CallName("DeviceKVStore.get"),
          List.of(StoreArguments.STORE_ID, StoreArguments.DEVICE_ID, StoreArguments.KEY),
          "the value",
          List.of(
              Answer.BAD_ARGUMENT,
              new Failure("15100004", "no such key of that device"),
              Answer.CLOSED,
              Answer.NO_STORE,
              Answer.NOT_INSTALLED),
          "Reads what a device wrote under a key; other devices' rows are read-only.");

  @Override
  public CallSpec spec() {
    return SPEC;
  }

  @Override
  public void start(RunningCall call) {
    Optional<Key> key = StoreArguments.key(call);
    Optional<DeviceName> device = StoreArguments.device(call);
    if (key.isEmpty() || device.isEmpty()) {
      call.answer(Answer.badArgument("deviceId or key is missing, empty or too long"));
      return;
    }
    StoreArguments.ask(call, new KvStore.Command.Get(key.get(), device));
  }
}
