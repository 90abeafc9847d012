package dev.trustring.device.call;

import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.token.TokenId;
import dev.trustring.atm.token.TokenIdentity;
import dev.trustring.trust.identity.DeviceName;
import java.util.Optional;

/** A question about an app of another device (access-token §5). */
public sealed interface RemoteCall {
  /** An app on another device. */
  record RemoteApp(DeviceName peer, TokenIdentity identity) {}

  /**
   * AllocLocalTokenID: the full local id of another device's app, 0 for none.
   *
   * @param remote the id that the app has there
   * @param app the app, where its id is still to be learnt from a call of it
   */
  record Alloc(DeviceName peer, Optional<TokenId> remote, Optional<TokenIdentity> app)
      implements RemoteCall {}

  /** Whether such an app holds a permission, by what was told last: 0, or -1. */
  record Verify(Optional<TokenId> mapped, Optional<RemoteApp> app, PermissionName name)
      implements RemoteCall {}
}
