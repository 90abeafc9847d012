package dev.trustring.trust.ring;

import dev.trustring.trust.identity.AccountId;
import dev.trustring.trust.identity.Sha256;
import dev.trustring.trust.identity.Udid;
import java.nio.charset.StandardCharsets;

/**
 * The credential of a ring: what every member can work out and nobody else can, so that a stranger
 * cannot join. It never leaves a device; members show that they have it by sealing what they say.
 *
 * <p>A stand-in for the keys of the platform's credentials: of an account it is the digest of the
 * account itself, which the broadcast hash does not give away; of a bond it is made of the two
 * udids, until the key exchange of a bond yields a secret.
 */
public record RingKey(String secret) {

  public static RingKey ofAccount(AccountId account) {
    return new RingKey(Sha256.hex("account ring/" + account.value()));
  }

  /** Both ends get the same. */
  public static RingKey ofBond(Udid one, Udid other) {
    boolean inOrder = one.compareTo(other) <= 0;
    return new RingKey(
        Sha256.hex("bond/" + (inOrder ? one : other).value() + (inOrder ? other : one).value()));
  }

  /** The key as bytes for a message authentication code. */
  public byte[] bytes() {
    return secret.getBytes(StandardCharsets.US_ASCII);
  }

  /** Says nothing: a key must not come into a log. */
  @Override
  public String toString() {
    return "ring key";
  }
}
