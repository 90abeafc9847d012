package dev.trustring.device.platform;

import static dev.trustring.device.platform.FakeDevice.NOTES;
import static dev.trustring.device.platform.FakeDevice.SETTINGS;
import static dev.trustring.device.platform.FakeDevice.aPhone;
import static dev.trustring.device.platform.PermissionCallsTest.code;
import static dev.trustring.device.platform.PermissionCallsTest.returned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.device.SampleApps;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls about tokens and what apps hold (access-token §1, §4.3, §4.5). */
class TokenCallsTest {
  private static final String JS = "abilityAccessCtrl.";
  private static final String KIT = "AccessTokenKit.";

  private final FakeDevice phone = aPhone().with("clock");
  private final String token = says(SETTINGS, "installer.install", "app: 'notes'");

  @Test
  void knowsWhatATokenStandsFor() {
    String process = says(SETTINGS, KIT + "GetAccessTokenId", "processName: 'fdn', perms: []");

    assertThat(says(NOTES, KIT + "GetTokenType", "tokenID: " + token)).isEqualTo("0");
    assertThat(says(NOTES, KIT + "GetTokenType", "tokenID: " + process)).isEqualTo("1");
    assertThat(says(NOTES, KIT + "GetTokenType", "tokenID: 7")).isEqualTo("-1");
    assertThat(says(NOTES, KIT + "GetTokenType", "app: 'greedy'")).isEqualTo("-1");
    assertThat(says(NOTES, KIT + "GetTokenType", "")).isEqualTo("-1");
  }

  @Test
  void findsTokensForProcessesOfTheSystemAlone() {
    String process = says(SETTINGS, KIT + "GetAccessTokenId", "processName: 'fdn', perms: []");
    String bundle = "bundleName: 'com.example.notes'";

    assertThat(says(SETTINGS, KIT + "GetHapTokenID", bundle)).isEqualTo(token);
    assertThat(says(SETTINGS, KIT + "GetHapTokenID", bundle + ", userID: 101")).isEqualTo("0");
    assertThat(says(SETTINGS, KIT + "GetHapTokenID", bundle + ", instIndex: 1")).isEqualTo("0");
    assertThat(says(NOTES, KIT + "GetHapTokenID", bundle)).isEqualTo("0");
    assertThat(says(SETTINGS, KIT + "GetNativeTokenId", "processName: 'fdn'")).isEqualTo(process);
    assertThat(says(SETTINGS, KIT + "GetNativeTokenId", "processName: 'x'")).isEqualTo("0");
    assertThat(says(NOTES, KIT + "GetNativeTokenId", "processName: 'fdn'")).isEqualTo("0");
  }

  @Test
  void tellsWhatIsStoredOfAnApp() {
    assertThat(says(SETTINGS, KIT + "GetHapTokenInfo", "app: 'notes'"))
        .contains("\"ver\":1", "\"userID\":100", "\"bundleName\":\"com.example.notes\"")
        .contains("\"instIndex\":0", "\"dlpType\":0", "\"tokenID\":" + token, "\"tokenAttr\":0");
    assertThat(says(SETTINGS, KIT + "GetHapTokenInfo", "app: 'clock'")).contains("\"tokenAttr\":1");
    assertThat(code(call(NOTES, KIT + "GetHapTokenInfo", "app: 'notes'"))).isEqualTo(201);
  }

  @Test
  void printsTokensInDeveloperModeOnly() {
    assertThat(says(SETTINGS, KIT + "DumpTokenInfo", ""))
        .contains("bundleName: com.example.notes", "bundleName: com.example.clock");
    assertThat(says(SETTINGS, KIT + "DumpTokenInfo", "bundleName: 'com.example.clock'"))
        .doesNotContain("com.example.notes");
    assertThat(says(SETTINGS, KIT + "DumpTokenInfo", "tokenID: 7"))
        .isEqualTo("\"Error: TokenID does not exist.\"");
    assertThat(says(SETTINGS, KIT + "DumpTokenInfo", "developerMode: false"))
        .isEqualTo("\"Developer mode not support.\"");
  }

  @Test
  void looksAPermissionUp() {
    assertThat(says(NOTES, KIT + "GetDefPermission", name("CAMERA")))
        .contains("\"grantMode\":0", "\"availableLevel\":1", "\"distributedSceneEnable\":false");
  }

