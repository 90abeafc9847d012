package dev.trustring.trust.effect;

import dev.trustring.trust.identity.Udid;
import dev.trustring.trust.wire.BindId;

/** The name of a timer that runs; starting one of an equal name replaces it. */
public sealed interface TimerKey {

  /** A timer of a bind. */
  record OfBind(BindId bind, BindTimer timer) implements TimerKey {}

  /** The wait for a peer's answer to an account hello. */
  record OfAccountHello(Udid peer) implements TimerKey {}
}
