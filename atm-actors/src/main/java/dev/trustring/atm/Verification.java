package dev.trustring.atm;

import dev.trustring.atm.caller.AtmCaller;
import dev.trustring.atm.refusal.AtmRefusal;
import dev.trustring.atm.token.HapToken;
import dev.trustring.atm.token.TokenId;
import dev.trustring.atm.uptime.Uptime;
import java.util.List;
import java.util.Optional;

/** Verifies permissions; whatever is not known is denied (access-token §4.5, §4.6, §9). */
final class Verification {
  private static final int GRANTED = 0;
  private static final int DENIED = -1;

  private Verification() {}

  static Atm.Decision decide(Ground ground, AtmApi call) {
    if (call instanceof AtmApi.VerifyToken verify) {
      return verify(ground, verify);
    }
    if (call instanceof AtmApi.VerifyBoth both) {
      boolean nobodyFirst = isNobody(both.first());
      boolean granted =
          ground.isGranted(both.direct(), both.name())
              && (nobodyFirst || ground.isGranted(both.first(), both.name()));
      return ground.reply(new ApiReply.Value(number(granted)));
    }
    if (call instanceof AtmApi.VerifyList list) {
      List<Integer> each =
          list.names().stream().map(name -> number(ground.isGranted(list.token(), name))).toList();
      return ground.reply(new ApiReply.Values(each));
    }
    throw new AssertionError(call);
  }

  private static Atm.Decision verify(Ground ground, AtmApi.VerifyToken call) {
    Optional<AtmRefusal> refusal = Checks.notZero(call.token()).or(() -> Checks.name(call.name()));
    if (refusal.isPresent() && call.strict()) {
      return ground.refuse(refusal.get());
    }
    if (call.caller() instanceof AtmCaller.App app && isWatched(ground, app, call.token())) {
      return watched(ground, app, call);
    }
    return ground.reply(new ApiReply.Value(number(ground.isGranted(call.token(), call.name()))));
  }

  /** An app that guessed too often is told that all is denied; a guess counts (§4.6). */
  private static Atm.Decision watched(Ground ground, AtmCaller.App app, AtmApi.VerifyToken call) {
    Uptime known = ground.uptime();
    if (known.monitor().blocks(app.identity(), ground.inputs().now())) {
      return ground.reply(new ApiReply.Value(DENIED));
    }
    if (ground.seen(call.token()).isEmpty()) {
      return ground.done(
          known.with(known.monitor().missed(app.identity(), ground.inputs().now())),
          new ApiReply.Value(DENIED));
    }
    return ground.reply(new ApiReply.Value(number(ground.isGranted(call.token(), call.name()))));
  }

  /** Apps that are no system apps are watched when they ask about others. */
  private static boolean isWatched(Ground ground, AtmCaller.App app, TokenRef asked) {
    Optional<HapToken> own = ground.state().token(app.identity());
    boolean ordinary = !own.map(HapToken::isSystemApp).orElse(false);
    return ordinary && (own.isEmpty() || !ground.token(asked).equals(own));
  }

  private static boolean isNobody(TokenRef ref) {
    return ref instanceof TokenRef.ById byId && byId.id().equals(TokenId.INVALID);
  }

  private static int number(boolean granted) {
    return granted ? GRANTED : DENIED;
  }
}
