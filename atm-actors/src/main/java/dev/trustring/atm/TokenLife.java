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

  static Atm.Decision decide(Turn turn, TokenCommand command) {
    if (command instanceof TokenCommand.InitHapToken init) {
      return HapCreation.init(turn, init);
    }
    if (command instanceof TokenCommand.AllocHapToken alloc) {
      return HapCreation.alloc(turn, alloc);
    }
    if (command instanceof TokenCommand.UpdateHapToken update) {
      return HapUpdate.update(turn, update);
    }
    if (command instanceof TokenCommand.DeleteToken delete) {
      return delete(turn, delete);
    }
    if (command instanceof TokenCommand.AddNativeToken add) {
      return process(turn, add.params(), TokenId::nativeProcess);
    }
    if (command instanceof TokenCommand.AddShellToken add) {
      return process(turn, add.params(), TokenId::shell);
    }
    if (command instanceof TokenCommand.ReviewUndefined) {
      return HapUpdate.review(turn);
    }
    throw new AssertionError(command);
  }

  /** Why an id that somebody brings cannot become a token of this type (access-token §1.1). */
  static Optional<AtmRefusal> registration(AtmState state, TokenId id, TokenType type) {
    if (!id.isWellFormed(type)) {
      return Optional.of(AtmRefusal.TOKENID_MALFORMED);
    }
    return state.isTaken(id) ? Optional.of(AtmRefusal.TOKENID_TAKEN) : Optional.empty();
  }

  /** Access-token §1.9, in the order of its checks; an id that is reserved has no data. */
  private static Atm.Decision delete(Turn turn, TokenCommand.DeleteToken command) {
    TokenId id = command.tokenId();
    Optional<AtmRefusal> refusal =
        id.equals(TokenId.INVALID)
            ? Optional.of(AtmRefusal.PARAMS_OUT_OF_RANGE)
            : command.caller().refusal();
    if (refusal.isPresent()) {
      return turn.refused(refusal.get());
    }
    if (turn.state().reserved().contains(id)) {
      return turn.refused(AtmRefusal.NO_SUCH_TOKENID);
    }
    Optional<HapToken> token = turn.state().token(id);
    if (token.isEmpty()) {
      return turn.refused(AtmRefusal.NOT_AN_APPS_TOKENID);
    }
    List<Atm.Event> events = new ArrayList<>();
    events.add(Installation.deleted(token.get()));
    if (command.reserve()) {
      events.add(new TokenEvent.TokenIdReserved(id));
    }
    return new Atm.Decision(
        events,
        DialogFlow.interruptions(turn.pending(), token.get().identity()),
        Optional.of(new TokenReply.TokenGone()),
        turn.pending().without(token.get().identity()));
  }

  private static Atm.Decision process(
      Turn turn, NativeTokenInfoParams params, IntFunction<TokenId> made) {
    if (!params.isRight()) {
      return turn.refused(AtmRefusal.PARAMS_OUT_OF_RANGE);
    }
    Optional<TokenId> id =
        Optional.ofNullable(turn.state().processes().get(params.processName()))
            .map(ProcessToken::tokenId)
            .or(() -> FreshTokenId.from(turn.inputs().draw(), made, turn.state()::isTaken));
    return id.map(found -> process(turn, params, found))
        .orElseGet(() -> turn.refused(AtmRefusal.NO_TOKENID_FREE));
  }

  private static Atm.Decision process(Turn turn, NativeTokenInfoParams params, TokenId id) {
    ProcessToken process =
        new ProcessToken(
            params.processName(),
            id,
            Apl.parse(params.aplStr()).orElseThrow(),
            new TreeSet<>(params.perms().stream().map(PermissionName::new).toList()));
    boolean known = process.equals(turn.state().processes().get(params.processName()));
    return turn.done(
        known ? List.of() : List.of(new TokenEvent.ProcessTokenSet(process)),
        new TokenReply.IdTold(id));
  }
}
