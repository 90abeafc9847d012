package dev.trustring.atm;

import dev.trustring.atm.token.BundleName;
import dev.trustring.atm.token.DlpType;
import dev.trustring.atm.token.HapToken;
import dev.trustring.atm.token.TokenIdentity;
import dev.trustring.atm.token.UserId;
import java.util.List;
import java.util.Map;

/**
 * An app and its sandbox instances of one user, which share what their user decides (§8). Clones
 * stand alone.
 */
final class DlpSiblings {
  private DlpSiblings() {}

  /** The others that follow a change of this one, sorted by instance; none for a clone. */
  static List<HapToken> of(AtmState state, HapToken token) {
    TokenIdentity identity = token.identity();
    if (!shares(state, identity)) {
      return List.of();
    }
    return instances(state, identity.bundle(), identity.user()).stream()
        .filter(other -> !other.identity().equals(identity))
        .filter(other -> shares(state, other.identity()))
        .toList();
  }

  /** What kind of instance an app is. */
  static DlpType typeOf(AtmState state, TokenIdentity identity) {
    return state.details(identity).dlpType();
  }

  private static boolean shares(AtmState state, TokenIdentity identity) {
    return identity.instIndex() == 0 || typeOf(state, identity) != DlpType.COMMON;
  }

  private static List<HapToken> instances(AtmState state, BundleName bundle, UserId user) {
    return state
        .tokens()
        .subMap(
            new TokenIdentity(bundle, user, 0),
            true,
            new TokenIdentity(bundle, user, Integer.MAX_VALUE),
            true)
        .entrySet()
        .stream()
        .map(Map.Entry::getValue)
        .toList();
  }
}
