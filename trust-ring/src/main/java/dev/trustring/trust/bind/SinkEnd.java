package dev.trustring.trust.bind;

import dev.trustring.trust.access.AuthenticationType;
import dev.trustring.trust.access.Parties;
import dev.trustring.trust.effect.BindTimer;
import dev.trustring.trust.effect.TrustEffect;
import dev.trustring.trust.identity.AccountId;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.ledger.TrustState;
import dev.trustring.trust.wire.BindId;
import dev.trustring.trust.wire.BindMessage;
import dev.trustring.trust.wire.BindReason;

/** The end of a bind that asks its person, shows the PIN and checks it (trust-and-softbus §2.6). */
final class SinkEnd {
  private final BindStep step;
  private final BindId id;
  private final TrustState state;

  SinkEnd(BindStep step) {
    this.step = step;
    this.id = step.session().id();
    this.state = step.inputs().state();
  }

  static BindOutcome start(
      DeviceIdentity source, BindMessage.Negotiate message, BindInputs inputs) {
    BindRequest request = new BindRequest(source, message.pkg(), message.level());
    OsAccountId user = inputs.state().foregroundUser();
    BindSession begun = BindSession.begun(message.bind(), BindState.SINK_NEGOTIATE, request, user);
    boolean alreadyBound = BondRows.areComplete(inputs.state(), begun, message.user());
    return new BindStep(begun, inputs)
        .start(BindTimer.AUTHENTICATE)
        .start(BindTimer.WAIT_REQUEST)
        .send(new BindMessage.NegotiateAnswer(message.bind(), user, alreadyBound))
        .stay();
  }

  BindOutcome received(BindMessage message) {
    if (message instanceof BindMessage.Finish finish) {
      return finished(finish);
    }
    return switch (step.session().state()) {
      case SINK_NEGOTIATE ->
          step.expecting(BindMessage.ConfirmRequest.class, message, request -> confirmRequested());
      case SINK_PIN_DISPLAY -> step.expecting(BindMessage.PinProof.class, message, this::pinProven);
      case SINK_CREDENTIAL -> step.expecting(BindMessage.DataSync.class, message, this::dataSynced);
      case SINK_CONFIRM, SINK_DATA_SYNC -> step.illegal();
      case SOURCE_NEGOTIATE,
          SOURCE_CONFIRM,
          SOURCE_PIN_INPUT,
          SOURCE_PIN_PROOF,
          SOURCE_CREDENTIAL,
          SOURCE_DATA_SYNC ->
          throw new AssertionError(step.session());
    };
  }

  BindOutcome confirmAnswered(ConfirmChoice choice) {
    return switch (choice) {
      case ALLOW_ONCE -> showPin(AuthenticationType.ALLOW_ONCE);
      case ALLOW_ALWAYS -> showPin(AuthenticationType.ALLOW_ALWAYS);
      case REJECT -> step.tellAndEnd(BindReason.PEER_REJECTED);
    };
  }

  private BindOutcome confirmRequested() {
    BindRequest request = step.session().request();
    return step.stop(BindTimer.WAIT_REQUEST)
        .to(BindState.SINK_CONFIRM)
        .start(BindTimer.CONFIRM_BOX)
        .also(new TrustEffect.ShowConfirm(id, request.peer(), request.pkg()))
        .stay();
  }

  private BindOutcome showPin(AuthenticationType type) {
    int pin = Pin.drawn(step.inputs().draw());
    return step.stop(BindTimer.CONFIRM_BOX)
        .to(BindState.SINK_PIN_DISPLAY)
        .change(before -> before.allowed(type).showing(pin))
        .start(BindTimer.PIN_AUTH)
        .send(new BindMessage.ConfirmAnswer(id, type))
        .also(new TrustEffect.ShowPin(id, pin, step.session().request().peer()))
        .stay();
  }

  /** The same PIN stays valid after a wrong entry; the third wrong one ends the bind (§2.8). */
  private BindOutcome pinProven(BindMessage.PinProof proof) {
    if (proof.digest().equals(Pin.digest(step.session().pin(), id))) {
      return step.stop(BindTimer.PIN_AUTH)
          .to(BindState.SINK_CREDENTIAL)
          .createCredentials()
          .send(new BindMessage.PinProofAnswer(id, true))
          .stay();
    }
    step.change(BindSession::afterWrongPin);
    if (step.session().wrongPins() == Pin.TRIES) {
      return step.tellAndEnd(BindReason.PIN_WRONG_TOO_OFTEN);
    }
    return step.start(BindTimer.PIN_AUTH).send(new BindMessage.PinProofAnswer(id, false)).stay();
  }

  private BindOutcome dataSynced(BindMessage.DataSync sync) {
    Parties parties = BondRows.parties(state, step.session(), sync);
    OsAccountId user = step.session().localUser();
    return step.to(BindState.SINK_DATA_SYNC)
        .writeRows(parties)
        .send(new BindMessage.DataSyncAnswer(id, user, state.loggedIn(user).map(AccountId::hash)))
        .stay();
  }

  /**
   * The source's last word, with which this side is done: if the answer to it is lost, the source
   * takes its rows back and this side keeps its own (§2.9).
   */
  private BindOutcome finished(BindMessage.Finish finish) {
    if (!finish.reason().isSuccess()) {
      return step.tellAndEnd(finish.reason());
    }
    BindState due =
        finish.reason() == BindReason.OK ? BindState.SINK_DATA_SYNC : BindState.SINK_NEGOTIATE;
    return step.session().state() == due ? step.tellAndEnd(finish.reason()) : step.illegal();
  }
}
