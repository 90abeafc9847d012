package dev.trustring.device.platform;

import static dev.trustring.device.platform.FakeDevice.NOTES;
import static dev.trustring.device.platform.FakeDevice.SETTINGS;
import static dev.trustring.device.platform.FakeDevice.aPhone;

import dev.trustring.atm.uptime.ServiceHealth;
import dev.trustring.device.SampleApps;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.CallSpec.Failure;
import dev.trustring.device.call.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The situations in which the calls of the AccessTokenManager fail. */
final class AtmFailures {

  private static final String JS = "abilityAccessCtrl.";
  private static final String KIT = "AccessTokenKit.";
  private static final Caller CARETAKER = FakeDevice.app(SampleApps.CARETAKER);
  private static final Caller CLOCK = FakeDevice.app(SampleApps.CLOCK);
  private static final String CAMERA = "permissionName: 'ohos.permission.CAMERA'";
  private static final String ONLY_CAMERA = "permissionList: ['ohos.permission.CAMERA']";
  private static final String UNHEARD_OF = "permissionName: 'ohos.permission.CAMERRA'";
  private static final String DATASYNC = "permissionName: 'ohos.permission.DISTRIBUTED_DATASYNC'";

  private final List<Failures.Example> examples = new ArrayList<>();

  private AtmFailures() {}

  static List<Failures.Example> all() {
    AtmFailures failures = new AtmFailures();
    Stream.of(AbilityAccessCtrl.all(), AccessTokenKit.all())
        .flatMap(List::stream)
        .forEach(call -> failures.ofAnybody(call.spec()));
    failures.ofAnybody(PermissionListener.on().spec());
    failures.ofAnybody(PermissionListener.off().spec());
    failures.ofChanges();
    failures.ofQuestions();
    failures.ofToggles();
    failures.ofSheets();
    failures.ofListeners();
    failures.ofTokens();
    failures.ofInnerChanges();
    failures.ofPolicies();
    failures.ofWhiteLists();
    return failures.examples;
  }

  /** Failures that have nothing to do with what the call does. */
  private void ofAnybody(CallSpec spec) {
    String call = spec.name().value();
    boolean inner = call.startsWith(KIT);
    boolean aboutItself =
        !lists(spec, "201") && !lists(spec, "202") && lists(spec, "NOT_INSTALLED");
    Caller able = aboutItself ? NOTES : SETTINGS;
    addIf(spec, "401", aPhone().with("notes"), able, "{}");
    addIf(spec, "202", aPhone().with("notes"), NOTES, GoodCalls.of(call));
    addIf(spec, "201", aPhone().with("notes", "clock"), CLOCK, GoodCalls.of(call));
    addIf(spec, "NOT_INSTALLED", aPhone().with("notes"), CARETAKER, GoodCalls.of(call));
    addIf(
        spec,
        inner ? "12100012" : "12100007",
        aPhone().with("notes").whosePermissionServiceIs(ServiceHealth.GONE),
        able,
        GoodCalls.of(call));
    addIf(
        spec,
        inner ? "12100013" : "12100008",
        aPhone().with("notes").whosePermissionServiceIs(ServiceHealth.OUT_OF_MEMORY),
        able,
        GoodCalls.of(call));
  }

  private static boolean lists(CallSpec spec, String code) {
    return spec.failures().stream().map(Failure::codeOrName).anyMatch(code::equals);
  }

  private void addIf(
      CallSpec spec, String code, FakeDevice phone, Caller caller, String arguments) {
    if (lists(spec, code)) {
      add(spec.name().value(), code, phone, caller, arguments);
    }
  }

