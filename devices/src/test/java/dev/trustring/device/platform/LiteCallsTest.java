package dev.trustring.device.platform;

import static dev.trustring.device.platform.FakeDevice.NOTES;
import static dev.trustring.device.platform.FakeDevice.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.Caller;
import org.junit.jupiter.api.Test;

class LiteCallsTest {
  private static final String SYNC = "permissionName: 'ohos.permission.DISTRIBUTED_DATASYNC'";

  private final FakeDevice board = FakeDevice.aPhone();

  @Test
  void installsForAPackageManagerOfTheSystem() {
    assertThat(says(SETTINGS, "BundleManagerLite.Install", "app: 'notes'")).isEqualTo("true");

    assertThat(says(SETTINGS, "PermissionLite.QueryPermission", "app: 'notes'"))
        .contains("ohos.permission.DISTRIBUTED_DATASYNC", "\"granted\":0");
  }

  @Test
  void installsNothingForAPackageManagerWithoutThePermission() {
    assertThat(says(SETTINGS, "BundleManagerLite.Install", "app: 'notes', callingUid: 1000"))
        .isEqualTo("false");
    assertThat(says(SETTINGS, "BundleManagerLite.Install", "app: 'nothing'")).isEqualTo("false");
    assertThat(says(SETTINGS, "PermissionLite.QueryPermission", "app: 'notes'"))
        .isEqualTo("21 PERM_FILE_NOT_EXIST");
  }

  @Test
  void grantsChecksAndRevokesByUid() {
    says(SETTINGS, "BundleManagerLite.Install", "app: 'notes'");
    assertThat(says(NOTES, "PermissionLite.CheckSelfPermission", SYNC)).isEqualTo("-1");
    says(SETTINGS, "PermissionLite.LoadPermissions", "app: 'notes', uid: 10000");
    assertThat(says(NOTES, "PermissionLite.CheckSelfPermission", SYNC)).isEqualTo("0");

    assertThat(says(SETTINGS, "PermissionLite.GrantRuntimePermission", "uid: 10000, " + SYNC))
        .isEqualTo("0");

    assertThat(says(NOTES, "PermissionLite.CheckSelfPermission", SYNC)).isEqualTo("1");
    assertThat(says(NOTES, "PermissionLite.CheckPermission", "uid: 10000, " + SYNC)).isEqualTo("1");
    assertThat(
            says(
                NOTES,
                "PermissionLite.RevokeRuntimePermission",
                "uid: 10000, callingUid: 100, " + SYNC))
        .isEqualTo("10 PERM_INVALID_PARAMS");
    assertThat(says(NOTES, "PermissionLite.RevokeRuntimePermission", "uid: 10000, " + SYNC))
        .isEqualTo("0");
    assertThat(says(NOTES, "PermissionLite.CheckSelfPermission", SYNC)).isEqualTo("0");
    says(SETTINGS, "PermissionLite.UnLoadPermissions", "uid: 10000");
    assertThat(says(NOTES, "PermissionLite.CheckSelfPermission", SYNC)).isEqualTo("-1");
  }

  @Test
  void grantsAndRevokesByApp() {
    says(SETTINGS, "BundleManagerLite.Install", "app: 'notes'");

    assertThat(says(SETTINGS, "PermissionLite.GrantPermission", "app: 'notes', " + SYNC))
        .isEqualTo("0");
    assertThat(
            says(
                SETTINGS,
                "PermissionLite.UpdatePermissionFlags",
                "app: 'notes', flags: 2, " + SYNC))
        .isEqualTo("0");
    assertThat(says(SETTINGS, "PermissionLite.QueryPermission", "app: 'notes'"))
        .contains("\"granted\":1,\"flags\":2");
    assertThat(says(SETTINGS, "PermissionLite.RevokePermission", "app: 'notes', " + SYNC))
        .isEqualTo("0");
    assertThat(says(SETTINGS, "PermissionLite.DeletePermissions", "app: 'notes'")).isEqualTo("0");
    assertThat(says(SETTINGS, "PermissionLite.GrantPermission", "app: 'notes', " + SYNC))
        .isEqualTo("21 PERM_FILE_NOT_EXIST");
    assertThat(says(SETTINGS, "PermissionLite.GrantPermission", SYNC))
        .isEqualTo("10 PERM_INVALID_PARAMS");
  }

  @Test
  void grantsProcessesOfTheSystemEverything() {
    assertThat(says(SETTINGS, "PermissionLite.CheckPermission", "uid: 5, " + SYNC)).isEqualTo("1");
  }

