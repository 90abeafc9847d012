package dev.trustring.kv.sync;

import dev.trustring.atm.token.BundleName;
import dev.trustring.kv.store.AppId;
import dev.trustring.kv.store.StoreId;
import dev.trustring.trust.identity.OsAccountId;

/**
 * Which stores a message connects: same app identity and store id on both devices. The bundle name
 * and the user travel in the route header (kv-store §4.4).
 */
public record Link(BundleName bundle, AppId app, StoreId store, OsAccountId user) {}
