package dev.trustring.device.platform;

import static dev.trustring.device.platform.FakeDevice.NOTES;
import static dev.trustring.device.platform.FakeDevice.SETTINGS;
import static dev.trustring.device.platform.FakeDevice.aPhone;
import static dev.trustring.device.platform.PermissionCallsTest.code;
import static dev.trustring.device.platform.PermissionCallsTest.returned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.atm.GrantEffect;
import dev.trustring.device.SampleApps;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that grant and revoke (access-token §3.3, §4.3, §4.5). */
class ChangeCallsTest {
  private static final String JS = "abilityAccessCtrl.";
  private static final String KIT = "AccessTokenKit.";

  private final FakeDevice phone = aPhone().with("notes", "clock", "caretaker", "traveller");

  /** Rows of access-token §4.3: of two things that are wrong the one named first is told. */
  @ParameterizedTest(name = "grantUserGrantedPermission {0} is {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "permissionName: 'x', permissionFlags: 3 | 401 | neither tokenID nor app",
        "tokenID: 0, app: 'notes', permissionName: 'x', permissionFlags: 3 | 401 | both",
        "tokenID: 0, permissionName: '', permissionFlags: 3 | 12100001 | the name",
        "tokenID: 0, permissionName: 'x', permissionFlags: 3 | 12100003 | undefined",
        "tokenID: 0, permissionName: '%INTERNET', permissionFlags: 3 | 12100001 | the flag",
        "tokenID: 0, permissionName: '%INTERNET', permissionFlags: 2 | 12100003 | system_grant",
        "tokenID: 0, permissionName: '%HOOK_KEY_EVENT', permissionFlags: 2 | 12100003 | manual",
        "tokenID: 0, permissionName: '%CAMERA', permissionFlags: 2 | 12100001 | id 0",
        "tokenID: 570425351, permissionName: '%CAMERA', permissionFlags: 2 | 12100002 | render",
        "tokenID: 536870919, permissionName: '%CAMERA', permissionFlags: 2 | 202 | the caller",
      })
  void tellsWhatIsWrongBeforeWhoMayNot(String arguments, int code, String what) {
    String all = "{" + arguments.replace("%", "ohos.permission.") + "}";

    assertThat(code(phone.call(NOTES, JS + "grantUserGrantedPermission", all))).isEqualTo(code);
    assertThat(code(phone.call(NOTES, JS + "revokeUserGrantedPermission", all))).isEqualTo(code);
  }

  @ParameterizedTest(name = "grantPermission {0} is {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "tokenID: 0, permissionName: 'x', permissionFlags: 2 | 12100001 | id 0",
        "app: 'notes', permissionName: 'x', permissionFlags: 3 | 12100001 | the flag",
        "app: 'notes', permissionName: 'x', permissionFlags: 2 | 12100003 | undefined",
        "app: 'notes', permissionName: '%INTERNET', permissionFlags: 2 | 12100014 | system_grant",
        "tokenID: 570425351, permissionName: '%CAMERA', permissionFlags: 2 | 12100002 | render",
        "app: 'notes', permissionName: '%CAMERA', permissionFlags: 2 | 202 | the caller",
      })
  void tellsOfTheNewerCallsInTheirOrder(String arguments, int code, String what) {
    String all = "{" + arguments.replace("%", "ohos.permission.") + "}";

    assertThat(code(phone.call(NOTES, JS + "grantPermission", all))).isEqualTo(code);
    assertThat(code(phone.call(NOTES, JS + "revokePermission", all))).isEqualTo(code);
  }

  /** What the service finds once the caller may (§4.3). */
  @ParameterizedTest(name = "{0} is {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "tokenID: 7, permissionName: '%CAMERA', permissionFlags: 2 | 12100002 | unknown",
        "tokenID: 672137216, permissionName: '%CAMERA', permissionFlags: 2 | 12100002 | no app's",
        "app: 'notes', permissionName: '%DISTRIBUTED_DATASYNC', permissionFlags: 64 | 12100006 | ",
        "app: 'notes', permissionName: '%MICROPHONE', permissionFlags: 2 | 12100001 | undeclared",
      })
  void tellsASystemAppThatMayWhatTheServiceFinds(String arguments, int code, String what) {
    String all = "{" + arguments.replace("%", "ohos.permission.") + "}";
    Caller caretaker = FakeDevice.app(SampleApps.CARETAKER);

    assertThat(code(phone.call(caretaker, JS + "grantUserGrantedPermission", all))).isEqualTo(code);
    assertThat(code(phone.call(caretaker, JS + "grantPermission", all))).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"grantUserGrantedPermission", "grantPermission"})
  void grantsByTheNumberOfATokenToo(String call) {
    String token = returned(phone.call(SETTINGS, "installer.install", "{app: 'notes'}"));

    CallOutcome outcome =
        phone.call(
            SETTINGS,
            JS + call,
            "{tokenID: "
                + token
                + ", permissionName: 'ohos.permission.CAMERA', permissionFlags: 2}");

    assertThat(outcome).isEqualTo(CallOutcome.done());
    assertThat(flags("CAMERA", "notes")).isEqualTo("2");
  }

  @Test
  void grantsWhatIsSwitchedOnInSettingsOnlyByTheNewerCallAlone() {
    String hook =
        "{app: 'traveller', permissionName: 'ohos.permission.HOOK_KEY_EVENT', permissionFlags: 2}";

    assertThat(code(phone.call(SETTINGS, JS + "grantUserGrantedPermission", hook)))
        .isEqualTo(12100003);
    assertThat(phone.call(SETTINGS, JS + "grantPermission", hook)).isEqualTo(CallOutcome.done());

    assertThat(flags("HOOK_KEY_EVENT", "traveller")).isEqualTo("2");
  }

  @ParameterizedTest
  @CsvSource({
    "abilityAccessCtrl.revokePermission, permissionFlags",
    "AccessTokenKit.RevokePermission, flag"
  })
  void endsTheProcessOfAnAppThatLosesAPermissionUnlessToldNotTo(String call, String flag) {
    String camera = "app: 'notes', permissionName: 'ohos.permission.CAMERA'";
    phone.call(SETTINGS, JS + "grantPermission", "{" + camera + ", permissionFlags: 2}");
    phone.call(SETTINGS, call, "{" + camera + ", killProcess: false, " + flag + ": 2}");
    assertThat(killed()).isFalse();

    phone.call(SETTINGS, JS + "grantPermission", "{" + camera + ", permissionFlags: 2}");
    phone.call(SETTINGS, call, "{" + camera + ", " + flag + ": 2}");

    assertThat(killed()).isTrue();
  }

  @Test
  void leavesAUserWithoutAChoiceOnceAnAdministratorHasFixedAPermission() {
    String camera = "{app: 'notes', permissionName: 'ohos.permission.CAMERA', permissionFlags: 2}";
    String policy = "{app: 'notes', permissionList: ['ohos.permission.CAMERA'], status: -1, flag: ";

    phone.call(SETTINGS, KIT + "SetPermissionStatusWithPolicy", policy + "128}");
    assertThat(code(phone.call(SETTINGS, JS + "grantUserGrantedPermission", camera)))
        .isEqualTo(12100009);

    phone.call(SETTINGS, KIT + "SetPermissionStatusWithPolicy", policy + "256}");
    assertThat(phone.call(SETTINGS, JS + "grantUserGrantedPermission", camera))
        .isEqualTo(CallOutcome.done());
  }

  @Test
  void letsProcessesOfTheSystemFixAPermissionForGood() {
    String camera = "app: 'notes', permissionName: 'ohos.permission.CAMERA'";

    phone.call(SETTINGS, KIT + "GrantPermission", "{" + camera + ", flag: 4}");

    assertThat(code(phone.call(SETTINGS, KIT + "RevokePermission", "{" + camera + ", flag: 2}")))
        .isEqualTo(12100001);
    assertThat(flags("CAMERA", "notes")).isEqualTo("4");
  }

  @Test
  void clearsWhatTheUserDecided() {
    String camera = "app: 'notes', permissionName: 'ohos.permission.CAMERA'";
    phone.call(SETTINGS, JS + "revokePermission", "{" + camera + ", permissionFlags: 2}");

    phone.call(SETTINGS, KIT + "ClearUserGrantedPermissionState", "{app: 'notes'}");

    assertThat(flags("CAMERA", "notes")).isEqualTo("0");
  }

  @Test
  void grantsForSecondsAndStartsATimerForThem() {
    CallOutcome outcome =
        phone.call(
            SETTINGS,
            KIT + "GrantPermissionForSpecifiedTime",
            "{app: 'traveller', onceTime: 300,"
                + " permissionName: 'ohos.permission.SHORT_TERM_WRITE_IMAGEVIDEO'}");

    assertThat(outcome).isEqualTo(CallOutcome.done());
    assertThat(flags("SHORT_TERM_WRITE_IMAGEVIDEO", "traveller")).isEqualTo("2");
    assertThat(phone.effects()).hasAtLeastOneElementOfType(GrantEffect.StartTimer.class);
  }

  @Test
  void takesNoFlagThatOnlyItsLowerHalfMakesLegal() {
    assertThat(
            code(
                phone.call(
                    SETTINGS,
                    JS + "grantPermission",
                    "{app: 'notes', permissionName: 'ohos.permission.CAMERA',"
                        + " permissionFlags: 4294967298}")))
        .isEqualTo(12100001);
  }

  private boolean killed() {
    return phone.effects().stream().anyMatch(GrantEffect.KillProcess.class::isInstance);
  }

  private String flags(String permission, String app) {
    return returned(
        phone.call(
            SETTINGS,
            JS + "getPermissionFlags",
            "{app: '" + app + "', permissionName: 'ohos.permission." + permission + "'}"));
  }
}
