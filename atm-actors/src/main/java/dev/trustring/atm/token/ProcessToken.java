package dev.trustring.atm.token;

import dev.trustring.atm.permission.Apl;
import dev.trustring.atm.permission.PermissionName;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The token of a process of the system or of the debugging shell (access-token §1.10).
 *
 * @param processName such as {@code foundation}; one token for each name
 * @param permissions all of them granted from the start
 */
public record ProcessToken(
    String processName, TokenId tokenId, Apl apl, SortedSet<PermissionName> permissions)
    implements Holder {
  public ProcessToken {
    permissions = Collections.unmodifiableSortedSet(new TreeSet<>(permissions));
  }

  @Override
  public List<PermissionName> effectivelyGranted() {
    return List.copyOf(permissions);
  }
}
