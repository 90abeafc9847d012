package dev.trustring.device.platform;

import com.fasterxml.jackson.databind.node.IntNode;
import dev.trustring.atm.Atm;
import dev.trustring.atm.refusal.AtmRefusal;
import dev.trustring.atm.token.TokenId;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.Caller;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A call that is put to the AccessTokenManager as it is; that makes all checks but of types, which
 * come first (access-token §4.2).
 */
final class AtmCall implements PlatformCall {

  /** Lets a caller pass to the service, or answers in its place. */
  interface Door {
    void pass(RunningCall call, Runnable then);

    /** Whoever calls. */
    Door OPEN = (call, then) -> then.run();

    /** Apps that are installed; these calls are about the caller itself. */
    Door APPS = (call, then) -> Apps.whenInstalled(call, app -> then.run());

    /** Processes of the system, for which the settings app stands (§4.5). */
    Door SYSTEM =
        (call, then) -> {
          if (call.caller() instanceof Caller.App) {
            refuse(AtmFace.INNER, call, AtmRefusal.CALLER_NOT_PERMITTED);
          } else {
            then.run();
          }
        };

    /** The same, but apps are told that there is no such token. */
    Door NOBODY_FOR_APPS =
        (call, then) -> {
          if (call.caller() instanceof Caller.App) {
            call.answer(CallOutcome.of(IntNode.valueOf(0)));
          } else {
            then.run();
          }
        };
  }

  private final AtmFace face;
  private final CallSpec spec;
  private final Door door;
  private final Maker maker;
  private final int nothing;

  /** Makes the command of a call; none if a name is illegal. */
  private interface Maker {
    void make(AtmAsked asked, Consumer<Optional<Atm.Command>> then);
  }

  private AtmCall(AtmFace face, CallSpec spec, Door door, Maker maker, int nothing) {
    this.face = face;
    this.spec = spec;
    this.door = door;
    this.maker = maker;
    this.nothing = nothing;
  }

  /** A call that all arguments of the right types make a command of. */
  static AtmCall of(AtmFace face, CallSpec spec, Door door, Function<AtmAsked, Atm.Command> maker) {
    return ofLegal(face, spec, door, asked -> Optional.of(maker.apply(asked)));
  }

  /** A call of which a name may be illegal, so that no command comes of it. */
  static AtmCall ofLegal(
      AtmFace face, CallSpec spec, Door door, Function<AtmAsked, Optional<Atm.Command>> maker) {
    return new AtmCall(face, spec, door, (asked, then) -> then.accept(maker.apply(asked)), -1);
  }

  /** A call whose command takes nothing but the number of a token. */
  static AtmCall ofNumber(
      AtmFace face, CallSpec spec, Door door, BiFunction<AtmAsked, TokenId, Atm.Command> maker) {
    return new AtmCall(
        face,
        spec,
        door,
        (asked, then) ->
            asked.tokenId(token -> then.accept(Optional.of(maker.apply(asked, token)))),
        -1);
  }

  /** The same call, but one that never fails answers 0 to what it cannot make sense of. */
  AtmCall orZero() {
    return new AtmCall(face, spec, door, maker, 0);
  }

  @Override
  public CallSpec spec() {
    return spec;
  }

  @Override
  public void start(RunningCall call) {
    Optional<String> misfit = AtmParams.misfit(call, spec.params());
    if (misfit.isPresent()) {
      call.answer(
          spec.failures().isEmpty()
              ? CallOutcome.of(IntNode.valueOf(nothing))
              : face.badArgument(misfit.get()));
    } else {
      door.pass(call, () -> make(call));
    }
  }

  private void make(RunningCall call) {
    maker.make(
        new AtmAsked(call),
        made ->
            made.ifPresentOrElse(
                command -> ask(face, call, command),
                () -> call.answer(face.refused(AtmRefusal.BAD_NAME))));
  }

  /** Puts a command to the AccessTokenManager and answers with what it says. */
  static void ask(AtmFace face, RunningCall call, Atm.Command command) {
    call.atm(
        command,
        reply -> {
          if (reply instanceof Atm.Reply.Refused refused) {
            refuse(face, call, refused.why());
          } else if (reply instanceof Atm.Reply.InstallRefused refused) {
            call.answer(face.refused(refused));
          } else {
            call.answer(CallOutcome.of(AtmAnswers.value(reply)));
          }
        });
  }

  /** An app that is not here has no rights either; the tool tells the two apart. */
  private static void refuse(AtmFace face, RunningCall call, AtmRefusal why) {
    boolean forItsRights =
        why == AtmRefusal.CALLER_NO_SYSTEM_APP
            || why == AtmRefusal.CALLER_NOT_PERMITTED
            || why == AtmRefusal.NOT_A_TOKEN_MANAGER;
    if (forItsRights && call.caller() instanceof Caller.App app) {
      call.atm(
          new Atm.Command.TokenOf(app.identity()),
          reply ->
              call.answer(
                  reply instanceof Atm.Reply.NoToken
                      ? Answer.notInstalled(app.shortForm())
                      : face.refused(why)));
    } else {
      call.answer(face.refused(why));
    }
  }
}
