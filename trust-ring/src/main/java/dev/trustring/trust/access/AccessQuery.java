package dev.trustring.trust.access;

import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.identity.PkgName;
import dev.trustring.trust.identity.Udid;

/** The question of the data service: may this user's app exchange data with that peer's user? */
public record AccessQuery(
    OsAccountId local,
    OsAccountId remote,
    Udid peer,
    PkgName bundle,
    AuthType authType,
    boolean localActive,
    boolean remoteActive) {}
