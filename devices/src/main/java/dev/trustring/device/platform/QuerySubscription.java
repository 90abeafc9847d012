package dev.trustring.device.platform;

import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.CallSpec.Failure;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import dev.trustring.kv.decision.TaskMode;
import dev.trustring.kv.query.Query;
import dev.trustring.kv.service.KvCall;
import dev.trustring.kv.status.Status;
import dev.trustring.kv.store.StoreId;
import dev.trustring.trust.identity.DeviceName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The native calls with which an app has other devices push what a query finds whenever it is
 * written there, and with which it ends that (kv-store §3.4). ArkTS has no such calls. They return
 * numbers of the native interface, and what becomes of each device comes with syncComplete.
 */
final class QuerySubscription implements PlatformCall {

  private static final List<Failure> FAILURES =
      List.of(
          failure(Status.INVALID_ARGUMENT, "an argument is missing or not allowed"),
          failure(Status.PERMISSION_DENIED, "the manager was made with a foreign bundle name"),
          failure(Status.SERVER_UNAVAILABLE, "the data service of the device is dead"),
          failure(Status.DEVICE_NOT_ONLINE, "no listed device is online"),
          failure(Status.NOT_SUPPORT, "a clone, or a query that limits, orders or needs a schema"),
          failure(
              Status.ERROR,
              "the engine refuses: the query, a ninth one of the store, or a 33rd device or sync"),
          Answer.NO_STORE,
          Answer.NOT_INSTALLED);

  private final CallSpec spec;
  private final TaskMode mode;

  private QuerySubscription(String name, TaskMode mode, String meaning) {
    this.mode = mode;
    this.spec =
        new CallSpec(
            new CallName("SingleKvStore." + name),
            List.of(
                StoreArguments.STORE_ID,
                Param.required(
                    "deviceIds", ParamType.DEVICES, "where; empty for all that are online"),
                Sought.NEEDED_QUERY),
            "nothing; the result of each device comes with syncComplete",
            FAILURES,
            meaning);
  }

  static List<PlatformCall> all() {
    return List.of(
        new QuerySubscription(
            "SubscribeWithQuery",
            TaskMode.SUBSCRIBE_QUERY,
            "Has devices push what the query finds whenever it is written there; native only."),
        new QuerySubscription(
            "UnsubscribeWithQuery",
            TaskMode.UNSUBSCRIBE_QUERY,
            "Ends that; native only. A query that nobody subscribed to is a success."));
  }

  private static Failure failure(Status status, String when) {
    return new Failure(Integer.toString(status.number()), when);
  }

  @Override
  public CallSpec spec() {
    return spec;
  }

  @Override
  public void start(RunningCall call) {
    Optional<StoreId> store = StoreArguments.storeId(call);
    Optional<List<DeviceName>> targets = call.arguments().texts("deviceIds").flatMap(Sync::devices);
    Optional<Query> query = Sought.query(call);
    if (store.isEmpty() || targets.isEmpty() || query.isEmpty()) {
      call.answer(failed(Status.INVALID_ARGUMENT));
      return;
    }
    Apps.whenInstalled(
        call,
        (app, found) ->
            call.kv(
                new KvCall.Sync(
                    Apps.asStoreUser(app),
                    store.get(),
                    targets.get(),
                    mode,
                    Duration.ZERO,
                    Apps.process(found),
                    query),
                reply -> call.answer(natively(reply))));
  }

  /** What a native caller sees: the status itself, which is never turned into a business error. */
  private static CallOutcome natively(KvCall.Reply reply) {
    return reply instanceof KvCall.Reply.Failed refused
        ? failed(refused.status())
        : Answer.of(reply);
  }

  private static CallOutcome failed(Status status) {
    return CallOutcome.failed(status.number(), status.name(), status.meaning());
  }
}
