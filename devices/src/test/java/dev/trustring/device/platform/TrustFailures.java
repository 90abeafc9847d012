package dev.trustring.device.platform;

import static dev.trustring.device.platform.FakeDevice.NOTES;
import static dev.trustring.device.platform.FakeDevice.SETTINGS;
import static dev.trustring.device.platform.FakeDevice.aPhone;

import dev.trustring.device.SampleApps;
import dev.trustring.device.call.Caller;
import java.util.ArrayList;
import java.util.List;

/** The failures of the calls about trust. */
final class TrustFailures {

  private final List<Failures.Example> examples = new ArrayList<>();

  private TrustFailures() {}

  static List<Failures.Example> all() {
    TrustFailures failures = new TrustFailures();
    failures.ofAccessControl();
    failures.ofUsers();
    return failures.examples;
  }

  private void ofAccessControl() {
    String tablet = "{peer: 'tablet', pkgName: 'com.example.notes'}";
    String negative = "{peer: 'tablet', pkgName: 'com.example.notes', peerUserId: -1}";
    for (String check : List.of("CheckAccess", "CheckSrcAccess", "CheckSinkAccess")) {
      String call = "DeviceManager." + check + "Control";
      add(call, "96929749", aPhone(), SETTINGS, negative);
      add(call, "96929750", aPhone(), NOTES, tablet);
    }
  }

  private void ofUsers() {
    String user = "{localId: 101}";
    String create = "osAccount.createOsAccount";
    String constrain = "osAccount.setOsAccountConstraints";
    String forbid = "constraints: ['constraint.distributed.transmission'], enable: true}";
    everywhere(create, "{localName: 'Ben', type: 1}");
    add(create, "12300002", aPhone(), SETTINGS, "{localName: 'Ben', type: 3}");
    everywhere(constrain, "{localId: 100, " + forbid);
    add(
        constrain,
        "12300002",
        aPhone(),
        SETTINGS,
        "{localId: 100, constraints: ['x'], enable: true}");
    add(constrain, "12300003", aPhone(), SETTINGS, "{localId: 101, " + forbid);
    for (String what : List.of("activate", "deactivate", "remove")) {
      everywhere("osAccount." + what + "OsAccount", user);
      add("osAccount." + what + "OsAccount", "12300003", aPhone(), SETTINGS, user);
      add("osAccount." + what + "OsAccount", "12300008", aPhone(), SETTINGS, "{localId: 0}");
    }
    for (String call : List.of("UserIdentityManager.addCredential", "UserAuth.authUser")) {
      everywhere(call, user);
      add(call, "12300003", aPhone(), SETTINGS, user);
    }
  }

  /** What every call about users fails with. */
  private void everywhere(String call, String arguments) {
    Caller clock = FakeDevice.app(SampleApps.CLOCK);
    add(call, "401", aPhone(), SETTINGS, "{}");
    add(call, "202", aPhone().with("notes"), NOTES, arguments);
    add(call, "201", aPhone().with("clock"), clock, arguments);
    add(call, "NOT_INSTALLED", aPhone(), clock, arguments);
  }

  private void add(String call, String listed, FakeDevice phone, Caller caller, String arguments) {
    examples.add(new Failures.Example(call, listed, () -> phone.call(caller, call, arguments)));
  }
}
