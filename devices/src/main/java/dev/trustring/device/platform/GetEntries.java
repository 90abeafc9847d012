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

  private static final Param PREFIX =
      Param.required("keyPrefix", ParamType.TEXT, "the start of the keys");

  private final CallSpec spec;

  private GetEntries(String name, List<Param> params, String meaning) {
    this.spec =
        new CallSpec(
            new CallName(name),
            params,
            "the entries, by key",
            List.of(
                Answer.BAD_ARGUMENT,
                Answer.CLOSED,
                Answer.LOCKED,
                Answer.NO_STORE,
                Answer.NOT_INSTALLED),
            meaning);
  }

  static GetEntries ofStore() {
    return new GetEntries(
        "SingleKVStore.getEntries",
        List.of(StoreArguments.STORE_ID, PREFIX),
        "Lists the entries whose keys start with a prefix.");
  }

  static GetEntries ofDevice() {
    return new GetEntries(
        "DeviceKVStore.getEntries",
        List.of(StoreArguments.STORE_ID, StoreArguments.DEVICE_ID, PREFIX),
        "Lists what a device wrote under keys that start with a prefix.");
  }

  @Override
  public CallSpec spec() {
    return spec;
  }

  @Override
  public void start(RunningCall call) {
    String prefix = call.arguments().text(PREFIX.name()).orElse("");
    if (prefix.isEmpty()) {
      call.answer(Answer.badArgument("keyPrefix is missing or empty"));
      return;
    }
    StoreArguments.askOf(call, spec, owner -> new KvStore.Command.Entries(prefix, owner));
  }
}
