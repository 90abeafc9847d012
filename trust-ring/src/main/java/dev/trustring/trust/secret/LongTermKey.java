package dev.trustring.trust.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/**
 * The Ed25519 key pair by which a user of a device is known to peers (trust-and-softbus §3.1), in
 * hex: the public half as X.509 has it, the private one as PKCS #8.
 */
public record LongTermKey(String publicKey, String privateKey) {
  private static final HexFormat HEX = HexFormat.of();
  private static final String ALGORITHM = "Ed25519";

  /** The pair that follows from a draw. */
  public static LongTermKey drawn(long draw) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
      generator.initialize(NamedParameterSpec.ED25519, new DrawnRandom("long-term key", draw));
      KeyPair pair = generator.generateKeyPair();
      return new LongTermKey(
          HEX.formatHex(pair.getPublic().getEncoded()),
          HEX.formatHex(pair.getPrivate().getEncoded()));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("a Java runtime without Ed25519", missing);
    }
  }

  public String sign(String text) {
    try {
      byte[] encoded = HEX.parseHex(privateKey);
      PrivateKey key =
          KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded));
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key, new DrawnRandom("signature", 0));
      signature.update(text.getBytes(UTF_8));
      return HEX.formatHex(signature.sign());
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("an own key that does not sign", broken);
    }
  }

  /** Whether whoever holds the private half of a public key has signed this text. */
  public static boolean signed(String publicKey, String text, String signed) {
    try {
      byte[] encoded = HEX.parseHex(publicKey);
      PublicKey key =
          KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(key);
      signature.update(text.getBytes(UTF_8));
      return signature.verify(HEX.parseHex(signed));
    } catch (GeneralSecurityException | IllegalArgumentException noKeyOrSignature) {
      return false;
    }
  }
}
