package dev.trustring.trust.bind;

import dev.trustring.trust.access.AuthenticationType;
import dev.trustring.trust.effect.BindTimer;
import dev.trustring.trust.effect.TrustEffect;
import dev.trustring.trust.identity.AccountId;
import dev.trustring.trust.identity.AppToken;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.ledger.TrustEvent;
import dev.trustring.trust.wire.BindId;
import dev.trustring.trust.wire.BindMessage;
import dev.trustring.trust.wire.BindReason;
import dev.trustring.trust.wire.BindVersion;
import dev.trustring.trust.wire.OldBindMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The end of a bind that asks its person, shows the PIN and checks it (trust-and-softbus §2.6). */
final class SinkEnd {
  private final BindStep step;
  private final BindId id;

  SinkEnd(BindStep step) {
    this.step = step;
    this.id = step.session().id();
  }

  /** Nothing is shown to anybody where this device is frozen, or the two cannot bind at all. */
  static BindOutcome start(DeviceIdentity source, BindMessage.Offer offer, BindInputs inputs) {
    BindId id = offer.bind();
    if (!offer.version().isSpokenHere()) {
      return refused(source, new BindMessage.FinishAck(id, BindReason.VERSION_INCOMPATIBLE));
    }
    Optional<Duration> frozen = inputs.state().freezes().frozenFor(inputs.now());
    if (frozen.isPresent()) {
      return refused(source, new BindMessage.Frozen(id, frozen.get()));
    }
    return BindAuth.firstOf(offer.authTypes())
        .filter(auth -> auth == BindAuth.PIN || inputs.codeOf(offer.pkg()).isPresent())
        .map(auth -> negotiate(source, offer, auth, inputs))
        .orElseGet(
            () -> refused(source, new BindMessage.FinishAck(id, BindReason.CAPABILITY_MISMATCH)));
  }

  private static BindOutcome negotiate(
      DeviceIdentity source, BindMessage.Offer offer, BindAuth auth, BindInputs inputs) {
    BindRequest request =
        new BindRequest(source, offer.pkg(), offer.level(), AppToken.UNKNOWN, auth);
    OsAccountId user = inputs.state().foregroundUser();
    BindSession begun = BindSession.begun(offer.bind(), BindState.SINK_INIT, request, user);
    boolean sameAccount =
        offer.account().isPresent()
            && offer.account().equals(inputs.state().loggedIn(user).map(AccountId::hash));
    BindMessage answer =
        new BindMessage.OfferAnswer(
            offer.bind(),
            BindVersion.OWN,
            user,
            BondRows.areComplete(inputs.state(), begun, offer.user()),
            sameAccount);
    return new BindStep(begun.withCode(inputs), inputs)
        .to(BindState.SINK_NEGOTIATE)
        .start(BindTimer.AUTHENTICATE)
        .start(BindTimer.WAIT_REQUEST)
        .send(answer)
        .stay();
  }

  private static BindOutcome refused(DeviceIdentity source, BindMessage why) {
    return new BindOutcome(
        Optional.empty(), List.of(), List.of(new TrustEffect.Send(source, why)), BindAnswer.DONE);
  }

  BindOutcome received(BindMessage message) {
    if (message instanceof OldBindMessage) {
      return step.tellAndEnd(BindReason.VERSION_INCOMPATIBLE);
    } else if (message instanceof BindMessage.Finish finish) {
      return finished(finish);
    } else if (!step.session().state().awaits(message.number())) {
      return step.illegal();
    } else if (message instanceof BindMessage.ConfirmRequest) {
      return confirmRequested();
    }
    return new SinkProof(step).due(message);
  }

  BindOutcome confirmAnswered(ConfirmChoice choice, AppToken token) {
    step.change(before -> before.of(token));
    return switch (choice) {
      case ALLOW_ONCE -> showPin(AuthenticationType.ALLOW_ONCE);
      case ALLOW_ALWAYS -> showPin(AuthenticationType.ALLOW_ALWAYS);
      case REJECT -> step.tellAndEnd(BindReason.PEER_REJECTED);
    };
  }

  /**
   * A locked screen shows no box (§2.5); that a television does not ask for it is left out. For a
   * bind by code nobody is asked; the code says what is allowed.
   */
  private BindOutcome confirmRequested() {
    BindRequest request = step.session().request();
    step.stop(BindTimer.WAIT_REQUEST).to(BindState.SINK_CONFIRM);
    if (step.session().isByCode()) {
      return takeCode();
    }
    if (step.inputs().screenLocked()) {
      return step.tellAndEnd(BindReason.CONFIRM_NOT_SHOWN);
    }
    return step.start(BindTimer.CONFIRM_BOX)
        .also(
            new TrustEffect.ShowConfirm(
                id, request.peer(), request.pkg(), step.session().localUser()))
        .stay();
  }

  private BindOutcome takeCode() {
    AuthenticationType allowed =
        step.inputs()
            .codeOf(step.session().request().pkg())
            .map(AuthCode::allows)
            .orElse(AuthenticationType.ALLOW_ALWAYS);
    return step.send(new BindMessage.ConfirmAnswer(id, allowed))
        .to(BindState.SINK_PIN_START)
        .start(BindTimer.PIN_AUTH)
        .change(before -> before.allowed(allowed))
        .start(BindTimer.HEARTBEAT)
        .stay();
  }

  private BindOutcome showPin(AuthenticationType type) {
    int pin = Pin.drawn(step.inputs().draw());
    return step.stop(BindTimer.CONFIRM_BOX)
        .send(new BindMessage.ConfirmAnswer(id, type))
        .to(BindState.SINK_PIN_START)
        .start(BindTimer.PIN_AUTH)
        .to(BindState.SINK_PIN_DISPLAY)
        .change(before -> before.allowed(type).showing(pin))
        .start(BindTimer.HEARTBEAT)
        .also(new TrustEffect.ShowPin(id, pin, step.session().request().peer()))
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
    if (step.session().state() != due) {
      return step.illegal();
    }
    if (!step.ledger().state().freezes().isEmpty()) {
      step.ledger().note(new TrustEvent.FailuresForgotten());
    }
    return step.tellAndEnd(finish.reason());
  }
}
