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
import dev.trustring.trust.identity.AccountId;
import dev.trustring.trust.identity.OsAccountId;
import java.util.List;
import java.util.Optional;

/** Logs the device in to a HUAWEI ID or out of it (trust-and-softbus §7). */
final class SetOsAccountDistributedInfo implements PlatformCall {

  private static final CallSpec SPEC =
      new CallSpec(
          new CallName("distributedAccount.setOsAccountDistributedInfo"),
          List.of(
              Param.word(
                  "event",
                  true,
                  List.of("Ohos.account.event.LOGIN", "Ohos.account.event.LOGOUT"),
                  "what happens to the account"),
              Param.optional("accountId", ParamType.TEXT, "the HUAWEI ID, for a login")),
          "nothing",
          List.of(
              Answer.BAD_ARGUMENT,
              new Failure("202", "the caller is no system app"),
              new Failure("12300001", "the account service ignores it")),
          "Logs the device in to a HUAWEI ID, or out of it.");

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
    if (event.equals("Ohos.account.event.LOGOUT")) {
      call.trust(new Trust.Logout(user), reply -> call.answer(outcome(reply)));
    } else if (event.equals("Ohos.account.event.LOGIN") && account.isPresent()) {
      call.trust(new Trust.Login(user, account.get()), reply -> call.answer(outcome(reply)));
    } else {
      call.answer(Answer.badArgument("event is unknown, or a login names no HUAWEI ID"));
    }
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
