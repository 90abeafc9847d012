package dev.trustring.atm;

import dev.trustring.atm.refusal.AtmRefusal;
import dev.trustring.atm.request.PendingRequests;
import java.util.List;
import java.util.Optional;

/** What a decision is made from, apart from the command. */
record Turn(AtmState state, PendingRequests pending, Atm.Inputs inputs) {

  /** Nothing is done. */
  Atm.Decision refused(AtmRefusal why) {
    return replied(new Atm.Reply.Refused(why));
  }

  /** Just an answer. */
  Atm.Decision replied(Atm.Reply reply) {
    return Atm.Decision.reply(reply, pending);
  }

  /** These events, and no effects; requests that wait for the user go on waiting. */
  Atm.Decision done(List<? extends Atm.Event> events, Atm.Reply reply) {
    return new Atm.Decision(List.copyOf(events), List.of(), Optional.of(reply), pending);
  }
}
