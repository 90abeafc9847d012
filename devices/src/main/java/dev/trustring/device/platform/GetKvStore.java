package dev.trustring.device.platform;

import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.CallSpec.Failure;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import dev.trustring.kv.service.KvCall;
import dev.trustring.kv.store.StoreId;
import dev.trustring.kv.store.StoreOptions;
import java.util.List;
import java.util.Optional;

/** Opens a store, and creates it if need be (kv-store §1.1, §1.2). */
final class GetKvStore implements PlatformCall {

  private static final CallSpec SPEC =
      new CallSpec(
          new CallName("distributedKVStore.getKVStore"),
          List.of(StoreArguments.STORE_ID, StoreArguments.OPTIONS),
          "nothing",
          List.of(
              Answer.BAD_ARGUMENT,
              new Failure("15100002", "the store exists with other options, or a higher label"),
              new Failure("INVALID_SCHEMA", "the schema is over a limit; without a code"),
              new Failure(
                  "SCHEMA_MISMATCH", "the store has a schema that this does not fit; no code"),
              new Failure(
                  "PERMISSION_DENIED",
                  "rule set article only: no permission, or the data group refuses"),
              Answer.NOT_INSTALLED),
          "Opens a store of the calling app; only rule set article asks for anything.");

  @Override
  public CallSpec spec() {
    return SPEC;
  }

  @Override
  public void start(RunningCall call) {
    Optional<StoreId> store = StoreArguments.storeId(call);
    Optional<StoreOptions> options = StoreArguments.options(call);
    if (store.isEmpty() || options.isEmpty()) {
      call.answer(Answer.badArgument("storeId or options.securityLevel is missing or not allowed"));
      return;
    }
    Apps.whenInstalled(
        call,
        app ->
            call.kv(
                new KvCall.GetStore(Apps.asStoreUser(app), store.get(), options.get()),
                reply -> call.answer(Answer.of(reply))));
  }
}
