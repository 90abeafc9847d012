package dev.trustring.device.platform;

import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import dev.trustring.kv.store.KvStore;
import dev.trustring.trust.identity.DeviceName;
import java.util.List;
import java.util.Optional;

/** Drops what came from a device; the next sync brings it all again (kv-store §1.4, §3.6). */
final class RemoveDeviceData implements PlatformCall {

  private static final CallSpec SPEC =
      new CallSpec(
          new CallName("SingleKVStore.removeDeviceData"),
          List.of(StoreArguments.STORE_ID, StoreArguments.DEVICE_ID),
          "nothing",
          List.of(
              Answer.BAD_ARGUMENT,
              Answer.DAMAGED,
              Answer.CLOSED,
              Answer.LOCKED,
              Answer.NO_STORE,
              Answer.NOT_INSTALLED),
          "Drops the rows that came from a device; its next sync brings all of them again.");

  @Override
  public CallSpec spec() {
    return SPEC;
  }

  @Override
  public void start(RunningCall call) {
    Optional<DeviceName> device = StoreArguments.device(call);
    if (device.isEmpty()) {
      call.answer(Answer.badArgument("deviceId is missing or empty"));
      return;
    }
    StoreArguments.ask(call, new KvStore.Command.RemoveDeviceData(device.get()));
  }
}
