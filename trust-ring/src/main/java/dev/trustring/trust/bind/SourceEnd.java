package dev.trustring.trust.bind;

import dev.trustring.trust.effect.BindTimer;
import dev.trustring.trust.identity.AccountId;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.ledger.TrustState;
import dev.trustring.trust.wire.BindId;
import dev.trustring.trust.wire.BindMessage;
import dev.trustring.trust.wire.BindReason;
import dev.trustring.trust.wire.BindVersion;
import dev.trustring.trust.wire.OldBindMessage;
import java.util.List;

/** The end of a bind that asks for it and types the PIN (trust-and-softbus §2.6). */
final class SourceEnd {
  private final BindStep step;
  private final BindId id;
  private final TrustState state;

  SourceEnd(BindStep step) {
    this.step = step;
    this.id = step.session().id();
    this.state = step.inputs().state();
  }

  /**
   * The soft bus opens the session with the first message and does not tell how that went: a peer
   * out of reach shows as one that does not answer, which ends in the same timeout (§2.5).
   */
  static BindOutcome start(BindRequest request, BindInputs inputs) {
    BindId id = BindId.of(inputs.self().udid(), inputs.draw());
    OsAccountId user = inputs.state().foregroundUser();
    BindMessage offer =
        new BindMessage.Offer(
            id,
            BindVersion.OWN,
            List.of(request.auth().number()),
            request.pkg(),
            request.level(),
            user,
            inputs.state().loggedIn(user).map(AccountId::hash));
    return new BindStep(
            BindSession.begun(id, BindState.SOURCE_INIT, request, user).withCode(inputs), inputs)
        .to(BindState.SOURCE_OPEN)
        .start(BindTimer.AUTHENTICATE)
        .to(BindState.SOURCE_NEGOTIATE)
        .start(BindTimer.NEGOTIATE)
        .send(offer)
        .started();
  }

  BindOutcome received(BindMessage message) {
    if (message instanceof OldBindMessage) {
      return step.tellAndEnd(BindReason.VERSION_INCOMPATIBLE);
    } else if (message instanceof BindMessage.FinishAck ack) {
      return finishAck(ack);
    } else if (message instanceof BindMessage.Frozen) {
      return step.tellAndEnd(BindReason.DEVICE_FROZEN);
    } else if (message instanceof BindMessage.KeepAlive) {
      return step.stay();
    }
    return step.session().state().awaits(message.number()) ? due(message) : step.illegal();
  }

  private BindOutcome due(BindMessage message) {
    if (message instanceof BindMessage.OfferAnswer answer) {
      return negotiated(answer);
    } else if (message instanceof BindMessage.ConfirmAnswer answer) {
      return confirmed(answer);
    }
    return new SourceProof(step).due(message);
  }

  /** The PIN goes into the key exchange; the time for it goes on running. */
  BindOutcome pinTyped(int pin) {
    return step.prove(pin);
  }

  /**
   * When both sides already hold everything, nobody is asked, nor when both users are of one
   * account and only its row is not there yet: the bind writes none (§2.6). The platform may still
   * show the confirm box in some such cases (unverified).
   */
  private BindOutcome negotiated(BindMessage.OfferAnswer answer) {
    step.stop(BindTimer.NEGOTIATE).to(BindState.SOURCE_CONFIRM);
    if (!answer.version().isSpokenHere()) {
      return step.tellAndEnd(BindReason.VERSION_INCOMPATIBLE);
    }
    boolean bound =
        answer.alreadyBound() && BondRows.areComplete(state, step.session(), answer.user());
    if (bound || BondRows.lackOnlyTheAccount(state, step.session(), answer.sameAccount())) {
      return step.tellAndEnd(BindReason.ALREADY_TRUSTED);
    }
    return step.start(BindTimer.CONFIRM).send(new BindMessage.ConfirmRequest(id)).stay();
  }

  private BindOutcome confirmed(BindMessage.ConfirmAnswer answer) {
    step.stop(BindTimer.CONFIRM).change(before -> before.allowed(answer.authenticationType()));
    return step.askPin();
  }

  /** The sink's last word; a failure of the sink may come in any state and is still answered. */
  private BindOutcome finishAck(BindMessage.FinishAck ack) {
    if (!ack.reason().isSuccess()) {
      return step.tellAndEnd(ack.reason());
    }
    boolean expected = step.session().state() == BindState.SOURCE_DATA_SYNC;
    return expected ? step.end(ack.reason()) : step.illegal();
  }
}
