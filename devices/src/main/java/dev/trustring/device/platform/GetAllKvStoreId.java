package dev.trustring.device.platform;

import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.CallSpec.Failure;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import dev.trustring.kv.service.KvCall;
import java.util.List;
import java.util.Optional;

/** Lists the ids of the stores that the data service knows of the app (kv-store §1.1). */
final class GetAllKvStoreId implements PlatformCall {

  private static final CallSpec SPEC =
      new CallSpec(
          new CallName("distributedKVStore.getAllKVStoreId"),
          List.of(StoreArguments.APP_ID),
          "the ids, in their order",
          List.of(
              Answer.BAD_ARGUMENT,
              Answer.NO_SERVICE,
              new Failure("202", "the id is that of another app"),
              Answer.NOT_INSTALLED),
          "Lists the ids of all stores of the calling app.");

  @Override
  public CallSpec spec() {
    return SPEC;
  }

  @Override
  public void start(RunningCall call) {
    Optional<String> appId = StoreArguments.appId(call);
    if (appId.isEmpty()) {
      call.answer(Answer.badArgument("appId is missing, too long or not allowed"));
      return;
    }
    Apps.whenInstalled(
        call,
        app ->
            call.kv(
                new KvCall.StoreIds(Apps.asStoreUser(app), appId.get()),
                reply -> call.answer(Answer.of(reply))));
  }
}
