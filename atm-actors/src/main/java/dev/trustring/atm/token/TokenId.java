package dev.trustring.atm.token;

/**
 * The 32 bits by which a device knows an app or a process (access-token §1.1).
 *
 * <p>From the lowest bit: 20 bits of chance, tool, two reserved, binary, clone, render, DLP, two
 * bits of type, three of version.
 */
public record TokenId(int value) implements Comparable<TokenId> {
  /** The id of nobody. */
  public static final TokenId INVALID = new TokenId(0);

  /** Largest part that is drawn at random. */
  public static final int UNIQUE_MAX = 0xFFFFF;

  static final int VERSION = 1;

  private static final int TOOL_BIT = 1 << 20;
  private static final int BINARY_BIT = 1 << 23;
  private static final int CLONE_BIT = 1 << 24;
  private static final int RENDER_BIT = 1 << 25;
  private static final int DLP_BIT = 1 << 26;
  private static final int TYPE_SHIFT = 27;
  private static final int VERSION_SHIFT = 29;

  /** The id of an app, or of a clone of it. */
  public static TokenId hap(int unique, boolean clone) {
    return of(TokenType.HAP, clone ? CLONE_BIT : 0, unique);
  }

  /** The id of a sandbox instance, which opens protected documents; it never counts as a clone. */
  public static TokenId dlp(int unique) {
    return of(TokenType.HAP, DLP_BIT, unique);
  }

  /** The id of a process of the system. */
  public static TokenId nativeProcess(int unique) {
    return of(TokenType.NATIVE, 0, unique);
  }

  /** The id of the debugging shell. */
  public static TokenId shell(int unique) {
    return of(TokenType.SHELL, 0, unique);
  }

  private static TokenId of(TokenType type, int marks, int unique) {
    if (unique < 0 || unique > UNIQUE_MAX) {
      throw new IllegalArgumentException("not a number of 20 bits: " + unique);
    }
    return new TokenId(VERSION << VERSION_SHIFT | type.code() << TYPE_SHIFT | marks | unique);
  }

  /** The id that the render process of this app goes by; nothing is ever granted to it. */
  public TokenId render() {
    return new TokenId(value | RENDER_BIT);
  }

  /** Whether a device could have made it for this type: the version and type bits fit (§1.1). */
  public boolean isWellFormed(TokenType expected) {
    return version() == VERSION && type() == expected;
  }

  /** What the type bits say; whether such a token exists is another question. */
  public TokenType type() {
    if (value == 0) {
      return TokenType.INVALID;
    }
    return switch (value >>> TYPE_SHIFT & 0b11) {
      case 0 -> TokenType.HAP;
      case 1 -> TokenType.NATIVE;
      case 2 -> TokenType.SHELL;
      default -> TokenType.INVALID;
    };
  }

  /** The version of the layout; 1 in every id a device makes. */
  public int version() {
    return value >>> VERSION_SHIFT;
  }

  /** The part that was drawn at random. */
  public int uniqueId() {
    return value & UNIQUE_MAX;
  }

  /** Whether this is a command line tool's. */
  public boolean isTool() {
    return (value & TOOL_BIT) != 0;
  }

  /** Whether this is a plain program's, without a bundle. */
  public boolean isBinary() {
    return (value & BINARY_BIT) != 0;
  }

  /** Whether this is a clone of an app, with a token of its own. */
  public boolean isClone() {
    return (value & CLONE_BIT) != 0;
  }

  /** Whether this is the derived id of an app's render process. */
  public boolean isRender() {
    return (value & RENDER_BIT) != 0;
  }

  /** Whether this is a sandbox instance that opens protected documents. */
  public boolean isDlp() {
    return (value & DLP_BIT) != 0;
  }

  @Override
  public int compareTo(TokenId other) {
    return Integer.compareUnsigned(value, other.value);
  }

  @Override
  public String toString() {
    return Integer.toUnsignedString(value);
  }
}
