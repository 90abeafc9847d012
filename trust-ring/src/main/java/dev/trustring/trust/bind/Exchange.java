package dev.trustring.trust.bind;

import dev.trustring.trust.access.CredentialScope;
import dev.trustring.trust.secret.Ephemeral;
import dev.trustring.trust.secret.Pake;
import dev.trustring.trust.secret.SecretBox;
import dev.trustring.trust.wire.FirstRound;
import java.util.List;
import java.util.Optional;

/**
 * The secrets of a bind under way, as one end knows them. They are never stored.
 *
 * @param pake this end of the key exchange of the present try
 * @param theirs what the other end began with; on the sink
 * @param peerProof how the other end will prove that it has the key; on the source
 * @param box what closes and opens messages once there is a key
 * @param peerKey the long-term public key of the other end
 * @param unproven the credentials that both ends still have to prove, the next one first
 * @param challenge what the next signature must be about
 * @param half this end's part of a key that is not made by a PIN; on the source
 */
record Exchange(
    Optional<Pake> pake,
    Optional<FirstRound> theirs,
    Optional<String> peerProof,
    Optional<SecretBox> box,
    Optional<String> peerKey,
    List<CredentialScope> unproven,
    String challenge,
    Optional<Ephemeral> half) {

  static final Exchange NONE =
      new Exchange(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          "",
          Optional.empty());

  Exchange {
    unproven = List.copyOf(unproven);
  }

  /** A try of the source begins. */
  static Exchange begun(Pake pake) {
    return NONE.with(pake, Optional.empty());
  }

  /** A try begins on the sink, with what the source said. */
  static Exchange answered(Pake pake, FirstRound theirs) {
    return NONE.with(pake, Optional.of(theirs));
  }

  private Exchange with(Pake own, Optional<FirstRound> first) {
    return new Exchange(
        Optional.of(own), first, peerProof, box, peerKey, unproven, challenge, half);
  }

  Exchange agreed(Pake.Agreed agreed) {
    return new Exchange(
        pake,
        theirs,
        Optional.of(agreed.peerProof()),
        Optional.of(new SecretBox(agreed.key())),
        peerKey,
        unproven,
        challenge,
        half);
  }

  Exchange knowing(String key, List<CredentialScope> toProve) {
    return new Exchange(pake, theirs, peerProof, box, Optional.of(key), toProve, challenge, half);
  }

  Exchange challenged(String about) {
    return new Exchange(pake, theirs, peerProof, box, peerKey, unproven, about, half);
  }

  /** The next credential is proven; the other end may have wanted more proof than this one. */
  Exchange proven() {
    return new Exchange(
        pake, theirs, peerProof, box, peerKey, unproven.stream().skip(1).toList(), "", half);
  }

  /** The source begins to prove a credential without a PIN. */
  static Exchange offering(Ephemeral half) {
    return new Exchange(
        NONE.pake,
        NONE.theirs,
        NONE.peerProof,
        NONE.box,
        NONE.peerKey,
        NONE.unproven,
        NONE.challenge,
        Optional.of(half));
  }

  /** Both halves of such a key are there; whether the other end is who it says is still open. */
  static Exchange joined(SecretBox box, String peerKey, String about) {
    return new Exchange(
        NONE.pake,
        NONE.theirs,
        NONE.peerProof,
        Optional.of(box),
        Optional.of(peerKey),
        NONE.unproven,
        about,
        Optional.empty());
  }
}
