package dev.trustring.device.platform;

import static dev.trustring.device.platform.FakeDevice.NOTES;
import static dev.trustring.device.platform.FakeDevice.SETTINGS;
import static dev.trustring.device.platform.FakeDevice.aPhone;
import static dev.trustring.device.platform.PermissionCallsTest.code;
import static dev.trustring.device.platform.PermissionCallsTest.returned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.atm.uptime.ServiceHealth;
import dev.trustring.device.call.CallOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A permission service that serves nobody (access-token §3.5, §4.1, §9). */
class ServiceOutageTest {
  private static final String JS = "abilityAccessCtrl.";
  private static final String KIT = "AccessTokenKit.";
  private static final String INTERNET = "permissionName: 'ohos.permission.INTERNET'";
  private static final String CAMERA = "permissionName: 'ohos.permission.CAMERA'";
  private static final String ONLY_CAMERA = "{permissionList: ['ohos.permission.CAMERA']}";

  private final FakeDevice phone = aPhone().with("notes");

  @ParameterizedTest
  @CsvSource({"GONE, 12100007, 12100012", "OUT_OF_MEMORY, 12100008, 12100013"})
  void tellsEachFaceItsOwnNumber(ServiceHealth health, int js, int inner) {
    phone.whosePermissionServiceIs(health);

    assertThat(code(phone.call(SETTINGS, JS + "getVersion", "{}"))).isEqualTo(js);
    assertThat(code(phone.call(SETTINGS, KIT + "GetHapTokenInfo", "{app: 'notes'}")))
        .isEqualTo(inner);
    assertThat(code(phone.call(SETTINGS, "installer.install", "{app: 'greedy'}"))).isEqualTo(js);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abilityAccessCtrl.verifyAccessToken",
        "abilityAccessCtrl.verifyAccessTokenSync",
        "abilityAccessCtrl.checkAccessToken",
        "abilityAccessCtrl.checkAccessTokenSync"
      })
  void deniesWhatCannotBeAsked(String call) {
    String arguments =
        call.endsWith("checkAccessTokenSync")
            ? "{" + INTERNET + "}"
            : "{app: 'notes', " + INTERNET + "}";
    assertThat(returned(phone.call(NOTES, call, arguments))).isEqualTo("0");

    phone.whosePermissionServiceIs(ServiceHealth.GONE);

    assertThat(returned(phone.call(NOTES, call, arguments))).isEqualTo("-1");
  }

  @Test
  void answersNobodyWhereThereIsNoNumberForAnError() {
    phone.whosePermissionServiceIs(ServiceHealth.GONE);

    assertThat(says(KIT + "GetTokenType", "{app: 'notes'}")).isEqualTo("-1");
    assertThat(says(KIT + "GetHapTokenID", "{bundleName: 'com.example.notes'}")).isEqualTo("0");
    assertThat(says(KIT + "GetNativeTokenId", "{processName: 'x'}")).isEqualTo("0");
    assertThat(says(KIT + "AllocHapToken", "{app: 'greedy'}")).isEqualTo("0");
  }

  @Test
  void answersARequestWithReason12AndShowsNoDialog() {
    phone.whosePermissionServiceIs(ServiceHealth.GONE);

    assertThat(returned(phone.call(NOTES, JS + "requestPermissionsFromUser", ONLY_CAMERA)))
        .contains("\"authResults\":[2]", "\"dialogShownResults\":[false]", "\"errorReasons\":[12]");
    assertThat(phone.showsADialog()).isFalse();
  }

  @Test
  void tellsABadParameterAllTheSame() {
    phone.whosePermissionServiceIs(ServiceHealth.OUT_OF_MEMORY);

    assertThat(
            code(
                phone.call(
                    SETTINGS,
                    JS + "grantPermission",
                    "{app: 'notes', permissionFlags: 3, " + CAMERA + "}")))
        .isEqualTo(12100001);
  }

  @ParameterizedTest
  @EnumSource(
      value = ServiceHealth.class,
      names = {"GONE", "OUT_OF_MEMORY"})
  void losesWhatTheUserChoosesMeanwhile(ServiceHealth health) {
    FakeDevice.Call asked = phone.begin(NOTES, JS + "requestPermissionsFromUser", ONLY_CAMERA);
    phone.whosePermissionServiceIs(health);

    phone.press(true);

    assertThat(returned(asked.outcome().orElseThrow())).contains("\"authResults\":[-1]");
    phone.whosePermissionServiceIs(ServiceHealth.WELL);
    assertThat(says(JS + "verifyAccessToken", "{app: 'notes', " + CAMERA + "}")).isEqualTo("-1");
  }

  @Test
  void servesAgainAsIfNothingHadBeen() {
    phone.call(
        SETTINGS,
        JS + "grantUserGrantedPermission",
        "{app: 'notes', permissionFlags: 2, " + CAMERA + "}");
    phone.call(
        NOTES, JS + "on", "{type: 'selfPermissionStateChange', permissionList: [], callback: 'f'}");
    phone.whosePermissionServiceIs(ServiceHealth.GONE);

    phone.whosePermissionServiceIs(ServiceHealth.WELL);

    assertThat(says(JS + "verifyAccessToken", "{app: 'notes', " + CAMERA + "}")).isEqualTo("0");
    assertThat(
            phone.call(
                NOTES,
                JS + "off",
                "{type: 'selfPermissionStateChange', permissionList: [], callback: 'f'}"))
        .isEqualTo(CallOutcome.done());
  }

  private String says(String call, String arguments) {
    return returned(phone.call(SETTINGS, call, arguments));
  }
}
