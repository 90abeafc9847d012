package dev.trustring.kv.service;

import dev.trustring.atm.token.BundleName;
import dev.trustring.kv.store.StoreId;
import dev.trustring.trust.identity.OsAccountId;
import java.util.Comparator;

/** Which store on this device. */
public record StoreKey(BundleName bundle, OsAccountId user, StoreId store)
    implements Comparable<StoreKey> {

  private static final Comparator<StoreKey> ORDER =
      Comparator.comparing((StoreKey key) -> key.bundle().value())
          .thenComparing(key -> key.user().value())
          .thenComparing(key -> key.store().value());

  /** The store of that name which the same app has for another user. */
  public StoreKey of(OsAccountId other) {
    return new StoreKey(bundle, other, store);
  }

  @Override
  public int compareTo(StoreKey other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return bundle.value() + "/" + user.value() + "/" + store;
  }
}
