package dev.trustring.device.platform;

import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import dev.trustring.kv.service.KvCall;
import java.util.List;
import java.util.Optional;

/**
 * The calls on and off of a KVManager, for its event distributedDataServiceDie (kv-store §1.1). A
 * function that is there already is there once, and taking off an unknown one is no error.
 */
final class ServiceDeathListener implements PlatformCall {

  private static final Param EVENT =
      Param.word("event", true, List.of("distributedDataServiceDie"), "what it is about");

  private final boolean on;
  private final CallSpec spec;

  private ServiceDeathListener(boolean on, List<Param> params, String meaning) {
    this.on = on;
    this.spec =
        new CallSpec(
            new CallName("distributedKVStore." + (on ? "on" : "off")),
            params,
            "nothing",
            List.of(Answer.BAD_ARGUMENT, Answer.NOT_INSTALLED),
            meaning);
  }

  static List<PlatformCall> all() {
    return List.of(
        new ServiceDeathListener(
            true,
            List.of(EVENT, Callbacks.NAMED),
            "Has a function called when the data service of the device dies."),
        new ServiceDeathListener(
            false, List.of(EVENT, Callbacks.ANY), "Has a function, or all, called no more."));
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
    Apps.whenInstalled(
        call,
        app ->
            call.kv(
                new KvCall.ListenForDeath(Apps.asStoreUser(app), on, callback),
                reply -> call.answer(Answer.of(reply))));
  }
}
