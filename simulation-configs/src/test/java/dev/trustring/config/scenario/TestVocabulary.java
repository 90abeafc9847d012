package dev.trustring.config.scenario;

import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.CallRegistry;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import java.util.List;
import java.util.stream.Stream;

/** A few calls, faults and words, as a simulator would supply them. */
final class TestVocabulary {

  static final Vocabulary SMALL =
      new Vocabulary(
          new CallRegistry(calls().<PlatformCall>map(SpecOnly::new).toList()),
          faults(),
          List.of("no-leak-above-level", "no-sync-outside-ring", "no-sync-without-grant"),
          List.of("reach", "trust", "permission", "level"));

  private TestVocabulary() {}

  private record SpecOnly(CallSpec spec) implements PlatformCall {
    @Override
    public void start(RunningCall call) {
      call.answer(CallOutcome.done());
    }
  }

  private static Stream<CallSpec> calls() {
    Param storeId = Param.required("storeId", ParamType.TEXT, "the store");
    Param permission = Param.required("permissionName", ParamType.TEXT, "the permission");
    return Stream.of(
        call(
            "abilityAccessCtrl.requestPermissionsFromUser",
            Param.required("permissionList", ParamType.TEXTS, "the permissions")),
        call(
            "abilityAccessCtrl.revokeUserGrantedPermission",
            Param.required("app", ParamType.APP, "the app"),
            permission,
            Param.required("permissionFlags", ParamType.INTEGER, "the flag")),
        call("installer.install", Param.required("app", ParamType.APP, "the app")),
        call("distributedKVStore.getKVStore", storeId, options()),
        call(
            "SingleKVStore.put",
            storeId,
            Param.required("key", ParamType.TEXT, "the key"),
            Param.required("value", ParamType.SCALAR, "the value")),
        call(
            "SingleKVStore.getEntries",
            storeId,
            Param.required("query", ParamType.QUERY, "the predicates")),
        call(
            "SingleKVStore.sync",
            storeId,
            Param.required("deviceIds", ParamType.DEVICES, "the peers"),
            Param.word(
                "mode", true, List.of("PULL_ONLY", "PUSH_ONLY", "PUSH_PULL"), "the direction"),
            Param.optional("delayMs", ParamType.INTEGER, "how long to wait")),
        call(
            "distributedDeviceManager.bindTarget",
            Param.required("deviceId", ParamType.DEVICE, "the peer")));
  }

  private static Param options() {
    return Param.object(
        "options",
        true,
        List.of(
            Param.word("securityLevel", true, List.of("S1", "S2", "S3", "S4"), "the label"),
            Param.word(
                "kvStoreType",
                false,
                List.of("DEVICE_COLLABORATION", "SINGLE_VERSION"),
                "the type"),
            Param.optional("encrypt", ParamType.BOOLEAN, "whether the file is encrypted"),
            Param.optional("autoSync", ParamType.BOOLEAN, "whether it syncs by itself")),
        "how the store is opened");
  }

  private static CallSpec call(String name, Param... params) {
    return new CallSpec(
        new CallName(name), List.of(params), "nothing", List.of(), "Does what " + name + " does.");
  }

  private static List<FaultSpec> faults() {
    return List.of(
        fault(
            "ap-isolation",
            FaultParam.required("network", FaultParam.Type.NETWORK, "the access point")),
        fault("partition", FaultParam.required("groups", FaultParam.Type.GROUPS, "the parts")),
        new FaultSpec(
            "crash",
            List.of(
                FaultParam.required("device", FaultParam.Type.DEVICE, "the victim"),
                FaultParam.word("disk", false, List.of("kept", "torn"), "what becomes of it")),
            false,
            "The device stops at once."),
        FaultSpec.healing(
            "flapping",
            "Comes and goes.",
            List.of(FaultParam.required("down", FaultParam.Type.PERIOD, "how long it lasts"))),
        fault(
            "clock-skew",
            FaultParam.required("devices", FaultParam.Type.DEVICES, "whose clocks"),
            FaultParam.required("by", FaultParam.Type.SPAN, "how far")),
        fault(
            "loss",
            FaultParam.required("share", FaultParam.Type.SHARE, "of the frames"),
            FaultParam.optional("most", FaultParam.Type.COUNT, "at most so many"),
            FaultParam.optional("app", FaultParam.Type.APP, "of one app"),
            FaultParam.optional("store", FaultParam.Type.TEXT, "of one store"),
            FaultParam.optional("late", FaultParam.Type.DELAY, "how late the rest is"),
            FaultParam.optional("quiet", FaultParam.Type.FLAG, "without a log")));
  }

  private static FaultSpec fault(String kind, FaultParam... params) {
    return new FaultSpec(kind, List.of(params), true, "What " + kind + " says.");
  }
}
