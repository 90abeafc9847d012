package dev.trustring.device.platform;

import static dev.trustring.device.platform.FakeDevice.NOTES;
import static dev.trustring.device.platform.FakeDevice.SETTINGS;
import static dev.trustring.device.platform.FakeDevice.aPhone;

import dev.trustring.device.SampleApps;
import dev.trustring.device.call.Caller;
import dev.trustring.device.nearby.DeviceManager;
import dev.trustring.trust.level.LevelAnswer;
import dev.trustring.trust.level.LevelCode;
import java.util.ArrayList;
import java.util.List;

/** For every failure that a call of a DeviceManager lists, a situation in which it comes. */
final class DeviceManagerFailures {

  static final String START = "distributedDeviceManager.startDiscovering";
  static final String ANY = "{discoverParam: {discoverTargetType: 1}}";

  private static final String MODULE = "distributedDeviceManager.";
  private static final String TABLET = "{networkId: 'tablet'}";
  private static final String STATES = "{type: 'deviceStateChange'}";

  private final List<Failures.Example> examples = new ArrayList<>();

  private DeviceManagerFailures() {}

  static List<Failures.Example> all() {
    DeviceManagerFailures failures = new DeviceManagerFailures();
    failures.ofTheObject();
    failures.ofQuestions();
    failures.ofDiscovery();
    failures.ofLevels();
    failures.ofBoxes();
    failures.ofNames();
    failures.ofHints();
    failures.ofPublishing();
    return failures.examples;
  }

  /** A phone on which the notes may exchange data and have given their DeviceManager back. */
  static FakeDevice released() {
    FakeDevice phone = aPhone().withGrantedNotes();
    phone.call(NOTES, MODULE + "releaseDeviceManager", "{}");
    return phone;
  }

  private void ofTheObject() {
    add("createDeviceManager", "401", aPhone().with("notes"), "{bundleName: ''}");
    FakeDevice dead = aPhone().with("notes");
    dead.devices(new DeviceManager.ServiceIs(false));
    add("createDeviceManager", "11600102", dead, "{bundleName: 'com.example.notes'}");
    add("createDeviceManager", "NOT_INSTALLED", aPhone(), "{bundleName: 'com.example.notes'}");
    add("releaseDeviceManager", "11600101", released(), "{}");
    add("releaseDeviceManager", "NOT_INSTALLED", aPhone(), "{}");
    for (String call : List.of("on", "off")) {
      add(call, "401", aPhone().withGrantedNotes(), "{type: 'weatherChange'}");
      permission(call, STATES);
      add(call, "202", aPhone().withGrantedNotes(), "{type: 'replyResult'}");
    }
  }

  private void ofQuestions() {
    for (String call :
        List.of(
            "getAvailableDeviceListSync",
            "getAvailableDeviceList",
            "getLocalDeviceNetworkId",
            "getLocalDeviceName",
            "getLocalDeviceType",
            "getLocalDeviceId",
            "stopDiscovering")) {
      permission(call, "{}");
    }
    for (String call : List.of("getDeviceName", "getDeviceType")) {
      add(call, "401", aPhone().withGrantedNotes(), "{networkId: '" + "x".repeat(256) + "'}");
      add(call, "201", aPhone().with("notes"), TABLET);
      add(call, "11600101", aPhone().withGrantedNotes(), TABLET);
      add(call, "NOT_INSTALLED", aPhone(), TABLET);
    }
  }

  private void ofBoxes() {
    String call = MODULE + "replyUiAction";
    String allow = "{action: 0}";
    Caller clock = FakeDevice.app(SampleApps.CLOCK);
    FakeDevice phone = aPhone().with("notes", "clock");
    box(call, "401", phone, SETTINGS, "{action: 6}");
    box(call, "202", phone, NOTES, allow);
    box(call, "201", phone, clock, allow);
    box(call, "11600101", phone, SETTINGS, allow);
    box(call, "NOT_INSTALLED", aPhone(), clock, allow);
  }

