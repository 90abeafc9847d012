package dev.trustring.atm.token;

import dev.trustring.atm.permission.PermissionName;
import java.util.List;

/** Whoever a token id stands for and may hold permissions: an app, or a process of the system. */
public interface Holder {
  /** Its id. */
  TokenId tokenId();

  /** The permissions that a verification grants it, each once (access-token §1.10, §3.3). */
  List<PermissionName> effectivelyGranted();
}
