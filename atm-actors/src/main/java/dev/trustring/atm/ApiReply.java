package dev.trustring.atm;

import dev.trustring.atm.grant.GrantState;
import dev.trustring.atm.permission.PermissionDefinition;
import dev.trustring.atm.permission.PermissionName;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What the callers of the permission API are told. */
public sealed interface ApiReply extends Atm.Reply {
  /** One number: a status, flags, a version, a toggle. */
  record Value(int number) implements ApiReply {}

  /** One number for each name asked about. */
  record Values(List<Integer> numbers) implements ApiReply {
    public Values {
      numbers = List.copyOf(numbers);
    }
  }

  /** Whether something is so now. */
  record Flag(boolean yes) implements ApiReply {}

  /** A definition. */
  record Defined(PermissionDefinition definition) implements ApiReply {}

  /** The requested permissions of an app. */
  record Requested(NavigableMap<PermissionName, GrantState> permissions) implements ApiReply {
    public Requested {
      permissions = Collections.unmodifiableNavigableMap(new TreeMap<>(permissions));
    }
  }

  /** A text. */
  record Dumped(String text) implements ApiReply {}
}
