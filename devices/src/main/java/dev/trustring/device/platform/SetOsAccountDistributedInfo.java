package dev.trustring.device.platform;

import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.CallSpec.Failure;
import dev.trustring.device.call.Caller;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import dev.trustring.trust.Trust;
import dev.trustring.trust.account.AccountEvent;
import dev.trustring.trust.identity.AccountId;
import dev.trustring.trust.identity.OsAccountId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Logs the device in to a HUAWEI ID or out of it (trust-and-softbus §7). */
final class SetOsAccountDistributedInfo implements PlatformCall {

  private static final CallSpec SPEC =
      new CallSpec(
          new CallName("distributedAccount.setOsAccountDistributedInfo"),
          List.of(
              Param.word(
                  "event",
                  true,
                  Stream.of(AccountEvent.values()).map(AccountEvent::commonEvent).toList(),
                  "what happens to the account"),
              Param.optional("accountId", ParamType.TEXT, "the HUAWEI ID, for a login")),
          "nothing",
          List.of(
              Answer.BAD_ARGUMENT,
              new Failure("202", "the caller is no system app"),
              new Failure("12300001", "the account service ignores it")),
          "Logs the user in to a HUAWEI ID or out of it, or says that the login is void.");

  @Override
  public CallSpec spec() {
    return SPEC;
  }

  @Override
  public void start(RunningCall call) {
    if (!(call.caller() instanceof Caller.Settings)) {
      call.answer(Answer.notSystemApp());
      return;
    }
    OsAccountId user = new OsAccountId(call.caller().user().value());
    String event = call.arguments().text("event").orElse("");
    Optional<AccountId> account =
        call.arguments().text("accountId").flatMap(text -> Legal.id(text, AccountId::new));
    Optional<AccountEvent> known =
        Stream.of(AccountEvent.values()).filter(e -> e.commonEvent().equals(event)).findFirst();
    if (known.isEmpty() || (known.get() == AccountEvent.LOGIN && account.isEmpty())) {
      call.answer(Answer.badArgument("event is unknown, or a login names no HUAWEI ID"));
      return;
    }
    Trust.Command command =
        switch (known.get()) {
          case LOGIN -> new Trust.Login(user, account.orElseThrow());
          case LOGOUT -> new Trust.Logout(user);
          case LOGOFF -> new Trust.Logoff(user);
          case TOKEN_INVALID -> new Trust.ExpireToken(user);
        };
    call.trust(command, reply -> call.answer(outcome(reply)));
  }

  private static CallOutcome outcome(Trust.Reply reply) {
    if (reply instanceof Trust.Refused refused) {
      return CallOutcome.failed(12300001, refused.reason().name(), refused.reason().text());
    }
    if (reply instanceof Trust.Done) {
      return CallOutcome.done();
    }
    throw new AssertionError(reply);
  }
}
