package dev.trustring.atm.remote;

import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.token.HapToken;
import dev.trustring.atm.token.TokenId;
import dev.trustring.atm.token.TokenType;
import java.util.List;

/**
 * The token of an app as one device tells it to another (access-token §5.4): neither its level nor
 * its signature travels, and every permission that it requests does.
 *
 * @param tokenAttr 1 system app, 8 debug app
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

  private static final int ATTR_SYSTEM_APP = 1;
  private static final int ATTR_DEBUG_APP = 8;
  private static final int DLP_TYPE_MAX = 4;

  public HapTokenInfoForSync {
    permStateList = permStateList.size() > PERMISSIONS_MAX ? List.of() : List.copyOf(permStateList);
  }

  /** What the device of this token tells of it. */
  public static HapTokenInfoForSync of(HapToken token) {
    int attr =
        (token.isSystemApp() ? ATTR_SYSTEM_APP : 0)
            | (token.profile().debug() ? ATTR_DEBUG_APP : 0);
    return new HapTokenInfoForSync(
        VERSION,
        token.tokenId(),
        attr,
        token.identity().user().value(),
        token.identity().bundle().value(),
        token.identity().instIndex(),
        0,
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

  /** Whether the receiver takes it (access-token §5.3). */
  boolean isAcceptable() {
    return userId >= 0
        && isName(bundleName)
        && tokenId.value() != 0
        && dlpType >= 0
        && dlpType <= DLP_TYPE_MAX
        && version == VERSION
        && tokenId.type() == TokenType.HAP;
  }

  static boolean isName(String text) {
    return !text.isEmpty() && text.length() <= PermissionName.LENGTH_MAX;
  }
}
