package dev.trustring.trust.bind;

import dev.trustring.trust.effect.BindTimer;
import dev.trustring.trust.wire.BindId;
import dev.trustring.trust.wire.BindMessage;
import dev.trustring.trust.wire.UltrasonicSide;

/**
 * The source while a PIN goes from one end to the other as sound (trust-and-softbus §2.6, §2.7):
 * states 6 to 9. Where four seconds of it lead to nothing, a PIN is shown and typed instead.
 */
final class SourceSound {
  private final BindStep step;
  private final BindId id;

  SourceSound(BindStep step) {
    this.step = step;
    this.id = step.session().id();
  }

  /** The sink has allowed the bind. */
  BindOutcome start() {
    step.to(BindState.SOURCE_PIN_START).start(BindTimer.PIN_AUTH);
    if (step.session().request().side().orElseThrow() == UltrasonicSide.FORWARD) {
      return step.to(BindState.SOURCE_FORWARD_START).send(new BindMessage.Sound(id, 101)).stay();
    }
    return step.to(BindState.SOURCE_REVERSE_START)
        .start(BindTimer.ULTRASONIC)
        .change(before -> before.showing(Pin.drawn(step.inputs().draw())))
        .playPin()
        .send(new BindMessage.Sound(id, 102))
        .stay();
  }

  /** The sink says its PIN from now on, or has heard that of this end. */
  BindOutcome answered(int number) {
    return switch (number) {
      case 111 -> step.to(BindState.SOURCE_FORWARD_DONE).start(BindTimer.ULTRASONIC).stay();
      case 112 ->
          step.stopSound().to(BindState.SOURCE_REVERSE_DONE).beginPake(step.session().pin());
      default -> step.illegal();
    };
  }

  /** This end, which listens, has heard a PIN. */
  BindOutcome heard(int pin) {
    return step.stopSound().beginPake(pin);
  }

  BindOutcome notHeard() {
    return step.stopSound().change(BindSession::byTyping).askPin();
  }
}
