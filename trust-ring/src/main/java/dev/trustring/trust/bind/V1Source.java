package dev.trustring.trust.bind;

import dev.trustring.trust.effect.BindTimer;
import dev.trustring.trust.effect.TrustEffect;
import dev.trustring.trust.secret.Pake;
import dev.trustring.trust.wire.BindId;
import dev.trustring.trust.wire.BindMessage;
import dev.trustring.trust.wire.BindReason;
import dev.trustring.trust.wire.V1Message;
import java.util.Optional;

/**
 * The source of a bind as devices before 5.1.0 lead it (trust-and-softbus §2.10): it joins the
 * group of the sink and then the network, and nothing that it has written is taken back. A message
 * that is not due is dropped (unverified). A code takes the place of the PIN that is typed, and a
 * wrong one is tried once.
 */
final class V1Source {
  /** HiChain's number of the message by which the source asks to be trusted, and of the answer. */
  static final int TRUST_ME = 600;

  static final int TRUSTED = 700;
  static final int GROUPS = 400;
  static final int ROW_WRITTEN = 201;

  private final BindStep step;
  private final BindId id;

  V1Source(BindStep step) {
    this.step = step;
    this.id = step.session().id();
  }

  BindOutcome received(BindMessage message) {
    if (message instanceof V1Message.V1Terminate last) {
      return ended(last.reason());
    } else if (message instanceof BindMessage.FinishAck last) {
      return ended(last.reason());
    } else if (message instanceof BindMessage.Frozen frozen) {
      return step.also(new TrustEffect.FreezeTold(id, frozen.remaining()))
          .end(BindReason.DEVICE_FROZEN);
    } else if (!step.session().state().awaits(message.number())) {
      return step.stay();
    } else if (message instanceof V1Message.V1Answer) {
      return negotiated();
    } else if (message instanceof V1Message.V1CodeAnswer answer) {
      return codeAnswered(answer);
    } else if (message instanceof V1Message.V1Result result) {
      return confirmed(result);
    }
    return joining(message);
  }

  /** A sink that ends the dialogue well does so only for a source that is done. */
  private BindOutcome ended(BindReason reason) {
    return reason.isSuccess() ? step.stay() : step.end(reason);
  }

  /** Without a code over there the bind ends; with which number is our choice (unverified). */
  BindOutcome codeAnswered(V1Message.V1CodeAnswer answer) {
    return answer.ready() && step.session().isByCode()
        ? negotiated()
        : step.tellAndEnd(BindReason.CAPABILITY_MISMATCH);
  }

  /** The sink speaks the old dialogue. */
  BindOutcome negotiated() {
    return step.stop(BindTimer.NEGOTIATE)
        .to(BindState.V1_SOURCE_NEGOTIATED)
        .send(new V1Message.V1Request(id))
        .to(BindState.V1_SOURCE_REPLY)
        .start(BindTimer.CONFIRM)
        .stay();
  }

  private BindOutcome confirmed(V1Message.V1Result result) {
    step.stop(BindTimer.CONFIRM)
        .change(before -> before.allowed(result.authenticationType()))
        .to(BindState.V1_SOURCE_JOIN);
    return askPin();
  }

  /** A code is there already, also behind a screen that is locked. */
  private BindOutcome askPin() {
    if (step.session().isByCode()) {
      return pinTyped(step.session().pin());
    }
    if (step.inputs().screenLocked()) {
      return step.tellAndEnd(BindReason.USER_CANCELLED);
    }
    return step.exchanging(Exchange.NONE)
        .start(BindTimer.PIN_INPUT)
        .also(new TrustEffect.AskPin(id, step.session().request().peer()))
        .stay();
  }

  /** The person typed a PIN while its box was open. */
  BindOutcome pinTyped(int pin) {
    Pake pake = step.pakeOfSource(pin);
    return step.stop(BindTimer.PIN_INPUT)
        .to(BindState.V1_SOURCE_JOINING)
        .start(BindTimer.ADD)
        .exchanging(Exchange.begun(pake))
        .send(new V1Message.V1PinStart(id, pake.firstRound()))
        .stay();
  }

  private BindOutcome joining(BindMessage message) {
    Exchange exchange = step.exchange();
    if (message instanceof V1Message.V1PinAnswer answer) {
      return exchange.pake().isPresent() && exchange.box().isEmpty()
          ? pakeAnswered(exchange.pake().get(), answer)
          : step.stay();
    } else if (message instanceof V1Message.V1PinEnd end) {
      return exchange.box().isPresent() ? pakeEnded(end) : step.stay();
    } else if (message instanceof V1Message.V1Sealed sealed) {
      return step.opened(sealed.number(), sealed.box())
          .map(text -> opened(sealed.number(), text))
          .orElseGet(step::stay);
    }
    return step.stay();
  }

  private BindOutcome pakeAnswered(Pake pake, V1Message.V1PinAnswer answer) {
    Optional<Pake.Agreed> agreed = pake.agreed(answer.first(), answer.second());
    if (agreed.isEmpty()) {
      return step.tellAndEnd(BindReason.PROOF_MISMATCH);
    }
    Pake.Agreed key = agreed.get();
    return step.exchanging(step.exchange().agreed(key))
        .send(new V1Message.V1PinConfirm(id, key.second(), key.ownProof()))
        .stay();
  }

  private BindOutcome pakeEnded(V1Message.V1PinEnd end) {
    if (end.proof().isEmpty() && step.session().isByCode()) {
      return step.tellAndEnd(BindReason.AUTH_CODE_INCORRECT);
    } else if (end.proof().isEmpty()) {
      step.stop(BindTimer.ADD).to(BindState.V1_SOURCE_JOIN);
      return askPin();
    }
    return end.proof().equals(step.exchange().peerProof())
        ? step.sendV1(TRUST_ME, step.ownKey().publicKey()).stay()
        : step.tellAndEnd(BindReason.PROOF_MISMATCH);
  }

  /** HiChain's client writes only when the answer has come (§3.3), DeviceManager at the end. */
  private BindOutcome opened(int number, String text) {
    boolean joins = step.session().state() == BindState.V1_SOURCE_JOINING;
    if (number == TRUSTED && joins) {
      return new V1Group(step)
          .takeIn()
          .stop(BindTimer.ADD)
          .to(BindState.V1_SOURCE_NETWORK)
          .sendV1(GROUPS, UserWords.of(step.inputs().state(), step.session()).text())
          .stay();
    } else if (number == ROW_WRITTEN && !joins) {
      return UserWords.read(text).map(this::joined).orElseGet(step::stay);
    }
    return step.stay();
  }

  private BindOutcome joined(UserWords sink) {
    return new V1Group(step)
        .dropOthers()
        .writeRows(sink)
        .to(BindState.V1_SOURCE_FINISH)
        .tellAndEnd(BindReason.OK);
  }
}
