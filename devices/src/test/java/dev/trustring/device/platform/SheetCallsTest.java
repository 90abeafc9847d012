package dev.trustring.device.platform;

import static dev.trustring.device.platform.FakeDevice.NOTES;
import static dev.trustring.device.platform.FakeDevice.SETTINGS;
import static dev.trustring.device.platform.FakeDevice.aPhone;
import static dev.trustring.device.platform.PermissionCallsTest.code;
import static dev.trustring.device.platform.PermissionCallsTest.returned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.atm.token.UserId;
import dev.trustring.device.SampleApps;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sheets of Settings, switches, toggles and bans of dialogs (access-token §3.5, §3.7). */
class SheetCallsTest {
  private static final String JS = "abilityAccessCtrl.";
  private static final String KIT = "AccessTokenKit.";
  private static final String SHEET = JS + "requestPermissionOnSetting";
  private static final String CAMERA = "permissionName: 'ohos.permission.CAMERA'";
  private static final String ONLY_CAMERA = "permissionList: ['ohos.permission.CAMERA']";

  private final FakeDevice phone = aPhone().with("notes", "traveller");

  @ParameterizedTest
  @CsvSource({"true, [0]", "false, [-1]"})
  void asksAgainOnASheetWhatTheUserHasDenied(boolean allow, String result) {
    deny();

    FakeDevice.Call asked = phone.begin(NOTES, SHEET, "{" + ONLY_CAMERA + "}");
    assertThat(asked.outcome()).isEmpty();
    phone.answerSheet(allow);

    assertThat(returned(asked.outcome().orElseThrow())).isEqualTo(result);
  }

  /** The order of the checks of access-token §3.7. */
  @ParameterizedTest(name = "{0} is {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "permissionList: 7 | 401 | no list",
        "permissionList: [] | 12100001 | an empty list",
        "permissionList: ['%HOOK_KEY_EVENT'], context: 'clock' | 12100014 | manual first",
        "permissionList: ['%CAMERA'], context: 'clock' | 12100001 | the context of another",
        "permissionList: ['%CAMERA', '%LOCATION'] | 12100001 | two groups",
        "permissionList: ['%MICROPHONE'] | 12100001 | undeclared",
        "permissionList: ['%CAMERA'] | 12100012 | never denied"
      })
  void opensNoSheetForWhatIsWrong(String arguments, int code, String what) {
    Caller traveller = FakeDevice.app(SampleApps.TRAVELLER);

    CallOutcome outcome =
        phone.call(traveller, SHEET, "{" + arguments.replace("%", "ohos.permission.") + "}");

    assertThat(code(outcome)).isEqualTo(code);
  }

  @Test
  void opensOneSheetAtATime() {
    deny();
    phone.begin(NOTES, SHEET, "{" + ONLY_CAMERA + "}");

    assertThat(code(phone.call(NOTES, SHEET, "{" + ONLY_CAMERA + "}"))).isEqualTo(12100010);

    phone.answerSheet(true);
    assertThat(code(phone.call(NOTES, SHEET, "{" + ONLY_CAMERA + "}"))).isEqualTo(12100011);
  }

  @Test
  void opensASwitchOfTheWholeDevice() {
    assertThat(code(phone.call(NOTES, JS + "requestGlobalSwitch", "{type: 1}")))
        .isEqualTo(12100013);
    phone.call(SETTINGS, KIT + "SetGlobalSwitch", "{type: 1, isOpen: false}");

    FakeDevice.Call asked = phone.begin(NOTES, JS + "requestGlobalSwitch", "{type: 1}");
    phone.answerSheet(true);

    assertThat(returned(asked.outcome().orElseThrow())).isEqualTo("true");
    assertThat(code(phone.call(NOTES, JS + "requestGlobalSwitch", "{type: 1}")))
        .isEqualTo(12100013);
  }

  @Test
  void keepsATogglePerUserThatIsOpenAtFirst() {
    Caller other = new Caller.Settings(new UserId(101));
    phone.call(SETTINGS, JS + "setPermissionRequestToggleStatus", "{" + CAMERA + ", status: 0}");

    assertThat(toggle(SETTINGS, "CAMERA")).isEqualTo("0");
    assertThat(toggle(other, "CAMERA")).isEqualTo("1");
    assertThat(toggle(SETTINGS, "APP_TRACKING_CONSENT")).isEqualTo("0");
  }

  /** Access-token §3.7: parameters, system app, right, definition, grant mode. */
  @ParameterizedTest(name = "{0} with {1} is {2}")
  @CsvSource({
    "'', 1, 12100001",
    "ohos.permission.CAMERRA, 2, 12100001",
    "ohos.permission.CAMERRA, 1, 202"
  })
  void tellsWhatIsWrongWithAToggleBeforeWhoMayNot(String name, int status, int code) {
    String arguments = "{permissionName: '" + name + "', status: " + status + "}";

    assertThat(code(phone.call(NOTES, JS + "setPermissionRequestToggleStatus", arguments)))
        .isEqualTo(code);
  }

  @Test
  void tellsAnAppHowItStandsItself() {
    assertThat(self("CAMERA")).as("a dialog is possible").isEqualTo("1");
    assertThat(self("INTERNET")).as("granted").isEqualTo("0");
    assertThat(self("MICROPHONE")).as("not declared").isEqualTo("2");
    assertThat(self("CAMERRA")).as("not defined").isEqualTo("2");
    deny();
    assertThat(self("CAMERA")).as("denied").isEqualTo("-1");
    phone.call(SETTINGS, KIT + "SetPermDialogCap", "{app: 'notes', enable: true}");
    assertThat(self("CAMERA")).as("dialogs are banned").isEqualTo("3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"clear", "lift"})
  void bansTheDialogsOfAnAppUntilTheBanIsLiftedOrItsStateCleared(String how) {
    phone.call(SETTINGS, KIT + "SetPermDialogCap", "{app: 'notes', enable: true}");
    String banned =
        returned(phone.call(NOTES, JS + "requestPermissionsFromUser", "{" + ONLY_CAMERA + "}"));

    if (how.equals("lift")) {
      phone.call(SETTINGS, KIT + "SetPermDialogCap", "{app: 'notes', enable: false}");
    } else {
      phone.call(SETTINGS, KIT + "ClearUserGrantedPermissionState", "{app: 'notes'}");
    }

    assertThat(banned).contains("\"authResults\":[3]", "\"errorReasons\":[4]");
    assertThat(self("CAMERA")).isEqualTo("1");
  }

  private void deny() {
    phone.call(
        SETTINGS,
        JS + "revokeUserGrantedPermission",
        "{app: 'notes', permissionFlags: 2, " + CAMERA + "}");
  }

  private String self(String permission) {
    return returned(
        phone.call(
            NOTES,
            JS + "getSelfPermissionStatus",
            "{permissionName: 'ohos.permission." + permission + "'}"));
  }

  private String toggle(Caller caller, String permission) {
    return returned(
        phone.call(
            caller,
            JS + "getPermissionRequestToggleStatus",
            "{permissionName: 'ohos.permission." + permission + "'}"));
  }
}
