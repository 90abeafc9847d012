package dev.trustring.kv.gate;

import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.ReceiverFacts;

/** The receiver's half of the facts, which the gates of the receiver cannot do without. */
final class Received {

  private Received() {}

  static ReceiverFacts of(AttemptFacts facts) {
    return facts
        .receiver()
        .orElseThrow(() -> new IllegalStateException("a receiver's gate needs its facts"));
  }
}
