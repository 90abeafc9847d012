package dev.trustring.device.platform;

import static dev.trustring.device.platform.FakeDevice.NOTES;
import static dev.trustring.device.platform.FakeDevice.SETTINGS;
import static dev.trustring.device.platform.FakeDevice.aPhone;

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

  private void add(String call, String listed, FakeDevice phone, Caller caller, String arguments) {
    examples.add(new Failures.Example(call, listed, () -> phone.call(caller, call, arguments)));
  }
}
