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
import dev.trustring.trust.wire.BindNeed;
import dev.trustring.trust.wire.BindReason;
import dev.trustring.trust.wire.BindVersion;
import dev.trustring.trust.wire.OldBindMessage;
import dev.trustring.trust.wire.V1Message;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The end of a bind that asks its person, shows the PIN and checks it (trust-and-softbus §2.6). */
final class SinkEnd {
  private final BindStep step;
  private final BindId id;

  SinkEnd(BindStep step) {
    this.step = step;
    this.id = step.session().id();
  }

  /**
   * Nothing is shown to anybody who would be disturbed, where this device is frozen, or where the
   * two cannot bind at all; the platform asks in this order.
   */
  static BindOutcome start(DeviceIdentity source, BindMessage.Opening said, BindInputs inputs) {
    BindId id = said.bind();
    if (said.about().filter(inputs.policy()::isQuiet).isPresent()) {
      return refused(source, new BindMessage.FinishAck(id, BindReason.ANTI_DISTURB));
    }
    Optional<Duration> frozen = inputs.state().freezes().frozenFor(inputs.now());
    if (frozen.isPresent()) {
      return refused(source, new BindMessage.Frozen(id, frozen.get()));
    }
    BindMessage.Offer offer = said.offer();
    boolean old = offer.version().isOld() || inputs.version().isOld();
    if (!offer.version().isReadable() || (old && oldWay(offer).isEmpty())) {
      return refused(source, new BindMessage.FinishAck(id, BindReason.VERSION_INCOMPATIBLE));
    }
    return old ? startOld(source, said, inputs) : startNew(source, said, inputs);
  }

  /** If either end is older than 5.1.0 both speak as such devices do, if they can (§2.5). */
  private static BindOutcome startOld(
      DeviceIdentity source, BindMessage.Opening said, BindInputs inputs) {
    BindMessage.Offer offer = said.offer();
    BindAuth way = oldWay(offer).orElseThrow();
    if (way == BindAuth.IMPORTED_CODE && inputs.codeOf(offer.pkg()).isEmpty()) {
      return refused(source, new V1Message.V1CodeAnswer(offer.bind(), inputs.version(), false));
    }
    BindRequest request = request(source, said, way);
    OsAccountId user = inputs.state().foregroundUser();
    BindSession begun = BindSession.begun(offer.bind(), BindState.V1_SINK_INIT, request, user);
    return new V1Sink(new BindStep(begun.withCode(inputs), inputs)).start();
  }

  /** How an old device can bind by an offer: by a PIN that is typed, or else by a code. */
  private static Optional<BindAuth> oldWay(BindMessage.Offer offer) {
    return Stream.of(BindAuth.PIN, BindAuth.IMPORTED_CODE)
        .filter(way -> offer.authTypes().contains(way.number()))
        .findFirst();
  }

  private static BindOutcome startNew(
      DeviceIdentity source, BindMessage.Opening said, BindInputs inputs) {
    return BindAuth.firstOf(said.offer().authTypes())
        .filter(auth -> isPossible(auth, said, inputs))
        .map(auth -> negotiate(request(source, said, auth), said.offer(), inputs))
        .orElseGet(
            () ->
                refused(
                    source,
                    new BindMessage.FinishAck(said.bind(), BindReason.CAPABILITY_MISMATCH)));
  }

  private static boolean isPossible(BindAuth auth, BindMessage.Opening said, BindInputs inputs) {
    return switch (auth) {
      case PIN -> true;
      case IMPORTED_CODE -> inputs.codeOf(said.offer().pkg()).isPresent();
      case ULTRASONIC_PIN -> said.speaker().isPresent();
    };
  }

  private static BindRequest request(
      DeviceIdentity source, BindMessage.Opening said, BindAuth auth) {
    BindMessage.Offer offer = said.offer();
    return new BindRequest(
        source,
        offer.pkg(),
        offer.level(),
        AppToken.UNKNOWN,
        auth,
        Optional.empty(),
        said.speaker());
  }

  private static BindOutcome negotiate(
      BindRequest request, BindMessage.Offer offer, BindInputs inputs) {
    OsAccountId user = inputs.state().foregroundUser();
    BindSession begun = BindSession.begun(offer.bind(), BindState.SINK_INIT, request, user);
    boolean sameAccount =
        offer.account().isPresent()
            && offer.account().equals(inputs.state().loggedIn(user).map(AccountId::hash));
    BindMessage.OfferAnswer answer =
        new BindMessage.OfferAnswer(
            offer.bind(),
            BindVersion.OWN,
            user,
            BondRows.areComplete(inputs.state(), begun, offer.user())
                || (!begun.isByCode()
                    && BondRows.areOfTheAccount(inputs.state(), begun, sameAccount)),
            sameAccount);
    boolean provable = BondRows.areProvable(inputs.state(), begun, offer.user());
    BindNeed least = provable ? BindNeed.CREDENTIAL : BindNeed.PIN;
    BindNeed need = answer.alreadyBound() ? BindNeed.NOTHING : least;
    return new BindStep(begun.withCode(inputs).needing(need), inputs)
        .to(BindState.SINK_NEGOTIATE)
        .start(BindTimer.AUTHENTICATE)
        .start(BindTimer.WAIT_REQUEST)
        .send(provable ? new BindMessage.ProvableAnswer(answer) : answer)
        .stay();
  }

  private static BindOutcome refused(DeviceIdentity source, BindMessage why) {
    return new BindOutcome(
        Optional.empty(), List.of(), List.of(new TrustEffect.Send(source, why)), BindAnswer.DONE);
  }