  private void ofNames() {
    String call = MODULE + "setLocalDeviceName";
    String name = "{deviceName: 'Kitchen'}";
    FakeDevice phone = DeviceNameCallsTest.loggedIn().with("clock");
    box(call, "401", phone, SETTINGS, "{deviceName: ''}");
    box(call, "11600106", DeviceNameCallsTest.expired(), SETTINGS, name);
    box(call, "11600107", aPhone(), SETTINGS, name);
    box(call, "11600108", phone, SETTINGS, "{deviceName: ' '}");
    ofTheSystem(call, name);
    String osType = MODULE + "getOsTypeByNetworkId";
    box(osType, "11600110", phone, SETTINGS, TABLET);
    ofTheSystem(osType, TABLET);
    String ofNative = "OHDeviceManager.GetLocalDeviceName";
    box(ofNative, "201", aPhone().with("notes"), NOTES, "{}");
    box(ofNative, "11600109", aPhone(), SETTINGS, "{}");
    box(ofNative, "NOT_INSTALLED", aPhone(), NOTES, "{}");
  }

  private void ofTheSystem(String call, String arguments) {
    Caller clock = FakeDevice.app(SampleApps.CLOCK);
    box(call, "202", aPhone().with("notes"), NOTES, arguments);
    box(call, "201", aPhone().with("clock"), clock, arguments);
    box(call, "11600101", released(), NOTES, arguments);
    box(call, "NOT_INSTALLED", aPhone(), clock, arguments);
  }

  private void ofHints() {
    Caller clock = FakeDevice.app(SampleApps.CLOCK);
    FakeDevice phone = aPhone().with("notes", "clock");
    for (String call :
        List.of(
            "DeviceManager.RegisterLocalServiceInfo",
            "DistributedDeviceProfile.PutBusinessEvent")) {
      String good = "{businessId: 'cast', isInAntiDisturbanceMode: true}";
      box(call, "401", phone, SETTINGS, "{isNeedFreeze: 1, isInAntiDisturbanceMode: true}");
      box(call, "202", phone, NOTES, good);
      box(call, "201", phone, clock, good);
      box(call, "NOT_INSTALLED", aPhone(), clock, good);
    }
  }

  private void ofPublishing() {
    String begin = "deviceManager.publishDeviceDiscovery";
    String end = "deviceManager.unPublishDeviceDiscovery";
    String good = "{publishId: 7, publishInfo: {publishId: 7, mode: 170, freq: 0}}";
    Caller clock = FakeDevice.app(SampleApps.CLOCK);
    for (String call : List.of(begin, end)) {
      box(call, "401", aPhone(), SETTINGS, "{publishId: -1, publishInfo: {publishId: 7}}");
      box(call, "202", aPhone().with("notes"), NOTES, good);
      box(call, "201", aPhone().with("clock"), clock, good);
      box(call, "NOT_INSTALLED", aPhone(), clock, good);
    }
    FakeDevice dark = aPhone();
    dark.call(SETTINGS, "power.suspend", "{}");
    box(begin, "11600101", dark, SETTINGS, good);
    box(end, "11600101", aPhone(), SETTINGS, good);
    FakeDevice twice = aPhone();
    twice.call(SETTINGS, begin, good);
    box(begin, "11600105", twice, SETTINGS, good);
  }

  private void box(String call, String listed, FakeDevice phone, Caller caller, String arguments) {
    examples.add(new Failures.Example(call, listed, () -> phone.call(caller, call, arguments)));
  }

  private void ofDiscovery() {
    permission("startDiscovering", ANY);
    add(
        "startDiscovering",
        "401",
        aPhone().withGrantedNotes(),
        "{discoverParam: {discoverTargetType: 2}}");
    FakeDevice twice = aPhone().withGrantedNotes();
    twice.call(NOTES, START, ANY);
    add("startDiscovering", "11600104", twice, ANY);
  }

  private void ofLevels() {
    for (LevelCode code : LevelCode.values()) {
      if (code != LevelCode.SUCCESS) {
        String call = "DeviceSecurityLevel.requestDeviceSecurityInfoAsync";
        FakeDevice phone = aPhone().whoseLevelServiceSays(new LevelAnswer(0, code));
        examples.add(
            new Failures.Example(
                call,
                Integer.toString(code.number()),
                () -> phone.call(SETTINGS, call, "{deviceId: 'tablet'}")));
      }
    }
  }

  private void permission(String call, String arguments) {
    add(call, "201", aPhone().with("notes"), arguments);
    add(call, "11600101", released(), arguments);
    add(call, "NOT_INSTALLED", aPhone(), arguments);
  }

  private void add(String call, String listed, FakeDevice phone, String arguments) {
    String name = MODULE + call;
    examples.add(new Failures.Example(name, listed, () -> phone.call(NOTES, name, arguments)));
  }
}
