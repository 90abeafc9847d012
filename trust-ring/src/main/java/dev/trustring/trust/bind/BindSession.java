package dev.trustring.trust.bind;

import dev.trustring.trust.access.AuthenticationType;
import dev.trustring.trust.effect.BindTimer;
import dev.trustring.trust.identity.AppToken;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.ledger.TrustEvent;
import dev.trustring.trust.wire.BindId;
import dev.trustring.trust.wire.BindNeed;
import java.util.List;
import java.util.function.Consumer;

/**
 * One end of a running bind. It lives in memory only: a crash forgets it and leaves behind whatever
 * was written.
 *
 * @param request the bind, seen from this end: its peer is the other one
 * @param pin the PIN a sink shows, the one that an end says or has heard, or the code that both
 *     ends were told; 0 before, and on a source that has its PIN typed
 * @param bySound whether the PIN is to go as sound; no longer once that has failed
 * @param authenticationType what the person on the sink allowed; "once" until there is an answer
 * @param timers the timers that run for it
 * @param undo the facts that take back what this bind has written, in the order of §2.9
 * @param exchange the secrets of it, which are never stored
 * @param need what both ends found that they still have to do
 */
public record BindSession(
    BindId id,
    BindState state,
    BindRequest request,
    OsAccountId localUser,
    int pin,
    boolean bySound,
    int wrongPins,
    AuthenticationType authenticationType,
    List<BindTimer> timers,
    List<TrustEvent> undo,
    Exchange exchange,
    BindNeed need) {

  public BindSession {
    timers = List.copyOf(timers);
    undo = List.copyOf(undo);
  }

  static BindSession begun(BindId id, BindState state, BindRequest request, OsAccountId user) {
    return new BindSession(
        id,
        state,
        request,
        user,
        0,
        request.auth() == BindAuth.ULTRASONIC_PIN,
        0,
        AuthenticationType.ALLOW_ONCE,
        List.of(),
        List.of(),
        Exchange.NONE,
        BindNeed.PIN);
  }

  /** Whether it goes by a code that both ends were told before. */
  public boolean isByCode() {
    return request.auth() == BindAuth.IMPORTED_CODE;
  }

  /** Takes the code of a bind that goes by one, which so stays the same to its end. */
  BindSession withCode(BindInputs inputs) {
    if (!isByCode()) {
      return this;
    }
    AuthCode code = inputs.codeOf(request.pkg()).orElseThrow();
    return of(code.token()).showing(code.number());
  }

  /** Whether it waits to hear a PIN; one is enough. */
  boolean listens() {
    return switch (state) {
      case SOURCE_FORWARD_DONE -> exchange.pake().isEmpty();
      case SINK_REVERSE_START -> pin == 0;
      default -> false;
    };
  }

  BindSession in(BindState next) {
    return with(draft -> draft.state = next);
  }

  /** The same, once the token of the app on this end is known. */
  BindSession of(AppToken token) {
    return with(draft -> draft.request = request.of(token));
  }

  BindSession showing(int shown) {
    return with(draft -> draft.pin = shown);
  }

  /** From now on the PIN is shown and typed, and what was said or heard does not count. */
  BindSession byTyping() {
    return with(
        draft -> {
          draft.pin = bySound ? 0 : pin;
          draft.bySound = false;
          draft.exchange = Exchange.NONE;
        });
  }

  BindSession afterWrongPin() {
    return with(draft -> draft.wrongPins = wrongPins + 1);
  }

  BindSession allowed(AuthenticationType type) {
    return with(draft -> draft.authenticationType = type);
  }

  BindSession timedBy(List<BindTimer> running) {
    return with(draft -> draft.timers = running);
  }

  BindSession undoneBy(List<TrustEvent> facts) {
    return with(draft -> draft.undo = facts);
  }

  BindSession exchanging(Exchange changed) {
    return with(draft -> draft.exchange = changed);
  }

  BindSession needing(BindNeed found) {
    return with(draft -> draft.need = found);
  }

  private BindSession with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return new BindSession(
        id,
        draft.state,
        draft.request,
        localUser,
        draft.pin,
        draft.bySound,
        draft.wrongPins,
        draft.authenticationType,
        draft.timers,
        draft.undo,
        draft.exchange,
        draft.need);
  }

  /** What may change in the course of a bind, while one of it does. */
  private static final class Draft {
    private BindState state;
    private BindRequest request;
    private int pin;
    private boolean bySound;
    private int wrongPins;
    private AuthenticationType authenticationType;
    private List<BindTimer> timers;
    private List<TrustEvent> undo;
    private Exchange exchange;
    private BindNeed need;

    Draft(BindSession before) {
      state = before.state;
      request = before.request;
      pin = before.pin;
      bySound = before.bySound;
      wrongPins = before.wrongPins;
      authenticationType = before.authenticationType;
      timers = before.timers;
      undo = before.undo;
      exchange = before.exchange;
      need = before.need;
    }
  }
}
