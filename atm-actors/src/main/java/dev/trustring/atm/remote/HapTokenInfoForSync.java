package dev.trustring.atm.remote;

import dev.trustring.atm.grant.GrantState;
import dev.trustring.atm.permission.PermissionCatalogue;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.token.BundleName;
import dev.trustring.atm.token.DlpType;
import dev.trustring.atm.token.FullTokenId;
import dev.trustring.atm.token.HapDetails;
import dev.trustring.atm.token.HapToken;
import dev.trustring.atm.token.ProvisionProfile;
import dev.trustring.atm.token.TokenId;
import dev.trustring.atm.token.TokenIdentity;
import dev.trustring.atm.token.TokenType;
import dev.trustring.atm.token.UserId;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The token of an app as one device tells it to another (access-token §5.4): neither its level nor
 * its signature travels, and every permission that it requests does.
 *
 * @param tokenAttr the attributes of {@link FullTokenId}
 */
public record HapTokenInfoForSync(
    int version,
    TokenId tokenId,
    int tokenAttr,
    int userId,
    String bundleName,
    int instIndex,
    int dlpType,
    List<PermissionStateForSync> permStateList) {

  /** The only version that is accepted. */
  public static final int VERSION = 1;

  /** A list that is longer counts as empty. */
  public static final int PERMISSIONS_MAX = 1024;

  public HapTokenInfoForSync {
    permStateList = permStateList.size() > PERMISSIONS_MAX ? List.of() : List.copyOf(permStateList);
  }

  /** What the device of this token tells of it. */
  public static HapTokenInfoForSync of(HapToken token, HapDetails details) {
    return new HapTokenInfoForSync(
        VERSION,
        token.tokenId(),
        FullTokenId.of(token, details).attributes(),
        token.identity().user().value(),
        token.identity().bundle().value(),
        token.identity().instIndex(),
        details.dlpType().code(),
        token.permissions().entrySet().stream()
            .map(
                entry ->
                    new PermissionStateForSync(
                        entry.getKey().value(),
                        entry.getValue().granted()
                            ? PermissionStateForSync.GRANTED
                            : PermissionStateForSync.DENIED,
                        entry.getValue().flags()))
            .toList());
  }

  /**
   * As a token under a local id. The level is a constant, and an instance index that no app can
   * have counts as 0 (our choice, unverified); of a name that comes twice the first counts.
   */
  HapToken asToken(TokenId id, PermissionCatalogue catalogue) {
    NavigableMap<PermissionName, GrantState> held = new TreeMap<>();
    for (PermissionStateForSync state : permStateList) {
      if (PermissionName.isLegal(state.permissionName())) {
        PermissionName name = new PermissionName(state.permissionName());
        catalogue.find(name).ifPresent(defined -> held.putIfAbsent(name, state.asState()));
      }
    }
    FullTokenId full = FullTokenId.of(id, tokenAttr);
    return new HapToken(
        new TokenIdentity(new BundleName(bundleName), new UserId(userId), Math.max(0, instIndex)),
        id,
        ProvisionProfile.ORDINARY
            .withSystemApp(full.isSystemApp())
            .withDebug(full.has(FullTokenId.DEBUG_APP)),
        held);
  }

  /** What is known beyond the token; the API version and the signature do not travel. */
  HapDetails asDetails() {
    boolean atomicService = FullTokenId.of(tokenId, tokenAttr).has(FullTokenId.ATOMIC_SERVICE);
    return new HapDetails(
        DlpType.of(dlpType).orElse(DlpType.COMMON), "", 0, atomicService, false, List.of());
  }

  /** Whether the receiver takes it (access-token §5.3). */
  boolean isAcceptable() {
    return userId >= 0
        && isName(bundleName)
        && tokenId.value() != 0
        && DlpType.of(dlpType).isPresent()
        && version == VERSION
        && tokenId.type() == TokenType.HAP;
  }

  static boolean isName(String text) {
    return !text.isEmpty() && text.length() <= PermissionName.LENGTH_MAX;
  }
}
