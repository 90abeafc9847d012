package dev.trustring.device.platform;

import static dev.trustring.device.platform.FakeDevice.NOTES;
import static dev.trustring.device.platform.FakeDevice.SETTINGS;
import static dev.trustring.device.platform.FakeDevice.aPhone;
import static dev.trustring.device.platform.PermissionCallsTest.code;
import static dev.trustring.device.platform.PermissionCallsTest.returned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.device.call.CallOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Policies for the users of a device (access-token §3.8). */
class PolicyCallsTest {
  private static final String KIT = "AccessTokenKit.";
  private static final String CAMERA = "permissionName: 'ohos.permission.CAMERA'";
  private static final String SET =
      "{process: '%s', userPermissionList: [{"
          + CAMERA
          + ", isPersist: false, userList: [{userId: %d, isRestricted: %b}]}]}";

  private final FakeDevice phone = aPhone().with("notes");

  @Test
  void deniesARestrictedPermissionUntilThePolicyIsCleared() {
    grant();

    set("settings", 100, true);
    assertThat(verify()).isEqualTo("-1");

    phone.call(SETTINGS, KIT + "ClearUserPolicy", "{permissionList: ['ohos.permission.CAMERA']}");
    assertThat(verify()).isEqualTo("0");
  }

  @Test
  void storesAGrantThatCountsOnlyOnceThePolicyIsLifted() {
    set("settings", 100, true);

    grant();
    assertThat(verify()).isEqualTo("-1");

    set("settings", 100, false);
    assertThat(verify()).isEqualTo("0");
  }

  @Test
  void leavesTheAppsOfOtherUsersAlone() {
    grant();

    set("settings", 101, true);

    assertThat(verify()).isEqualTo("0");
  }

  @Test
  void exemptsAnAppOfTheWhiteList() {
    grant();
    set("settings", 100, true);

    phone.call(SETTINGS, KIT + "AddUserPolicyWhiteList", "{app: 'notes', " + CAMERA + "}");
    assertThat(verify()).isEqualTo("0");

    phone.call(SETTINGS, KIT + "RemoveUserPolicyWhiteList", "{app: 'notes', " + CAMERA + "}");
    assertThat(verify()).isEqualTo("-1");
  }

  @Test
  void letsNobodyButItsSetterChangeAPolicy() {
    assertThat(set("edm", 100, true)).isEqualTo(CallOutcome.done());

    assertThat(code(set("settings", 100, false))).isEqualTo(12100100);
    assertThat(set("edm", 100, false)).isEqualTo(CallOutcome.done());
  }

  /** Parameters come before the caller, and no 202 is asked for (§3.8). */
  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "userPermissionList: [] | 12100001",
        "userPermissionList: [{permissionName: '', isPersist: true, userList: []}] | 12100001",
        "userPermissionList: [{permissionName: 'x', isPersist: true}] | 12100001",
        "userPermissionList: [{permissionName: 'x', isPersist: true, userList: []}] | 12100001",
        "userPermissionList: [{permissionName: 'x', isPersist: true,"
            + " userList: [{userId: -1, isRestricted: true}]}] | 12100001",
        "userPermissionList: [{permissionName: 'x', isPersist: true,"
            + " userList: [{userId: 100, isRestricted: true}]}] | 201",
      })
  void tellsWhatIsWrongWithAPolicyBeforeWhoMayNot(String arguments, int code) {
    assertThat(code(phone.call(NOTES, KIT + "SetUserPolicy", "{" + arguments + "}")))
        .isEqualTo(code);
  }

  private CallOutcome set(String process, int user, boolean restricted) {
    return phone.call(SETTINGS, KIT + "SetUserPolicy", SET.formatted(process, user, restricted));
  }

  private void grant() {
    phone.call(
        SETTINGS,
        "abilityAccessCtrl.grantUserGrantedPermission",
        "{app: 'notes', permissionFlags: 2, " + CAMERA + "}");
  }

  private String verify() {
    return returned(
        phone.call(NOTES, "abilityAccessCtrl.verifyAccessToken", "{app: 'notes', " + CAMERA + "}"));
  }
}
