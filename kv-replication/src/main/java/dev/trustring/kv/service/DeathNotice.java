package dev.trustring.kv.service;

import dev.trustring.atm.token.BundleName;
import dev.trustring.trust.identity.OsAccountId;

/** One call of an app's callback for {@code distributedDataServiceDie} (kv-store §1.1). */
public record DeathNotice(BundleName app, OsAccountId user, String callback) {}
