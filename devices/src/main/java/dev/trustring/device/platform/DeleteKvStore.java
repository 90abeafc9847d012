package dev.trustring.device.platform;

import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.CallSpec.Failure;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import dev.trustring.kv.service.KvCall;
import java.util.List;
import java.util.Optional;

/** Closes a store and deletes its file, backups and metadata (kv-store §1.1). */
final class DeleteKvStore implements PlatformCall {

  private static final CallSpec SPEC =
      new CallSpec(
          new CallName("distributedKVStore.deleteKVStore"),
          List.of(StoreArguments.APP_ID, StoreArguments.STORE_ID),
          "nothing",
          List.of(
              Answer.BAD_ARGUMENT,
              new Failure("15100004", "there is no such store of this app"),
              Answer.NOT_INSTALLED),
          "Deletes a store on this device; one that is made again later is a new one.");

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
    StoreArguments.onStore(
        call,
        (app, store) ->
            call.kv(
                new KvCall.DeleteStore(app, appId.get(), store),
                reply -> call.answer(Answer.of(reply))));
  }
}
