package dev.trustring.trust.effect;

import dev.trustring.trust.access.AccessRow;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.identity.Udid;
import dev.trustring.trust.wire.BindId;

/** The name of a timer that runs; starting one of an equal name replaces it. */
public sealed interface TimerKey {

  /** A timer of a bind. */
  record OfBind(BindId bind, BindTimer timer) implements TimerKey {}

  /** The wait for a peer's answer to an account hello. */
  record OfAccountHello(Udid peer) implements TimerKey {}

  /** The days that a row was given. */
  record OfRowLife(AccessRow.Key row) implements TimerKey {}

  /** How long a peer may be away before what a user of it was allowed once is over. */
  record OfAbsence(Udid peer, OsAccountId peerUser, OsAccountId localUser) implements TimerKey {}
}
