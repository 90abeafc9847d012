package dev.trustring.device.platform;

import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import dev.trustring.kv.store.KvStore;
import java.util.List;

/** Tells the label of a store by its number in the API (kv-store §1.3). */
final class GetSecurityLevel implements PlatformCall {

  private static final CallSpec SPEC =
      new CallSpec(
          new CallName("SingleKVStore.getSecurityLevel"),
          List.of(StoreArguments.STORE_ID),
          "2 for S1, 3 for S2, 5 for S3, 6 for S4",
          List.of(Answer.BAD_ARGUMENT, Answer.CLOSED, Answer.NO_STORE, Answer.NOT_INSTALLED),
          "Tells the security level of a store.");

  @Override
  public CallSpec spec() {
    return SPEC;
  }

  @Override
  public void start(RunningCall call) {
    StoreArguments.ask(call, new KvStore.Command.Label());
  }
}
