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

/**
 * Says whether a store may sync. The platform keeps that with the store's metadata and never asks
 * for it (kv-store §1.4), so all that comes of it is that peers are told the metadata again.
 */
final class EnableSync implements PlatformCall {

  private static final CallSpec SPEC =
      new CallSpec(
          new CallName("SingleKVStore.enableSync"),
          List.of(
              StoreArguments.STORE_ID,
              Param.required("enabled", ParamType.BOOLEAN, "whether it may sync")),
          "nothing",
          List.of(
              Answer.BAD_ARGUMENT,
              Answer.NO_SERVICE,
              Answer.CLOSED,
              Answer.NO_STORE,
              Answer.NOT_INSTALLED),
          "Notes whether the store may sync; nothing on the platform ever looks at it.");

  @Override
  public CallSpec spec() {
    return SPEC;
  }

  @Override
  public void start(RunningCall call) {
    Optional<Boolean> enabled =
        call.arguments().find("enabled").flatMap(given -> call.arguments().flag("enabled", true));
    if (enabled.isEmpty()) {
      call.answer(Answer.badArgument("enabled is missing or no boolean"));
      return;
    }
    StoreArguments.onStore(
        call,
        (app, store) ->
            call.kv(
                new KvCall.EnableSync(app, store, enabled.get()),
                reply -> call.answer(Answer.of(reply))));
  }
}
