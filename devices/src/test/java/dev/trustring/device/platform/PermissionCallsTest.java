package dev.trustring.device.platform;

import static dev.trustring.device.platform.FakeDevice.NOTES;
import static dev.trustring.device.platform.FakeDevice.SETTINGS;
import static dev.trustring.device.platform.FakeDevice.aPhone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.atm.token.UserId;
import dev.trustring.device.SampleApps;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionCallsTest {
  private static final String CHECK = "abilityAccessCtrl.checkAccessTokenSync";
  private static final String REQUEST = "abilityAccessCtrl.requestPermissionsFromUser";
  private static final String GRANT = "abilityAccessCtrl.grantUserGrantedPermission";
  private static final String REVOKE = "abilityAccessCtrl.revokeUserGrantedPermission";
  private static final String CAMERA = "{permissionName: 'ohos.permission.CAMERA'}";
  private static final String ASK_CAMERA = "{permissionList: ['ohos.permission.CAMERA']}";

  private final FakeDevice phone = aPhone().with("notes", "caretaker", "clock");

  @Test
  void checksAPermissionThatWasGrantedAtInstall() {
    assertThat(returned(phone.call(NOTES, CHECK, "{permissionName: 'ohos.permission.INTERNET'}")))
        .isEqualTo("0");
  }

  @Test
  void checksAPermissionThatNobodyGranted() {
    assertThat(returned(phone.call(NOTES, CHECK, CAMERA))).isEqualTo("-1");
  }

  @Test
  void checksANameThatDoesNotExist() {
    assertThat(returned(phone.call(NOTES, CHECK, "{permissionName: 'ohos.permission.NONE'}")))
        .isEqualTo("-1");
  }

  @Test
  void takesNamesOfUpTo256Characters() {
    assertThat(returned(phone.call(NOTES, CHECK, "{permissionName: '" + "x".repeat(256) + "'}")))
        .isEqualTo("-1");
    assertThat(code(phone.call(NOTES, CHECK, "{permissionName: '" + "x".repeat(257) + "'}")))
        .isEqualTo(12100001);
  }

  @Test
  void aBadNameWinsOverAMissingApp() {
    assertThat(code(aPhone().call(NOTES, CHECK, "{permissionName: ''}"))).isEqualTo(12100001);
    assertThat(code(aPhone().call(NOTES, REQUEST, "{permissionList: ['']}"))).isEqualTo(401);
  }

  @Test
  void answersARequestWhenTheUserAllowsIt() {
    FakeDevice.Call call = phone.begin(NOTES, REQUEST, ASK_CAMERA);
    assertThat(call.outcome()).isEmpty();

    phone.press(true);

    assertThat(returned(call.outcome().orElseThrow()))
        .isEqualTo(
            "{\"permissions\":[\"ohos.permission.CAMERA\"],\"authResults\":[0],"
                + "\"dialogShownResults\":[true],\"errorReasons\":[0]}");
    assertThat(returned(phone.call(NOTES, CHECK, CAMERA))).isEqualTo("0");
  }

  @Test
  void answersARequestWhenTheUserDeniesItAndShowsNoSecondDialog() {
    FakeDevice.Call call = phone.begin(NOTES, REQUEST, ASK_CAMERA);
    phone.press(false);

    String again = returned(phone.call(NOTES, REQUEST, ASK_CAMERA));

    assertThat(returned(call.outcome().orElseThrow())).contains("\"authResults\":[-1]");
    assertThat(again).contains("\"authResults\":[-1]", "\"dialogShownResults\":[false]");
    assertThat(phone.showsADialog()).isFalse();
  }

  @Test
  void keepsTheOrderOfTheNamesInTheAnswer() {
    String answer =
        returned(
            phone.call(
                NOTES,
                REQUEST,
                "{permissionList: ['ohos.permission.NONE', 'ohos.permission.INTERNET']}"));

    assertThat(answer)
        .contains("[\"ohos.permission.NONE\",\"ohos.permission.INTERNET\"]")
        .contains("\"authResults\":[2,");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{permissionList: 'x'}", "{permissionList: [1]}"})
  void aRequestNeedsAListOfNames(String arguments) {
    assertThat(code(phone.call(NOTES, REQUEST, arguments))).isEqualTo(401);
  }

  @Test
  void grantsAndRevokesInTheUsersPlace() {
    assertThat(phone.call(SETTINGS, GRANT, camera(2))).isEqualTo(CallOutcome.done());
    assertThat(returned(phone.call(NOTES, CHECK, CAMERA))).isEqualTo("0");

    assertThat(phone.call(SETTINGS, REVOKE, camera(2))).isEqualTo(CallOutcome.done());
    assertThat(returned(phone.call(NOTES, CHECK, CAMERA))).isEqualTo("-1");
  }

  @Test
  void letsASystemAppChangePermissionsThatHoldsTheRightOne() {
    Caller caretaker = FakeDevice.app(SampleApps.CARETAKER);

    assertThat(phone.call(caretaker, GRANT, camera(2))).isEqualTo(CallOutcome.done());

    assertThat(returned(phone.call(NOTES, CHECK, CAMERA))).isEqualTo("0");
    assertThat(phone.call(caretaker, REVOKE, camera(2))).isEqualTo(CallOutcome.done());
  }

  @Test
  void changesTheAppOfTheCallersUser() {
    Caller ofAnother = new Caller.Settings(new UserId(101));

    assertThat(code(phone.call(ofAnother, GRANT, camera(2)))).isEqualTo(12100002);
  }

  /** The order of failures of access-token §4.3, up to the checks of the caller. */
  @ParameterizedTest(name = "{2}")
  @CsvSource({
    "'{permissionName: \"ohos.permission.NONE\", permissionFlags: 3}', 401, no app",
    "'{app: \"notes\", permissionName: 7, permissionFlags: 3}', 401, a name that is no text",
    "'{app: \"notes\", permissionName: \"ohos.permission.NONE\"}', 401, no flag",
    "'{app: \"notes\", permissionName: \"\", permissionFlags: 3}', 12100001, an empty name",
    "'{app: \"notes\", permissionName: \"x\", permissionFlags: 3}', 12100003, an undefined name",
    "'{app: \"notes\", permissionName: \"ohos.permission.INTERNET\", permissionFlags: 3}',"
        + " 12100001, a flag that is not offered",
    "'{app: \"notes\", permissionName: \"ohos.permission.INTERNET\", permissionFlags: 2}',"
        + " 12100003, a permission that is granted by the system",
    "'{app: \"greedy\", permissionName: \"ohos.permission.CAMERA\", permissionFlags: 2}',"
        + " 202, and only then the caller before the app that is not installed"
  })
  void aBadParameterWinsOverACallerThatMayNot(String arguments, int code, String what) {
    assertThat(code(phone.call(NOTES, GRANT, arguments))).isEqualTo(code);
    assertThat(code(phone.call(NOTES, REVOKE, arguments))).isEqualTo(code);
  }

  @Test
  void aMissingRightWinsOverAnAppThatIsNotInstalled() {
    Caller clock = FakeDevice.app(SampleApps.CLOCK);
    String unknown =
        "{app: 'greedy', permissionName: 'ohos.permission.CAMERA', permissionFlags: 2}";

    assertThat(code(phone.call(clock, GRANT, unknown))).isEqualTo(201);
  }

  @Test
  void anInstallationBringsTheTokenId() {
    CallOutcome outcome = aPhone().call(SETTINGS, "installer.install", "{app: 'notes'}");

    assertThat(Long.parseLong(returned(outcome))).isPositive();
  }

  @Test
  void tellsTheFlagsOfATokenById() {
    String token = returned(phone.call(SETTINGS, "installer.install", "{app: 'notes'}"));
    phone.call(SETTINGS, GRANT, camera(2));

    assertThat(
            returned(
                phone.call(
                    SETTINGS,
                    "abilityAccessCtrl.getPermissionFlags",
                    "{tokenID: " + token + ", permissionName: 'ohos.permission.CAMERA'}")))
        .isEqualTo("2");
    assertThat(returned(phone.call(SETTINGS, "abilityAccessCtrl.getVersion", "{}"))).isEqualTo("1");
  }

  @Test
  void listensOnceAndNoLonger() {
    String all = "{permissionList: [], callback: 'f'}";

    assertThat(phone.call(SETTINGS, "abilityAccessCtrl.on", all)).isEqualTo(CallOutcome.done());
    assertThat(code(phone.call(SETTINGS, "abilityAccessCtrl.on", all))).isEqualTo(12100001);
    assertThat(phone.call(SETTINGS, "abilityAccessCtrl.off", all)).isEqualTo(CallOutcome.done());
    assertThat(code(phone.call(SETTINGS, "abilityAccessCtrl.off", all))).isEqualTo(12100001);
  }

  private static String camera(int flag) {
    return "{app: 'notes', permissionName: 'ohos.permission.CAMERA', permissionFlags: "
        + flag
        + "}";
  }

  static String returned(CallOutcome outcome) {
    assertThat(outcome).isInstanceOf(CallOutcome.Returned.class);
    return ((CallOutcome.Returned) outcome).value().toString();
  }

  static int code(CallOutcome outcome) {
    assertThat(outcome).isInstanceOf(CallOutcome.Threw.class);
    return ((CallOutcome.Threw) outcome).code().orElseThrow();
  }
}