  @Test
  void asksThePoliciesOfTheSystem() {
    String bms = "service: 'bundlems', feature: 'BmsFeature', ";

    assertThat(says(SETTINGS, "IpcAuth.GetCommunicationStrategy", bms + "uid: 7"))
        .contains("\"type\":2", "[2,3,8,0,0,0,0,0]", "\"uidMin\":100");
    assertThat(says(SETTINGS, "IpcAuth.GetCommunicationStrategy", bms + "uid: 1000"))
        .isEqualTo("100 INVALID_UID");
    assertThat(says(SETTINGS, "IpcAuth.GetCommunicationStrategy", "service: 'x', uid: 7"))
        .isEqualTo("-2 NO_POLICY_SET");
    assertThat(says(NOTES, "IpcAuth.IsCommunicationAllowed", bms + "consumerUid: 1000"))
        .isEqualTo("0");
    assertThat(says(NOTES, "IpcAuth.IsCommunicationAllowed", bms + "consumerUid: 50"))
        .isEqualTo("-1 ACCESS_DENIED");
    assertThat(says(NOTES, "IpcAuth.IsCommunicationAllowed", "consumerUid: 50")).startsWith("401");
  }

  @Test
  void keepsTheKitOfTheFirstStandardSystems() {
    String app = "bundleName: 'com.example.notes', ";
    String user = app + "permissionName: 'com.example.A', userId: 100";
    says(
        SETTINGS,
        "PermissionKit.AddDefPermissions",
        "permList: [{permissionName: 'com.example.A', bundleName: 'com.example.x', grantMode: 0,"
            + " availableScope: 1}]");
    assertThat(says(SETTINGS, "PermissionKit.GetDefPermission", "permissionName: 'com.example.A'"))
        .isEqualTo("0");
    says(
        SETTINGS,
        "PermissionKit.AddUserGrantedReqPermissions",
        app + "permList: ['com.example.A'], userId: 100");
    assertThat(says(SETTINGS, "PermissionKit.CanRequestPermission", user)).isEqualTo("true");
    assertThat(says(SETTINGS, "PermissionKit.VerifyPermission", user)).isEqualTo("-1");

    assertThat(says(SETTINGS, "PermissionKit.GrantUserGrantedPermission", user)).isEqualTo("0");

    assertThat(says(SETTINGS, "PermissionKit.VerifyPermission", user)).isEqualTo("0");
    says(SETTINGS, "PermissionKit.RevokeUserGrantedPermission", user);
    assertThat(says(SETTINGS, "PermissionKit.VerifyPermission", user)).isEqualTo("-1");
    assertThat(says(SETTINGS, "PermissionKit.VerifyPermission", "userId: 'x'")).isEqualTo("-1");
    assertThat(says(SETTINGS, "PermissionKit.RemoveDefPermissions", "bundleName: 'com.example.x'"))
        .isEqualTo("0");
    assertThat(says(SETTINGS, "PermissionKit.GetDefPermission", "permissionName: 'com.example.A'"))
        .isEqualTo("-1");
  }

  @Test
  void keepsWhatTheSystemGrantsInTheKit() {
    String app = "bundleName: 'com.example.notes', ";
    String name = app + "permissionName: 'com.example.S'";
    says(
        SETTINGS,
        "PermissionKit.AddDefPermissions",
        "permList: [{permissionName: 'com.example.S', bundleName: 'com.example.x', grantMode: 1,"
            + " availableScope: 1}]");
    says(
        SETTINGS,
        "PermissionKit.AddSystemGrantedReqPermissions",
        app + "permList: ['com.example.S']");

    says(SETTINGS, "PermissionKit.GrantSystemGrantedPermission", name);
    assertThat(says(SETTINGS, "PermissionKit.VerifyPermission", name + ", userId: 5"))
        .isEqualTo("0");
    says(SETTINGS, "PermissionKit.RevokeSystemGrantedPermission", name);
    assertThat(says(SETTINGS, "PermissionKit.VerifyPermission", name + ", userId: 5"))
        .isEqualTo("-1");
    says(SETTINGS, "PermissionKit.GrantSystemGrantedPermission", name);
    says(SETTINGS, "PermissionKit.RemoveSystemGrantedReqPermissions", name);
    says(SETTINGS, "PermissionKit.RemoveUserGrantedReqPermissions", app + "userId: 5");
    assertThat(says(SETTINGS, "PermissionKit.VerifyPermission", name + ", userId: 5"))
        .isEqualTo("-1");
  }

  private String says(Caller caller, String call, String arguments) {
    CallOutcome outcome = board.call(caller, call, "{" + arguments + "}");
    return outcome.shortForm();
  }
}
