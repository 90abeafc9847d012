package dev.trustring.device.platform;

import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.CallSpec.Failure;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import dev.trustring.kv.service.KvCall;
import dev.trustring.trust.identity.DeviceName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Pushes what this device wrote to other devices (kv-store §3.2, §4). */
final class Sync implements PlatformCall {

  private static final CallSpec SPEC =
      new CallSpec(
          new CallName("SingleKVStore.sync"),
          List.of(
              StoreArguments.STORE_ID,
              Param.required(
                  "deviceIds",
                  ParamType.DEVICES,
                  "the devices to sync with; empty for all that are online"),
              Param.word("mode", true, List.of("PUSH_ONLY"), "only pushes are simulated yet"),
              Param.optional("delayMs", ParamType.INTEGER, "0, or 100 to 86400000")),
          "nothing; the result of each device comes with syncComplete",
          List.of(
              Answer.BAD_ARGUMENT,
              new Failure("202", "the manager was made with a foreign bundle name"),
              new Failure("DEVICE_NOT_ONLINE", "no listed device is online; without a code"),
              new Failure("NOT_SUPPORT", "the app is a clone; without a code"),
              Answer.NO_STORE),
          "Starts a manual sync; syncComplete later brings a number for each device.");

  @Override
  public CallSpec spec() {
    return SPEC;
  }

  @Override
  public void start(RunningCall call) {
    Optional<List<String>> ids = call.arguments().texts("deviceIds");
    String mode = call.arguments().text("mode").orElse("");
    long delay = call.arguments().number("delayMs").orElse(0L);
    if (ids.isEmpty() || !mode.equals("PUSH_ONLY") || delay < 0) {
      call.answer(Answer.badArgument("deviceIds or mode is missing or not allowed"));
      return;
    }
    List<DeviceName> targets = ids.get().stream().map(DeviceName::new).toList();
    StoreArguments.onStore(
        call,
        (app, store) ->
            call.kv(
                new KvCall.Sync(app, store, targets, Duration.ofMillis(delay)),
                reply -> call.answer(Answer.of(reply))));
  }
}
