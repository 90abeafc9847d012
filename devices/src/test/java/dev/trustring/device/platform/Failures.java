package dev.trustring.device.platform;

import static dev.trustring.device.platform.FakeDevice.NOTES;
import static dev.trustring.device.platform.FakeDevice.SETTINGS;
import static dev.trustring.device.platform.FakeDevice.aPhone;

import dev.trustring.atm.uptime.ServiceHealth;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.Caller;
import dev.trustring.kv.service.KvCall;
import dev.trustring.kv.status.Status;
import dev.trustring.trust.wire.BindReason;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** For every failure that a call lists, a situation in which it comes. */
final class Failures {

  private static final String BIND = "distributedDeviceManager.bindTarget";
  private static final String OPEN = "distributedKVStore.getKVStore";
  private static final String SYNC = "SingleKVStore.sync";
  private static final String LOGIN = "distributedAccount.setOsAccountDistributedInfo";
  private static final String INSTALL = "installer.install";

  private final List<Example> examples = new ArrayList<>();

  private Failures() {}

  /**
   * A call that fails.
   *
   * @param listed the failure as the call's specification lists it
   */
  record Example(String call, String listed, Supplier<CallOutcome> outcome) {
    @Override
    public String toString() {
      return call + " fails with " + listed;
    }
  }

  /** An example for each failure that the calls of that prefix list. */
  static List<Example> ofEach(String prefix, BiFunction<String, String, Example> example) {
    return StandardCalls.registry().specs().stream()
        .filter(spec -> spec.name().value().startsWith(prefix))
        .flatMap(
            spec ->
                spec.failures().stream()
                    .map(listed -> example.apply(spec.name().value(), listed.codeOrName())))
        .toList();
  }

  static List<Example> all() {
    Failures failures = new Failures();
    failures.ofPermissions();
    failures.ofInstalling();
    failures.ofAccounts();
    failures.ofDevices();
    failures.ofStores();
    failures.ofEntries();
    failures.ofSync();
    failures.examples.addAll(QueryFailures.all());
    failures.examples.addAll(TrustFailures.all());
    failures.examples.addAll(GroupFailures.all());
    failures.examples.addAll(CredFailures.all());
    failures.examples.addAll(LiteFailures.all());
    failures.examples.addAll(ActivityFailures.all());
    failures.examples.addAll(DeviceManagerFailures.all());
    failures.examples.addAll(AtmFailures.all());
    failures.examples.addAll(SoftBusFailures.all());
    failures.examples.addAll(LnnFailures.all());
    failures.examples.addAll(StoreLifeFailures.all());
    return failures.examples;
  }

  private void ofPermissions() {
    String check = "abilityAccessCtrl.checkAccessTokenSync";
    String request = "abilityAccessCtrl.requestPermissionsFromUser";
    add(check, "12100001", aPhone().with("notes"), NOTES, "{permissionName: ''}");
    add(check, "NOT_INSTALLED", aPhone(), NOTES, "{permissionName: 'ohos.permission.CAMERA'}");
    add(request, "401", aPhone().with("notes"), NOTES, "{permissionList: []}");
    add(
        request,
        "NOT_INSTALLED",
        aPhone(),
        NOTES,
        "{permissionList: ['ohos.permission.DISTRIBUTED_DATASYNC']}");
  }

  private void ofInstalling() {
    add(INSTALL, "401", aPhone(), SETTINGS, "{app: 'unheard-of'}");
    add(INSTALL, "202", aPhone(), NOTES, "{app: 'notes'}");
    add(INSTALL, "9568289", aPhone(), SETTINGS, "{app: 'greedy'}");
    for (String call : List.of("installer.update", "installer.uninstall")) {
      add(call, "401", aPhone(), SETTINGS, "{}");
      add(call, "202", aPhone().with("notes"), NOTES, "{app: 'notes'}");
      add(call, "17700001", aPhone(), SETTINGS, "{app: 'notes'}");
    }
    String greedy = "{app: 'notes-gone-greedy'}";
    add("installer.update", "9568290", aPhone().with("notes"), SETTINGS, greedy);
    for (String call : List.of(INSTALL, "installer.update", "installer.uninstall")) {
      FakeDevice ill = aPhone().with("notes").whosePermissionServiceIs(ServiceHealth.GONE);
      add(call, "12100007", ill, SETTINGS, "{app: 'notes'}");
      FakeDevice full =
          aPhone().with("notes").whosePermissionServiceIs(ServiceHealth.OUT_OF_MEMORY);
      add(call, "12100008", full, SETTINGS, "{app: 'notes'}");
    }
  }

