package dev.trustring.trust.bind;

import dev.trustring.trust.access.CredentialScope;
import dev.trustring.trust.effect.BindTimer;
import dev.trustring.trust.secret.Ephemeral;
import dev.trustring.trust.secret.Pake;
import dev.trustring.trust.secret.SecretBox;
import dev.trustring.trust.wire.BindId;
import dev.trustring.trust.wire.BindMessage;
import dev.trustring.trust.wire.BindNeed;
import dev.trustring.trust.wire.BindReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The source from the typed PIN on: the key exchange, the credentials, the rows (trust-and-softbus
 * §2.6). Where the platform proves a credential by another key exchange over keys derived from the
 * long-term ones, this signs with them.
 */
final class SourceProof {
  private final BindStep step;
  private final BindId id;

  SourceProof(BindStep step) {
    this.step = step;
    this.id = step.session().id();
  }

  /** A message came that is due in this state, by its number. */
  BindOutcome due(BindMessage message) {
    if (message instanceof BindMessage.PakeAnswer answer) {
      return pakeAnswered(answer);
    } else if (message instanceof BindMessage.PakeEnd end) {
      return pakeEnded(end);
    } else if (message instanceof BindMessage.CredentialKey key) {
      return step.exchange().half().map(half -> keyJoined(half, key)).orElseGet(step::illegal);
    } else if (message instanceof BindMessage.Sealed sealed) {
      return step.reading(
          step.opened(sealed.number(), sealed.box()), text -> opened(sealed.number(), text));
    }
    return step.illegal();
  }

  /** Both have all rows and credentials: those are proven with the long-term keys, once (§2.6). */
  BindOutcome proveWithoutPin() {
    Ephemeral half = new Ephemeral(step.inputs().draw());
    return step.to(BindState.SOURCE_KEYS_EXCHANGED)
        .exchanging(Exchange.offering(half))
        .send(new BindMessage.CredentialKey(id, 160, half.publicKey(), ""))
        .stay();
  }

  private BindOutcome keyJoined(Ephemeral half, BindMessage.CredentialKey theirs) {
    Optional<Exchange> joined =
        step.joined(half, theirs.publicKey(), half.publicKey(), theirs.publicKey());
    if (joined.isEmpty()) {
      return step.tellAndEnd(BindReason.AUTHENTICATION_FAILED);
    }
    step.to(BindState.SOURCE_CREDENTIAL_HALF).exchanging(joined.get());
    return step.isSigned(170, theirs.signature())
        ? step.sendSealed(161, step.signed(161)).stay()
        : step.tellAndEnd(BindReason.AUTHENTICATION_FAILED);
  }

  private BindOutcome opened(int number, String text) {
    return switch (number) {
      case 150 -> step.reading(KeyWords.read(text), this::keysExchanged);
      case 151 -> sessionKeyDerived(text);
      case 170 -> credentialHalfProven(text);
      case 171 -> credentialProven();
      case 190 -> step.reading(UserWords.read(text), this::dataSynced);
      default -> step.illegal();
    };
  }

  private BindOutcome pakeAnswered(BindMessage.PakeAnswer answer) {
    if (step.exchange().pake().isEmpty()) {
      return step.illegal();
    }
    Pake pake = step.exchange().pake().get();
    Optional<Pake.Agreed> agreed = pake.agreed(answer.first(), answer.second());
    if (agreed.isEmpty()) {
      return step.tellAndEnd(BindReason.PROOF_MISMATCH);
    }
    Pake.Agreed key = agreed.get();
    return step.to(BindState.SOURCE_PAKE_PROOF)
        .exchanging(step.exchange().agreed(key))
        .send(new BindMessage.PakeConfirm(id, key.second(), key.ownProof()))
        .stay();
  }

  /** Without a proof of the sink the PIN was wrong, and is asked for again (§2.8). */
  private BindOutcome pakeEnded(BindMessage.PakeEnd end) {
    step.to(BindState.SOURCE_PAKE_DONE);
    if (end.proof().isEmpty() && step.session().isByCode()) {
      return step.tellAndEnd(BindReason.AUTH_CODE_INCORRECT);
    }
    if (end.proof().isEmpty()) {
      return step.change(BindSession::byTyping).askPin();
    }
    if (!end.proof().equals(step.exchange().peerProof())) {
      return step.tellAndEnd(BindReason.PROOF_MISMATCH);
    }
    step.stop(BindTimer.PIN_AUTH).to(BindState.SOURCE_KEY_SENT);
    if (step.session().need() == BindNeed.NOTHING) {
      return step.sendUser(180).stay();
    }
    String publicKey = step.ownKey().publicKey();
    return step.sendSealed(140, new KeyWords(publicKey, List.of()).text()).stay();
  }

  private BindOutcome keysExchanged(KeyWords sink) {
    List<CredentialScope> unproven = new ArrayList<>(step.createCredentials(sink.publicKey()));
    sink.made().stream().filter(scope -> !unproven.contains(scope)).forEach(unproven::add);
    step.to(BindState.SOURCE_KEYS_EXCHANGED)
        .exchanging(step.exchange().knowing(sink.publicKey(), unproven));
    return unproven.isEmpty()
        ? step.sendSealed(141, step.signed(141)).stay()
        : proveNextCredential();
  }

  private BindOutcome sessionKeyDerived(String signature) {
    return step.isSigned(151, signature)
        ? step.to(BindState.SOURCE_SESSION_KEY).sendUser(180).stay()
        : step.tellAndEnd(BindReason.AUTHENTICATION_FAILED);
  }

  private BindOutcome proveNextCredential() {
    String challenge = SecretBox.challenge(step.inputs().draw());
    return step.exchanging(step.exchange().challenged(challenge)).sendSealed(160, challenge).stay();
  }

  private BindOutcome credentialHalfProven(String text) {
    Challenged answer = Challenged.read(text);
    step.to(BindState.SOURCE_CREDENTIAL_HALF)
        .exchanging(step.exchange().challenged(step.exchange().challenge() + answer.challenge()));
    return step.isSigned(170, answer.signature())
        ? step.sendSealed(161, step.signed(161)).stay()
        : step.tellAndEnd(BindReason.AUTHENTICATION_FAILED);
  }

  private BindOutcome credentialProven() {
    step.to(BindState.SOURCE_CREDENTIAL_PROVEN).exchanging(step.exchange().proven());
    return step.exchange().unproven().isEmpty() ? step.sendUser(180).stay() : proveNextCredential();
  }

  private BindOutcome dataSynced(UserWords sink) {
    boolean early =
        step.session().state() == BindState.SOURCE_KEY_SENT
            && step.session().need() != BindNeed.NOTHING;
    if (early || !step.exchange().unproven().isEmpty()) {
      return step.illegal();
    }
    if (!BondRows.haveCredentials(step.inputs().state(), step.session())) {
      return step.tellAndEnd(BindReason.AUTHENTICATION_FAILED);
    }
    return step.to(BindState.SOURCE_DATA_SYNC)
        .writeRows(sink)
        .send(new BindMessage.Finish(id, BindReason.OK))
        .stay();
  }
}
