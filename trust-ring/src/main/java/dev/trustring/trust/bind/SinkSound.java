package dev.trustring.trust.bind;

import dev.trustring.trust.effect.BindTimer;
import dev.trustring.trust.wire.BindId;
import dev.trustring.trust.wire.BindMessage;
import java.util.Optional;

/** The other end of {@link SourceSound}: states 55 to 58 (trust-and-softbus §2.6, §2.7). */
final class SinkSound {
  private final BindStep step;
  private final BindId id;

  SinkSound(BindStep step) {
    this.step = step;
    this.id = step.session().id();
  }

  /** The source asks this end to say a PIN, or to listen. */
  BindOutcome asked(int number) {
    if (!step.session().bySound()) {
      return step.illegal();
    }
    return switch (number) {
      case 101 -> sayIt();
      case 102 -> step.to(BindState.SINK_REVERSE_START).start(BindTimer.ULTRASONIC).stay();
      default -> step.illegal();
    };
  }

  private BindOutcome sayIt() {
    return step.to(BindState.SINK_FORWARD_START)
        .start(BindTimer.ULTRASONIC)
        .change(before -> before.showing(Pin.drawn(step.inputs().draw())))
        .playPin()
        .send(new BindMessage.Sound(id, 111))
        .stay();
  }

  /** This end, which listens, has heard a PIN. */
  BindOutcome heard(int pin) {
    return step.stopSound()
        .change(before -> before.showing(pin))
        .send(new BindMessage.Sound(id, 112))
        .stay();
  }

  /** The source goes into the key exchange; whether this end has a PIN to follow it with. */
  boolean follows() {
    Optional<BindState> next =
        switch (step.session().state()) {
          case SINK_REVERSE_START -> Optional.of(BindState.SINK_REVERSE_DONE);
          case SINK_FORWARD_START -> Optional.of(BindState.SINK_FORWARD_DONE);
          default -> Optional.empty();
        };
    if (next.isEmpty() || step.session().pin() == 0) {
      return false;
    }
    step.stopSound().to(next.get());
    return true;
  }

  /**
   * Nothing was heard, or another PIN than the one that was said. That does not count as a wrong
   * PIN (unverified): nobody has typed one.
   */
  BindOutcome notHeard() {
    return SinkEnd.showPin(
        step.stopSound().change(BindSession::byTyping).to(BindState.SINK_PIN_START));
  }
}
