package dev.trustring.device.nearby;

import dev.trustring.trust.effect.BindRole;
import dev.trustring.trust.effect.TrustEffect;
import dev.trustring.trust.wire.BindId;
import java.util.Optional;

/**
 * What the app that draws the boxes of a bind hears of it (trust-and-softbus §2.1): that a PIN was
 * wrong, which shows in its being asked for again, and that the bind is over. The words and when
 * they come are unverified.
 */
final class BondBoxes {
  private Optional<BindId> asked = Optional.empty();

  /** What to tell it, if anything. */
  Optional<String> show(TrustEffect effect) {
    if (effect instanceof TrustEffect.AskPin ask) {
      boolean again = asked.equals(Optional.of(ask.bind()));
      asked = Optional.of(ask.bind());
      return again ? Optional.of("the PIN was wrong") : Optional.empty();
    }
    return effect instanceof TrustEffect.BindEnded ended
        ? Optional.of(ended(ended))
        : Optional.empty();
  }

  private static String ended(TrustEffect.BindEnded ended) {
    if (ended.reason().isSuccess()) {
      return "the PIN was right";
    }
    return ended.role() == BindRole.SOURCE ? "close the PIN input" : "close the PIN display";
  }
}
