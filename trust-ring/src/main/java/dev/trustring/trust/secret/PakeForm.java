package dev.trustring.trust.secret;

import dev.trustring.trust.wire.FirstRound;
import dev.trustring.trust.wire.SecondRound;
import dev.trustring.trust.wire.ZeroKnowledge;
import java.lang.reflect.Constructor;
import java.math.BigInteger;
import java.util.HexFormat;
import org.bouncycastle.crypto.agreement.ecjpake.ECJPAKECurves;
import org.bouncycastle.crypto.agreement.ecjpake.ECJPAKERound1Payload;
import org.bouncycastle.crypto.agreement.ecjpake.ECJPAKERound2Payload;
import org.bouncycastle.crypto.agreement.ecjpake.ECSchnorrZKP;
import org.bouncycastle.math.ec.ECPoint;

/**
 * Brings what the library says of a key exchange into messages and back: points compressed, numbers
 * as they are, both in hex. What is no point or no number is an {@link IllegalArgumentException}.
 */
final class PakeForm {

  /** A number below the order of P-256 has no more digits; longer ones only cost time. */
  private static final int DIGITS = 64;

  /** The library makes its proofs and reads those of others, but lets nobody else build one. */
  private static final Constructor<ECSchnorrZKP> PROOF = proofConstructor();

  private PakeForm() {}

  static FirstRound of(ECJPAKERound1Payload said) {
    return new FirstRound(
        hex(said.getGx1()),
        hex(said.getGx2()),
        of(said.getKnowledgeProofForX1()),
        of(said.getKnowledgeProofForX2()));
  }

  static SecondRound of(ECJPAKERound2Payload said) {
    return new SecondRound(hex(said.getA()), of(said.getKnowledgeProofForX2s()));
  }

  static ECJPAKERound1Payload read(String peer, FirstRound said) {
    return new ECJPAKERound1Payload(
        peer, point(said.gx1()), point(said.gx2()), proof(said.of1()), proof(said.of2()));
  }

  static ECJPAKERound2Payload read(String peer, SecondRound said) {
    return new ECJPAKERound2Payload(peer, point(said.a()), proof(said.ofA()));
  }

  static String hex(BigInteger number) {
    return number.toString(16);
  }

  private static String hex(ECPoint point) {
    return HexFormat.of().formatHex(point.getEncoded(true));
  }

  private static ZeroKnowledge of(ECSchnorrZKP proof) {
    return new ZeroKnowledge(hex(proof.getV()), hex(proof.getr()));
  }

  private static ECPoint point(String text) {
    return ECJPAKECurves.NIST_P256.getCurve().decodePoint(HexFormat.of().parseHex(text));
  }

  private static BigInteger number(String text) {
    if (text.length() > DIGITS) {
      throw new IllegalArgumentException("a number of more than " + DIGITS + " digits");
    }
    return new BigInteger(text, 16);
  }

  private static ECSchnorrZKP proof(ZeroKnowledge said) {
    ECPoint point = point(said.commitment());
    BigInteger response = number(said.response());
    try {
      return PROOF.newInstance(point, response);
    } catch (ReflectiveOperationException refused) {
      throw new IllegalStateException("another Bouncy Castle than the build names", refused);
    }
  }

  private static Constructor<ECSchnorrZKP> proofConstructor() {
    try {
      Constructor<ECSchnorrZKP> found =
          ECSchnorrZKP.class.getDeclaredConstructor(ECPoint.class, BigInteger.class);
      found.setAccessible(true);
      return found;
    } catch (NoSuchMethodException missing) {
      throw new IllegalStateException("another Bouncy Castle than the build names", missing);
    }
  }
}