  private void ofAccounts() {
    add(LOGIN, "401", aPhone(), SETTINGS, "{event: 'Ohos.account.event.LOGIN'}");
    add(LOGIN, "202", aPhone(), NOTES, "{event: 'Ohos.account.event.LOGOUT'}");
    add(LOGIN, "12300001", aPhone(), SETTINGS, "{event: 'Ohos.account.event.LOGOUT'}");
  }

  private void ofDevices() {
    String unbind = "distributedDeviceManager.unbindTarget";
    String tablet = "{deviceId: 'tablet'}";
    add(unbind, "201", aPhone().withGrantedNotes(), NOTES, tablet);
    add(unbind, "401", aPhone().withGrantedNotes(), NOTES, "{}");
    add(unbind, "NOT_INSTALLED", aPhone(), NOTES, tablet);
    FakeDevice searching = aPhone().withGrantedNotes();
    searching.call(NOTES, DeviceManagerFailures.START, DeviceManagerFailures.ANY);
    add(unbind, "11600101", searching, NOTES, tablet);
    add(BIND, "201", aPhone().with("notes"), NOTES, tablet);
    add(BIND, "401", aPhone().withGrantedNotes(), NOTES, "{deviceId: 'tablet', bindType: 12}");
    add(BIND, "NOT_INSTALLED", aPhone(), NOTES, tablet);
    String code = "DeviceManager.ImportAuthCode";
    add(code, "401", aPhone().with("notes"), NOTES, "{authCode: '12 345'}");
    add(code, "201", aPhone().with("notes"), NOTES, "{authCode: '123456'}");
    add(code, "NOT_INSTALLED", aPhone(), NOTES, "{authCode: '123456'}");
    add(BIND, "11600101", DeviceManagerFailures.released(), NOTES, tablet);
    FakeDevice busy = aPhone().withGrantedNotes();
    busy.begin(NOTES, BIND, "{deviceId: 'watch'}");
    add(BIND, "11600103", busy, NOTES, tablet);
    FakeDevice failing = aPhone().withGrantedNotes();
    examples.add(
        new Example(
            BIND,
            "a native reason",
            () -> {
              FakeDevice.Call call = failing.begin(NOTES, BIND, tablet);
              failing.bindEnds(BindReason.PIN_WRONG_TOO_OFTEN);
              return call.outcome().orElseThrow();
            }));
  }

  private void ofStores() {
    String create = "distributedKVStore.createKVManager";
    String close = "distributedKVStore.closeKVStore";
    String s1 = "{storeId: 's', options: {securityLevel: 'S1'}}";
    add(create, "401", aPhone().with("notes"), NOTES, "{bundleName: ''}");
    add(create, "NOT_INSTALLED", aPhone(), NOTES, "{bundleName: 'com.example.notes'}");
    add(close, "401", aPhone().with("notes"), NOTES, "{storeId: 'not legal'}");
    add(close, "NOT_INSTALLED", aPhone(), NOTES, "{storeId: 's'}");
    add(OPEN, "401", aPhone().with("notes"), NOTES, "{storeId: 's', options: {}}");
    add(OPEN, "15100002", aPhone().withOpenStore(), NOTES, s1);
    add(OPEN, "NOT_INSTALLED", aPhone(), NOTES, s1);
    add(
        OPEN,
        "PERMISSION_DENIED",
        aPhone()
            .with("notes")
            .whoseDataServiceSays(new KvCall.Reply.OpenDenied("PERMISSION_DENIED")),
        NOTES,
        s1);
  }

