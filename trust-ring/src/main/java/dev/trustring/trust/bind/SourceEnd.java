package dev.trustring.trust.bind;

import dev.trustring.trust.access.Parties;
import dev.trustring.trust.effect.BindTimer;
import dev.trustring.trust.effect.TrustEffect;
import dev.trustring.trust.identity.AccountId;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.ledger.TrustState;
import dev.trustring.trust.wire.BindId;
import dev.trustring.trust.wire.BindMessage;
import dev.trustring.trust.wire.BindReason;

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

  static BindOutcome start(BindRequest request, BindInputs inputs) {
    BindId id = BindId.of(inputs.self().udid(), inputs.draw());
    OsAccountId user = inputs.state().foregroundUser();
    BindSession begun = BindSession.begun(id, BindState.SOURCE_NEGOTIATE, request, user);
    return new BindStep(begun, inputs)
        .start(BindTimer.AUTHENTICATE)
        .start(BindTimer.NEGOTIATE)
        .send(new BindMessage.Negotiate(id, request.pkg(), request.level(), user))
        .started();
  }

  BindOutcome received(BindMessage message) {
    if (message instanceof BindMessage.FinishAck ack) {
      return finishAck(ack);
    }
    return switch (step.session().state()) {
      case SOURCE_NEGOTIATE ->
          step.expecting(BindMessage.NegotiateAnswer.class, message, this::negotiated);
      case SOURCE_CONFIRM ->
          step.expecting(BindMessage.ConfirmAnswer.class, message, this::confirmed);
      case SOURCE_PIN_PROOF ->
          step.expecting(BindMessage.PinProofAnswer.class, message, this::pinChecked);
      case SOURCE_CREDENTIAL ->
          step.expecting(BindMessage.DataSyncAnswer.class, message, this::dataSynced);
      case SOURCE_PIN_INPUT, SOURCE_DATA_SYNC -> step.illegal();
      case SINK_NEGOTIATE, SINK_CONFIRM, SINK_PIN_DISPLAY, SINK_CREDENTIAL, SINK_DATA_SYNC ->
          throw new AssertionError(step.session());
    };
  }

  /** The PIN goes out for checking; the time for it goes on running. */
  BindOutcome pinTyped(int pin) {
    return step.to(BindState.SOURCE_PIN_PROOF)
        .send(new BindMessage.PinProof(id, Pin.digest(pin, id)))
        .stay();
  }

  /**
   * When both sides already hold everything, nobody is asked. The platform may still show the
   * confirm box in some such cases (unverified).
   */
  private BindOutcome negotiated(BindMessage.NegotiateAnswer answer) {
    step.stop(BindTimer.NEGOTIATE);
    if (answer.alreadyBound() && BondRows.areComplete(state, step.session(), answer.user())) {
      return step.tellAndEnd(BindReason.ALREADY_TRUSTED);
    }
    return step.to(BindState.SOURCE_CONFIRM)
        .start(BindTimer.CONFIRM)
        .send(new BindMessage.ConfirmRequest(id))
        .stay();
  }

  private BindOutcome confirmed(BindMessage.ConfirmAnswer answer) {
    step.stop(BindTimer.CONFIRM).change(before -> before.allowed(answer.authenticationType()));
    return askPin();
  }

  private BindOutcome pinChecked(BindMessage.PinProofAnswer answer) {
    if (!answer.right()) {
      return askPin();
    }
    OsAccountId user = step.session().localUser();
    return step.stop(BindTimer.PIN_AUTH)
        .to(BindState.SOURCE_CREDENTIAL)
        .createCredentials()
        .send(new BindMessage.DataSync(id, user, state.loggedIn(user).map(AccountId::hash)))
        .stay();
  }

  private BindOutcome askPin() {
    return step.to(BindState.SOURCE_PIN_INPUT)
        .start(BindTimer.PIN_AUTH)
        .also(new TrustEffect.AskPin(id, step.session().request().peer()))
        .stay();
  }

  private BindOutcome dataSynced(BindMessage.DataSyncAnswer answer) {
    Parties parties = BondRows.parties(state, step.session(), answer);
    return step.to(BindState.SOURCE_DATA_SYNC)
        .writeRows(parties)
        .send(new BindMessage.Finish(id, BindReason.OK))
        .stay();
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
