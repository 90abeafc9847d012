package dev.trustring.kv.sync;

import dev.trustring.atm.token.BundleName;
import dev.trustring.kv.decision.CallFacts;
import dev.trustring.kv.decision.TaskMode;
import dev.trustring.kv.store.AppId;
import dev.trustring.kv.store.StoreId;
import dev.trustring.trust.identity.OsAccountId;

/**
 * Which stores a message connects: same app identity and store id on both devices. The bundle name
 * and the user travel in the route header (kv-store §4.4).
 */
public record Link(BundleName bundle, AppId app, StoreId store, OsAccountId user) {

  /** The stores that a call is about. */
  public static Link of(CallFacts call) {
    return new Link(call.bundle(), call.app(), call.store(), call.user());
  }

  /** The same stores of another user. */
  public Link of(OsAccountId other) {
    return new Link(bundle, app, store, other);
  }

  /** What stands for the call of an app where this device only serves a peer. */
  public CallFacts served(TaskMode mode) {
    return CallFacts.ofNobody(bundle, app, user, store, mode);
  }
}
