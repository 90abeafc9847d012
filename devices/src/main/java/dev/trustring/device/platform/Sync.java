package dev.trustring.device.platform;

import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.CallSpec.Failure;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import dev.trustring.kv.decision.TaskMode;
import dev.trustring.kv.query.Query;
import dev.trustring.kv.service.KvCall;
import dev.trustring.trust.identity.DeviceName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sends rows to other devices, asks for theirs, or both (kv-store §3.2, §4). */
final class Sync implements PlatformCall {

  /** The modes of the API; their numbers there are not those of the engine (kv-store §1.3). */
  private static final SortedMap<String, TaskMode> MODES =
      new TreeMap<>(
          Map.of(
              "PULL_ONLY", TaskMode.PULL,
              "PUSH_ONLY", TaskMode.PUSH,
              "PUSH_PULL", TaskMode.PUSH_AND_PULL));

  private static final CallSpec SPEC =
      new CallSpec(
          new CallName("SingleKVStore.sync"),
          List.of(
              StoreArguments.STORE_ID,
              Param.required(
                  "deviceIds",
                  ParamType.DEVICES,
                  "the devices to sync with; empty for all that are online"),
              Param.word("mode", true, List.copyOf(MODES.keySet()), "in which direction rows go"),
              Sought.SYNC_QUERY,
              Param.optional("delayMs", ParamType.INTEGER, "0, or 100 to 86400000")),
          "nothing; the result of each device comes with syncComplete",
          List.of(
              Answer.BAD_ARGUMENT,
              Answer.NO_SERVICE,
              new Failure("202", "the manager was made with a foreign bundle name"),
              new Failure("ERROR", "the engine refuses the query; without a code"),
              new Failure("DEVICE_NOT_ONLINE", "no listed device is online; without a code"),
              new Failure(
                  "NOT_SUPPORT",
                  "a clone, or a query that orders by write time or needs a schema; no code"),
              new Failure("ERROR", "the engine refuses: 32 syncs are unfinished; without a code"),
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
    Optional<TaskMode> mode =
        call.arguments().text("mode").flatMap(word -> Optional.ofNullable(MODES.get(word)));
    Optional<Duration> delay = call.arguments().number("delayMs", 0).flatMap(Sync::delay);
    boolean asks = call.arguments().find(Sought.SYNC_QUERY.name()).isPresent();
    Optional<Query> query = Sought.query(call);
    if (targets.isEmpty() || mode.isEmpty() || delay.isEmpty() || query.isPresent() != asks) {
      call.answer(
          Answer.badArgument("deviceIds, query, mode or delayMs is missing or not allowed"));
      return;
    }
    StoreArguments.onStore(
        call,
        (app, store, process) ->
            call.kv(
                new KvCall.Sync(app, store, targets.get(), mode.get(), delay.get(), process, query),
                reply -> call.answer(Answer.of(reply))));
  }

  static Optional<List<DeviceName>> devices(List<String> ids) {
    List<DeviceName> devices =
        ids.stream().flatMap(id -> Legal.id(id, DeviceName::new).stream()).toList();
    return devices.size() == ids.size() ? Optional.of(devices) : Optional.empty();
  }

  private static Optional<Duration> delay(long millis) {
    return millis < 0 ? Optional.empty() : Optional.of(Duration.ofMillis(millis));
  }
}
