package dev.trustring.device.platform;

import dev.trustring.device.call.CallRegistry;
import dev.trustring.device.call.PlatformCall;
import java.util.ArrayList;
import java.util.List;

/** The calls of all systems. A new call is one class and one line here. */
public final class StandardCalls {

  private StandardCalls() {}

  /** The registry of all of them. */
  public static CallRegistry registry() {
    List<PlatformCall> calls = new ArrayList<>(standard());
    calls.addAll(queries());
    calls.addAll(ResultSetMethod.all());
    calls.addAll(AbilityAccessCtrl.all());
    calls.addAll(AccessTokenKit.all());
    calls.addAll(LiteCall.all());
    calls.add(new InstallLite());
    calls.add(new SetSyncParam());
    calls.add(new EnableSync());
    calls.addAll(IpcCall.all());
    calls.addAll(KitCall.all());
    calls.addAll(ActivityCall.all());
    calls.addAll(AbilityCall.all());
    calls.addAll(ScreenLock.all());
    calls.addAll(AccessControl.all());
    calls.addAll(OsAccountCall.all());
    calls.addAll(GroupManagerCall.all());
    calls.addAll(CredManagerCall.all());
    calls.addAll(Power.all());
    calls.addAll(DeviceManagerCall.all());
    calls.addAll(DeviceNameCall.all());
    calls.addAll(DeviceListener.all());
    calls.addAll(List.of(new DeleteKvStore(), new GetAllKvStoreId()));
    calls.addAll(TransactionCall.all());
    calls.addAll(QuerySubscription.all());
    calls.addAll(DataChangeListener.all());
    calls.addAll(ServiceDeathListener.all());
    calls.addAll(BackupCall.all());
    calls.addAll(SoftBusCall.all());
    calls.addAll(LnnCall.all());
    calls.addAll(NoticeCall.all());
    calls.addAll(PublishDiscovery.all());
    return new CallRegistry(calls);
  }

  private static List<PlatformCall> queries() {
    return List.of(
        new GetSqlLike(),
        GetResultSize.ofStore(),
        GetResultSize.ofDevice(),
        GetResultSet.ofStore(),
        GetResultSet.ofDevice(),
        new CloseResultSet());
  }

  private static List<PlatformCall> standard() {
    return List.of(
        new RequestPermissionsFromUser(),
        new CheckAccessToken(),
        PermissionListener.on(),
        PermissionListener.off(),
        new Install(),
        new Update(),
        new Uninstall(),
        new SetOsAccountDistributedInfo(),
        new GetAvailableDeviceList("getAvailableDeviceListSync"),
        new GetAvailableDeviceList("getAvailableDeviceList"),
        new StartDiscovering(),
        new BindTarget(),
        new UnbindTarget(),
        new ImportAuthCode(),
        BindHint.localService(),
        BindHint.businessEvent(),
        new ImportAuthInfo(),
        new UnRegisterLocalServiceInfo(),
        new ReplyUiAction(),
        new CreateKvManager(),
        new GetKvStore(),
        new CloseKvStore(),
        new Put(),
        new PutBatch(),
        Get.ofStore(),
        new Delete(),
        GetEntries.ofStore(),
        new DeleteBatch(),
        Get.ofDevice(),
        GetEntries.ofDevice(),
        new RemoveDeviceData(),
        new GetSecurityLevel(),
        new SetSyncRange(),
        new RequestDeviceSecurityInfo(),
        new AllocLocalTokenId(),
        new VerifyAccessToken(),
        new Sync());
  }
}
