package dev.trustring.device.platform;

import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import java.util.List;
import java.util.stream.Stream;

/** Lists entries by key prefix or query; no hit is an empty list (kv-store §1.4). */
final class GetEntries implements PlatformCall {

  private final CallSpec spec;

  private GetEntries(String name, List<Param> params, String meaning) {
    this.spec =
        new CallSpec(
            new CallName(name),
            params,
            "the entries, by key or in the order of the query",
            Stream.concat(
                    Stream.of(
                        Answer.BAD_ARGUMENT,
                        Answer.DAMAGED,
                        Answer.CLOSED,
                        Answer.LOCKED,
                        Answer.NO_STORE,
                        Answer.NOT_INSTALLED),
                    Sought.REFUSALS.stream())
                .toList(),
            meaning);
  }

  static GetEntries ofStore() {
    return new GetEntries(
        "SingleKVStore.getEntries",
        List.of(StoreArguments.STORE_ID, Sought.PREFIX, Sought.QUERY),
        "Lists the entries whose keys start with a prefix, or that a query finds.");
  }

  static GetEntries ofDevice() {
    return new GetEntries(
        "DeviceKVStore.getEntries",
        List.of(StoreArguments.STORE_ID, StoreArguments.DEVICE_ID, Sought.PREFIX, Sought.QUERY),
        "Lists what a device wrote under keys that start with a prefix, or what a query finds.");
  }

  @Override
  public CallSpec spec() {
    return spec;
  }

  @Override
  public void start(RunningCall call) {
    Sought.entries(call)
        .ifPresentOrElse(
            command -> StoreArguments.askOf(call, spec, command),
            () ->
                call.answer(
                    Answer.badArgument("one of keyPrefix and query is needed, and not empty")));
  }
}
