package dev.trustring.trust.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.trustring.trust.identity.Sha256;
import dev.trustring.trust.wire.FirstRound;
import dev.trustring.trust.wire.SecondRound;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.agreement.ecjpake.ECJPAKECurves;
import org.bouncycastle.crypto.agreement.ecjpake.ECJPAKEParticipant;
import org.bouncycastle.crypto.agreement.ecjpake.ECJPAKERound1Payload;
import org.bouncycastle.crypto.agreement.ecjpake.ECJPAKEUtil;
import org.bouncycastle.crypto.digests.SHA256Digest;

/**
 * One side of a password-authenticated key exchange over a PIN: J-PAKE on the curve P-256 with key
 * confirmation, as Bouncy Castle has it. The platform's exchange is EC-SPEKE (trust-and-softbus
 * §3.1); both take four messages, prove the PIN without telling it, and allow one guess a run.
 *
 * <p>A side is a value. The library's own object changes with every message, so it is made anew
 * from the draw whenever it is needed; the same draw gives the same numbers.
 *
 * @param self what this side is called in its proofs; no proof counts under another name
 * @param draw the chance this side began with
 */
public record Pake(String self, String peer, int pin, long draw) {

  /** What the side that was spoken to first says: both its rounds at once. */
  public record Reply(FirstRound first, SecondRound second) {}

  /**
   * The outcome: a fresh key, and what either side says to prove that it has it too.
   *
   * @param key 32 bytes in hex
   * @param second what this side says in its second round
   */
  public record Agreed(String key, SecondRound second, String ownProof, String peerProof) {}

  private static final HexFormat HEX = HexFormat.of();

  public FirstRound firstRound() {
    return PakeForm.of(participant().createRound1PayloadToSend());
  }

  /** The answer to the first round of the other; nothing if that does not hold. */
  public Optional<Reply> reply(FirstRound theirs) {
    try {
      ECJPAKEParticipant own = participant();
      FirstRound first = PakeForm.of(own.createRound1PayloadToSend());
      own.validateRound1PayloadReceived(PakeForm.read(peer, theirs));
      return Optional.of(new Reply(first, PakeForm.of(own.createRound2PayloadToSend())));
    } catch (CryptoException | IllegalArgumentException doesNotHold) {
      return Optional.empty();
    }
  }

  /** The key; nothing if the words of the other side do not hold. A wrong PIN shows only later. */
  public Optional<Agreed> agreed(FirstRound first, SecondRound second) {
    try {
      ECJPAKEParticipant own = participant();
      ECJPAKERound1Payload ownFirst = own.createRound1PayloadToSend();
      ECJPAKERound1Payload theirFirst = PakeForm.read(peer, first);
      own.validateRound1PayloadReceived(theirFirst);
      SecondRound ownSecond = PakeForm.of(own.createRound2PayloadToSend());
      own.validateRound2PayloadReceived(PakeForm.read(peer, second));
      BigInteger material = own.calculateKeyingMaterial();
      return Optional.of(
          new Agreed(
              keyFrom(material),
              ownSecond,
              PakeForm.hex(own.createRound3PayloadToSend(material).getMacTag()),
              peerProof(theirFirst, ownFirst, material)));
    } catch (CryptoException | IllegalArgumentException doesNotHold) {
      return Optional.empty();
    }
  }

  private String peerProof(
      ECJPAKERound1Payload theirs, ECJPAKERound1Payload own, BigInteger material) {
    return PakeForm.hex(
        ECJPAKEUtil.calculateMacTag(
            peer,
            self,
            theirs.getGx1(),
            theirs.getGx2(),
            own.getGx1(),
            own.getGx2(),
            material,
            new SHA256Digest()));
  }

  private static String keyFrom(BigInteger material) {
    byte[] named = ("trustring bond key|" + PakeForm.hex(material)).getBytes(UTF_8);
    return HEX.formatHex(Sha256.of(named));
  }

  private ECJPAKEParticipant participant() {
    return new ECJPAKEParticipant(
        self,
        Integer.toString(pin).toCharArray(),
        ECJPAKECurves.NIST_P256,
        new SHA256Digest(),
        new DrawnRandom("pake", draw));
  }
}