  private void ofEntries() {
    onStore("SingleKVStore.put", "key: 'k', value: 1", "key: 'k', value: [1]");
    onStore(
        "SingleKVStore.putBatch",
        "entries: [{key: 'k', value: 1}]",
        "entries: [{key: 'k', value: 1}, {key: '', value: 2}]");
    onStore("SingleKVStore.get", "key: 'k'", "key: '  '");
    onStore("SingleKVStore.delete", "key: 'k'", "key: ''");
    onStore("SingleKVStore.getEntries", "keyPrefix: 'k'", "keyPrefix: ''");
    onStoreCalled("SingleKVStore.getSecurityLevel", "{storeId: 's'}", "{storeId: 'a-b'}");
    onStore("SingleKVStore.deleteBatch", "keys: ['k']", "keys: []");
    onStore("DeviceKVStore.get", "deviceId: 'tablet', key: 'k'", "deviceId: 'tablet', key: ''");
    onStore(
        "DeviceKVStore.getEntries",
        "deviceId: 'tablet', keyPrefix: 'k'",
        "deviceId: '', keyPrefix: 'k'");
    onStore("SingleKVStore.removeDeviceData", "deviceId: 'tablet'", "deviceId: ''");
    ofTheLock("SingleKVStore.get", "key: 'k'");
    ofTheLock("SingleKVStore.getEntries", "keyPrefix: 'k'");
    ofTheLock("SingleKVStore.removeDeviceData", "deviceId: 'tablet'");
    ofTheLock("DeviceKVStore.get", "deviceId: 'tablet', key: 'k'");
    ofTheLock("DeviceKVStore.getEntries", "deviceId: 'tablet', keyPrefix: 'k'");
    add(
        "DeviceKVStore.get",
        "15100004",
        aPhone().withOpenStore(),
        NOTES,
        "{storeId: 's', deviceId: 'tablet', key: 'k'}");
    onStore(
        "SingleKVStore.setSyncRange",
        "localLabels: ['a'], remoteSupportLabels: ['a']",
        "localLabels: ['a']");
    add(
        "SingleKVStore.get",
        "15100004",
        aPhone().withOpenStore(),
        NOTES,
        "{storeId: 's', key: 'k'}");
  }

  private void ofTheLock(String call, String good) {
    FakeDevice locked = failing(Status.SECURITY_LEVEL_ERROR);
    add(call, "SECURITY_LEVEL_ERROR", locked, NOTES, "{storeId: 's', " + good + "}");
  }

  private void onStore(String call, String good, String bad) {
    onStoreCalled(call, "{storeId: 's', " + good + "}", "{storeId: 's', " + bad + "}");
  }

  private void onStoreCalled(String call, String arguments, String bad) {
    FakeDevice closed = aPhone().withOpenStore();
    closed.call(NOTES, "distributedKVStore.closeKVStore", "{storeId: 's'}");
    add(call, "401", aPhone().withOpenStore(), NOTES, bad);
    add(call, "15100005", closed, NOTES, arguments);
    add(call, "TypeError", aPhone().with("notes"), NOTES, arguments);
    add(call, "NOT_INSTALLED", aPhone(), NOTES, arguments);
  }

  private void ofSync() {
    String good = "{storeId: 's', deviceIds: ['tablet'], mode: 'PUSH_ONLY'}";
    String wrong = "{storeId: 's', deviceIds: ['tablet'], mode: 'BOTH'}";
    add(SYNC, "401", aPhone().withOpenStore(), NOTES, wrong);
    add(SYNC, "202", failing(Status.PERMISSION_DENIED), NOTES, good);
    add(SYNC, "ERROR", failing(Status.ERROR), NOTES, good);
    add(SYNC, "DEVICE_NOT_ONLINE", failing(Status.DEVICE_NOT_ONLINE), NOTES, good);
    add(SYNC, "NOT_SUPPORT", failing(Status.NOT_SUPPORT), NOTES, good);
    add(SYNC, "ERROR", failing(Status.ERROR), NOTES, good);
    add(SYNC, "TypeError", withoutAStore(), NOTES, good);
    add(SYNC, "NOT_INSTALLED", aPhone(), NOTES, good);
    String param = "SingleKVStore.setSyncParam";
    String second = "{storeId: 's', defaultAllowedDelayMs: 1000}";
    add(param, "401", aPhone().withOpenStore(), NOTES, second.replace("1000", "99"));
    add(param, "202", failing(Status.PERMISSION_DENIED), NOTES, second);
    add(param, "TypeError", withoutAStore(), NOTES, second);
    add(param, "NOT_INSTALLED", aPhone(), NOTES, second);
    String enable = "SingleKVStore.enableSync";
    String yes = "{storeId: 's', enabled: true}";
    add(enable, "401", aPhone().withOpenStore(), NOTES, yes.replace("true", "1"));
    add(enable, "15100005", failing(Status.ALREADY_CLOSED), NOTES, yes);
    add(enable, "TypeError", withoutAStore(), NOTES, yes);
    add(enable, "NOT_INSTALLED", aPhone(), NOTES, yes);
  }

  private static FakeDevice withoutAStore() {
    return aPhone().with("notes").whoseDataServiceSays(new KvCall.Reply.NoStoreObject());
  }

  private static FakeDevice failing(Status status) {
    return aPhone().withOpenStore().whoseDataServiceSays(new KvCall.Reply.Failed(status));
  }

  private void add(String call, String listed, FakeDevice phone, Caller caller, String arguments) {
    examples.add(new Example(call, listed, () -> phone.call(caller, call, arguments)));
  }
}
