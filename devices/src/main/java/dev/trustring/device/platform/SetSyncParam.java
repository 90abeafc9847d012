package dev.trustring.device.platform;

import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.CallSpec.Failure;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import dev.trustring.kv.service.KvCall;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** For how long syncs wait that the app calls in the background (kv-store §1.4, §7.2). */
final class SetSyncParam implements PlatformCall {

  private static final long LEAST_MILLIS = 100;
  private static final long MOST_MILLIS = 86_400_000;

  private static final CallSpec SPEC =
      new CallSpec(
          new CallName("SingleKVStore.setSyncParam"),
          List.of(
              StoreArguments.STORE_ID,
              Param.required("defaultAllowedDelayMs", ParamType.INTEGER, "0, or 100 to 86400000")),
          "nothing",
          List.of(
              Answer.BAD_ARGUMENT,
              Answer.NO_SERVICE,
              new Failure("202", "the manager was made with a foreign bundle name"),
              Answer.NO_STORE,
              Answer.NOT_INSTALLED),
          "Sets how long a sync without a delay waits when its app is in the background.");

  @Override
  public CallSpec spec() {
    return SPEC;
  }

  @Override
  public void start(RunningCall call) {
    Optional<Duration> delay =
        call.arguments().number("defaultAllowedDelayMs").flatMap(SetSyncParam::delay);
    if (delay.isEmpty()) {
      call.answer(Answer.badArgument("defaultAllowedDelayMs is neither 0 nor 100 to 86400000"));
      return;
    }
    StoreArguments.onStore(
        call,
        (app, store, process) ->
            call.kv(
                new KvCall.SetSyncParam(app, store, process, delay.get()),
                reply -> call.answer(Answer.of(reply))));
  }

  private static Optional<Duration> delay(long millis) {
    return millis == 0 || (millis >= LEAST_MILLIS && millis <= MOST_MILLIS)
        ? Optional.of(Duration.ofMillis(millis))
        : Optional.empty();
  }
}