  private void ofChanges() {
    for (String name :
        List.of(
            "grantUserGrantedPermission",
            "revokeUserGrantedPermission",
            "grantPermission",
            "revokePermission")) {
      String call = JS + name;
      FakeDevice phone = aPhone().with("notes");
      settings(call, "12100001", phone, "{app: 'notes', permissionFlags: 4, " + CAMERA + "}");
      settings(call, "12100002", phone, "{app: 'greedy', permissionFlags: 2, " + CAMERA + "}");
      settings(call, "12100003", phone, "{app: 'notes', permissionFlags: 2, " + UNHEARD_OF + "}");
      settings(call, "12100006", phone, "{app: 'notes', permissionFlags: 64, " + DATASYNC + "}");
      settings(call, "12100009", fixed(), "{app: 'notes', permissionFlags: 2, " + CAMERA + "}");
      if (name.endsWith("tPermission") || name.equals("revokePermission")) {
        settings(
            call,
            "12100014",
            phone,
            "{app: 'notes', permissionFlags: 2, permissionName: 'ohos.permission.INTERNET'}");
      }
    }
  }

  /** A phone whose administrator fixed the camera of the notes. */
  private static FakeDevice fixed() {
    FakeDevice phone = aPhone().with("notes");
    phone.call(
        SETTINGS,
        KIT + "SetPermissionStatusWithPolicy",
        GoodCalls.of(KIT + "SetPermissionStatusWithPolicy"));
    return phone;
  }

  private void ofQuestions() {
    FakeDevice phone = aPhone().with("notes");
    String noName = "{app: 'notes', permissionName: ''}";
    settings(JS + "verifyAccessTokenSync", "12100001", phone, noName);
    settings(JS + "checkAccessToken", "12100001", phone, noName);
    settings(JS + "getPermissionFlags", "12100001", phone, "{tokenID: 0, " + CAMERA + "}");
    settings(JS + "getPermissionFlags", "12100002", phone, "{tokenID: 7, " + CAMERA + "}");
    settings(JS + "getPermissionFlags", "12100003", phone, "{app: 'notes', " + UNHEARD_OF + "}");
    add(JS + "getSelfPermissionStatus", "12100001", phone, NOTES, "{permissionName: ''}");
  }

  private void ofToggles() {
    String set = JS + "setPermissionRequestToggleStatus";
    String get = JS + "getPermissionRequestToggleStatus";
    settings(set, "12100001", aPhone(), "{status: 2, " + CAMERA + "}");
    settings(set, "12100003", aPhone(), "{status: 1, " + UNHEARD_OF + "}");
    settings(get, "12100001", aPhone(), "{permissionName: 'ohos.permission.INTERNET'}");
    settings(get, "12100003", aPhone(), "{" + UNHEARD_OF + "}");
  }

  private void ofSheets() {
    String sheet = JS + "requestPermissionOnSetting";
    String device = JS + "requestGlobalSwitch";
    FakeDevice phone = aPhone().with("notes");
    add(sheet, "12100001", phone, NOTES, "{permissionList: ['']}");
    add(sheet, "12100012", phone, NOTES, "{" + ONLY_CAMERA + "}");
    add(sheet, "12100014", phone, NOTES, "{permissionList: ['ohos.permission.HOOK_KEY_EVENT']}");
    FakeDevice denied = withCamera("revokeUserGrantedPermission");
    denied.begin(NOTES, sheet, "{" + ONLY_CAMERA + "}");
    add(sheet, "12100010", denied, NOTES, "{" + ONLY_CAMERA + "}");
    FakeDevice granted = withCamera("grantUserGrantedPermission");
    add(sheet, "12100011", granted, NOTES, "{" + ONLY_CAMERA + "}");
    add(device, "12100001", phone, NOTES, "{type: 3}");
    add(device, "12100013", phone, NOTES, "{type: 0}");
    FakeDevice asking = aPhone().with("notes");
    asking.call(SETTINGS, KIT + "SetGlobalSwitch", "{type: 0, isOpen: false}");
    asking.begin(NOTES, device, "{type: 0}");
    add(device, "12100010", asking, NOTES, "{type: 0}");
  }

  private static FakeDevice withCamera(String decided) {
    FakeDevice phone = aPhone().with("notes");
    phone.call(SETTINGS, JS + decided, "{app: 'notes', permissionFlags: 2, " + CAMERA + "}");
    return phone;
  }

