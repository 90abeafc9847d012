package dev.trustring.device.platform;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trustring.device.call.Arguments;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import dev.trustring.device.call.RunningCall;
import dev.trustring.kv.schema.SchemaText;
import dev.trustring.kv.service.KvCall;
import dev.trustring.kv.service.KvCaller;
import dev.trustring.kv.service.KvProcess;
import dev.trustring.kv.service.ManagerRule;
import dev.trustring.kv.store.Key;
import dev.trustring.kv.store.KvStore;
import dev.trustring.kv.store.KvStoreType;
import dev.trustring.kv.store.SecurityLabel;
import dev.trustring.kv.store.StoreId;
import dev.trustring.kv.store.StoreOptions;
import dev.trustring.trust.identity.DeviceName;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** The arguments that calls on stores share. */
final class StoreArguments {

  static final Param STORE_ID =
      Param.required("storeId", ParamType.TEXT, "1 to 128 letters, digits and underscores");
  static final Param APP_ID =
      Param.required("appId", ParamType.TEXT, "the app's bundle name, as its manager was given it");
  static final Param KEY =
      Param.required("key", ParamType.TEXT, "1 to 1024 bytes after blanks are stripped");
  static final Param DEVICE_ID =
      Param.required("deviceId", ParamType.DEVICE, "the networkId of a device");
  static final Param OPTIONS =
      Param.object(
          "options",
          true,
          List.of(
              Param.word(
                  "securityLevel", true, SecurityLabel.wordsForApps(), "how sensitive the data is"),
              Param.word(
                  "kvStoreType",
                  false,
                  Arrays.stream(KvStoreType.values()).map(KvStoreType::name).toList(),
                  "how rows of several devices live together; DEVICE_COLLABORATION if not given"),
              Param.optional("createIfMissing", ParamType.BOOLEAN, "true if not given"),
              Param.optional("encrypt", ParamType.BOOLEAN, "false if not given"),
              Param.optional("backup", ParamType.BOOLEAN, "true if not given"),
              Param.optional("autoSync", ParamType.BOOLEAN, "false if not given"),
              SchemaArgument.SCHEMA),
          "how to open the store; taken from the app's stores section if not given");

  private StoreArguments() {}

  static Optional<StoreId> storeId(RunningCall call) {
    return call.arguments().text("storeId").filter(StoreId::isLegal).map(StoreId::new);
  }

  static Optional<String> appId(RunningCall call) {
    return call.arguments().text(APP_ID.name()).filter(ManagerRule::isLegalAppId);
  }

  static Optional<Key> key(RunningCall call) {
    return key(call.arguments());
  }

  static Optional<Key> key(Arguments arguments) {
    return arguments.text("key").filter(Key::isLegal).map(Key::of);
  }

  static Optional<DeviceName> device(RunningCall call) {
    return Legal.device(call.arguments(), "deviceId");
  }

  /** The options; empty when the label is missing or no label for apps, or one is mistyped. */
  static Optional<StoreOptions> options(RunningCall call) {
    Arguments options = call.arguments().object("options");
    Optional<KvStoreType> type =
        options
            .find("kvStoreType")
            .map(StoreArguments::type)
            .orElse(Optional.of(KvStoreType.DEVICE_COLLABORATION));
    Optional<SecurityLabel> label =
        options
            .text("securityLevel")
            .filter(SecurityLabel.wordsForApps()::contains)
            .flatMap(SecurityLabel::parse);
    List<Boolean> flags =
        Stream.of(
                options.flag("createIfMissing", true),
                options.flag("encrypt", false),
                options.flag("backup", true),
                options.flag("autoSync", false))
            .flatMap(Optional::stream)
            .toList();
    Optional<Optional<SchemaText>> schema = SchemaArgument.of(options);
    if (type.isEmpty() || label.isEmpty() || schema.isEmpty() || flags.size() < 4) {
      return Optional.empty();
    }
    return Optional.of(
        new StoreOptions(
            flags.get(0),
            flags.get(1),
            flags.get(2),
            flags.get(3),
            type.get(),
            label.get(),
            schema.get()));
  }

  private static Optional<KvStoreType> type(JsonNode word) {
    return Arrays.stream(KvStoreType.values())
        .filter(type -> word.isTextual() && type.name().equals(word.asText()))
        .findFirst();
  }

  /** What a call does that matters to the service by the process from which it comes. */
  interface InProcess {
    void go(KvCaller app, StoreId store, KvProcess process);
  }

  /** Goes on with the calling app and the store, or answers 401. */
  static void onStore(RunningCall call, BiConsumer<KvCaller, StoreId> then) {
    onStore(call, (app, store, process) -> then.accept(app, store));
  }

  /** The same with the process of the calling app. */
  static void onStore(RunningCall call, InProcess then) {
    Optional<StoreId> store = storeId(call);
    if (store.isEmpty()) {
      call.answer(Answer.badArgument("storeId is missing or not allowed"));
      return;
    }
    Apps.whenInstalled(
        call, (app, found) -> then.go(Apps.asStoreUser(app), store.get(), Apps.process(found)));
  }

  /**
   * Asks about the partition that is named if the call names one, else about this device's view.
   */
  static void askOf(
      RunningCall call, CallSpec spec, Function<Optional<DeviceName>, KvStore.Command> command) {
    Optional<DeviceName> owner = device(call);
    if (spec.params().contains(DEVICE_ID) && owner.isEmpty()) {
      call.answer(Answer.badArgument("deviceId is missing or empty"));
      return;
    }
    ask(call, command.apply(spec.params().contains(DEVICE_ID) ? owner : Optional.empty()));
  }

  /** Asks an open store of the calling app. */
  static void ask(RunningCall call, KvStore.Command command) {
    onStore(
        call,
        (app, store) ->
            call.kv(
                new KvCall.OnStore(app, store, command), reply -> call.answer(Answer.of(reply))));
  }
}
