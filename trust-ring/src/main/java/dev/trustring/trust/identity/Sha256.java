package dev.trustring.trust.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, of a text as 64 lower-case hex characters. */
public final class Sha256 {
  private static final int CHARACTERS = 64;

  private Sha256() {}

  public static String hex(String text) {
    return HexFormat.of().formatHex(of(text.getBytes(StandardCharsets.UTF_8)));
  }

  public static byte[] of(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("a Java runtime without SHA-256", missing);
    }
  }

  /** Returns the text if it has the form of a SHA-256, or throws a plain explanation. */
  static String requireHex(String what, String text) {
    if (text.length() != CHARACTERS || !text.chars().allMatch(Sha256::isLowerHex)) {
      throw new IllegalArgumentException(
          what + " must be 64 lower-case hex characters: '" + text + "'");
    }
    return text;
  }

  private static boolean isLowerHex(int character) {
    return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'f');
  }
}
