package dev.trustring.trust.bind;

import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.identity.PkgName;
import dev.trustring.trust.wire.BindId;

/** What others of this device may know of the bind that runs: for which app of which user here. */
public record RunningBind(BindId id, PkgName pkg, OsAccountId user) {

  public static RunningBind of(BindSession session) {
    return new RunningBind(session.id(), session.request().pkg(), session.localUser());
  }
}
