package dev.trustring.atm;

import dev.trustring.atm.refusal.AtmError;
import dev.trustring.atm.refusal.AtmRefusal;
import dev.trustring.atm.request.DialogButton;
import dev.trustring.atm.request.RequestState;
import dev.trustring.atm.token.FullTokenId;
import dev.trustring.atm.token.HapToken;
import dev.trustring.atm.token.TokenId;
import dev.trustring.atm.token.TokenType;
import dev.trustring.atm.uptime.ServiceHealth;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What callers get of an AccessTokenManager that does not serve them (access-token §4.1). Questions
 * that know no errors say denied, or nobody (§9, 1); a request of an app is answered with reason 12
 * (§3.5). Nothing is forgotten, timers go on, and what a user chooses meanwhile is lost (our
 * choice, unverified).
 */
final class Outage {
  /** What a caller's own process finds wrong, before it would reach the service (§4.2). */
  private static final Set<AtmRefusal> FOUND_BY_CLIENT =
      Collections.unmodifiableSet(
          EnumSet.of(
              AtmRefusal.BAD_NAME,
              AtmRefusal.BAD_FLAG,
              AtmRefusal.FLAG_NOT_OFFERED,
              AtmRefusal.BAD_STATUS,
              AtmRefusal.BAD_USER,
              AtmRefusal.BAD_TIME,
              AtmRefusal.BAD_LIST,
              AtmRefusal.BAD_SWITCH,
              AtmRefusal.TOKEN_ZERO,
              AtmRefusal.EMPTY_REQUEST,
              AtmRefusal.PARAMS_OUT_OF_RANGE,
              AtmRefusal.SCOPE_TOO_LONG));

  private static final int DENIED = -1;

  private final Ground ground;
  private final AtmRefusal why;

  private Outage(Ground ground) {
    this.ground = ground;
    this.why =
        ground.uptime().health() == ServiceHealth.OUT_OF_MEMORY
            ? AtmRefusal.OUT_OF_MEMORY
            : AtmRefusal.SERVICE_GONE;
  }

  static Atm.Decision decide(Ground ground, Atm.Command command) {
    Outage outage = new Outage(ground);
    if (command instanceof AtmFact fact) {
      return Facts.decide(ground, withoutChoice(fact));
    }
    if (command instanceof AtmApi call) {
      return outage.called(call);
    }
    if (command instanceof Atm.Command.AnswerDialog answer) {
      return Facts.decide(ground, new AtmFact.PressButton(answer.dialog(), DialogButton.CANCEL));
    }
    return ground.reply(outage.reply(command));
  }

  /** Whatever the user presses, the dialog cannot have it stored. */
  private static AtmFact withoutChoice(AtmFact fact) {
    if (fact instanceof AtmFact.PressButton press) {
      return new AtmFact.PressButton(press.dialog(), DialogButton.CANCEL);
    }
    return fact instanceof AtmFact.AnswerSheet answer
        ? new AtmFact.AnswerSheet(answer.dialog(), false)
        : fact;
  }

  private Atm.Decision called(AtmApi call) {
    Optional<Atm.Reply> reply = ApiCalls.decide(ground, call).reply();
    if (reply.isPresent()
        && reply.get() instanceof Atm.Reply.Refused refused
        && FOUND_BY_CLIENT.contains(refused.why())) {
      return ground.refuse(refused.why());
    }
    if (call instanceof AtmApi.VerifyToken || call instanceof AtmApi.VerifyBoth) {
      return ground.reply(new ApiReply.Value(DENIED));
    }
    if (call instanceof AtmApi.VerifyList list) {
      return ground.reply(new ApiReply.Values(Collections.nCopies(list.names().size(), DENIED)));
    }
    return ground.refuse(why);
  }

  private Atm.Reply reply(Atm.Command command) {
    if (command instanceof Atm.Command.RequestPermissions request) {
      return DialogFlow.withoutDialogs(
          Collections.nCopies(request.names().size(), RequestState.NOT_ANSWERED));
    }
    if (command instanceof Atm.Command.Verify verify) {
      Optional<HapToken> token = ground.state().token(verify.identity());
      return new Atm.Reply.Verified(
          PermissionView.of(token, verify.name(), ground.inputs().catalogue()).unanswered(),
          token.filter(HapToken::isSystemApp).isPresent());
    }
    if (command instanceof Atm.Command.TokenOf question) {
      return installed(question);
    }
    return command instanceof TokenQuery query ? told(query) : ofChange(command);
  }

  /** The package manager knows as well which apps there are. */
  private Atm.Reply installed(Atm.Command.TokenOf question) {
    return ground
        .state()
        .token(question.identity())
        .<Atm.Reply>map(Atm.Reply.TokenFound::new)
        .orElseGet(() -> new Atm.Reply.NoToken(question.identity()));
  }

  private Atm.Reply told(TokenQuery query) {
    if (query instanceof TokenQuery.VerifyAccessToken) {
      return new TokenReply.VerifyAnswered(false);
    }
    if (query instanceof TokenQuery.GetTokenType) {
      return new TokenReply.TypeTold(TokenType.INVALID);
    }
    if (query instanceof TokenQuery.GetHapTokenId) {
      return new TokenReply.FullIdTold(new FullTokenId(0));
    }
    if (query instanceof TokenQuery.GetNativeTokenId) {
      return new TokenReply.IdTold(TokenId.INVALID);
    }
    if (query instanceof TokenQuery.GetNativeTokenInfo) {
      return new TokenReply.NativeTokenInfoTold(Optional.empty());
    }
    Atm.Reply usual = TokenAnswers.answer(ground, query);
    boolean badId =
        usual instanceof Atm.Reply.Refused refused
            && refused.why().error() == AtmError.PARAM_INVALID;
    return badId ? usual : new Atm.Reply.Refused(why);
  }

  private Atm.Reply ofChange(Atm.Command command) {
    return command instanceof TokenCommand.AllocHapToken
        ? new TokenReply.IdTold(TokenId.INVALID)
        : new Atm.Reply.Refused(why);
  }
}
