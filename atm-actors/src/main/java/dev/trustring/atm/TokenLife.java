package dev.trustring.atm;

import dev.trustring.atm.install.NativeTokenInfoParams;
import dev.trustring.atm.permission.Apl;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.refusal.AtmRefusal;
import dev.trustring.atm.token.FreshTokenId;
import dev.trustring.atm.token.HapToken;
import dev.trustring.atm.token.ProcessToken;
import dev.trustring.atm.token.TokenId;
import dev.trustring.atm.token.TokenType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntFunction;

/** From the first id of a token to its last: who may change tokens, and what comes of it. */
final class TokenLife {
  private TokenLife() {}

  static Atm.Decision decide(Ground ground, TokenCommand command) {
    if (command instanceof TokenCommand.InitHapToken init) {
      return HapCreation.init(ground, init);
    }
    if (command instanceof TokenCommand.AllocHapToken alloc) {
      return HapCreation.alloc(ground, alloc);
    }
    if (command instanceof TokenCommand.UpdateHapToken update) {
      return HapUpdate.update(ground, update);
    }
    if (command instanceof TokenCommand.DeleteToken delete) {
      return delete(ground, delete);
    }
    if (command instanceof TokenCommand.AddNativeToken add) {
      return process(ground, add.params(), TokenId::nativeProcess);
    }
    if (command instanceof TokenCommand.AddShellToken add) {
      return process(ground, add.params(), TokenId::shell);
    }
    if (command instanceof TokenCommand.ReviewUndefined) {
      return HapUpdate.review(ground);
    }
    throw new AssertionError(command);
  }

  /** Why an id that somebody brings cannot become a token of this type (access-token §1.1). */
  static Optional<AtmRefusal> registration(Ground ground, TokenId id, TokenType type) {
    if (!id.isWellFormed(type)) {
      return Optional.of(AtmRefusal.TOKENID_MALFORMED);
    }
    return ground.isTaken(id) ? Optional.of(AtmRefusal.TOKENID_TAKEN) : Optional.empty();
  }

  /** Access-token §1.9, in the order of its checks; an id that is reserved has no data. */
  private static Atm.Decision delete(Ground ground, TokenCommand.DeleteToken command) {
    TokenId id = command.tokenId();
    Optional<AtmRefusal> refusal =
        id.equals(TokenId.INVALID)
            ? Optional.of(AtmRefusal.PARAMS_OUT_OF_RANGE)
            : command.caller().refusal();
    if (refusal.isPresent()) {
      return ground.refuse(refusal.get());
    }
    if (ground.state().reserved().contains(id)) {
      return ground.refuse(AtmRefusal.NO_SUCH_TOKENID);
    }
    if (ground.isRemote(id)) {
      return ground.refuse(AtmRefusal.TOKEN_REMOTE);
    }
    Optional<HapToken> token = ground.state().token(id);
    if (token.isEmpty()) {
      return ground.refuse(AtmRefusal.NOT_AN_APPS_TOKENID);
    }
    List<Atm.Event> events = new ArrayList<>();
    events.add(Installation.deleted(token.get()));
    if (command.reserve()) {
      events.add(new TokenEvent.TokenIdReserved(id));
    }
    return new Atm.Decision(
        events,
        DialogFlow.interruptions(ground.pending(), token.get().identity()),
        Optional.of(new TokenReply.TokenGone()),
        ground.pending().without(token.get().identity()));
  }

  private static Atm.Decision process(
      Ground ground, NativeTokenInfoParams params, IntFunction<TokenId> made) {
    if (!params.isRight()) {
      return ground.refuse(AtmRefusal.PARAMS_OUT_OF_RANGE);
    }
    Optional<TokenId> id =
        Optional.ofNullable(ground.state().processes().get(params.processName()))
            .map(ProcessToken::tokenId)
            .or(() -> FreshTokenId.from(ground.inputs().draw(), made, ground::isTaken));
    return id.map(found -> process(ground, params, found))
        .orElseGet(() -> ground.refuse(AtmRefusal.NO_TOKENID_FREE));
  }

  private static Atm.Decision process(Ground ground, NativeTokenInfoParams params, TokenId id) {
    ProcessToken process =
        new ProcessToken(
            params.processName(),
            id,
            Apl.parse(params.aplStr()).orElseThrow(),
            new TreeSet<>(params.perms().stream().map(PermissionName::new).toList()));
    boolean known = process.equals(ground.state().processes().get(params.processName()));
    return ground.done(
        known ? List.of() : List.of(new TokenEvent.ProcessTokenSet(process)),
        List.of(),
        new TokenReply.IdTold(id));
  }
}
