package dev.trustring.device.platform;

import java.util.Map;
import java.util.Optional;

/** For each call of the AccessTokenManager arguments with which nothing is wrong. */
final class GoodCalls {

  private static final String CAMERA = "permissionName: 'ohos.permission.CAMERA'";
  private static final String ONLY_CAMERA = "permissionList: ['ohos.permission.CAMERA']";
  private static final String CHANGE = "{app: 'notes', permissionFlags: 2, " + CAMERA + "}";
  private static final String INNER_CHANGE = "{app: 'notes', flag: 2, " + CAMERA + "}";
  private static final String HELD = "{app: 'notes', " + CAMERA + "}";
  private static final String LISTEN = "{permissionList: [], callback: 'f'}";
  private static final String SHORT =
      "{app: 'notes', onceTime: 1, permissionName: 'ohos.permission.SHORT_TERM_WRITE_IMAGEVIDEO'}";
  private static final String POLICY =
      "{userPermissionList: [{"
          + CAMERA
          + ", isPersist: false, userList: [{userId: 100, isRestricted: true}]}]}";

  private static final Map<String, String> ARGUMENTS =
      Map.ofEntries(
          Map.entry("abilityAccessCtrl.grantUserGrantedPermission", CHANGE),
          Map.entry("abilityAccessCtrl.revokeUserGrantedPermission", CHANGE),
          Map.entry("abilityAccessCtrl.grantPermission", CHANGE),
          Map.entry("abilityAccessCtrl.revokePermission", CHANGE),
          Map.entry("abilityAccessCtrl.verifyAccessToken", HELD),
          Map.entry("abilityAccessCtrl.verifyAccessTokenSync", HELD),
          Map.entry("abilityAccessCtrl.checkAccessToken", HELD),
          Map.entry("abilityAccessCtrl.getPermissionFlags", HELD),
          Map.entry("abilityAccessCtrl.getVersion", "{}"),
          Map.entry("abilityAccessCtrl.getSelfPermissionStatus", "{" + CAMERA + "}"),
          Map.entry(
              "abilityAccessCtrl.setPermissionRequestToggleStatus", "{status: 0, " + CAMERA + "}"),
          Map.entry("abilityAccessCtrl.getPermissionRequestToggleStatus", "{" + CAMERA + "}"),
          Map.entry("abilityAccessCtrl.requestPermissionOnSetting", "{" + ONLY_CAMERA + "}"),
          Map.entry("abilityAccessCtrl.requestGlobalSwitch", "{type: 0}"),
          Map.entry("abilityAccessCtrl.on", LISTEN),
          Map.entry("abilityAccessCtrl.off", LISTEN),
          Map.entry("AccessTokenKit.GetTokenType", "{app: 'notes'}"),
          Map.entry("AccessTokenKit.GetHapTokenID", "{bundleName: 'com.example.notes'}"),
          Map.entry("AccessTokenKit.GetNativeTokenId", "{processName: 'foundation'}"),
          Map.entry("AccessTokenKit.GetHapTokenInfo", "{app: 'notes'}"),
          Map.entry("AccessTokenKit.DumpTokenInfo", "{}"),
          Map.entry("AccessTokenKit.AllocHapToken", "{app: 'notes'}"),
          Map.entry("AccessTokenKit.InitHapToken", "{app: 'notes'}"),
          Map.entry("AccessTokenKit.GetDefPermission", "{" + CAMERA + "}"),
          Map.entry("AccessTokenKit.GetReqPermissions", "{app: 'notes', isSystemGrant: true}"),
          Map.entry("AccessTokenKit.GetReqPermissionByName", HELD),
          Map.entry("AccessTokenKit.GetPermissionsStatus", "{app: 'notes', " + ONLY_CAMERA + "}"),
          Map.entry(
              "AccessTokenKit.GetAccessTokenId",
              "{processName: 'foundation', perms: ['ohos.permission.CAMERA']}"),
          Map.entry("AccessTokenKit.GrantPermission", INNER_CHANGE),
          Map.entry("AccessTokenKit.RevokePermission", INNER_CHANGE),
          Map.entry("AccessTokenKit.ClearUserGrantedPermissionState", "{app: 'notes'}"),
          Map.entry("AccessTokenKit.GrantPermissionForSpecifiedTime", SHORT),
          Map.entry("AccessTokenKit.SetPermDialogCap", "{app: 'notes', enable: true}"),
          Map.entry(
              "AccessTokenKit.SetPermissionStatusWithPolicy",
              "{app: 'notes', status: -1, flag: 128, " + ONLY_CAMERA + "}"),
          Map.entry("AccessTokenKit.SetUserPolicy", POLICY),
          Map.entry("AccessTokenKit.ClearUserPolicy", "{" + ONLY_CAMERA + "}"),
          Map.entry("AccessTokenKit.AddUserPolicyWhiteList", HELD),
          Map.entry("AccessTokenKit.RemoveUserPolicyWhiteList", HELD),
          Map.entry("AccessTokenKit.SetGlobalSwitch", "{type: 0, isOpen: false}"));

  private GoodCalls() {}

  static String of(String call) {
    return Optional.ofNullable(ARGUMENTS.get(call)).orElseThrow();
  }
}
