package dev.trustring.device.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.trustring.device.platform.StandardCalls;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallRegistryTest {

  private static final String NAMES =
      """
      AccessTokenKit.AddUserPolicyWhiteList
      AccessTokenKit.AllocHapToken
      AccessTokenKit.AllocLocalTokenID
      AccessTokenKit.ClearUserGrantedPermissionState
      AccessTokenKit.ClearUserPolicy
      AccessTokenKit.DumpTokenInfo
      AccessTokenKit.GetAccessTokenId
      AccessTokenKit.GetDefPermission
      AccessTokenKit.GetHapTokenID
      AccessTokenKit.GetHapTokenInfo
      AccessTokenKit.GetNativeTokenId
      AccessTokenKit.GetPermissionsStatus
      AccessTokenKit.GetReqPermissionByName
      AccessTokenKit.GetReqPermissions
      AccessTokenKit.GetTokenType
      AccessTokenKit.GrantPermission
      AccessTokenKit.GrantPermissionForSpecifiedTime
      AccessTokenKit.InitHapToken
      AccessTokenKit.RemoveUserPolicyWhiteList
      AccessTokenKit.RevokePermission
      AccessTokenKit.SetGlobalSwitch
      AccessTokenKit.SetPermDialogCap
      AccessTokenKit.SetPermissionStatusWithPolicy
      AccessTokenKit.SetUserPolicy
      AccessTokenKit.VerifyAccessToken
      BundleManagerLite.Install
      Caller.release
      CredManager.addCredential
      CredManager.deleteCredByParams
      CredManager.deleteCredential
      CredManager.exportCredential
      CredManager.queryCredInfoByCredId
      CredManager.queryCredentialByParams
      CredManager.updateCredInfo
      DeviceGroupManager.addMemberToGroup
      DeviceGroupManager.addMultiMembersToGroup
      DeviceGroupManager.createGroup
      DeviceGroupManager.deleteGroup
      DeviceGroupManager.deleteMemberFromGroup
      DeviceGroupManager.getGroupInfoById
      DeviceGroupManager.getJoinedGroups
      DeviceKVStore.get
      DeviceKVStore.getEntries
      DeviceKVStore.getResultSet
      DeviceKVStore.getResultSize
      DeviceManager.CheckAccessControl
      DeviceManager.CheckSinkAccessControl
      DeviceManager.CheckSrcAccessControl
      DeviceManager.ImportAuthCode
      DeviceManager.ImportAuthInfo
      DeviceManager.RegisterLocalServiceInfo
      DeviceManager.UnRegisterLocalServiceInfo
      DeviceSecurityLevel.requestDeviceSecurityInfoAsync
      DistributedDeviceProfile.PutBusinessEvent
      IpcAuth.GetCommunicationStrategy
      IpcAuth.IsCommunicationAllowed
      KVStoreResultSet.getCount
      KVStoreResultSet.getEntry
      KVStoreResultSet.getPosition
      KVStoreResultSet.isAfterLast
      KVStoreResultSet.isBeforeFirst
      KVStoreResultSet.isFirst
      KVStoreResultSet.isLast
      KVStoreResultSet.move
      KVStoreResultSet.moveToFirst
      KVStoreResultSet.moveToLast
      KVStoreResultSet.moveToNext
      KVStoreResultSet.moveToPosition
      KVStoreResultSet.moveToPrevious
      LNN.GetAllNodeDeviceInfo
      LNN.GetLocalNodeDeviceInfo
      LNN.GetNodeKeyInfo
      LNN.JoinLNN
      LNN.LeaveLNN
      LNN.PublishLNN
      LNN.RefreshLNN
      LNN.StopPublishLNN
      LNN.StopRefreshLNN
      OHDeviceManager.GetLocalDeviceName
      PermissionKit.AddDefPermissions
      PermissionKit.AddSystemGrantedReqPermissions
      PermissionKit.AddUserGrantedReqPermissions
      PermissionKit.CanRequestPermission
      PermissionKit.GetDefPermission
      PermissionKit.GrantSystemGrantedPermission
      PermissionKit.GrantUserGrantedPermission
      PermissionKit.RemoveDefPermissions
      PermissionKit.RemoveSystemGrantedReqPermissions
      PermissionKit.RemoveUserGrantedReqPermissions
      PermissionKit.RevokeSystemGrantedPermission
      PermissionKit.RevokeUserGrantedPermission
      PermissionKit.VerifyPermission
      PermissionLite.CheckPermission
      PermissionLite.CheckSelfPermission
      PermissionLite.DeletePermissions
      PermissionLite.GrantPermission
      PermissionLite.GrantRuntimePermission
      PermissionLite.LoadPermissions
      PermissionLite.QueryPermission
      PermissionLite.RevokePermission
      PermissionLite.RevokeRuntimePermission
      PermissionLite.UnLoadPermissions
      PermissionLite.UpdatePermissionFlags
      Query.getSqlLike
      SamgrLite.GetFeatureApi
      SamgrLite.RegisterFeature
      SingleKVStore.backup
      SingleKVStore.closeResultSet
      SingleKVStore.commit
      SingleKVStore.delete
      SingleKVStore.deleteBackup
      SingleKVStore.deleteBatch
      SingleKVStore.enableSync
      SingleKVStore.get
      SingleKVStore.getEntries
      SingleKVStore.getResultSet
      SingleKVStore.getResultSize
      SingleKVStore.getSecurityLevel
      SingleKVStore.off
      SingleKVStore.on
      SingleKVStore.put
      SingleKVStore.putBatch
      SingleKVStore.rekey
      SingleKVStore.removeDeviceData
      SingleKVStore.restore
      SingleKVStore.rollback
      SingleKVStore.setSyncParam
      SingleKVStore.setSyncRange
      SingleKVStore.startTransaction
      SingleKVStore.sync
      SingleKvStore.SubscribeWithQuery
      SingleKvStore.UnsubscribeWithQuery
      UIAbilityContext.moveAbilityToBackground
      UIAbilityContext.startAbilityByCall
      UIAbilityContext.terminateSelf
      UserAuth.authUser
      UserIdentityManager.addCredential
      abilityAccessCtrl.checkAccessToken
      abilityAccessCtrl.checkAccessTokenSync
      abilityAccessCtrl.getPermissionFlags
      abilityAccessCtrl.getPermissionRequestToggleStatus
      abilityAccessCtrl.getSelfPermissionStatus
      abilityAccessCtrl.getVersion
      abilityAccessCtrl.grantPermission
      abilityAccessCtrl.grantUserGrantedPermission
      abilityAccessCtrl.off
      abilityAccessCtrl.on
      abilityAccessCtrl.requestGlobalSwitch
      abilityAccessCtrl.requestPermissionOnSetting
      abilityAccessCtrl.requestPermissionsFromUser
      abilityAccessCtrl.revokePermission
      abilityAccessCtrl.revokeUserGrantedPermission
      abilityAccessCtrl.setPermissionRequestToggleStatus
      abilityAccessCtrl.verifyAccessToken
      abilityAccessCtrl.verifyAccessTokenSync
      appManager.killProcessesByBundleName
      backgroundTaskManager.startBackgroundRunning
      backgroundTaskManager.stopBackgroundRunning
      deviceManager.publishDeviceDiscovery
      deviceManager.unPublishDeviceDiscovery
      distributedAccount.setOsAccountDistributedInfo
      distributedDeviceManager.bindTarget
      distributedDeviceManager.createDeviceManager
      distributedDeviceManager.getAvailableDeviceList
      distributedDeviceManager.getAvailableDeviceListSync
      distributedDeviceManager.getDeviceName
      distributedDeviceManager.getDeviceType
      distributedDeviceManager.getLocalDeviceId
      distributedDeviceManager.getLocalDeviceName
      distributedDeviceManager.getLocalDeviceNetworkId
      distributedDeviceManager.getLocalDeviceType
      distributedDeviceManager.getOsTypeByNetworkId
      distributedDeviceManager.off
      distributedDeviceManager.on
      distributedDeviceManager.releaseDeviceManager
      distributedDeviceManager.replyUiAction
      distributedDeviceManager.setLocalDeviceName
      distributedDeviceManager.startDiscovering
      distributedDeviceManager.stopDiscovering
      distributedDeviceManager.unbindTarget
      distributedKVStore.closeKVStore
      distributedKVStore.createKVManager
      distributedKVStore.deleteKVStore
      distributedKVStore.getAllKVStoreId
      distributedKVStore.getKVStore
      distributedKVStore.off
      distributedKVStore.on
      formHost.notifyInvisibleForms
      formHost.notifyVisibleForms
      installer.install
      installer.uninstall
      installer.update
      missionManager.moveMissionToFront
      osAccount.activateOsAccount
      osAccount.createOsAccount
      osAccount.deactivateOsAccount
      osAccount.removeOsAccount
      osAccount.setOsAccountConstraints
      power.suspend
      power.wakeup
      screenLock.lock
      screenLock.unlock
      softbus.CloseSession
      softbus.CreateSessionServer
      softbus.OpenAuthSession
      softbus.OpenSession
      softbus.RemoveSessionServer
      softbus.SendBytes
      softbus.SendFile
      softbus.SendMessage
      softbus.SendStream
      """;

  @Test
  void findsACallByItsName() {
    PlatformCall put = named("SingleKVStore.put");

    CallRegistry registry = new CallRegistry(List.of(named("SingleKVStore.get"), put));

    assertThat(registry.find("SingleKVStore.put")).containsSame(put);
    assertThat(registry.find("SingleKVStore.putt")).isEmpty();
    assertThat(registry.find("no name at all")).isEmpty();
  }

  @Test
  void refusesTwoCallsOfOneName() {
    List<PlatformCall> twice = List.of(named("SingleKVStore.put"), named("SingleKVStore.put"));

    assertThatIllegalStateException()
        .isThrownBy(() -> new CallRegistry(twice))
        .withMessageContaining("SingleKVStore.put");
  }

  @ParameterizedTest
  @ValueSource(strings = {"put", "SingleKVStore.", ".put", "a.b.c", "a b.c", ""})
  void takesOnlyNamesOfAModuleAndAFunction(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> new CallName(name));
  }

  @Test
  void standardCallsHaveTheNamesOfThePlatform() {
    assertThat(StandardCalls.registry().specs())
        .extracting(spec -> spec.name().value())
        .containsExactlyElementsOf(NAMES.lines().toList());
  }

  private static PlatformCall named(String name) {
    return new PlatformCall() {
      @Override
      public CallSpec spec() {
        return new CallSpec(new CallName(name), List.of(), "nothing", List.of(), "Does nothing.");
      }

      @Override
      public void start(RunningCall call) {
        call.answer(CallOutcome.done());
      }
    };
  }
}
