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
              Answer.NO_STORE,
              Answer.NOT_INSTALLED),
          "Starts a manual sync; syncComplete later brings a number for each device.");

  @Override
  public CallSpec spec() {
    return SPEC;
  }

  @Override
  public void start(RunningCall call) {
    Optional<List<DeviceName>> targets = call.arguments().texts("deviceIds").flatMap(Sync::devices);
    String mode = call.arguments().text("mode").orElse("");
    Optional<Duration> delay = call.arguments().number("delayMs", 0).flatMap(Sync::delay);
    if (targets.isEmpty() || !mode.equals("PUSH_ONLY") || delay.isEmpty()) {
      call.answer(Answer.badArgument("deviceIds, mode or delayMs is missing or not allowed"));
      return;
    }
    StoreArguments.onStore(
        call,
        (app, store) ->
            call.kv(
                new KvCall.Sync(app, store, targets.get(), delay.get()),
                reply -> call.answer(Answer.of(reply))));
  }

  private static Optional<List<DeviceName>> devices(List<String> ids) {
    List<DeviceName> devices =
        ids.stream().flatMap(id -> Legal.id(id, DeviceName::new).stream()).toList();
    return devices.size() == ids.size() ? Optional.of(devices) : Optional.empty();
  }

  private static Optional<Duration> delay(long millis) {
    return millis < 0 ? Optional.empty() : Optional.of(Duration.ofMillis(millis));
  }
}
