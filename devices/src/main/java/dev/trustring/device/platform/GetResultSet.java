package dev.trustring.device.platform;

import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.CallSpec.Failure;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import dev.trustring.kv.service.ResultSetCall;
import dev.trustring.kv.store.KvStore;
import dev.trustring.trust.identity.DeviceName;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Opens a result set; at most 8 are open in one store of an app (kv-store §1.4). */
final class GetResultSet implements PlatformCall {

  private static final Failure BUSY =
      new Failure("DB_ERROR", "a transaction is open; without a code");
  private static final Failure TOO_MANY =
      new Failure("15100001", "8 result sets of the store are open, or inKeys has over 128 keys");

  private final CallSpec spec;

  private GetResultSet(String name, List<Param> params, String meaning) {
    this.spec =
        new CallSpec(
            new CallName(name),
            params,
            "nothing; the result set goes by its name from then on",
            Stream.concat(
                    Stream.of(
                        Answer.BAD_ARGUMENT,
                        TOO_MANY,
                        BUSY,
                        Answer.DAMAGED,
                        Answer.CLOSED,
                        Answer.NO_STORE,
                        Answer.NOT_INSTALLED),
                    Stream.concat(
                        params.contains(DataShare.PREDICATES)
                            ? Stream.of(DataShare.REFUSED)
                            : Stream.empty(),
                        Sought.REFUSALS.stream()
                            .filter(one -> !one.codeOrName().equals("15100001"))))
                .toList(),
            meaning);
  }

  static GetResultSet ofStore() {
    return new GetResultSet(
        "SingleKVStore.getResultSet",
        List.of(
            StoreArguments.STORE_ID,
            ResultSetMethod.NAME,
            Sought.PREFIX,
            Sought.QUERY,
            DataShare.PREDICATES),
        "Opens a result set over the entries of a key prefix, or over what a query finds.");
  }

  static GetResultSet ofDevice() {
    return new GetResultSet(
        "DeviceKVStore.getResultSet",
        List.of(
            StoreArguments.STORE_ID,
            StoreArguments.DEVICE_ID,
            ResultSetMethod.NAME,
            Sought.PREFIX,
            Sought.QUERY),
        "Opens a result set over what a device wrote, by key prefix or query.");
  }

  @Override
  public CallSpec spec() {
    return spec;
  }

  @Override
  public void start(RunningCall call) {
    Optional<String> name = ResultSetMethod.name(call);
    Optional<Function<Optional<DeviceName>, KvStore.Command>> rows = rows(call);
    boolean ofDevice = spec.params().contains(StoreArguments.DEVICE_ID);
    Optional<DeviceName> owner = ofDevice ? StoreArguments.device(call) : Optional.empty();
    if (name.isEmpty() || rows.isEmpty() || owner.isPresent() != ofDevice) {
      call.answer(
          Answer.badArgument(
              "resultSet, deviceId, or one of keyPrefix and query is missing or empty"));
      return;
    }
    if (DataShare.refuses(call)) {
      return;
    }
    StoreArguments.onStore(
        call,
        (app, store) ->
            call.kv(
                new ResultSetCall.Open(app, store, name.get(), rows.get().apply(owner)),
                reply -> call.answer(Answer.of(reply))));
  }

  private static Optional<Function<Optional<DeviceName>, KvStore.Command>> rows(RunningCall call) {
    if (!DataShare.isOneOf(call, Sought.PREFIX, Sought.QUERY, DataShare.PREDICATES)) {
      return Optional.empty();
    }
    return DataShare.query(call)
        .<Function<Optional<DeviceName>, KvStore.Command>>map(
            query -> owner -> new KvStore.Command.Select(query, owner))
        .or(() -> Sought.entries(call));
  }
}
