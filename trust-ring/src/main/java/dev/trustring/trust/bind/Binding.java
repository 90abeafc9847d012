package dev.trustring.trust.bind;

import static dev.trustring.trust.wire.BindReason.VERSION_INCOMPATIBLE;

import dev.trustring.trust.effect.BindRole;
import dev.trustring.trust.effect.BindTimer;
import dev.trustring.trust.effect.TimerKey;
import dev.trustring.trust.effect.TrustEffect;
import dev.trustring.trust.identity.AppToken;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.wire.BindId;
import dev.trustring.trust.wire.BindMessage;
import dev.trustring.trust.wire.BindReason;
import dev.trustring.trust.wire.OldBindMessage;
import dev.trustring.trust.wire.V1Message;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The binds of one device: at most one runs, whichever end of it this device is (trust-and-softbus
 * §2.5). Each method decides about one thing that happened and changes nothing itself.
 */
public record Binding(Optional<BindSession> running, BindInputs inputs) {

  /** An app asks for a bond. */
  public BindOutcome start(BindRequest request) {
    if (running.isPresent()) {
      return unchanged(BindAnswer.BUSY);
    }
    if (request.peer().udid().equals(inputs.self().udid())) {
      return unchanged(BindAnswer.TARGET_IS_SELF);
    }
    return request.auth() == BindAuth.IMPORTED_CODE && inputs.codeOf(request.pkg()).isEmpty()
        ? unchanged(BindAnswer.NO_CODE)
        : SourceEnd.start(request, inputs);
  }

  /**
   * A message came. One for another bind is dropped, except the wish to begin one; one that the
   * running bind does not expect ends it.
   */
  public BindOutcome received(DeviceIdentity from, BindMessage message) {
    Optional<BindSession> meant =
        running
            .filter(session -> session.id().equals(message.bind()))
            .filter(session -> isPeer(session, from));
    if (meant.isPresent()) {
      BindStep step = new BindStep(meant.get(), inputs);
      return goOn(step, message);
    }
    if (message instanceof BindMessage.Opening said) {
      return running.isEmpty()
          ? SinkEnd.start(from, said, inputs)
          : refused(from, busy(said.offer()));
    }
    return message instanceof OldBindMessage.Negotiate
        ? refused(from, new BindMessage.FinishAck(message.bind(), VERSION_INCOMPATIBLE))
        : unchanged(BindAnswer.NO_SUCH_BIND);
  }

  private static BindOutcome goOn(BindStep step, BindMessage message) {
    boolean v1 = step.session().state().isV1();
    if (isSource(step.session())) {
      return v1 ? new V1Source(step).received(message) : new SourceEnd(step).received(message);
    }
    return v1 ? new V1Sink(step).received(message) : new SinkEnd(step).received(message);
  }

  private static BindMessage busy(BindMessage.Offer offer) {
    return offer.version().isOld()
        ? new V1Message.V1Terminate(offer.bind(), BindReason.SOURCE_BUSY)
        : new BindMessage.FinishAck(offer.bind(), BindReason.SINK_BUSY);
  }

  /** The person on the sink pressed a button of the confirm box. */
  public BindOutcome confirmAnswered(BindId bind, ConfirmChoice choice, AppToken token) {
    return during(
        bind,
        List.of(BindState.SINK_CONFIRM, BindState.V1_SINK_CONFIRM),
        step -> new SinkEnd(step).confirmAnswered(choice, token));
  }

  /** The person on the source typed a PIN. */
  public BindOutcome pinTyped(BindId bind, int pin) {
    return during(
        bind,
        List.of(BindState.SOURCE_PIN_INPUT, BindState.V1_SOURCE_JOIN),
        step ->
            step.session().state().isV1()
                ? new V1Source(step).pinTyped(pin)
                : new SourceEnd(step).pinTyped(pin));
  }

  /** A PIN was heard: by chance, or by an end that listens for it. */
  public BindOutcome pinHeard(int pin) {
    return running
        .filter(BindSession::listens)
        .map(session -> new BindStep(session, inputs))
        .map(
            step ->
                isSource(step.session())
                    ? new SourceSound(step).heard(pin)
                    : new SinkSound(step).heard(pin))
        .orElseGet(() -> unchanged(BindAnswer.NOT_ASKED_NOW));
  }