  @Test
  void listsWhatAnAppRequests() {
    String all = says(SETTINGS, KIT + "GetReqPermissions", "app: 'notes', isSystemGrant: true");

    assertThat(all)
        .isEqualTo(
            "[{\"permissionName\":\"ohos.permission.INTERNET\",\"grantStatus\":0,"
                + "\"grantFlags\":4}]");
    assertThat(says(SETTINGS, KIT + "GetReqPermissions", "app: 'notes', isSystemGrant: false"))
        .contains("CAMERA", "DISTRIBUTED_DATASYNC")
        .doesNotContain("INTERNET");
  }

  @Test
  void tellsTheValueThatAPermissionComesWith() {
    says(SETTINGS, "installer.install", "app: 'traveller'");

    assertThat(
            says(
                SETTINGS,
                KIT + "GetReqPermissionByName",
                "app: 'traveller', " + name("kernel.SUPPORT_PLUGIN")))
        .isEqualTo("\"\"");
  }

  @Test
  void tellsWhatARequestWouldLeadTo() {
    String names =
        "app: 'notes', permissionList: ['ohos.permission.CAMERA', 'ohos.permission.INTERNET',"
            + " 'ohos.permission.MICROPHONE']";

    assertThat(says(SETTINGS, KIT + "GetPermissionsStatus", names)).isEqualTo("[1,0,2]");
  }

  @Test
  void givesACloneATokenThatKnowsNothingOfTheMainApp() {
    grantCamera();

    says(SETTINGS, KIT + "InitHapToken", "app: 'notes', instIndex: 1");

    assertThat(says(SETTINGS, KIT + "GetHapTokenInfo", "app: 'notes', instIndex: 1"))
        .contains("\"instIndex\":1", "\"dlpType\":0");
    assertThat(cameraOf("app: 'notes', instIndex: 1")).isEqualTo("-1");
    assertThat(cameraOf("app: 'notes'")).isEqualTo("0");
  }

  @Test
  void givesASandboxWhatTheMainAppHoldsWhereItMay() {
    grantCamera();
    call(
        SETTINGS,
        JS + "grantUserGrantedPermission",
        "app: 'notes', permissionFlags: 2, " + name("DISTRIBUTED_DATASYNC"));

    says(SETTINGS, KIT + "InitHapToken", "app: 'notes', instIndex: 2, dlpType: 1");

    assertThat(says(SETTINGS, KIT + "GetHapTokenInfo", "app: 'notes', instIndex: 2"))
        .contains("\"dlpType\":1");
    assertThat(cameraOf("app: 'notes', instIndex: 2")).isEqualTo("0");
    assertThat(
            says(
                SETTINGS,
                JS + "verifyAccessToken",
                "app: 'notes', instIndex: 2, " + name("DISTRIBUTED_DATASYNC")))
        .isEqualTo("-1");
  }

  @Test
  void hasNoSandboxOfAnAppThatIsNotThere() {
    assertThat(code(call(SETTINGS, KIT + "InitHapToken", "app: 'maps', instIndex: 1, dlpType: 1")))
        .isEqualTo(12100024);
  }

  @Test
  void givesAPresetAppWhatItsMakerWishes() {
    says(
        SETTINGS,
        KIT + "InitHapToken",
        "app: 'notes', preAuthorizationInfo: [{" + name("CAMERA") + ", userCancelable: true}]");

    assertThat(cameraOf("app: 'notes'")).isEqualTo("0");
    assertThat(
            code(
                call(
                    SETTINGS,
                    KIT + "InitHapToken",
                    "app: 'notes', preAuthorizationInfo: [{permissionName: ''}]")))
        .isEqualTo(12100001);
  }

  @Test
  void restoresAnAppUnderTheNumberThatItHadButNotItsGrants() {
    grantCamera();
    call(SETTINGS, "installer.uninstall", "app: 'notes'");

    String restored = says(SETTINGS, KIT + "InitHapToken", "app: 'notes', tokenID: " + token);

    assertThat(restored).isEqualTo(token);
    assertThat(cameraOf("app: 'notes'")).isEqualTo("-1");
  }

  private void grantCamera() {
    call(
        SETTINGS,
        JS + "grantUserGrantedPermission",
        "app: 'notes', permissionFlags: 2, " + name("CAMERA"));
  }

  private String cameraOf(String app) {
    return says(SETTINGS, JS + "verifyAccessToken", app + ", " + name("CAMERA"));
  }

  @Test
  void installsAsOldVersionsDidWithoutALookAtLevels() {
    String greedy =
        says(SETTINGS, KIT + "AllocHapToken", "app: 'greedy', grantStatus: 0, grantFlags: 2");

    assertThat(Long.parseLong(greedy)).isPositive();
    assertThat(
            says(
                SETTINGS,
                JS + "verifyAccessToken",
                "tokenID: " + greedy + ", " + name("GRANT_SENSITIVE_PERMISSIONS")))
        .isEqualTo("0");
    assertThat(says(NOTES, KIT + "AllocHapToken", "app: 'greedy'")).isEqualTo("0");
    assertThat(says(SETTINGS, KIT + "AllocHapToken", "app: 'unheard-of'")).isEqualTo("0");
  }

