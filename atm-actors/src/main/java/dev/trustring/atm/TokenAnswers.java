package dev.trustring.atm;

import dev.trustring.atm.permission.PermissionCatalogue;
import dev.trustring.atm.permission.PermissionDefinition;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.refusal.AtmRefusal;
import dev.trustring.atm.token.BundleName;
import dev.trustring.atm.token.FullTokenId;
import dev.trustring.atm.token.HapToken;
import dev.trustring.atm.token.Holder;
import dev.trustring.atm.token.ProcessToken;
import dev.trustring.atm.token.TokenId;
import dev.trustring.atm.token.TokenIdentity;
import dev.trustring.atm.token.TokenType;
import dev.trustring.atm.token.UserId;
import java.util.Optional;

/** Answers questions about tokens (access-token §1.1, §2.2, §2.3, §4.5). */
final class TokenAnswers {
  private TokenAnswers() {}

  static Atm.Reply answer(AtmState state, TokenQuery query, PermissionCatalogue catalogue) {
    if (query instanceof TokenQuery.VerifyAccessToken verify) {
      return new TokenReply.VerifyAnswered(
          isGranted(state, verify.tokenId(), verify.permissionName(), catalogue));
    }
    if (query instanceof TokenQuery.GetTokenType question) {
      return new TokenReply.TypeTold(
          state
              .holder(question.tokenId())
              .map(Holder::tokenId)
              .map(TokenId::type)
              .orElse(TokenType.INVALID));
    }
    if (query instanceof TokenQuery.GetHapTokenInfo question) {
      return info(state, question.tokenId());
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
    if (query instanceof TokenQuery.GetReqPermissionByName question) {
      return value(state, question, catalogue);
    }
    if (query instanceof TokenQuery.GetDefPermission question) {
      return definition(question.permissionName(), catalogue);
    }
    throw new AssertionError(query);
  }

  /** Denied for whatever is wrong: bad name, unknown id, render id, undefined (§9, 1). */
  static boolean isGranted(
      AtmState state, TokenId id, String permissionName, PermissionCatalogue catalogue) {
    if (!PermissionName.isLegal(permissionName)) {
      return false;
    }
    PermissionName name = new PermissionName(permissionName);
    return state.isGranted(id, name) && catalogue.find(name).isPresent();
  }

  private static Atm.Reply info(AtmState state, TokenId id) {
    if (id.type() != TokenType.HAP) {
      return new Atm.Reply.Refused(AtmRefusal.NOT_AN_APPS_TOKENID);
    }
    return state
        .token(id)
        .<Atm.Reply>map(
            token -> new TokenReply.HapTokenInfoTold(token, state.details(token.identity())))
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
