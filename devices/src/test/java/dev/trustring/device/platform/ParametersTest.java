package dev.trustring.device.platform;

import static dev.trustring.device.platform.FakeDevice.NOTES;
import static dev.trustring.device.platform.FakeDevice.SETTINGS;
import static dev.trustring.device.platform.FakeDevice.aPhone;
import static dev.trustring.device.platform.PermissionCallsTest.code;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.Caller;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ParametersTest {

  /** Every parameter of every call, in a call that is in order. */
  private static final Map<String, String> IN_ORDER =
      Map.ofEntries(
          Map.entry("SingleKVStore.delete", "{storeId: 's', key: 'k'}"),
          Map.entry("SingleKVStore.get", "{storeId: 's', key: 'there'}"),
          Map.entry("SingleKVStore.getEntries", "{storeId: 's', keyPrefix: 'k'}"),
          Map.entry("SingleKVStore.put", "{storeId: 's', key: 'k', value: 1}"),
          Map.entry("SingleKVStore.putBatch", "{storeId: 's', entries: [{key: 'k', value: 1}]}"),
          Map.entry(
              "SingleKVStore.setSyncRange",
              "{storeId: 's', localLabels: ['a'], remoteSupportLabels: []}"),
          Map.entry(
              "SingleKVStore.sync",
              "{storeId: 's', deviceIds: ['tablet'], mode: 'PUSH_ONLY', delayMs: 100}"),
          Map.entry(
              "abilityAccessCtrl.checkAccessTokenSync",
              "{permissionName: 'ohos.permission.CAMERA'}"),
          Map.entry(
              "abilityAccessCtrl.getPermissionFlags",
              "{tokenID: 7, permissionName: 'ohos.permission.CAMERA'}"),
          Map.entry("abilityAccessCtrl.getVersion", "{}"),
          Map.entry("abilityAccessCtrl.on", "{permissionList: [], callback: 'f'}"),
          Map.entry("abilityAccessCtrl.off", "{permissionList: [], callback: 'f'}"),
          Map.entry("abilityAccessCtrl.grantUserGrantedPermission", change()),
          Map.entry(
              "abilityAccessCtrl.requestPermissionsFromUser",
              "{permissionList: ['ohos.permission.INTERNET']}"),
          Map.entry("abilityAccessCtrl.revokeUserGrantedPermission", change()),
          Map.entry(
              "distributedAccount.setOsAccountDistributedInfo",
              "{event: 'Ohos.account.event.LOGIN', accountId: 'alice'}"),
          Map.entry("distributedDeviceManager.bindTarget", "{deviceId: 'tablet', bindType: 1}"),
          Map.entry("distributedDeviceManager.getAvailableDeviceListSync", "{}"),
          Map.entry("distributedDeviceManager.unbindTarget", "{deviceId: 'tablet'}"),
          Map.entry("distributedKVStore.closeKVStore", "{storeId: 's'}"),
          Map.entry("distributedKVStore.createKVManager", "{bundleName: 'com.example.notes'}"),
          Map.entry(
              "distributedKVStore.getKVStore", "{storeId: 's', options: {securityLevel: 'S2'}}"),
          Map.entry("installer.install", "{app: 'notes'}"));

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.trustring.device.platform.ListedFailuresTest#specs")
  void aCallInOrderNamesEveryParameter(CallSpec spec) {
    assertThat(inOrder(spec).fieldNames())
        .toIterable()
        .containsExactlyElementsOf(spec.params().stream().map(Param::name).toList());
  }

  @ParameterizedTest(name = "{0} without {1}")
  @MethodSource("required")
  void refusesACallThatLacksARequiredParameter(CallSpec spec, Param param) {
    ObjectNode arguments = inOrder(spec);
    arguments.remove(param.name());

    assertThat(code(call(spec, arguments))).isEqualTo(refusal(spec));
  }

  @ParameterizedTest(name = "{0} with {1} of another type")
  @MethodSource("all")
  void refusesACallWithAMistypedParameter(CallSpec spec, Param param) {
    ObjectNode arguments = inOrder(spec);
    arguments.set(param.name(), notOf(param.type()));

    assertThat(code(call(spec, arguments))).isEqualTo(refusal(spec));
  }

  private static Stream<Object[]> required() {
    return all().filter(pair -> ((Param) pair[1]).required());
  }

  private static Stream<Object[]> all() {
    return StandardCalls.registry().specs().stream()
        .flatMap(spec -> spec.params().stream().map(param -> new Object[] {spec, param}));
  }

  private static ObjectNode inOrder(CallSpec spec) {
    return FakeDevice.read(IN_ORDER.getOrDefault(spec.name().value(), "{}"));
  }

  private static JsonNode notOf(ParamType type) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    return type == ParamType.OBJECT ? json.textNode("text") : json.objectNode();
  }

  private static int refusal(CallSpec spec) {
    return spec.name().value().endsWith("checkAccessTokenSync") ? 12100001 : 401;
  }

  private static CallOutcome call(CallSpec spec, ObjectNode arguments) {
    boolean bySettings =
        spec.failures().stream().anyMatch(failure -> failure.when().contains("no system app"));
    Caller caller = bySettings ? SETTINGS : NOTES;
    return aPhone().withOpenStore().call(caller, spec.name().value(), arguments.toString());
  }

  private static String change() {
    return "{app: 'notes', permissionName: 'ohos.permission.CAMERA', permissionFlags: 2}";
  }
}
