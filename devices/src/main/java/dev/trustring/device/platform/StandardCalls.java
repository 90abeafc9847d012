package dev.trustring.device.platform;

import dev.trustring.device.call.CallRegistry;
import java.util.List;

/** The calls of a standard system. A new call is one class and one line here. */
public final class StandardCalls {

  private StandardCalls() {}

  /** The registry of all of them. */
  public static CallRegistry registry() {
    return new CallRegistry(
        List.of(
            new RequestPermissionsFromUser(),
            new CheckAccessToken(),
            new GrantUserGrantedPermission(),
            new RevokeUserGrantedPermission(),
            new GetPermissionFlags(),
            new GetVersion(),
            PermissionListener.on(),
            PermissionListener.off(),
            new Install(),
            new SetOsAccountDistributedInfo(),
            new GetAvailableDeviceList(),
            new BindTarget(),
            new UnbindTarget(),
            new CreateKvManager(),
            new GetKvStore(),
            new CloseKvStore(),
            new Put(),
            new PutBatch(),
            new Get(),
            new Delete(),
            new GetEntries(),
            new SetSyncRange(),
            new Sync()));
  }
}
