package dev.trustring.device.platform;

import static dev.trustring.device.platform.FakeDevice.NOTES;
import static dev.trustring.device.platform.FakeDevice.SETTINGS;
import static dev.trustring.device.platform.FakeDevice.aPhone;

import dev.trustring.device.SampleApps;
import dev.trustring.device.call.Caller;
import java.util.ArrayList;
import java.util.List;

/** The situations in which the calls that move apps or lock the screen fail. */
final class ActivityFailures {

  private static final String START = "backgroundTaskManager.startBackgroundRunning";
  private static final String STOP = "backgroundTaskManager.stopBackgroundRunning";
  private static final String TASK = "{bgMode: 'LOCATION'}";

  private final List<Failures.Example> examples = new ArrayList<>();

  private ActivityFailures() {}

  static List<Failures.Example> all() {
    ActivityFailures failures = new ActivityFailures();
    failures.bySystem();
    failures.byTheApp();
    failures.ofTheScreen();
    failures.acrossDevices();
    return failures.examples;
  }

  private void bySystem() {
    Caller clock = FakeDevice.app(SampleApps.CLOCK);
    for (String call :
        List.of(
            "missionManager.moveMissionToFront",
            "appManager.killProcessesByBundleName",
            "formHost.notifyVisibleForms",
            "formHost.notifyInvisibleForms")) {
      FakeDevice phone = aPhone().with("notes", "clock");
      add(call, "401", phone, SETTINGS, "{app: 'unheard-of'}");
      add(call, "202", phone, NOTES, "{app: 'notes'}");
      add(call, "201", phone, clock, "{app: 'notes'}");
      add(call, "NOT_INSTALLED", aPhone(), clock, "{app: 'notes'}");
    }
  }

  private void byTheApp() {
    for (String call :
        List.of("UIAbilityContext.moveAbilityToBackground", "UIAbilityContext.terminateSelf")) {
      add(call, "NOT_INSTALLED", aPhone(), NOTES, "{}");
    }
    add(START, "401", aPhone().with("maps"), NOTES, "{bgMode: 'SLEEP'}");
    add(START, "201", aPhone().with("notes"), NOTES, TASK);
    add(START, "NOT_INSTALLED", aPhone(), NOTES, TASK);
    add(STOP, "201", aPhone().with("notes"), NOTES, "{}");
    add(STOP, "NOT_INSTALLED", aPhone(), NOTES, "{}");
  }

  private void ofTheScreen() {
    Caller clock = FakeDevice.app(SampleApps.CLOCK);
    for (String call : List.of("power.suspend", "power.wakeup")) {
      add(call, "202", aPhone().with("notes"), NOTES, "{}");
    }
    for (String call : List.of("screenLock.lock", "screenLock.unlock")) {
      FakeDevice phone = aPhone().with("notes", "clock");
      add(call, "202", phone, NOTES, "{}");
      add(call, "201", phone, clock, "{}");
      add(call, "NOT_INSTALLED", aPhone(), clock, "{}");
    }
  }

  private void acrossDevices() {
    String call = "UIAbilityContext.startAbilityByCall";
    add(call, "401", aPhone().with("notes"), NOTES, "{}");
    add(call, "201", aPhone().with("notes"), NOTES, "{deviceId: 'tablet'}");
    add(call, "16000050", aPhone().withGrantedNotes(), NOTES, "{deviceId: 'nowhere'}");
    add(call, "NOT_INSTALLED", aPhone(), NOTES, "{deviceId: 'tablet'}");
    add("Caller.release", "NOT_INSTALLED", aPhone(), NOTES, "{}");
  }

  private void add(String call, String listed, FakeDevice phone, Caller caller, String arguments) {
    examples.add(new Failures.Example(call, listed, () -> phone.call(caller, call, arguments)));
  }
}
