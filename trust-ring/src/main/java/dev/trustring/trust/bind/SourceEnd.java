package dev.trustring.trust.bind;

import dev.trustring.trust.effect.BindTimer;
import dev.trustring.trust.effect.TrustEffect;
import dev.trustring.trust.identity.AccountId;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.ledger.TrustState;
import dev.trustring.trust.wire.BindId;
import dev.trustring.trust.wire.BindMessage;
import dev.trustring.trust.wire.BindNeed;
import dev.trustring.trust.wire.BindReason;
import dev.trustring.trust.wire.OldBindMessage;
import dev.trustring.trust.wire.V1Message;
import java.util.Optional;

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
    BindMessage.Offer offer =
        new BindMessage.Offer(
            id,
            inputs.version(),
            request.auth().offered(),
            request.pkg(),
            request.level(),
            user,
            inputs.state().loggedIn(user).map(AccountId::hash));
    boolean old = inputs.version().isOld();
    BindState init = old ? BindState.V1_SOURCE_INIT : BindState.SOURCE_INIT;
    BindStep step =
        new BindStep(BindSession.begun(id, init, request, user).withCode(inputs), inputs);
    return (old ? step : step.to(BindState.SOURCE_OPEN))
        .start(BindTimer.AUTHENTICATE)
        .to(old ? BindState.V1_SOURCE_NEGOTIATE : BindState.SOURCE_NEGOTIATE)
        .start(BindTimer.NEGOTIATE)
        .send(saying(offer, request))
        .started();
  }

  private static BindMessage saying(BindMessage.Offer offer, BindRequest request) {
    Optional<String> business = request.business();
    return request
        .side()
        .<BindMessage>map(side -> new BindMessage.SoundOffer(offer, side, business))
        .or(() -> business.map(about -> new BindMessage.BusinessOffer(offer, about)))
        .orElse(offer);
  }

  BindOutcome received(BindMessage message) {
    if (message instanceof V1Message word) {
      return old(word);
    } else if (message instanceof OldBindMessage) {
      return step.tellAndEnd(BindReason.VERSION_INCOMPATIBLE);
    } else if (message instanceof BindMessage.FinishAck ack) {
      return finishAck(ack);
    } else if (message instanceof BindMessage.Frozen frozen) {
      return step.also(new TrustEffect.FreezeTold(id, frozen.remaining()))
          .tellAndEnd(BindReason.DEVICE_FROZEN);
    } else if (message instanceof BindMessage.KeepAlive) {
      return step.stay();
    }
    return step.session().state().awaits(message.number()) ? due(message) : step.illegal();
  }

  /**
   * A sink that is older goes on in its own way, if this bind can be led so: by a PIN that is
   * typed, or by a code (§2.5, §2.10). Its last word is heard here too.
   */
  private BindOutcome old(V1Message word) {
    boolean due = step.session().state() == BindState.SOURCE_NEGOTIATE;
    boolean byCode = step.session().isByCode();
    if (word instanceof V1Message.V1Terminate last && !last.reason().isSuccess()) {
      return step.end(last.reason());
    } else if (due && byCode && word instanceof V1Message.V1CodeAnswer answer) {
      return new V1Source(step.change(before -> before.in(BindState.V1_SOURCE_NEGOTIATE)))
          .codeAnswered(answer);
    } else if (!due || !(word instanceof V1Message.V1Answer)) {
      return step.illegal();
    }
    return byCode
        ? step.tellAndEnd(BindReason.VERSION_INCOMPATIBLE)
        : new V1Source(step.change(before -> before.byTyping().in(BindState.V1_SOURCE_NEGOTIATE)))
            .negotiated();
  }

  private BindOutcome due(BindMessage message) {
    if (message instanceof BindMessage.OfferAnswer answer) {
      return negotiated(answer, false);
    } else if (message instanceof BindMessage.ProvableAnswer provable) {
      return negotiated(provable.answer(), true);
    } else if (message instanceof BindMessage.ConfirmAnswer answer) {
      return confirmed(answer);
    } else if (message instanceof BindMessage.Sound sound) {
      return new SourceSound(step).answered(sound.number());
    }
    return new SourceProof(step).due(message);
  }

  /** The PIN goes into the key exchange; the time for it goes on running. */
  BindOutcome pinTyped(int pin) {
    return step.prove(pin);
  }

  /**
   * When both users are of one account and only its row is not there yet, the bind ends here and
   * writes none (§2.6): that row comes when the two authenticate for the account.
   */
  private BindOutcome negotiated(BindMessage.OfferAnswer answer, boolean provable) {
    step.stop(BindTimer.NEGOTIATE).to(BindState.SOURCE_CONFIRM);
    if (!answer.version().isSpokenHere()) {
      return step.tellAndEnd(BindReason.VERSION_INCOMPATIBLE);
    }
    if (BondRows.lackOnlyTheAccount(state, step.session(), answer.sameAccount())) {
      return step.tellAndEnd(BindReason.ALREADY_TRUSTED);
    }
    BindNeed need = need(answer, provable);
    return step.change(before -> before.needing(need))
        .start(BindTimer.CONFIRM)
        .send(
            need == BindNeed.PIN
                ? new BindMessage.ConfirmRequest(id)
                : new BindMessage.SkipRequest(id, need))
        .stay();
  }

  /**
   * What is left to do by what both sides hold. Credentials take the place of a PIN where every row
   * is there and some are not active. The platform proves account and shared credentials so; which
   * it takes for bonds by PIN is unverified.
   */
  private BindNeed need(BindMessage.OfferAnswer answer, boolean provableThere) {
    BindSession session = step.session();
    boolean here =
        BondRows.areComplete(state, session, answer.user())
            || (!session.isByCode()
                && BondRows.areOfTheAccount(state, session, answer.sameAccount()));
    if (here && answer.alreadyBound()) {
      return BindNeed.NOTHING;
    }
    boolean provable = provableThere && BondRows.areProvable(state, session, answer.user());
    return provable && !session.isByCode() ? BindNeed.CREDENTIAL : BindNeed.PIN;
  }

  private BindOutcome confirmed(BindMessage.ConfirmAnswer answer) {
    step.stop(BindTimer.CONFIRM).change(before -> before.allowed(answer.authenticationType()));
    return switch (step.session().isByCode() ? BindNeed.PIN : step.session().need()) {
      case PIN -> step.session().bySound() ? new SourceSound(step).start() : step.askPin();
      case CREDENTIAL -> new SourceProof(step.to(BindState.SOURCE_PIN_START)).proveWithoutPin();
      case NOTHING -> step.to(BindState.SOURCE_PIN_START).tellAndEnd(BindReason.ALREADY_TRUSTED);
    };
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
