package dev.trustring.device.platform;

import static dev.trustring.device.platform.FakeDevice.NOTES;
import static dev.trustring.device.platform.FakeDevice.SETTINGS;
import static dev.trustring.device.platform.FakeDevice.aPhone;

import dev.trustring.device.call.Caller;
import java.util.ArrayList;
import java.util.List;

/** The situations in which the calls of mini and small systems fail. */
final class LiteFailures {

  private static final String NOT_DECLARED = "permissionName: 'ohos.permission.NFC_TAG'";

  private final List<Failures.Example> examples = new ArrayList<>();

  private LiteFailures() {}

  static List<Failures.Example> all() {
    LiteFailures failures = new LiteFailures();
    failures.ofApps();
    failures.ofUids();
    failures.ofIpc();
    return failures.examples;
  }

  private void ofApps() {
    for (String call : List.of("GrantPermission", "RevokePermission")) {
      lite(call, "10", aPhone(), "{app: 'notes'}");
      lite(call, "19", running(), "{app: 'notes', " + NOT_DECLARED + "}");
      lite(call, "21", aPhone(), "{app: 'notes', " + NOT_DECLARED + "}");
    }
    lite("QueryPermission", "10", aPhone(), "{}");
    lite("QueryPermission", "21", aPhone(), "{app: 'notes'}");
    lite(
        "UpdatePermissionFlags", "10", running(), "{app: 'notes', flags: 1, " + NOT_DECLARED + "}");
    lite("UpdatePermissionFlags", "21", aPhone(), "{app: 'notes', flags: 2, " + NOT_DECLARED + "}");
    lite("LoadPermissions", "10", aPhone(), "{uid: 10000}");
    lite("DeletePermissions", "10", aPhone(), "{}");
  }

  private void ofUids() {
    for (String call : List.of("GrantRuntimePermission", "RevokeRuntimePermission")) {
      lite(call, "10", running(), "{uid: 10000}");
      lite(call, "19", running(), "{uid: 10000, " + NOT_DECLARED + "}");
      lite(call, "26", aPhone(), "{uid: 10000, " + NOT_DECLARED + "}");
    }
    add("PermissionLite.CheckPermission", "10", aPhone(), NOTES, "{uid: -1, " + NOT_DECLARED + "}");
    add("PermissionLite.CheckSelfPermission", "10", aPhone(), NOTES, "{}");
  }

  private void ofIpc() {
    String strategy = "IpcAuth.GetCommunicationStrategy";
    String allowed = "IpcAuth.IsCommunicationAllowed";
    add(strategy, "401", aPhone(), SETTINGS, "{uid: 7}");
    add(strategy, "100", aPhone(), SETTINGS, "{service: 'samgr', uid: 1000}");
    add(strategy, "-2", aPhone(), SETTINGS, "{service: 'nobody', uid: 7}");
    add(allowed, "401", aPhone(), SETTINGS, "{service: 'samgr'}");
    add(allowed, "-1", aPhone(), SETTINGS, "{service: 'nobody', consumerUid: 7}");
    String register = "SamgrLite.RegisterFeature";
    String api = "SamgrLite.GetFeatureApi";
    add(register, "401", aPhone(), SETTINGS, "{uid: 7}");
    add(register, "100", aPhone(), SETTINGS, "{service: 'samgr', uid: 1000}");
    add(register, "-2", aPhone(), SETTINGS, "{service: 'nobody', uid: 7}");
    add(api, "401", aPhone(), SETTINGS, "{service: 'samgr'}");
    FakeDevice board = aPhone();
    board.call(SETTINGS, register, "{service: 'appspawn', uid: 7}");
    add(api, "-1", board, SETTINGS, "{service: 'appspawn', consumerUid: 9}");
  }

  /** With notes that run under uid 10000 and do not declare the camera. */
  private static FakeDevice running() {
    FakeDevice board = aPhone();
    board.call(SETTINGS, "BundleManagerLite.Install", "{app: 'notes'}");
    board.call(SETTINGS, "PermissionLite.LoadPermissions", "{app: 'notes', uid: 10000}");
    return board;
  }

  private void lite(String call, String listed, FakeDevice board, String arguments) {
    add("PermissionLite." + call, listed, board, SETTINGS, arguments);
  }

  private void add(String call, String listed, FakeDevice board, Caller caller, String arguments) {
    examples.add(new Failures.Example(call, listed, () -> board.call(caller, call, arguments)));
  }
}
