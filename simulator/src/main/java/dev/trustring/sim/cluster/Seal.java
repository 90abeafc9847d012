package dev.trustring.sim.cluster;

import dev.trustring.trust.ring.RingKey;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Puts the mark of a ring's key on bytes, and takes it off again if it is right (HMAC-SHA256). */
final class Seal {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int LENGTH = 32;

  private final SecretKeySpec key;

  Seal(RingKey key) {
    this(key.bytes());
  }

  Seal(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /** The mark of these bytes. */
  byte[] of(byte[] bytes) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  boolean isRight(byte[] mark, byte[] bytes) {
    return MessageDigest.isEqual(mark, of(bytes));
  }

  /** The bytes behind their mark. */
  byte[] seal(byte[] bytes) {
    byte[] sealed = Arrays.copyOf(of(bytes), LENGTH + bytes.length);
    System.arraycopy(bytes, 0, sealed, LENGTH, bytes.length);
    return sealed;
  }

  /** The bytes behind the mark; nothing when the mark is wrong. */
  Optional<byte[]> open(byte[] sealed) {
    if (sealed.length < LENGTH) {
      return Optional.empty();
    }
    byte[] bytes = Arrays.copyOfRange(sealed, LENGTH, sealed.length);
    return isRight(Arrays.copyOf(sealed, LENGTH), bytes) ? Optional.of(bytes) : Optional.empty();
  }
}