  /** The person closed the box of the PIN: the one to type it, or the one that shows it. */
  public BindOutcome pinCancelled(BindId bind) {
    if (running.filter(BindSession::bySound).isPresent()) {
      return unchanged(BindAnswer.NOT_ASKED_NOW);
    }
    List<BindState> open =
        List.of(
            BindState.SOURCE_PIN_INPUT,
            BindState.SOURCE_PAKE_START,
            BindState.SOURCE_PAKE_PROOF,
            BindState.SINK_PIN_START,
            BindState.SINK_PIN_DISPLAY,
            BindState.SINK_PAKE_START,
            BindState.V1_SOURCE_JOIN,
            BindState.V1_SOURCE_JOINING,
            BindState.V1_SINK_SHOW);
    return during(
        bind,
        open,
        step ->
            step.tellAndEnd(
                isSource(step.session())
                    ? BindReason.PIN_INPUT_CANCELLED
                    : BindReason.PIN_DISPLAY_CANCELLED));
  }

  public BindOutcome timerFired(TimerKey.OfBind key) {
    BindTimer timer = key.timer();
    return running
        .filter(session -> session.id().equals(key.bind()) && session.timers().contains(timer))
        .map(session -> expired(new BindStep(session, inputs), timer))
        .orElseGet(() -> unchanged(BindAnswer.NO_SUCH_BIND));
  }

  /**
   * Whoever locks the screen of either device in the middle of a bind has given it up, unless it
   * goes by a code and needs nobody (§2.5).
   */
  public BindOutcome screenLocked() {
    return running
        .filter(session -> !session.isByCode())
        .map(session -> new BindStep(session, inputs).tellAndEnd(BindReason.USER_CANCELLED))
        .orElseGet(() -> unchanged(BindAnswer.DONE));
  }

  private static BindOutcome expired(BindStep step, BindTimer timer) {
    return timer.onExpiry().map(step::tellAndEnd).orElseGet(() -> goingOn(step, timer));
  }

  private static BindOutcome goingOn(BindStep step, BindTimer timer) {
    if (timer == BindTimer.SOUND) {
      return step.playPin().stay();
    } else if (timer == BindTimer.ULTRASONIC) {
      return isSource(step.session())
          ? new SourceSound(step).notHeard()
          : new SinkSound(step).notHeard();
    }
    return step.start(timer).send(new BindMessage.KeepAlive(step.session().id())).stay();
  }

  /** The connection to a peer is gone: a bind with it ends, and nobody can be told. */
  public BindOutcome sessionClosed(DeviceIdentity peer) {
    return running
        .filter(session -> isPeer(session, peer))
        .map(session -> new BindStep(session, inputs).end(BindReason.SESSION_CLOSED))
        .orElseGet(() -> unchanged(BindAnswer.NO_SUCH_BIND));
  }

  private BindOutcome refused(DeviceIdentity from, BindMessage why) {
    return new BindOutcome(
        running, List.of(), List.of(new TrustEffect.Send(from, why)), BindAnswer.DONE);
  }

  private BindOutcome during(
      BindId bind, List<BindState> states, Function<BindStep, BindOutcome> decision) {
    Optional<BindSession> meant = running.filter(session -> session.id().equals(bind));
    if (meant.isEmpty()) {
      return unchanged(BindAnswer.NO_SUCH_BIND);
    }
    return states.contains(meant.get().state())
        ? decision.apply(new BindStep(meant.get(), inputs))
        : unchanged(BindAnswer.NOT_ASKED_NOW);
  }

  private BindOutcome unchanged(BindAnswer answer) {
    return BindOutcome.unchanged(running, answer);
  }

  private static boolean isSource(BindSession session) {
    return session.state().role() == BindRole.SOURCE;
  }

  private static boolean isPeer(BindSession session, DeviceIdentity device) {
    return session.request().peer().udid().equals(device.udid());
  }
}
