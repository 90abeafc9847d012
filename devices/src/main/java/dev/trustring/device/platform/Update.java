package dev.trustring.device.platform;

import dev.trustring.atm.Atm;
import dev.trustring.atm.TokenCaller;
import dev.trustring.atm.TokenCommand;
import dev.trustring.atm.TokenReply;
import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.CallSpec.Failure;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import java.util.List;

/**
 * Gives an installed app a new version: another app of the market with the same bundle name. Its
 * token id stays, and so does what its user decided (access-token §1.8). The name of the call is
 * our choice; the platform's installer decides between install and update by itself.
 */
final class Update implements PlatformCall {

  /** What an installer shows for an update with a permission that it may not have (§1.6). */
  private static final int REFUSED = 9568290;

  private static final List<Param> PARAMS =
      List.of(
          Param.required("app", ParamType.APP, "the new version, by its alias"),
          HapPackage.API_VERSION,
          Param.optional(
              "dataRefresh",
              ParamType.BOOLEAN,
              "whether a permission that breaks a rule is left out instead of refused"));

  private static final CallSpec SPEC =
      new CallSpec(
          new CallName("installer.update"),
          PARAMS,
          "nothing",
          List.of(
              Answer.BAD_ARGUMENT,
              Install.NO_SYSTEM_APP,
              Uninstall.NOT_FOUND,
              new Failure(
                  Integer.toString(REFUSED), "a permission is above what the profile allows"),
              Uninstall.SERVICE_GONE,
              Uninstall.OUT_OF_MEMORY),
          "Gives an installed app a new version and ends the old; what its user decided stays.");

  @Override
  public CallSpec spec() {
    return SPEC;
  }

  @Override
  public void start(RunningCall call) {
    Uninstall.whenInstalled(
        call,
        PARAMS,
        token -> {
          AtmAsked asked = new AtmAsked(call);
          TokenCommand update =
              new TokenCommand.UpdateHapToken(
                  TokenCaller.PACKAGE_MANAGER,
                  token,
                  HapPackage.update(
                      asked.contents(),
                      asked.flag("dataRefresh", false),
                      HapPackage.apiVersion(asked)),
                  HapPackage.policy(asked.contents()));
          call.atm(update, reply -> afterwards(call, outcome(reply)));
        });
  }

  /** The old version does not run on. */
  private static void afterwards(RunningCall call, CallOutcome outcome) {
    if (outcome instanceof CallOutcome.Returned) {
      call.ended(new AtmAsked(call).app());
    }
    call.answer(outcome);
  }

  private static CallOutcome outcome(Atm.Reply reply) {
    if (reply instanceof TokenReply.TokenUpdated) {
      return CallOutcome.done();
    }
    return Install.refused(reply, REFUSED);
  }
}
