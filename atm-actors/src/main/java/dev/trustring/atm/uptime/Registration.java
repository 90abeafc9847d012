package dev.trustring.atm.uptime;

import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.token.TokenId;
import java.util.List;

/**
 * A listener for changes of permissions (access-token §4.4).
 *
 * @param process who registered it
 * @param callback the function that it registered
 * @param self whether it was registered for the own app only
 * @param given the scope as it was given, sorted
 * @param heard the scope without what the service does not know
 */
public record Registration(
    String process, String callback, boolean self, Scope given, Scope heard) {

  /**
   * Whose changes of which permissions are meant; an empty list means all.
   *
   * @param tokens sorted, without repetition
   * @param names sorted, without repetition
   */
  public record Scope(List<TokenId> tokens, List<PermissionName> names) {
    public Scope {
      tokens = tokens.stream().sorted().distinct().toList();
      names = names.stream().sorted().distinct().toList();
    }

    /** Whether both can mean the same change. */
    public boolean overlaps(Scope other) {
      return meet(tokens, other.tokens) && meet(names, other.names);
    }

    boolean contains(TokenId token, PermissionName name) {
      return (tokens.isEmpty() || tokens.contains(token))
          && (names.isEmpty() || names.contains(name));
    }

    private static <T> boolean meet(List<T> these, List<T> those) {
      return these.isEmpty() || those.isEmpty() || these.stream().anyMatch(those::contains);
    }
  }

  /** Whether it wants to hear of this change. */
  public boolean hears(TokenId token, PermissionName name) {
    return heard.contains(token, name);
  }
}
