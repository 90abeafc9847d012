package dev.trustring.device.platform;

import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import dev.trustring.kv.query.Query;
import dev.trustring.kv.store.KvStore;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Counts what a query finds; one that orders or limits cannot be counted (kv-store §1.4). */
final class GetResultSize implements PlatformCall {

  private final CallSpec spec;

  private GetResultSize(String name, List<Param> params, String meaning) {
    this.spec =
        new CallSpec(
            new CallName(name),
            params,
            "how many entries there are",
            Stream.concat(
                    Stream.of(
                        Answer.BAD_ARGUMENT,
                        Answer.DAMAGED,
                        Answer.CLOSED,
                        Answer.NO_STORE,
                        Answer.NOT_INSTALLED),
                    Sought.REFUSALS.stream())
                .toList(),
            meaning);
  }

  static GetResultSize ofStore() {
    return new GetResultSize(
        "SingleKVStore.getResultSize",
        List.of(StoreArguments.STORE_ID, Sought.NEEDED_QUERY),
        "Counts the entries that a query finds.");
  }

  static GetResultSize ofDevice() {
    return new GetResultSize(
        "DeviceKVStore.getResultSize",
        List.of(StoreArguments.STORE_ID, StoreArguments.DEVICE_ID, Sought.NEEDED_QUERY),
        "Counts the entries of a device that a query finds.");
  }

  @Override
  public CallSpec spec() {
    return spec;
  }

  @Override
  public void start(RunningCall call) {
    Optional<Query> query = Sought.query(call);
    if (query.isEmpty()) {
      call.answer(Answer.badArgument("query is missing, or a predicate was given a wrong thing"));
      return;
    }
    StoreArguments.askOf(call, spec, owner -> new KvStore.Command.Count(query.get(), owner));
  }
}
