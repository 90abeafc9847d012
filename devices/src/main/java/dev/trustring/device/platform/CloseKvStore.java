package dev.trustring.device.platform;

import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import dev.trustring.kv.service.KvCall;
import java.util.List;
import java.util.Optional;

/** Closes a store; one that is not open counts as closed (kv-store §1.1). */
final class CloseKvStore implements PlatformCall {

  private static final CallSpec SPEC =
      new CallSpec(
          new CallName("distributedKVStore.closeKVStore"),
          List.of(
              Param.optional(
                  StoreArguments.APP_ID.name(), ParamType.TEXT, "the manager's own if not given"),
              StoreArguments.STORE_ID),
          "nothing",
          List.of(Answer.BAD_ARGUMENT, Answer.NOT_INSTALLED),
          "Closes a store; later calls on it raise 15100005, but sync does not look.");

  @Override
  public CallSpec spec() {
    return SPEC;
  }

  @Override
  public void start(RunningCall call) {
    Optional<String> appId = StoreArguments.appId(call);
    if (call.arguments().find(StoreArguments.APP_ID.name()).isPresent() && appId.isEmpty()) {
      call.answer(Answer.badArgument("appId is empty, too long or not allowed"));
      return;
    }
    StoreArguments.onStore(
        call,
        (app, store) ->
            call.kv(
                new KvCall.CloseStore(app, appId, store), reply -> call.answer(Answer.of(reply))));
  }
}