  @Test
  void keepsTheTokenAndWhatTheUserDecidedInAnUpdate() {
    call(
        SETTINGS,
        JS + "grantUserGrantedPermission",
        "app: 'notes', permissionFlags: 2, " + name("CAMERA"));

    call(SETTINGS, "installer.update", "app: 'notes-of-tomorrow'");

    assertThat(says(SETTINGS, KIT + "GetHapTokenID", "bundleName: 'com.example.notes'"))
        .isEqualTo(token);
    assertThat(verify("CAMERA")).isEqualTo("0");
    assertThat(verify("INTERNET")).as("no longer requested").isEqualTo("-1");
    assertThat(says(NOTES, JS + "getSelfPermissionStatus", name("MICROPHONE"))).isEqualTo("1");
  }

  @Test
  void leavesWhatBreaksARuleOutOfAnUpdateThatOnlyRefreshes() {
    CallOutcome refused = call(SETTINGS, "installer.update", "app: 'notes-gone-greedy'");
    CallOutcome refreshed =
        call(SETTINGS, "installer.update", "app: 'notes-gone-greedy', dataRefresh: true");

    assertThat(code(refused)).isEqualTo(9568290);
    assertThat(refreshed).isEqualTo(CallOutcome.done());
    assertThat(verify("GRANT_SENSITIVE_PERMISSIONS")).isEqualTo("-1");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void removesAnAppAndTellsThatATokenWasReserved(boolean reserved) {
    call(SETTINGS, "installer.uninstall", "app: 'notes', isTokenReserved: " + reserved);

    assertThat(code(call(SETTINGS, "installer.uninstall", "app: 'notes'"))).isEqualTo(17700001);
    assertThat(
            says(SETTINGS, JS + "verifyAccessToken", "tokenID: " + token + ", " + name("CAMERA")))
        .isEqualTo("-1");
    assertThat(code(call(SETTINGS, KIT + "GetHapTokenInfo", "tokenID: " + token)))
        .isEqualTo(12100004);
  }

  /** A verification that never rejects, and one that refuses bad parameters (§4.3). */
  @ParameterizedTest(name = "{0}: {1} or {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "app: 'notes', permissionName: 'ohos.permission.INTERNET' | 0 | 0",
        "app: 'notes', permissionName: 'ohos.permission.CAMERA' | -1 | -1",
        "app: 'notes', permissionName: 'ohos.permission.NONE' | -1 | -1",
        "tokenID: 7, permissionName: 'ohos.permission.CAMERA' | -1 | -1",
        "tokenID: 0, permissionName: 'ohos.permission.CAMERA' | -1 | 12100001",
        "app: 'notes', permissionName: '' | -1 | 12100001",
        "permissionName: 'ohos.permission.CAMERA' | -1 | 401",
        "app: 'notes' | -1 | 401"
      })
  void verifiesForWhoeverAsks(String arguments, String mild, int strict) {
    assertThat(says(NOTES, JS + "verifyAccessToken", arguments)).isEqualTo(mild);
    for (String call : new String[] {"verifyAccessTokenSync", "checkAccessToken"}) {
      CallOutcome outcome = call(NOTES, JS + call, arguments);
      if (strict > 0) {
        assertThat(code(outcome)).isEqualTo(strict);
      } else {
        assertThat(returned(outcome)).isEqualTo(Integer.toString(strict));
      }
    }
  }

  @Test
  void tellsASystemAppOfAnotherUsersApps() {
    call(SETTINGS, "installer.install", "app: 'guardian'");
    Caller guardian = FakeDevice.app(SampleApps.GUARDIAN);

    assertThat(
            says(
                guardian, KIT + "GetReqPermissions", "tokenID: " + token + ", isSystemGrant: true"))
        .contains("INTERNET");
  }

  private String verify(String permission) {
    return says(SETTINGS, JS + "verifyAccessToken", "app: 'notes', " + name(permission));
  }

  private static String name(String permission) {
    return "permissionName: 'ohos.permission." + permission + "'";
  }

  private String says(Caller caller, String call, String arguments) {
    return returned(call(caller, call, arguments));
  }

  private CallOutcome call(Caller caller, String call, String arguments) {
    return phone.call(caller, call, "{" + arguments + "}");
  }
}
