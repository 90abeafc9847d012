package dev.trustring.device.platform;

import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import dev.trustring.kv.service.ResultSetCall;
import java.util.List;
import java.util.Optional;

/** Closes a result set; null and one of another store are wrong arguments (kv-store §1.4). */
final class CloseResultSet implements PlatformCall {

  private static final CallSpec SPEC =
      new CallSpec(
          new CallName("SingleKVStore.closeResultSet"),
          List.of(StoreArguments.STORE_ID, ResultSetMethod.NAME),
          "nothing",
          List.of(Answer.BAD_ARGUMENT, Answer.CLOSED, Answer.NO_STORE, Answer.NOT_INSTALLED),
          "Closes a result set, which makes room for another one.");

  @Override
  public CallSpec spec() {
    return SPEC;
  }

  @Override
  public void start(RunningCall call) {
    Optional<String> name = ResultSetMethod.name(call);
    if (name.isEmpty()) {
      call.answer(Answer.badArgument("resultSet is missing or null"));
      return;
    }
    StoreArguments.onStore(
        call,
        (app, store) ->
            call.kv(
                new ResultSetCall.Close(app, store, name.get()),
                reply -> call.answer(Answer.of(reply))));
  }
}
