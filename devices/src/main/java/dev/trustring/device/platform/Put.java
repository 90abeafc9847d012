package dev.trustring.device.platform;

import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import dev.trustring.kv.store.Key;
import dev.trustring.kv.store.KvStore;
import dev.trustring.kv.store.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes a value; answered once it is on disk (kv-store §1.4). */
final class Put implements PlatformCall {

  private static final CallSpec SPEC =
      new CallSpec(
          new CallName("SingleKVStore.put"),
          List.of(
              StoreArguments.STORE_ID,
              StoreArguments.KEY,
              Param.required("value", ParamType.SCALAR, "the value")),
          "nothing",
          Stream.concat(
                  Stream.of(
                      Answer.BAD_ARGUMENT,
                      Answer.DAMAGED,
                      Answer.CLOSED,
                      Answer.NO_STORE,
                      Answer.NOT_INSTALLED),
                  SchemaArgument.REFUSALS.stream())
              .toList(),
          "Writes a value under a key, on this device only; needs no permission.");

  @Override
  public CallSpec spec() {
    return SPEC;
  }

  @Override
  public void start(RunningCall call) {
    Optional<Key> key = StoreArguments.key(call);
    Optional<Value> value = call.arguments().find("value").flatMap(Values::fromJson);
    if (key.isEmpty() || value.isEmpty()) {
      call.answer(Answer.badArgument("key or value is missing, empty or too long"));
      return;
    }
    StoreArguments.ask(call, new KvStore.Command.Put(key.get(), value.get()));
  }
}
