package dev.trustring.trust.bind;

import dev.trustring.trust.access.CredentialScope;
import dev.trustring.trust.effect.BindTimer;
import dev.trustring.trust.ledger.TrustEvent;
import dev.trustring.trust.secret.Ephemeral;
import dev.trustring.trust.secret.Pake;
import dev.trustring.trust.secret.SecretBox;
import dev.trustring.trust.wire.BindId;
import dev.trustring.trust.wire.BindMessage;
import dev.trustring.trust.wire.BindNeed;
import dev.trustring.trust.wire.BindReason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The sink from the typed PIN on; see {@link SourceProof}. It writes before it answers (§3.3). */
final class SinkProof {
  private final BindStep step;
  private final BindId id;

  SinkProof(BindStep step) {
    this.step = step;
    this.id = step.session().id();
  }

  /** A message came that is due in this state, by its number. */
  BindOutcome due(BindMessage message) {
    if (message instanceof BindMessage.PakeStart start) {
      return pakeStarted(start);
    } else if (message instanceof BindMessage.PakeConfirm confirm) {
      return pakeConfirmed(confirm);
    } else if (message instanceof BindMessage.CredentialKey key) {
      return keyOffered(key);
    } else if (message instanceof BindMessage.Sealed sealed) {
      return step.reading(
          step.opened(sealed.number(), sealed.box()), text -> opened(sealed.number(), text));
    }
    return step.illegal();
  }

  /** The other end of {@link SourceProof#proveWithoutPin}. */
  private BindOutcome keyOffered(BindMessage.CredentialKey theirs) {
    boolean due = step.session().need() == BindNeed.CREDENTIAL && step.exchange().box().isEmpty();
    if (!due) {
      return step.illegal();
    }
    Ephemeral half = new Ephemeral(step.inputs().draw());
    Optional<Exchange> joined =
        step.joined(half, theirs.publicKey(), theirs.publicKey(), half.publicKey());
    if (joined.isEmpty()) {
      return step.tellAndEnd(BindReason.AUTHENTICATION_FAILED);
    }
    step.exchanging(joined.get());
    String signature = step.signed(170);
    return step.send(new BindMessage.CredentialKey(id, 170, half.publicKey(), signature)).stay();
  }

  private BindOutcome opened(int number, String text) {
    return switch (number) {
      case 140 -> step.reading(KeyWords.read(text), this::keysExchanged);
      case 141 -> sessionKeyDerived(text);
      case 160 -> credentialChallenged(text);
      case 161 -> credentialProven(text);
      case 180 -> step.reading(UserWords.read(text), this::dataSynced);
      default -> step.illegal();
    };
  }

  private BindOutcome pakeStarted(BindMessage.PakeStart start) {
    if (!step.session().bySound()) {
      step.to(BindState.SINK_PAKE_START);
    } else if (!new SinkSound(step).follows()) {
      return step.illegal();
    }
    Pake pake = step.pakeOfSink();
    Optional<Pake.Reply> reply = pake.reply(start.first());
    if (reply.isEmpty()) {
      return step.tellAndEnd(BindReason.PROOF_MISMATCH);
    }
    return step.exchanging(Exchange.answered(pake, start.first()))
        .send(new BindMessage.PakeAnswer(id, reply.get().first(), reply.get().second()))
        .stay();
  }

  private BindOutcome pakeConfirmed(BindMessage.PakeConfirm confirm) {
    Exchange exchange = step.exchange();
    Optional<Pake.Agreed> agreed =
        exchange.pake().orElseThrow().agreed(exchange.theirs().orElseThrow(), confirm.second());
    if (agreed.isEmpty()) {
      return step.tellAndEnd(BindReason.PROOF_MISMATCH);
    }
    Pake.Agreed key = agreed.get();
    step.to(BindState.SINK_PAKE_PROOF);
    if (!key.peerProof().equals(confirm.proof())) {
      return pinWasWrong();
    }
    return step.stop(BindTimer.PIN_AUTH)
        .to(BindState.SINK_PAKE_DONE)
        .exchanging(exchange.agreed(key))
        .send(new BindMessage.PakeEnd(id, Optional.of(key.ownProof())))
        .stay();
  }

