package dev.trustring.device.platform;

import dev.trustring.atm.Atm;
import dev.trustring.atm.TokenCaller;
import dev.trustring.atm.TokenCommand;
import dev.trustring.atm.TokenReply;
import dev.trustring.atm.token.TokenId;
import dev.trustring.atm.token.TokenIdentity;
import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.CallSpec.Failure;
import dev.trustring.device.call.Caller;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import dev.trustring.kv.service.KvCall;
import dev.trustring.kv.service.KvCaller;
import dev.trustring.trust.Trust;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.identity.PkgName;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Removes an app: its token and its grants are gone (access-token §1.9). What it has stored stays
 * on the disk (our choice, unverified).
 */
final class Uninstall implements PlatformCall {

  static final Failure NOT_FOUND = new Failure("17700001", "the app is not installed");
  static final Failure SERVICE_GONE =
      new Failure("12100007", "the permission service does not answer");
  static final Failure OUT_OF_MEMORY =
      new Failure("12100008", "the permission service is out of memory");

  private static final List<Param> PARAMS =
      List.of(
          Param.required("app", ParamType.APP, "the app, by its alias"),
          Param.optional(
              "isTokenReserved", ParamType.BOOLEAN, "whether nobody else may get its token id"),
          Param.optional(
              "isKeepData", ParamType.BOOLEAN, "whether its stores stay; they go if not given"));

  private static final CallSpec SPEC =
      new CallSpec(
          new CallName("installer.uninstall"),
          PARAMS,
          "nothing",
          List.of(
              Answer.BAD_ARGUMENT, Install.NO_SYSTEM_APP, NOT_FOUND, SERVICE_GONE, OUT_OF_MEMORY),
          "Removes an app; its token, its grants and its stores are gone.");

  @Override
  public CallSpec spec() {
    return SPEC;
  }

  @Override
  public void start(RunningCall call) {
    whenInstalled(
        call,
        PARAMS,
        token ->
            call.atm(
                new TokenCommand.DeleteToken(
                    TokenCaller.PACKAGE_MANAGER,
                    token,
                    new AtmAsked(call).flag("isTokenReserved", false)),
                reply -> afterwards(call, token, outcome(reply))));
  }

  /**
   * Its process ends and its files go, unless they are to be kept; DeviceManager gives up the rows
   * of the app (trust-and-softbus §1.5).
   */
  private static void afterwards(RunningCall call, TokenId token, CallOutcome outcome) {
    if (outcome instanceof CallOutcome.Threw) {
      call.answer(outcome);
      return;
    }
    AtmAsked asked = new AtmAsked(call);
    TokenIdentity app = asked.app();
    call.ended(app);
    OsAccountId user = new OsAccountId(app.user().value());
    Runnable forget =
        () ->
            call.trust(
                new Trust.AppUninstalled(
                    user, new PkgName(app.bundle().value()), AppTokens.of(token)),
                reply -> call.answer(outcome));
    if (asked.flag("isKeepData", false)) {
      forget.run();
    } else {
      call.kv(new KvCall.RemoveStores(storeUser(asked)), done -> forget.run());
    }
  }

  private static KvCaller storeUser(AtmAsked asked) {
    return Apps.asStoreUser(new Caller.App(asked.contents(), asked.app().user(), 0));
  }

  /** Goes on with the token of the app that is meant, which only the installer may touch. */
  static void whenInstalled(RunningCall call, List<Param> params, Consumer<TokenId> then) {
    Optional<String> misfit = AtmParams.misfit(call, params);
    if (call.caller() instanceof Caller.App) {
      call.answer(Answer.notSystemApp());
    } else if (misfit.isPresent()) {
      call.answer(Answer.badArgument(misfit.get()));
    } else {
      call.atm(
          new Atm.Command.TokenOf(new AtmAsked(call).app()),
          reply -> {
            if (reply instanceof Atm.Reply.TokenFound found) {
              then.accept(found.token().tokenId());
            } else {
              call.answer(
                  CallOutcome.failed(17700001, "BUNDLE_NOT_EXIST", "the app is not installed"));
            }
          });
    }
  }

  private static CallOutcome outcome(Atm.Reply reply) {
    if (reply instanceof TokenReply.TokenGone) {
      return CallOutcome.done();
    }
    if (reply instanceof Atm.Reply.Refused refused) {
      return Answer.of(refused.why());
    }
    throw new AssertionError(reply);
  }
}
