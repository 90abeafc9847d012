package dev.trustring.trust.secret;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.KeyAgreement;

/**
 * An X25519 key pair for one exchange, which follows from its draw. Two ends that tell each other
 * the public halves have a secret; that the other end is who it says, they must sign.
 */
public record Ephemeral(long draw) {
  private static final HexFormat HEX = HexFormat.of();
  private static final String ALGORITHM = "X25519";

  /** The public half in hex, as X.509 has it. */
  public String publicKey() {
    return HEX.formatHex(pair().getPublic().getEncoded());
  }

  /** The secret shared with whoever has the private half of that key; nothing if it is none. */
  public Optional<byte[]> agreedWith(String theirs) {
    try {
      PublicKey key =
          KeyFactory.getInstance(ALGORITHM)
              .generatePublic(new X509EncodedKeySpec(HEX.parseHex(theirs)));
      KeyAgreement agreement = KeyAgreement.getInstance(ALGORITHM);
      agreement.init(pair().getPrivate(), new DrawnRandom("unused", 0));
      agreement.doPhase(key, true);
      return Optional.of(agreement.generateSecret());
    } catch (GeneralSecurityException | IllegalArgumentException noKey) {
      return Optional.empty();
    }
  }

  private KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
      generator.initialize(NamedParameterSpec.X25519, new DrawnRandom("ephemeral key", draw));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("a Java runtime without X25519", missing);
    }
  }
}
