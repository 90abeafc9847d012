package dev.trustring.trust.bind;

import dev.trustring.trust.access.AccessRow;
import dev.trustring.trust.access.Credential;
import dev.trustring.trust.access.Parties;
import dev.trustring.trust.effect.BindRole;
import dev.trustring.trust.effect.BindTimer;
import dev.trustring.trust.effect.TimerKey;
import dev.trustring.trust.effect.TrustEffect;
import dev.trustring.trust.ledger.Ledger;
import dev.trustring.trust.ledger.TrustEvent;
import dev.trustring.trust.wire.BindMessage;
import dev.trustring.trust.wire.BindReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** One step of one end of a bind, while it is being worked out. */
final class BindStep {
  private final BindInputs inputs;
  private final Ledger ledger;
  private final List<TrustEffect> effects = new ArrayList<>();
  private BindSession session;

  BindStep(BindSession session, BindInputs inputs) {
    this.session = session;
    this.inputs = inputs;
    this.ledger = new Ledger(inputs.state());
  }

  BindSession session() {
    return session;
  }

  BindInputs inputs() {
    return inputs;
  }

  BindStep change(UnaryOperator<BindSession> changed) {
    session = changed.apply(session);
    return this;
  }

  BindStep to(BindState next) {
    return change(before -> before.in(next));
  }

  BindStep send(BindMessage message) {
    return also(new TrustEffect.Send(session.request().peer(), message));
  }

  BindStep also(TrustEffect effect) {
    effects.add(effect);
    return this;
  }

  /** Starts a timer, or starts it anew. */
  BindStep start(BindTimer timer) {
    List<BindTimer> running = new ArrayList<>(session.timers());
    running.remove(timer);
    running.add(timer);
    session = session.timedBy(running);
    return also(new TrustEffect.StartTimer(key(timer), timer.length()));
  }

  BindStep stop(BindTimer timer) {
    if (!session.timers().contains(timer)) {
      return this;
    }
    List<BindTimer> running = new ArrayList<>(session.timers());
    running.remove(timer);
    session = session.timedBy(running);
    return also(new TrustEffect.StopTimer(key(timer)));
  }

  /** Makes the credentials of the bond, for data and for the link, as far as they are missing. */
  BindStep createCredentials() {
    for (Credential credential : BondRows.credentials(session)) {
      ledger.create(credential).ifPresent(this::undoFirst);
    }
    return this;
  }

  /**
   * Writes the rows of the bond. A link row that exists stays as it is, since it belongs to every
   * bond of the two users.
   */
  BindStep writeRows(Parties parties) {
    createCredentials();
    for (AccessRow row : BondRows.of(session, parties)) {
      if (!row.isLinkOnly() || ledger.state().row(row.key()).isEmpty()) {
        ledger.write(row).ifPresent(this::undoLast);
      }
    }
    return this;
  }

  BindOutcome stay() {
    return outcome(Optional.of(session), BindAnswer.DONE);
  }

  BindOutcome started() {
    return outcome(Optional.of(session), BindAnswer.STARTED);
  }

  /**
   * The end of this side: timers stop, and whatever was written is taken back unless all is well.
   */
  BindOutcome end(BindReason reason) {
    for (BindTimer timer : session.timers()) {
      also(new TrustEffect.StopTimer(key(timer)));
    }
    if (!reason.isSuccess()) {
      session.undo().forEach(this::takeBack);
    }
    also(
        new TrustEffect.BindEnded(
            session.id(), session.request().peer(), session.state().role(), reason));
    return outcome(Optional.empty(), BindAnswer.DONE);
  }

  /** The end for a reason that the other side is told. */
  BindOutcome tellAndEnd(BindReason reason) {
    boolean source = session.state().role() == BindRole.SOURCE;
    BindMessage last =
        source
            ? new BindMessage.Finish(session.id(), reason)
            : new BindMessage.FinishAck(session.id(), reason);
    return send(last).end(reason);
  }

  /** Goes on with the one message that is due now; any other ends the bind. */
  <M extends BindMessage> BindOutcome expecting(
      Class<M> due, BindMessage message, Function<M, BindOutcome> then) {
    return due.isInstance(message) ? then.apply(due.cast(message)) : illegal();
  }

  /** The end of a bind that got a message its state does not allow. */
  BindOutcome illegal() {
    return tellAndEnd(BindReason.NEXT_STATE_INVALID);
  }

  private BindOutcome outcome(Optional<BindSession> next, BindAnswer answer) {
    return new BindOutcome(next, ledger.events(), effects, answer);
  }

  /** A row that was removed meanwhile, by an unbind or a logout, does not come back. */
  private void takeBack(TrustEvent undo) {
    boolean revives =
        undo instanceof TrustEvent.RowWritten earlier
            && ledger.state().row(earlier.row().key()).isEmpty();
    if (!revives) {
      ledger.note(undo);
    }
  }

  private void undoFirst(TrustEvent fact) {
    List<TrustEvent> undo = new ArrayList<>(session.undo());
    undo.add(0, fact);
    session = session.undoneBy(undo);
  }

  private void undoLast(TrustEvent fact) {
    List<TrustEvent> undo = new ArrayList<>(session.undo());
    undo.add(fact);
    session = session.undoneBy(undo);
  }

  private TimerKey key(BindTimer timer) {
    return new TimerKey.OfBind(session.id(), timer);
  }
}
