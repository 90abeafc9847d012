package dev.trustring.atm;

import dev.trustring.atm.permission.PermissionCatalogue;
import dev.trustring.atm.permission.PermissionDefinition;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.refusal.AtmRefusal;
import dev.trustring.atm.token.BundleName;
import dev.trustring.atm.token.FullTokenId;
import dev.trustring.atm.token.HapToken;
import dev.trustring.atm.token.ProcessToken;
import dev.trustring.atm.token.TokenId;
import dev.trustring.atm.token.TokenIdentity;
import dev.trustring.atm.token.TokenType;
import dev.trustring.atm.token.UserId;
import java.util.Optional;

/** Answers questions about tokens (access-token §1.1, §2.2, §2.3, §4.5). */
final class TokenAnswers {
  private TokenAnswers() {}

  static Atm.Reply answer(Ground ground, TokenQuery query) {
    AtmState state = ground.state();
    if (query instanceof TokenQuery.VerifyAccessToken verify) {
      return new TokenReply.VerifyAnswered(
          ground.isGranted(new TokenRef.ById(verify.tokenId()), verify.permissionName()));
    }
    if (query instanceof TokenQuery.GetTokenType question) {
      return new TokenReply.TypeTold(
          ground.isRegistered(question.tokenId()) ? question.tokenId().type() : TokenType.INVALID);
    }
    if (query instanceof TokenQuery.GetHapTokenInfo question) {
      return info(ground, question.tokenId());
    }
    if (query instanceof TokenQuery.GetHapTokenId question) {
      return new TokenReply.FullIdTold(fullId(state, question));
    }
    if (query instanceof TokenQuery.GetNativeTokenId question) {
      return new TokenReply.IdTold(
          Optional.ofNullable(state.processes().get(question.processName()))
              .map(ProcessToken::tokenId)
              .orElse(TokenId.INVALID));
    }
    if (query instanceof TokenQuery.GetNativeTokenInfo question) {
      return new TokenReply.NativeTokenInfoTold(
          Optional.ofNullable(state.processes().get(question.processName())));
    }
    if (query instanceof TokenQuery.GetReqPermissionByName question) {
      return value(state, question, ground.inputs().catalogue());
    }
    if (query instanceof TokenQuery.GetDefPermission question) {
      return definition(question.permissionName(), ground.inputs().catalogue());
    }
    throw new AssertionError(query);
  }

  private static Atm.Reply info(Ground ground, TokenId id) {
    if (id.type() != TokenType.HAP) {
      return new Atm.Reply.Refused(AtmRefusal.NOT_AN_APPS_TOKENID);
    }
    return ground
        .seen(new TokenRef.ById(id))
        .<Atm.Reply>map(token -> new TokenReply.HapTokenInfoTold(token, ground.details(token)))
        .orElseGet(() -> new Atm.Reply.Refused(AtmRefusal.NO_SUCH_TOKENID));
  }

  private static FullTokenId fullId(AtmState state, TokenQuery.GetHapTokenId question) {
    String bundle = question.bundleName();
    boolean possible =
        question.userId() >= 0
            && question.instIndex() >= 0
            && !bundle.isEmpty()
            && bundle.length() <= BundleName.LENGTH_MAX;
    if (!possible) {
      return new FullTokenId(0);
    }
    TokenIdentity identity =
        new TokenIdentity(
            new BundleName(bundle), new UserId(question.userId()), question.instIndex());
    return state
        .token(identity)
        .map(token -> FullTokenId.of(token, state.details(identity)))
        .orElseGet(() -> new FullTokenId(0));
  }

  /** A permission of enough level without an entry in the profile has an empty value (§2.3). */
  private static Atm.Reply value(
      AtmState state, TokenQuery.GetReqPermissionByName question, PermissionCatalogue catalogue) {
    String text = question.permissionName();
    if (question.tokenId().equals(TokenId.INVALID) || !PermissionName.isLegal(text)) {
      return new Atm.Reply.Refused(AtmRefusal.PARAMS_OUT_OF_RANGE);
    }
    PermissionName name = new PermissionName(text);
    Optional<HapToken> token = state.token(question.tokenId());
    if (token.isEmpty()) {
      return new Atm.Reply.Refused(AtmRefusal.NO_SUCH_TOKENID);
    }
    if (token.get().stateOf(name).isEmpty()) {
      return new Atm.Reply.Refused(AtmRefusal.UNDEFINED);
    }
    return catalogue.find(name).filter(PermissionDefinition::hasValue).isPresent()
        ? new TokenReply.ValueTold(token.get().profile().aclExtended().getOrDefault(name, ""))
        : new Atm.Reply.Refused(AtmRefusal.BEARS_NO_VALUE);
  }

  private static Atm.Reply definition(String text, PermissionCatalogue catalogue) {
    if (!PermissionName.isLegal(text)) {
      return new Atm.Reply.Refused(AtmRefusal.PARAMS_OUT_OF_RANGE);
    }
    return catalogue
        .find(new PermissionName(text))
        .<Atm.Reply>map(TokenReply.DefinitionTold::new)
        .orElseGet(() -> new Atm.Reply.Refused(AtmRefusal.UNDEFINED));
  }
}
