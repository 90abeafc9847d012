package dev.trustring.kv.service;

import dev.trustring.kv.status.Status;

/** Rules of the calls of a KVManager that name an app id (kv-store §1.1). */
public final class ManagerRule {

  private static final int LONGEST_APP_ID = 256;

  private ManagerRule() {}

  /** Whether the platform takes this text as an app id: printable, without ### and slash. */
  public static boolean isLegalAppId(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST_APP_ID
        && text.chars().allMatch(letter -> letter >= ' ' && letter <= '~')
        && !text.contains("###")
        && !text.contains("/");
  }

  /**
   * The ids of an app's stores. The service asks by the caller's token whether the id is its own
   * (kv-store §4.1 G1), whatever its manager claims.
   */
  static KvCall.Reply ids(KvCatalogue known, KvCall.StoreIds asked) {
    KvCaller caller = asked.caller();
    if (!caller.bundle().value().equals(asked.appId())) {
      return new KvCall.Reply.Failed(Status.PERMISSION_DENIED);
    }
    return new KvCall.Reply.Stores(
        known.stores().keySet().stream()
            .filter(key -> key.bundle().equals(caller.bundle()))
            .filter(key -> key.user().equals(caller.user()))
            .map(StoreKey::store)
            .toList());
  }
}
