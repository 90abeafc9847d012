package dev.trustring.trust.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.util.HexFormat;
import org.bouncycastle.asn1.teletrust.TeleTrusTNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/**
 * A key that vouches for device levels: ECDSA over the Brainpool curve of 384 bits
 * (trust-and-softbus §4.2). It follows from a name, so that every run has the same ones; its
 * signatures need no chance (RFC 6979).
 */
public final class EccKey {
  private static final HexFormat HEX = HexFormat.of();
  private static final ECDomainParameters CURVE = curve();
  private static final int BYTES = 48;

  private final BigInteger secret;

  private EccKey(BigInteger secret) {
    this.secret = secret;
  }

  /** The key of that name. */
  public static EccKey named(String name) {
    byte[] drawn = new byte[BYTES];
    new DrawnRandom("level key " + name, 0).nextBytes(drawn);
    BigInteger below = CURVE.getN().subtract(BigInteger.ONE);
    return new EccKey(new BigInteger(1, drawn).mod(below).add(BigInteger.ONE));
  }

  /** The public half, in hex. */
  public String publicKey() {
    return HEX.formatHex(
        new FixedPointCombMultiplier().multiply(CURVE.getG(), secret).getEncoded(false));
  }

  /** The signature of a text, in hex. */
  public String sign(String text) {
    ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA384Digest()));
    signer.init(true, new ECPrivateKeyParameters(secret, CURVE));
    BigInteger[] parts = signer.generateSignature(digest(text));
    return "%096x%096x".formatted(parts[0], parts[1]);
  }

  /** Whether whoever holds the private half of a public key has signed this text. */
  public static boolean signed(String publicKey, String text, String signature) {
    if (signature.length() != 4 * BYTES) {
      return false;
    }
    try {
      ECDSASigner verifier = new ECDSASigner();
      verifier.init(
          false,
          new ECPublicKeyParameters(CURVE.getCurve().decodePoint(HEX.parseHex(publicKey)), CURVE));
      return verifier.verifySignature(
          digest(text),
          new BigInteger(signature.substring(0, 2 * BYTES), 16),
          new BigInteger(signature.substring(2 * BYTES), 16));
    } catch (IllegalArgumentException noKeyOrSignature) {
      return false;
    }
  }

  private static byte[] digest(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    SHA384Digest digest = new SHA384Digest();
    digest.update(bytes, 0, bytes.length);
    byte[] out = new byte[digest.getDigestSize()];
    digest.doFinal(out, 0);
    return out;
  }

  private static ECDomainParameters curve() {
    X9ECParameters named = TeleTrusTNamedCurves.getByName("brainpoolP384r1");
    return new ECDomainParameters(named.getCurve(), named.getG(), named.getN(), named.getH());
  }
}
