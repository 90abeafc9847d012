package dev.trustring.atm;

import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.policy.DevicePolicy;
import dev.trustring.atm.token.HapDetails;
import dev.trustring.atm.token.HapToken;
import dev.trustring.atm.token.Holder;
import dev.trustring.atm.token.ProcessToken;
import dev.trustring.atm.token.TokenId;
import dev.trustring.atm.token.TokenIdentity;
import dev.trustring.atm.token.TokenIndex;
import java.util.Optional;
import org.pcollections.PSortedMap;
import org.pcollections.PSortedSet;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/**
 * What the AccessTokenManager of one device has stored. A change shares all but a few nodes with
 * the state before it, however many apps there are.
 *
 * @param tokens the installed apps
 * @param index everybody with a token, apps and processes, by id
 * @param details what else is known of an app, where that is not {@link HapDetails#ORDINARY}
 * @param processes the processes of the system that have a token, by name
 * @param reserved ids of apps that are gone, kept from being used again (access-token §1.9)
 * @param policy what is set beside the grants
 */
public record AtmState(
    PSortedMap<TokenIdentity, HapToken> tokens,
    TokenIndex index,
    PSortedMap<TokenIdentity, HapDetails> details,
    PSortedMap<String, ProcessToken> processes,
    PSortedSet<TokenId> reserved,
    DevicePolicy policy) {
  /** A device without apps. */
  public static final AtmState EMPTY =
      new AtmState(
          TreePMap.empty(),
          TokenIndex.EMPTY,
          TreePMap.empty(),
          TreePMap.empty(),
          TreePSet.empty(),
          DevicePolicy.NONE);

  /** The token of this app, if it is installed. */
  public Optional<HapToken> token(TokenIdentity identity) {
    return Optional.ofNullable(tokens.get(identity));
  }

  /** The token with this id, if it is an app's. */
  public Optional<HapToken> token(TokenId id) {
    return index.find(id) instanceof HapToken token ? Optional.of(token) : Optional.empty();
  }

  /** Whoever has this id. */
  public Optional<Holder> holder(TokenId id) {
    return Optional.ofNullable(index.find(id));
  }

  /**
   * Whether a verification by id says granted (access-token §3.3); never an error: the id of
   * nobody, of a render process or of an app that is gone is denied. Names that the platform does
   * not define are for the caller to refuse.
   */
  public boolean isGranted(TokenId id, PermissionName name) {
    return index.grants(id, name) && isAvailable(id, name);
  }

  /** Ids without the bit are of no sandbox, which spares the hot path a look (§8). */
  private boolean isAvailable(TokenId id, PermissionName name) {
    return !id.isDlp()
        || token(id).filter(app -> !details(app.identity()).dlpType().allows(name)).isEmpty();
  }

  /** What else is known of this app. */
  public HapDetails details(TokenIdentity identity) {
    return details.getOrDefault(identity, HapDetails.ORDINARY);
  }

  /** Whether this id is in use, or reserved. */
  public boolean isTaken(TokenId id) {
    return index.find(id) != null || reserved.contains(id);
  }

  /** With a new app's token, or with an installed app's own token in another state. */
  AtmState with(HapToken token) {
    return new AtmState(
        tokens.plus(token.identity(), token),
        index.with(token),
        details,
        processes,
        reserved,
        policy);
  }

  /** With this to be known of an installed app. */
  AtmState with(TokenIdentity identity, HapDetails known) {
    if (!tokens.containsKey(identity)) {
      throw new IllegalStateException(identity + " has no token to tell more of");
    }
    return new AtmState(
        tokens,
        index,
        known.equals(HapDetails.ORDINARY) ? details.minus(identity) : details.plus(identity, known),
        processes,
        reserved,
        policy);
  }

  /** With a process of the system, in place of the one that had its name. */
  AtmState with(ProcessToken process) {
    ProcessToken old = processes.get(process.processName());
    TokenIndex others = old == null ? index : index.without(old.tokenId());
    return new AtmState(
        tokens,
        others.with(process),
        details,
        processes.plus(process.processName(), process),
        reserved,
        policy);
  }

  /** With this id never to be used again. */
  AtmState withReserved(TokenId id) {
    return new AtmState(tokens, index, details, processes, reserved.plus(id), policy);
  }

  /** With other settings beside the grants. */
  AtmState with(DevicePolicy other) {
    return new AtmState(tokens, index, details, processes, reserved, other);
  }

  /** Without this app, which must be installed. */
  AtmState without(TokenIdentity identity) {
    HapToken removed = tokens.get(identity);
    if (removed == null) {
      throw new IllegalStateException(identity + " has no token to remove");
    }
    return new AtmState(
        tokens.minus(identity),
        index.without(removed.tokenId()),
        details.minus(identity),
        processes,
        reserved,
        policy.withDialogBan(identity, false));
  }
}
