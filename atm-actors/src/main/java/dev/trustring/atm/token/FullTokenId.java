package dev.trustring.atm.token;

/**
 * A token id with what callers are asked for in its upper half: 64 bits (access-token §1.2).
 *
 * <p>From bit 32: system app, atomic service, reserved token, debug app, command line invoker.
 */
public record FullTokenId(long value) {
  /** System APIs serve it. */
  public static final int SYSTEM_APP = 1;

  /** It runs without being installed. */
  public static final int ATOMIC_SERVICE = 1 << 1;

  /** Its id stays reserved once it is gone. */
  public static final int RESERVED = 1 << 2;

  /** Its profile is one for debugging. */
  public static final int DEBUG_APP = 1 << 3;

  /** It may call command line tools. */
  public static final int CLI_INVOKER = 1 << 4;

  private static final int ATTRIBUTES_SHIFT = 32;

  /** This id with these attributes. */
  public static FullTokenId of(TokenId id, int attributes) {
    return new FullTokenId(
        Integer.toUnsignedLong(attributes) << ATTRIBUTES_SHIFT
            | Integer.toUnsignedLong(id.value()));
  }

  /** The id of an app that is made so. */
  public static FullTokenId of(HapToken token, HapDetails details) {
    int attributes =
        (token.isSystemApp() ? SYSTEM_APP : 0)
            | (details.atomicService() ? ATOMIC_SERVICE : 0)
            | (token.profile().debug() ? DEBUG_APP : 0);
    return of(token.tokenId(), attributes);
  }

  /** The 32 bits that stand for the app. */
  public TokenId tokenId() {
    return new TokenId((int) value);
  }

  /** All attribute bits. */
  public int attributes() {
    return (int) (value >>> ATTRIBUTES_SHIFT);
  }

  /** Whether at least one of these bits is set. */
  public boolean has(int bits) {
    return (attributes() & bits) != 0;
  }

  /** Whether a caller with it passes for a system app. */
  public boolean isSystemApp() {
    return has(SYSTEM_APP);
  }
}
