package dev.trustring.trust.bind;

import dev.trustring.trust.access.AuthenticationType;
import dev.trustring.trust.effect.BindTimer;
import dev.trustring.trust.effect.TrustEffect;
import dev.trustring.trust.secret.Pake;
import dev.trustring.trust.wire.BindId;
import dev.trustring.trust.wire.BindMessage;
import dev.trustring.trust.wire.BindReason;
import dev.trustring.trust.wire.V1Message;
import java.util.Optional;

/**
 * The sink of a bind as devices before 5.1.0 lead it (trust-and-softbus §2.10): it makes a group,
 * shows a PIN, and lets the source join. Wrong PINs end the bind and freeze nobody, since the
 * ladder came later (unverified).
 */
final class V1Sink {
  private final BindStep step;
  private final BindId id;

  V1Sink(BindStep step) {
    this.step = step;
    this.id = step.session().id();
  }

  BindOutcome start() {
    return step.to(BindState.V1_SINK_NEGOTIATE)
        .start(BindTimer.AUTHENTICATE)
        .start(BindTimer.WAIT_REQUEST)
        .send(
            step.session().isByCode()
                ? new V1Message.V1CodeAnswer(id, step.inputs().version(), true)
                : new V1Message.V1Answer(id, step.inputs().version()))
        .stay();
  }

  BindOutcome received(BindMessage message) {
    if (message instanceof V1Message.V1Terminate last) {
      return terminated(last.reason());
    } else if (message instanceof BindMessage.Finish last) {
      return terminated(last.reason());
    } else if (!step.session().state().awaits(message.number())) {
      return step.stay();
    } else if (message instanceof V1Message.V1Request) {
      return confirmRequested();
    } else if (message instanceof V1Message.V1PinStart start) {
      return pakeStarted(start);
    } else if (message instanceof V1Message.V1PinConfirm confirm) {
      return pakeConfirmed(confirm);
    } else if (message instanceof V1Message.V1Sealed sealed) {
      return step.opened(sealed.number(), sealed.box())
          .map(text -> opened(sealed.number(), text))
          .orElseGet(step::stay);
    }
    return step.stay();
  }

  /** What was written stays, however the dialogue ends; a good end is one only after the rows. */
  private BindOutcome terminated(BindReason reason) {
    boolean written = step.session().state() == BindState.V1_SINK_FINISH;
    return reason.isSuccess() && !written ? step.stay() : step.end(reason);
  }

  /** For a bind by code nobody is asked. */
  private BindOutcome confirmRequested() {
    step.stop(BindTimer.WAIT_REQUEST).to(BindState.V1_SINK_CONFIRM);
    return step.session().isByCode() ? allowed(SinkEnd.allowedByCode(step)) : SinkEnd.showBox(step);
  }

  /** The group has only this device in it until the other has joined. */
  BindOutcome allowed(AuthenticationType type) {
    boolean byCode = step.session().isByCode();
    int pin = byCode ? step.session().pin() : Pin.drawn(step.inputs().draw());
    step.stop(BindTimer.CONFIRM_BOX)
        .change(before -> before.allowed(type).showing(pin))
        .to(BindState.V1_SINK_GROUP);
    new V1Group(step).make();
    if (step.inputs().screenLocked() && !byCode) {
      return step.tellAndEnd(BindReason.USER_CANCELLED);
    }
    step.to(BindState.V1_SINK_SHOW);
    return (byCode
            ? step
            : step.also(new TrustEffect.ShowPin(id, pin, step.session().request().peer())))
        .send(new V1Message.V1Result(id, type, new V1Group(step).made().id()))
        .stay();
  }

  private BindOutcome pakeStarted(V1Message.V1PinStart start) {
    Pake pake = step.pakeOfSink();
    Optional<Pake.Reply> reply = pake.reply(start.first());
    if (reply.isEmpty() || step.exchange().box().isPresent()) {
      return step.tellAndEnd(BindReason.PROOF_MISMATCH);
    }
    return step.exchanging(Exchange.answered(pake, start.first()))
        .send(new V1Message.V1PinAnswer(id, reply.get().first(), reply.get().second()))
        .stay();
  }

  private BindOutcome pakeConfirmed(V1Message.V1PinConfirm confirm) {
    Exchange exchange = step.exchange();
    if (exchange.theirs().isEmpty() || exchange.box().isPresent()) {
      return step.stay();
    }
    Optional<Pake.Agreed> agreed =
        exchange.pake().orElseThrow().agreed(exchange.theirs().get(), confirm.second());
    if (agreed.isEmpty()) {
      return step.tellAndEnd(BindReason.PROOF_MISMATCH);
    }
    if (!agreed.get().peerProof().equals(confirm.proof())) {
      return pinWasWrong();
    }
    return step.exchanging(exchange.agreed(agreed.get()))
        .send(new V1Message.V1PinEnd(id, Optional.of(agreed.get().ownProof())))
        .stay();
  }

  private BindOutcome pinWasWrong() {
    step.change(BindSession::afterWrongPin).exchanging(Exchange.NONE);
    return step.session().wrongPins() == Pin.TRIES
        ? step.tellAndEnd(BindReason.PIN_WRONG_TOO_OFTEN)
        : step.send(new V1Message.V1PinEnd(id, Optional.empty())).stay();
  }

  /** HiChain's server writes before it answers (§3.3): if the answer is lost, it trusts alone. */
  private BindOutcome opened(int number, String text) {
    boolean shows = step.session().state() == BindState.V1_SINK_SHOW;
    if (number == V1Source.TRUST_ME && shows) {
      return new V1Group(step).takeIn().sendV1(V1Source.TRUSTED, step.ownKey().publicKey()).stay();
    } else if (number == V1Source.GROUPS && shows && new V1Group(step).hasPeer()) {
      return UserWords.read(text).map(this::joined).orElseGet(step::stay);
    }
    return step.stay();
  }

  private BindOutcome joined(UserWords source) {
    return new V1Group(step)
        .dropOthers()
        .writeRows(source)
        .to(BindState.V1_SINK_FINISH)
        .sendV1(V1Source.ROW_WRITTEN, UserWords.of(step.inputs().state(), step.session()).text())
        .stay();
  }
}
