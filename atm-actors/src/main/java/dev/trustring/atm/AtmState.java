package dev.trustring.atm;

import dev.trustring.atm.policy.DevicePolicy;
import dev.trustring.atm.token.HapToken;
import dev.trustring.atm.token.TokenId;
import dev.trustring.atm.token.TokenIdentity;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the AccessTokenManager of one device has stored.
 *
 * @param tokens the installed apps
 * @param identities the app that each token id stands for
 * @param policy what is set beside the grants
 */
public record AtmState(
    NavigableMap<TokenIdentity, HapToken> tokens,
    NavigableMap<TokenId, TokenIdentity> identities,
    DevicePolicy policy) {
  /** A device without apps. */
  public static final AtmState EMPTY =
      new AtmState(new TreeMap<>(), new TreeMap<>(), DevicePolicy.NONE);

  public AtmState {
    tokens = Collections.unmodifiableNavigableMap(new TreeMap<>(tokens));
    identities = Collections.unmodifiableNavigableMap(new TreeMap<>(identities));
  }

  /** The token of this app, if it is installed. */
  public Optional<HapToken> token(TokenIdentity identity) {
    return Optional.ofNullable(tokens.get(identity));
  }

  /** The token with this id, if it is in use. */
  public Optional<HapToken> token(TokenId id) {
    return Optional.ofNullable(identities.get(id)).map(tokens::get);
  }

  /** Whether this id is in use. */
  public boolean isTaken(TokenId id) {
    return identities.containsKey(id);
  }

  /** With a new app's token, or with an installed app's own token in another state. */
  AtmState with(HapToken token) {
    NavigableMap<TokenIdentity, HapToken> newTokens = new TreeMap<>(tokens);
    NavigableMap<TokenId, TokenIdentity> newIdentities = new TreeMap<>(identities);
    newTokens.put(token.identity(), token);
    newIdentities.put(token.tokenId(), token.identity());
    return new AtmState(newTokens, newIdentities, policy);
  }

  /** With other settings beside the grants. */
  AtmState with(DevicePolicy other) {
    return new AtmState(tokens, identities, other);
  }

  /** Without this app, which must be installed. */
  AtmState without(TokenIdentity identity) {
    NavigableMap<TokenIdentity, HapToken> newTokens = new TreeMap<>(tokens);
    NavigableMap<TokenId, TokenIdentity> newIdentities = new TreeMap<>(identities);
    HapToken removed = newTokens.remove(identity);
    if (removed == null) {
      throw new IllegalStateException(identity + " has no token to remove");
    }
    newIdentities.remove(removed.tokenId());
    return new AtmState(newTokens, newIdentities, policy.withDialogBan(identity, false));
  }
}
