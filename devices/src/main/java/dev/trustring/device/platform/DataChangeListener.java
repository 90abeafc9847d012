package dev.trustring.device.platform;

import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.CallSpec.Failure;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import dev.trustring.kv.store.KvStore;
import dev.trustring.kv.store.SubscribeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The calls on and off of a store, for its event dataChange (kv-store §1.4). What callbacks are
 * told shows in the trace of a run and in its report.
 */
final class DataChangeListener implements PlatformCall {

  private static final Param EVENT =
      Param.word("event", true, List.of("dataChange"), "what it is about");
  private static final Param TYPE =
      Param.word("type", true, SubscribeType.words(), "whose changes");

  private final boolean on;
  private final CallSpec spec;

  private DataChangeListener(boolean on, List<Param> params, List<Failure> own, String meaning) {
    this.on = on;
    List<Failure> failures = new ArrayList<>(own);
    failures.addAll(List.of(Answer.CLOSED, Answer.NO_STORE, Answer.NOT_INSTALLED));
    this.spec =
        new CallSpec(
            new CallName("SingleKVStore." + (on ? "on" : "off")),
            params,
            "nothing",
            failures,
            meaning);
  }

  static List<PlatformCall> all() {
    return List.of(
        new DataChangeListener(
            true,
            List.of(StoreArguments.STORE_ID, EVENT, TYPE, Callbacks.NAMED),
            List.of(
                Answer.BAD_ARGUMENT,
                new Failure("15100001", "the store has eight callbacks already"),
                Answer.NO_SERVICE,
                new Failure("DB_ERROR", "a transaction is open; without a code")),
            "Has a function called when entries of a store change."),
        new DataChangeListener(
            false,
            List.of(StoreArguments.STORE_ID, EVENT, Callbacks.ANY),
            List.of(Answer.BAD_ARGUMENT),
            "Has a function, or all, called no more; an unknown one is refused with 401."));
  }

  @Override
  public CallSpec spec() {
    return spec;
  }

  @Override
  public void start(RunningCall call) {
    Optional<String> misfit = AtmParams.misfit(call, spec.params());
    if (misfit.isPresent()) {
      call.answer(Answer.badArgument(misfit.get()));
      return;
    }
    Optional<String> callback = call.arguments().text(Callbacks.NAMED.name());
    StoreArguments.ask(
        call,
        on
            ? new KvStore.Command.Observe(
                callback.orElseThrow(),
                call.arguments().text(TYPE.name()).flatMap(SubscribeType::parse).orElseThrow())
            : new KvStore.Command.Unobserve(callback));
  }
}