  /**
   * The same PIN stays valid after a wrong entry; the third wrong one ends the bind (§2.8). A code
   * does not become right by being sent again, so it ends the bind at once; that is not counted,
   * since only wrong PINs freeze (which code the platform takes here is unverified).
   */
  private BindOutcome pinWasWrong() {
    if (step.session().isByCode()) {
      return step.tellAndEnd(BindReason.AUTH_CODE_INCORRECT);
    }
    if (step.session().bySound()) {
      step.send(new BindMessage.PakeEnd(id, Optional.empty()));
      return new SinkSound(step).notHeard();
    }
    step.change(BindSession::afterWrongPin);
    if (step.session().wrongPins() == Pin.TRIES) {
      return failed();
    }
    return step.to(BindState.SINK_PIN_START)
        .exchanging(Exchange.NONE)
        .start(BindTimer.PIN_AUTH)
        .send(new BindMessage.PakeEnd(id, Optional.empty()))
        .stay();
  }

  /** The failure counts towards a freeze, unless it is that of a service that is exempted. */
  private BindOutcome failed() {
    if (step.inputs().policy().counts(step.session().request().pkg())) {
      Instant now = step.inputs().now();
      var freeze = step.ledger().state().freezes().freezeAfterFailure(now);
      step.ledger().note(new TrustEvent.PinFailed(now));
      freeze.ifPresent(
          due -> step.ledger().note(new TrustEvent.BindsFrozen(due.from(), due.length())));
    }
    return step.tellAndEnd(BindReason.PIN_WRONG_TOO_OFTEN);
  }

  private BindOutcome keysExchanged(KeyWords source) {
    String publicKey = step.ownKey().publicKey();
    List<CredentialScope> made = step.createCredentials(source.publicKey());
    return step.to(BindState.SINK_KEYS_EXCHANGED)
        .exchanging(step.exchange().knowing(source.publicKey(), made))
        .sendSealed(150, new KeyWords(publicKey, made).text())
        .stay();
  }

  private BindOutcome sessionKeyDerived(String signature) {
    if (!step.exchange().unproven().isEmpty()) {
      return step.illegal();
    }
    return step.isSigned(141, signature)
        ? step.to(BindState.SINK_SESSION_KEY).sendSealed(151, step.signed(151)).stay()
        : step.tellAndEnd(BindReason.AUTHENTICATION_FAILED);
  }

  private BindOutcome credentialChallenged(String challenge) {
    if (step.session().state() == BindState.SINK_CREDENTIAL_HALF) {
      return step.illegal();
    }
    String own = SecretBox.challenge(step.inputs().draw());
    return step.to(BindState.SINK_CREDENTIAL_HALF)
        .exchanging(step.exchange().challenged(challenge + own))
        .sendSealed(170, new Challenged(own, step.signed(170)).text())
        .stay();
  }

  private BindOutcome credentialProven(String signature) {
    return step.isSigned(161, signature)
        ? step.to(BindState.SINK_CREDENTIAL_PROVEN)
            .exchanging(step.exchange().proven())
            .sendSealed(171, "")
            .stay()
        : step.tellAndEnd(BindReason.AUTHENTICATION_FAILED);
  }

  private BindOutcome dataSynced(UserWords source) {
    boolean early =
        step.session().state() == BindState.SINK_PAKE_DONE
            && step.session().need() != BindNeed.NOTHING;
    if (early || !step.exchange().unproven().isEmpty()) {
      return step.illegal();
    }
    boolean fewer = step.session().need() != BindNeed.PIN;
    if (fewer && !BondRows.exist(step.inputs().state(), step.session(), source.user())) {
      return step.tellAndEnd(BindReason.CAPABILITY_MISMATCH);
    }
    if (!BondRows.haveCredentials(step.inputs().state(), step.session())) {
      return step.tellAndEnd(BindReason.AUTHENTICATION_FAILED);
    }
    return step.to(BindState.SINK_DATA_SYNC).writeRows(source).sendUser(190).stay();
  }
}
