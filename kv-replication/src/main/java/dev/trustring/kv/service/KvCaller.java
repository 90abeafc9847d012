package dev.trustring.kv.service;

import dev.trustring.atm.token.BundleName;
import dev.trustring.kv.store.AppId;
import dev.trustring.kv.store.StoreId;
import dev.trustring.kv.sync.Link;
import dev.trustring.trust.identity.OsAccountId;

/** An app that calls the store's API, as its token and its package say. */
public record KvCaller(BundleName bundle, AppId app, OsAccountId user, int instIndex) {

  Link link(StoreId store) {
    return new Link(bundle, app, store, user);
  }

  StoreKey key(StoreId store) {
    return new StoreKey(bundle, user, store);
  }
}
