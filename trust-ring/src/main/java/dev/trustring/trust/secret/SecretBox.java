package dev.trustring.trust.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Text under a session key: AES-GCM, so that whoever lacks the key can neither read nor change it.
 *
 * @param key 32 bytes in hex
 */
public record SecretBox(String key) {
  private static final HexFormat HEX = HexFormat.of();
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int CHALLENGE_BYTES = 16;

  /**
   * A closed box in hex, its nonce first.
   *
   * @param label what the box is for; it opens as nothing else
   * @param draw gives the nonce, so it must be a fresh one
   */
  public String close(String label, String text, long draw) {
    byte[] nonce = new DrawnRandom("nonce", draw).generateSeed(NONCE_BYTES);
    try {
      byte[] closed = cipher(Cipher.ENCRYPT_MODE, label, nonce).doFinal(text.getBytes(UTF_8));
      return HEX.formatHex(nonce) + HEX.formatHex(closed);
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("a text that cannot be encrypted", broken);
    }
  }

  /** The text; nothing if the box is another's, is for something else, or was changed. */
  public Optional<String> open(String label, String box) {
    try {
      byte[] bytes = HEX.parseHex(box);
      if (bytes.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
        return Optional.empty();
      }
      byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, label, nonce);
      return Optional.of(
          new String(cipher.doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES), UTF_8));
    } catch (GeneralSecurityException | IllegalArgumentException closed) {
      return Optional.empty();
    }
  }

  /** A question that nobody was asked before, to be signed. */
  public static String challenge(long draw) {
    return HEX.formatHex(new DrawnRandom("challenge", draw).generateSeed(CHALLENGE_BYTES));
  }

  private Cipher cipher(int mode, String label, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        mode,
        new SecretKeySpec(HEX.parseHex(key), "AES"),
        new GCMParameterSpec(TAG_BITS, nonce),
        new DrawnRandom("unused", 0));
    cipher.updateAAD(label.getBytes(UTF_8));
    return cipher;
  }
}
