package dev.trustring.device.platform;

import dev.trustring.atm.permission.PermissionName;
import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import dev.trustring.trust.Trust;
import dev.trustring.trust.bind.ConfirmChoice;
import dev.trustring.trust.bind.RunningBind;
import dev.trustring.trust.effect.BindTimer;
import dev.trustring.trust.effect.TimerKey;
import java.util.List;
import java.util.Optional;

/**
 * What the platform's own boxes say about a bind when a person has pressed something
 * (trust-and-softbus §2.1): 0 allow, 1 cancel, 2 the time to confirm is over, 3 cancel the shown
 * PIN, 4 cancel the typing, 5 a PIN was typed. Where no bind waits for that, the call fails. That
 * action 0 allows once, and the text of the typed PIN, are unverified.
 */
final class ReplyUiAction implements PlatformCall {

  static final PermissionName NEEDED = PermissionName.of("ACCESS_SERVICE_DM");
  private static final int ALLOW = 0;
  private static final int CANCEL = 1;
  private static final int CONFIRM_TIMEOUT = 2;
  private static final int PIN_TYPED = 5;

  private static final CallSpec SPEC =
      new CallSpec(
          new CallName("distributedDeviceManager.replyUiAction"),
          List.of(
              Param.required("action", ParamType.INTEGER, "what was pressed, 0 to 5"),
              Param.optional("actionResult", ParamType.TEXT, "the typed PIN, for action 5")),
          "nothing",
          List.of(
              Answer.BAD_ARGUMENT,
              Install.NO_SYSTEM_APP,
              ActivityCall.NOT_PERMITTED,
              new CallSpec.Failure("11600101", "no bind waits for that"),
              Answer.NOT_INSTALLED),
          "Answers a box of the bind that runs, in place of its person.");

  @Override
  public CallSpec spec() {
    return SPEC;
  }

  @Override
  public void start(RunningCall call) {
    Optional<Integer> action =
        call.arguments()
            .number("action")
            .filter(number -> number >= ALLOW && number <= PIN_TYPED)
            .map(Long::intValue);
    boolean misfits = AtmParams.misfit(call, SPEC.params()).isPresent();
    if (misfits || action.isEmpty() || (action.get() == PIN_TYPED && pin(call).isEmpty())) {
      call.answer(Answer.badArgument("action is none of 0 to 5, or 5 without a PIN"));
      return;
    }
    Apps.whenSystemAppHolds(
        call,
        NEEDED,
        () ->
            call.trust(
                new Trust.DescribeBind(),
                reply ->
                    ((Trust.BindDescribed) reply)
                        .bind()
                        .ifPresentOrElse(
                            bind -> act(call, bind, action.get()), () -> call.answer(vain()))));
  }

  private static Optional<Integer> pin(RunningCall call) {
    return call.arguments()
        .text("actionResult")
        .filter(text -> text.matches("[0-9]{6}"))
        .map(Integer::valueOf);
  }

  private static void act(RunningCall call, RunningBind bind, int action) {
    switch (action) {
      case ALLOW -> allow(call, bind);
      case CANCEL -> tell(call, new Trust.AnswerConfirm(bind.id(), ConfirmChoice.REJECT));
      case CONFIRM_TIMEOUT ->
          tell(call, new Trust.TimerFired(new TimerKey.OfBind(bind.id(), BindTimer.CONFIRM_BOX)));
      case PIN_TYPED -> tell(call, new Trust.TypePin(bind.id(), pin(call).orElseThrow()));
      default -> tell(call, new Trust.CancelPin(bind.id()));
    }
  }

  /** The row that follows names the app here by its token, if it is installed. */
  private static void allow(RunningCall call, RunningBind bind) {
    call.atm(
        AppTokens.ask(bind.pkg(), bind.user()),
        token ->
            tell(
                call,
                new Trust.AnswerConfirm(bind.id(), ConfirmChoice.ALLOW_ONCE, AppTokens.of(token))));
  }

  private static void tell(RunningCall call, Trust.Command command) {
    call.trust(
        command,
        reply -> call.answer(reply instanceof Trust.Refused ? vain() : CallOutcome.done()));
  }

  private static CallOutcome vain() {
    return Managers.failed("no bind waits for that");
  }
}