  private void ofListeners() {
    String self = "{type: 'selfPermissionStateChange', permissionList: [], callback: 'f'}";
    settings(JS + "on", "12100001", aPhone(), "{permissionList: ['x'], callback: 'f'}");
    FakeDevice listening = aPhone().with("notes");
    listening.call(NOTES, JS + "on", self);
    add(JS + "on", "12100004", listening, NOTES, self);
    FakeDevice busy = aPhone();
    for (int i = 0; i < 200; i++) {
      busy.call(SETTINGS, JS + "on", "{permissionList: [], callback: 'f" + i + "'}");
    }
    settings(JS + "on", "12100005", busy, "{permissionList: [], callback: 'f'}");
    settings(JS + "off", "12100001", aPhone(), "{permissionList: [], callback: 'f'}");
    add(JS + "off", "12100004", aPhone().with("notes"), NOTES, self);
  }

  private void ofTokens() {
    FakeDevice phone = aPhone().with("notes");
    settings(KIT + "GetHapTokenInfo", "12100001", phone, "{tokenID: 672137216}");
    settings(KIT + "GetHapTokenInfo", "12100004", phone, "{app: 'greedy'}");
    settings(KIT + "DumpTokenInfo", "12100001", phone, "{tokenID: 'x'}");
    settings(KIT + "GetDefPermission", "12100001", phone, "{permissionName: ''}");
    settings(KIT + "GetDefPermission", "12100007", phone, "{" + UNHEARD_OF + "}");
    String value = KIT + "GetReqPermissionByName";
    settings(value, "12100001", phone, "{app: 'notes', permissionName: ''}");
    settings(value, "12100004", phone, "{app: 'greedy', " + CAMERA + "}");
    settings(value, "12100007", phone, "{app: 'notes', " + UNHEARD_OF + "}");
    settings(value, "12100031", phone, "{app: 'notes', " + CAMERA + "}");
    settings(KIT + "GetReqPermissions", "12100001", phone, "{tokenID: 0, isSystemGrant: true}");
    settings(KIT + "GetReqPermissions", "12100004", phone, "{app: 'greedy', isSystemGrant: true}");
    settings(KIT + "GetPermissionsStatus", "12100001", phone, "{app: 'notes', permissionList: []}");
    settings(
        KIT + "GetPermissionsStatus", "12100004", phone, "{app: 'greedy', " + ONLY_CAMERA + "}");
    settings(KIT + "GetAccessTokenId", "12100001", phone, "{processName: '', perms: []}");
    String init = KIT + "InitHapToken";
    settings(init, "12100001", phone, "{app: 'notes', dlpType: 5}");
    settings(init, "12100005", phone, "{app: 'clock', tokenID: " + tokenOfNotes(phone) + "}");
    settings(init, "12100024", phone, "{app: 'greedy'}");
  }

  private static String tokenOfNotes(FakeDevice phone) {
    CallOutcome found =
        phone.call(SETTINGS, KIT + "GetHapTokenID", "{bundleName: 'com.example.notes'}");
    return ((CallOutcome.Returned) found).value().asText();
  }