  BindOutcome received(BindMessage message) {
    if (message instanceof V1Message) {
      return step.illegal();
    } else if (message instanceof OldBindMessage) {
      return step.tellAndEnd(BindReason.VERSION_INCOMPATIBLE);
    } else if (message instanceof BindMessage.Finish finish) {
      return finished(finish);
    } else if (!step.session().state().awaits(message.number())) {
      return step.illegal();
    } else if (message instanceof BindMessage.ConfirmRequest) {
      return confirmRequested(BindNeed.PIN);
    } else if (message instanceof BindMessage.SkipRequest request) {
      return confirmRequested(request.need());
    } else if (message instanceof BindMessage.Sound sound) {
      return new SinkSound(step).asked(sound.number());
    }
    return new SinkProof(step).due(message);
  }

  /** Where nothing is to be allowed no box is open. */
  BindOutcome confirmAnswered(ConfirmChoice choice, AppToken token) {
    if (step.session().need() != BindNeed.PIN) {
      return step.stay();
    }
    step.change(before -> before.of(token));
    return switch (choice) {
      case ALLOW_ONCE -> allowed(AuthenticationType.ALLOW_ONCE);
      case ALLOW_ALWAYS -> allowed(AuthenticationType.ALLOW_ALWAYS);
      case REJECT -> step.tellAndEnd(BindReason.PEER_REJECTED);
    };
  }

  /**
   * A locked screen shows no box, except that of a television (§2.5). For a bind by code nobody is
   * asked; the code says what is allowed.
   */
  private BindOutcome confirmRequested(BindNeed need) {
    step.stop(BindTimer.WAIT_REQUEST).to(BindState.SINK_CONFIRM);
    if (!isPossible(need)) {
      return step.tellAndEnd(BindReason.CAPABILITY_MISMATCH);
    }
    step.change(before -> before.needing(need));
    if (step.session().isByCode()) {
      return takeCode();
    }
    if (need != BindNeed.PIN) {
      return skipThePin(need);
    }
    return showBox(step);
  }

  /** The person is asked whether to allow the bind, where a box can be shown. */
  static BindOutcome showBox(BindStep step) {
    if (step.inputs().screenLocked() && step.inputs().boxTestsLock()) {
      return step.tellAndEnd(BindReason.CONFIRM_NOT_SHOWN);
    }
    BindSession session = step.session();
    BindRequest request = session.request();
    return step.start(BindTimer.CONFIRM_BOX)
        .also(
            new TrustEffect.ShowConfirm(
                session.id(), request.peer(), request.pkg(), session.localUser()))
        .stay();
  }

  /** What the source found must fit what this side holds (§2.6). */
  private boolean isPossible(BindNeed need) {
    return switch (need) {
      case PIN -> true;
      case CREDENTIAL ->
          step.session().need() != BindNeed.PIN
              && BondRows.keyOfPeer(step.inputs().state(), step.session()).isPresent();
      case NOTHING -> step.session().need() == BindNeed.NOTHING;
    };
  }

  /**
   * Nobody is asked about what was allowed before, for as long as it was. Without anything to do
   * the source ends the bind.
   */
  private BindOutcome skipThePin(BindNeed need) {
    AuthenticationType type = BondRows.allowed(step.inputs().state(), step.session());
    step.change(before -> before.allowed(type)).send(new BindMessage.ConfirmAnswer(id, type));
    return need == BindNeed.CREDENTIAL
        ? step.to(BindState.SINK_CREDENTIAL_HALF).stay()
        : step.stay();
  }

  /** What the code of a bind says is allowed. */
  static AuthenticationType allowedByCode(BindStep step) {
    return step.inputs()
        .codeOf(step.session().request().pkg())
        .map(AuthCode::allows)
        .orElse(AuthenticationType.ALLOW_ALWAYS);
  }

  private BindOutcome takeCode() {
    AuthenticationType allowed = allowedByCode(step);
    return step.send(new BindMessage.ConfirmAnswer(id, allowed))
        .to(BindState.SINK_PIN_START)
        .start(BindTimer.PIN_AUTH)
        .change(before -> before.allowed(allowed))
        .start(BindTimer.HEARTBEAT)
        .stay();
  }

  private BindOutcome allowed(AuthenticationType type) {
    if (step.session().state().isV1()) {
      return new V1Sink(step).allowed(type);
    }
    step.stop(BindTimer.CONFIRM_BOX)
        .send(new BindMessage.ConfirmAnswer(id, type))
        .change(before -> before.allowed(type))
        .to(BindState.SINK_PIN_START);
    return step.session().bySound() ? step.start(BindTimer.PIN_AUTH).stay() : showPin(step);
  }

  /** A screen that is locked shows no PIN, on a television either (§2.5). */
  static BindOutcome showPin(BindStep step) {
    if (step.inputs().screenLocked()) {
      return step.tellAndEnd(BindReason.USER_CANCELLED);
    }
    int pin = Pin.drawn(step.inputs().draw());
    BindSession session = step.session();
    return step.start(BindTimer.PIN_AUTH)
        .to(BindState.SINK_PIN_DISPLAY)
        .change(before -> before.showing(pin))
        .start(BindTimer.HEARTBEAT)
        .also(new TrustEffect.ShowPin(session.id(), pin, session.request().peer()))
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
    List<BindState> due =
        finish.reason() == BindReason.OK
            ? List.of(BindState.SINK_DATA_SYNC)
            : List.of(BindState.SINK_NEGOTIATE, BindState.SINK_CONFIRM);
    if (!due.contains(step.session().state())) {
      return step.illegal();
    }
    if (!step.ledger().state().freezes().isEmpty()) {
      step.ledger().note(new TrustEvent.FailuresForgotten());
    }
    return step.tellAndEnd(finish.reason());
  }
}
