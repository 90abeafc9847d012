package dev.trustring.atm.token;

import dev.trustring.atm.permission.PermissionName;

/** Whoever a token id stands for and may hold permissions: an app, or a process of the system. */
public interface Holder {
  /** Its id. */
  TokenId tokenId();

  /** Whether a verification of this permission says granted (access-token §1.10, §3.3). */
  boolean grants(PermissionName name);
}
