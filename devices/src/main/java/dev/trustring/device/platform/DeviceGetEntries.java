package dev.trustring.device.platform;

import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import dev.trustring.kv.store.KvStore;
import dev.trustring.trust.identity.DeviceName;
import java.util.List;
import java.util.Optional;

/** Lists the entries of a device by key prefix (kv-store §1.4). */
final class DeviceGetEntries implements PlatformCall {

  private static final CallSpec SPEC =
      new CallSpec(
          new CallName("DeviceKVStore.getEntries"),
          List.of(
              StoreArguments.STORE_ID,
              StoreArguments.DEVICE_ID,
              Param.required("keyPrefix", ParamType.TEXT, "the start of the keys")),
          "the entries, by key",
          List.of(Answer.BAD_ARGUMENT, Answer.CLOSED, Answer.NO_STORE, Answer.NOT_INSTALLED),
          "Lists what a device wrote under keys that start with a prefix.");

  @Override
  public CallSpec spec() {
    return SPEC;
  }

  @Override
  public void start(RunningCall call) {
    String prefix = call.arguments().text("keyPrefix").orElse("");
    Optional<DeviceName> device = StoreArguments.device(call);
    if (prefix.isEmpty() || device.isEmpty()) {
      call.answer(Answer.badArgument("deviceId or keyPrefix is missing or empty"));
      return;
    }
    StoreArguments.ask(call, new KvStore.Command.Entries(prefix, device));
  }
}
