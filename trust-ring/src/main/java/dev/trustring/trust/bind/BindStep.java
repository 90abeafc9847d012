package dev.trustring.trust.bind;

import dev.trustring.trust.access.AccessRow;
import dev.trustring.trust.access.AuthenticationType;
import dev.trustring.trust.access.Credential;
import dev.trustring.trust.access.CredentialScope;
import dev.trustring.trust.access.Parties;
import dev.trustring.trust.access.RowStatus;
import dev.trustring.trust.access.RowTokens;
import dev.trustring.trust.effect.BindRole;
import dev.trustring.trust.effect.BindTimer;
import dev.trustring.trust.effect.TimerKey;
import dev.trustring.trust.effect.TrustEffect;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.identity.Sha256;
import dev.trustring.trust.ledger.Ledger;
import dev.trustring.trust.ledger.TrustEvent;
import dev.trustring.trust.relation.RowLife;
import dev.trustring.trust.secret.Ephemeral;
import dev.trustring.trust.secret.LongTermKey;
import dev.trustring.trust.secret.Pake;
import dev.trustring.trust.secret.SecretBox;
import dev.trustring.trust.wire.BindMessage;
import dev.trustring.trust.wire.BindReason;
import dev.trustring.trust.wire.V1Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
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
    if (!session.state().mayGoTo(next)) {
      throw new AssertionError(session.state() + " to " + next);
    }
    return change(before -> before.in(next));
  }

  Ledger ledger() {
    return ledger;
  }

  Exchange exchange() {
    return session.exchange();
  }

  BindStep exchanging(Exchange changed) {
    return change(before -> before.exchanging(changed));
  }

  /** Sends a message closed under the session key. */
  BindStep sendSealed(int number, String text) {
    return send(new BindMessage.Sealed(session.id(), number, closed(number, text)));
  }

  /** Sends a message of version 1 closed under the session key. */
  BindStep sendV1(int number, String text) {
    return send(new V1Message.V1Sealed(session.id(), number, closed(number, text)));
  }

  private String closed(int number, String text) {
    return exchange().box().orElseThrow().close(sealFor(number), text, inputs.draw());
  }

  /** What a closed message says; nothing if it is not of this bind, or was touched on its way. */
  Optional<String> opened(int number, String closed) {
    return exchange().box().flatMap(box -> box.open(sealFor(number), closed));
  }

  /** Goes on with what a message says; one that cannot be read ends the bind. */
  <T> BindOutcome reading(Optional<T> said, Function<T, BindOutcome> goOn) {
    return said.map(goOn).orElseGet(() -> tellAndEnd(BindReason.MESSAGE_UNREADABLE));
  }

  /** Tells the other side of the user here, in message 180 or 190. */
  BindStep sendUser(int number) {
    return sendSealed(number, UserWords.of(inputs.state(), session).text());
  }

  /** The signature of this side that belongs into a message. */
  String signed(int number) {
    return ownKey().sign(signedText(number));
  }

  boolean isSigned(int number, String signature) {
    String key = exchange().peerKey().orElseThrow();
    return LongTermKey.signed(key, signedText(number), signature);
  }

  /** A signature counts in this message of this bind alone: the session key is in it. */
  private String signedText(int number) {
    String bound = Sha256.hex("signed|" + exchange().box().orElseThrow().key());
    return sealFor(number) + "|" + bound + "|" + exchange().challenge();
  }

  /** The key exchange of this side, which is the source. */
  Pake pakeOfSource(int pin) {
    return new Pake(sourceName(inputs.self()), sinkName(peer()), pin, inputs.draw());
  }

  /** The key exchange of this side, which is the sink. */
  Pake pakeOfSink() {
    return new Pake(sinkName(inputs.self()), sourceName(peer()), session.pin(), inputs.draw());
  }

  private String sourceName(DeviceIdentity source) {
    return "source|" + source.udid() + "|" + agreedSoFar();
  }

  private String sinkName(DeviceIdentity sink) {
    return "sink|" + sink.udid() + "|" + agreedSoFar();
  }

  /**
   * What was said before there was a key is in the names, so that no proof holds if it was bent.
   */
  private String agreedSoFar() {
    BindRequest asked = session.request();
    BindAuth auth = session.state().isV1() ? BindAuth.PIN : asked.auth();
    return session.id() + "|" + auth + "|" + asked.level() + "|" + asked.pkg();
  }

  private DeviceIdentity peer() {
    return session.request().peer();
  }

  /**
   * A try of the source: its person is asked for the PIN, unless they have locked the screen; a
   * code is there already.
   */
  BindOutcome askPin() {
    to(BindState.SOURCE_PIN_START).start(BindTimer.PIN_AUTH);
    if (session.isByCode()) {
      return prove(session.pin());
    }
    if (inputs.screenLocked()) {
      return tellAndEnd(BindReason.USER_CANCELLED);
    }
    return to(BindState.SOURCE_PIN_INPUT)
        .also(new TrustEffect.AskPin(session.id(), session.request().peer()))
        .stay();
  }

  /** The source goes into the key exchange with what its person typed, or with the code. */
  BindOutcome prove(int pin) {
    return to(BindState.SOURCE_PAKE_START).beginPake(pin);
  }

  /** Sends message 120, which makes a key of the PIN. */
  BindOutcome beginPake(int pin) {
    Pake pake = pakeOfSource(pin);
    return exchanging(Exchange.begun(pake))
        .send(new BindMessage.PakeStart(session.id(), pake.firstRound()))
        .stay();
  }

  /**
   * The key of this bind by half a key of either end, neither of which is proven yet: each signs
   * both halves, what was agreed so far, and the key itself.
   */
  Optional<Exchange> joined(Ephemeral own, String theirs, String ofSource, String ofSink) {
    Optional<String> peerKey = BondRows.keyOfPeer(inputs.state(), session);
    String about = ofSource + "|" + ofSink + "|" + agreedSoFar();
    return own.agreedWith(theirs)
        .map(secret -> new SecretBox(Sha256.hex(HexFormat.of().formatHex(secret) + "|" + about)))
        .flatMap(box -> peerKey.map(key -> Exchange.joined(box, key, about)));
  }

  private String sealFor(int number) {
    return number + "|" + session.id();
  }

  BindStep send(BindMessage message) {
    return also(new TrustEffect.Send(session.request().peer(), message));
  }

  BindStep also(TrustEffect effect) {
    effects.add(effect);
    return this;
  }

  /** Says the PIN of the session, and again after a while. */
  BindStep playPin() {
    return start(BindTimer.SOUND).also(new TrustEffect.PlayPin(session.id(), session.pin()));
  }

  /** Neither says nor listens any longer. */
  BindStep stopSound() {
    return stop(BindTimer.ULTRASONIC).stop(BindTimer.SOUND);
  }

  /** Starts a timer, or starts it anew. */
  BindStep start(BindTimer timer) {
    List<BindTimer> running = new ArrayList<>(session.timers());
    running.remove(timer);
    running.add(timer);
    session = session.timedBy(running);
    return also(new TrustEffect.StartTimer(key(timer), length(timer)));
  }

  private Duration length(BindTimer timer) {
    return session.isByCode() ? timer.lengthByCode() : timer.length();
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

  /** The key by which peers know the user of this side; the first bind makes it. */
  LongTermKey ownKey() {
    OsAccountId user = session.localUser();
    if (ledger.state().keys().of(user).isEmpty()) {
      ledger.note(new TrustEvent.KeyPairMade(user, LongTermKey.drawn(inputs.draw())));
    }
    return ledger.state().keys().of(user).orElseThrow();
  }

  /**
   * Makes the credentials of the bond, for data and for the link, as far as they are missing or
   * were made with another key of the peer. Returns for what it made them.
   */
  List<CredentialScope> createCredentials(String peerKey) {
    List<CredentialScope> made = new ArrayList<>();
    for (Credential credential : BondRows.credentials(session)) {
      Optional<String> known = ledger.state().keys().behind(credential);
      if (known.equals(Optional.of(peerKey))) {
        continue;
      }
      ledger.create(credential).ifPresent(this::undoFirst);
      known.ifPresent(key -> undoFirst(new TrustEvent.PeerKeySaved(credential, key)));
      ledger.note(new TrustEvent.PeerKeySaved(credential, peerKey));
      made.add(credential.scope());
    }
    return made;
  }

  /**
   * Writes the rows of the bond. A link row that exists only becomes active, since it belongs to
   * every bond of the two users; one that is new goes again only with a link credential that is new
   * too (§2.9).
   */
  BindStep writeRows(UserWords said) {
    Parties parties = BondRows.parties(inputs.state(), session, said);
    RowTokens tokens = new RowTokens(session.request().token(), said.token());
    boolean newLink = session.undo().stream().anyMatch(BindStep::takesBackALink);
    for (AccessRow row : BondRows.of(session, parties)) {
      if (!row.isLinkOnly()) {
        ledger.write(row).ifPresent(this::undoLast);
        ledger.noteTokens(row, tokens).ifPresent(this::undoLast);
        limitLife(row);
      } else {
        writeLink(row, newLink);
      }
    }
    return this;
  }

  private void writeLink(AccessRow row, boolean newLink) {
    Optional<AccessRow> known = ledger.state().row(row.key());
    if (known.isEmpty()) {
      ledger.write(row).filter(undo -> newLink).ifPresent(this::undoLast);
    } else {
      ledger.write(known.get().withStatus(RowStatus.ACTIVE)).ifPresent(this::undoLast);
    }
  }

  /** The sink alone limits a row, for days that came with a code and its entry (§1.4). */
  private void limitLife(AccessRow row) {
    Optional<Integer> days =
        session.isByCode()
                && session.state().role() == BindRole.SINK
                && session.authenticationType() == AuthenticationType.ALLOW_ALWAYS
            ? inputs.codeOf(session.request().pkg()).flatMap(AuthCode::lifeDays)
            : Optional.empty();
    days.map(Duration::ofDays)
        .map(inputs.now()::plus)
        .ifPresent(
            end -> {
              ledger.limitLife(row, end).ifPresent(this::undoLast);
              also(RowLife.timer(row.key(), inputs.now(), end));
            });
  }

  private static boolean takesBackALink(TrustEvent undo) {
    return undo instanceof TrustEvent.CredentialDeleted deleted
        && deleted.credential().scope() == CredentialScope.DEVICE;
  }

  BindOutcome stay() {
    return outcome(Optional.of(session), BindAnswer.DONE);
  }

  BindOutcome started() {
    return outcome(Optional.of(session), BindAnswer.STARTED);
  }

  /**
   * The end of this side: timers stop, and whatever was written is taken back unless all is well;
   * version 1 takes nothing back (§2.9).
   */
  BindOutcome end(BindReason reason) {
    for (BindTimer timer : session.timers()) {
      also(new TrustEffect.StopTimer(key(timer)));
    }
    if (!reason.isSuccess() && !session.state().isV1()) {
      session.undo().forEach(this::takeBack);
    }
    also(
        new TrustEffect.BindEnded(
            session.id(), session.request().peer(), session.state().role(), reason));
    return outcome(Optional.empty(), BindAnswer.DONE);
  }

  /** The end for a reason that the other side is told. */
  BindOutcome tellAndEnd(BindReason reason) {
    return send(last(reason)).end(reason);
  }

  private BindMessage last(BindReason reason) {
    if (session.state().isV1()) {
      return new V1Message.V1Terminate(session.id(), reason);
    }
    return session.state().role() == BindRole.SOURCE
        ? new BindMessage.Finish(session.id(), reason)
        : new BindMessage.FinishAck(session.id(), reason);
  }

  /** The end of a bind that got a message its state does not allow. */
  BindOutcome illegal() {
    return tellAndEnd(BindReason.NEXT_STATE_INVALID);
  }

  private BindOutcome outcome(Optional<BindSession> next, BindAnswer answer) {
    return new BindOutcome(next, ledger.events(), effects, answer);
  }

  /** What was removed meanwhile, by an unbind or a logout, does not come back. */
  private void takeBack(TrustEvent undo) {
    boolean revives =
        undo instanceof TrustEvent.RowWritten earlier
            && ledger.state().row(earlier.row().key()).isEmpty();
    boolean unlocks =
        undo instanceof TrustEvent.PeerKeySaved earlier
            && !ledger.state().hasCredential(earlier.credential());
    if (!revives && !unlocks) {
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