  private void ofInnerChanges() {
    FakeDevice phone = aPhone().with("notes");
    for (String call : List.of(KIT + "GrantPermission", KIT + "RevokePermission")) {
      settings(call, "12100001", phone, "{app: 'notes', flag: 3, " + CAMERA + "}");
      settings(call, "12100007", phone, "{app: 'notes', flag: 2, " + UNHEARD_OF + "}");
      settings(call, "12100004", phone, "{app: 'greedy', flag: 2, " + CAMERA + "}");
      settings(call, "12100011", phone, "{app: 'notes', flag: 64, " + DATASYNC + "}");
      settings(call, "12100032", fixed(), "{app: 'notes', flag: 2, " + CAMERA + "}");
    }
    String clear = KIT + "ClearUserGrantedPermissionState";
    settings(clear, "12100001", phone, "{tokenID: 0}");
    settings(clear, "12100004", phone, "{app: 'greedy'}");
    String brief = KIT + "GrantPermissionForSpecifiedTime";
    String name = "permissionName: 'ohos.permission.SHORT_TERM_WRITE_IMAGEVIDEO'}";
    settings(brief, "12100001", phone, "{app: 'notes', onceTime: 0, " + name);
    settings(brief, "12100004", phone, "{app: 'greedy', onceTime: 1, " + name);
    settings(KIT + "SetPermDialogCap", "12100001", phone, "{app: 'unheard-of', enable: true}");
    settings(KIT + "SetPermDialogCap", "12100004", phone, "{app: 'greedy', enable: true}");
    settings(KIT + "SetGlobalSwitch", "12100001", phone, "{type: 3, isOpen: true}");
  }

  private void ofPolicies() {
    FakeDevice phone = aPhone().with("notes");
    String admin = KIT + "SetPermissionStatusWithPolicy";
    settings(admin, "12100001", phone, "{app: 'notes', status: 0, flag: 2, " + ONLY_CAMERA + "}");
    settings(
        admin, "12100004", phone, "{app: 'greedy', status: 0, flag: 128, " + ONLY_CAMERA + "}");
    settings(
        admin, "12100007", phone, "{app: 'notes', status: 0, flag: 128, permissionList: ['x']}");
    String set = KIT + "SetUserPolicy";
    settings(set, "12100001", phone, "{userPermissionList: []}");
    settings(set, "12100007", phone, GoodCalls.of(set).replace("CAMERA", "CAMERRA"));
    settings(set, "12100105", restricted("settings"), GoodCalls.of(set).replace("false", "true"));
    settings(set, "12100100", restricted("edm"), GoodCalls.of(set));
    String clear = KIT + "ClearUserPolicy";
    settings(clear, "12100001", phone, "{permissionList: []}");
    settings(clear, "12100101", phone, GoodCalls.of(clear));
    settings(clear, "12100100", restricted("edm"), GoodCalls.of(clear));
  }

  private void ofWhiteLists() {
    String add = KIT + "AddUserPolicyWhiteList";
    String remove = KIT + "RemoveUserPolicyWhiteList";
    for (String call : List.of(add, remove)) {
      FakeDevice set = restricted("settings");
      settings(call, "12100001", set, "{tokenID: 0, " + CAMERA + "}");
      settings(call, "12100004", set, "{app: 'greedy', " + CAMERA + "}");
      settings(call, "12100101", aPhone().with("notes"), GoodCalls.of(call));
      settings(call, "12100100", restricted("edm"), GoodCalls.of(call));
      FakeDevice other = aPhone().with("notes");
      String policy = KIT + "SetUserPolicy";
      other.call(SETTINGS, policy, GoodCalls.of(policy).replace("100", "101"));
      settings(call, "12100104", other, GoodCalls.of(call));
    }
    FakeDevice listed = restricted("settings");
    listed.call(SETTINGS, add, GoodCalls.of(add));
    settings(add, "12100102", listed, GoodCalls.of(add));
    settings(remove, "12100103", restricted("settings"), GoodCalls.of(remove));
  }

  /** A phone on which somebody has set a policy for the camera. */
  private static FakeDevice restricted(String process) {
    FakeDevice phone = aPhone().with("notes");
    String policy = GoodCalls.of(KIT + "SetUserPolicy");
    phone.call(
        SETTINGS,
        KIT + "SetUserPolicy",
        policy.replaceFirst("^.", "{process: '" + process + "', "));
    return phone;
  }

  private void settings(String call, String listed, FakeDevice phone, String arguments) {
    add(call, listed, phone, SETTINGS, arguments);
  }

  private void add(String call, String listed, FakeDevice phone, Caller caller, String arguments) {
    Supplier<CallOutcome> outcome = () -> phone.call(caller, call, arguments);
    examples.add(new Failures.Example(call, listed, outcome));
  }
}
