package dev.trustring.device.platform;

import com.fasterxml.jackson.databind.node.IntNode;
import dev.trustring.atm.ApiReply;
import dev.trustring.atm.Atm;
import dev.trustring.atm.AtmApi;
import dev.trustring.atm.TokenRef;
import dev.trustring.atm.caller.AtmCaller;
import dev.trustring.atm.token.TokenId;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.CallSpec.Failure;
import dev.trustring.device.call.Caller;
import dev.trustring.device.call.RunningCall;
import java.util.Optional;

/** How a platform call is put to the AccessTokenManager, which makes all checks but of types. */
final class AtmCalls {
  static final Failure NO_SYSTEM_APP = new Failure("202", "the caller is no system app");
  static final Failure NOT_PERMITTED = new Failure("201", "the system app lacks the permission");

  private AtmCalls() {}

  static AtmCaller caller(RunningCall call) {
    return call.caller() instanceof Caller.App app
        ? new AtmCaller.App(app.identity())
        : AtmCaller.SETTINGS;
  }

  /** The token id as the caller gave it; ids are 32 bits without a sign. */
  static Optional<TokenRef> token(RunningCall call) {
    return call.arguments()
        .number("tokenID")
        .map(number -> new TokenRef.ById(new TokenId(number.intValue())));
  }

  static void ask(RunningCall call, AtmApi asked) {
    call.atm(asked, reply -> call.answer(outcome(reply)));
  }

  private static CallOutcome outcome(Atm.Reply reply) {
    return reply instanceof ApiReply.Value value
        ? CallOutcome.of(IntNode.valueOf(value.number()))
        : Answer.ofChange(reply);
  }
}
