package dev.trustring.device.platform;

import dev.trustring.device.call.Arguments;
import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import dev.trustring.kv.store.KvStore;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes several values at once, all or none (kv-store §1.4). The published limit of 128 entries is
 * not enforced by the platform, and so not here.
 */
final class PutBatch implements PlatformCall {

  private static final Param ENTRIES =
      new Param(
          "entries",
          ParamType.OBJECTS,
          false,
          List.of(),
          DataShare.BUCKETS.fields(),
          "the entries, at least one");

  private static final CallSpec SPEC =
      new CallSpec(
          new CallName("SingleKVStore.putBatch"),
          List.of(StoreArguments.STORE_ID, ENTRIES, DataShare.BUCKETS),
          "nothing",
          Stream.concat(
                  Stream.of(
                      Answer.BAD_ARGUMENT,
                      DataShare.REFUSED,
                      Answer.DAMAGED,
                      Answer.CLOSED,
                      Answer.NO_STORE,
                      Answer.NOT_INSTALLED),
                  SchemaArgument.REFUSALS.stream())
              .toList(),
          "Writes several entries, all or none, on this device only; needs no permission.");

  @Override
  public CallSpec spec() {
    return SPEC;
  }

  @Override
  public void start(RunningCall call) {
    List<Arguments> given =
        Stream.of(ENTRIES, DataShare.BUCKETS)
            .flatMap(form -> call.arguments().objects(form.name()).stream())
            .flatMap(List::stream)
            .toList();
    List<KvStore.Entry> entries =
        given.stream().flatMap(entry -> PutBatch.entry(entry).stream()).toList();
    if (!DataShare.isOneOf(call, ENTRIES, DataShare.BUCKETS)
        || entries.isEmpty()
        || entries.size() < given.size()) {
      call.answer(
          Answer.badArgument("there is no entry, or a key or value is missing, empty or too long"));
      return;
    }
    if (!DataShare.refuses(call)) {
      StoreArguments.ask(call, new KvStore.Command.PutBatch(entries));
    }
  }

  private static Optional<KvStore.Entry> entry(Arguments given) {
    return StoreArguments.key(given)
        .flatMap(
            key ->
                given
                    .find("value")
                    .flatMap(Values::fromJson)
                    .map(value -> new KvStore.Entry(key, value)));
  }
}
