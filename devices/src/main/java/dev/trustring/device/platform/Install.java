package dev.trustring.device.platform;

import com.fasterxml.jackson.databind.node.LongNode;
import dev.trustring.atm.Atm;
import dev.trustring.atm.install.HapInstall;
import dev.trustring.atm.token.DistributionType;
import dev.trustring.atm.token.ProvisionProfile;
import dev.trustring.atm.token.TokenIdentity;
import dev.trustring.atm.token.UserId;
import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.CallSpec.Failure;
import dev.trustring.device.call.Caller;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import dev.trustring.device.profile.AppPackage;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Installs an app from the market; its permissions are checked (access-token §1.6). */
final class Install implements PlatformCall {

  static final Failure NO_SYSTEM_APP = new Failure("202", "the caller is no system app");

  private static final CallSpec SPEC =
      new CallSpec(
          new CallName("installer.install"),
          List.of(Param.required("app", ParamType.APP, "the app, by its alias")),
          "the token id",
          List.of(
              Answer.BAD_ARGUMENT,
              NO_SYSTEM_APP,
              new Failure("9568289", "a permission is above what the profile allows"),
              Uninstall.SERVICE_GONE,
              Uninstall.OUT_OF_MEMORY),
          "Installs an app: it gets a token, or is refused for a permission it may not have.");

  @Override
  public CallSpec spec() {
    return SPEC;
  }

  @Override
  public void start(RunningCall call) {
    if (!(call.caller() instanceof Caller.Settings settings)) {
      call.answer(Answer.notSystemApp());
      return;
    }
    Optional<AppPackage> app = call.arguments().text("app").flatMap(call::market);
    if (app.isEmpty()) {
      call.answer(Answer.badArgument("no such app in the market"));
      return;
    }
    call.atm(
        new Atm.Command.Install(asInstall(app.get(), settings.user())),
        reply -> call.answer(outcome(reply)));
  }

  private static HapInstall asInstall(AppPackage app, UserId user) {
    ProvisionProfile profile =
        new ProvisionProfile(
            app.apl(),
            app.systemApp(),
            DistributionType.parse(app.distributionType()).orElse(DistributionType.UNSPECIFIED),
            app.debug(),
            app.allowedAcls(),
            new TreeMap<>());
    return HapInstall.of(new TokenIdentity(app.bundle(), user, 0), profile, app.requested());
  }

  private static CallOutcome outcome(Atm.Reply reply) {
    if (reply instanceof Atm.Reply.Installed installed) {
      return CallOutcome.of(LongNode.valueOf(Integer.toUnsignedLong(installed.tokenId().value())));
    }
    return refused(reply, Atm.Reply.InstallRefused.INSTALLER_CODE);
  }

  /** What an installer shows of a refusal; what else went wrong shows as it is (our choice). */
  static CallOutcome refused(Atm.Reply reply, int code) {
    if (reply instanceof Atm.Reply.InstallRefused refused) {
      return CallOutcome.failed(
          code,
          "INSTALL_GRANT_REQUEST_PERMISSIONS_FAILED",
          refused.name().value() + " breaks the rule " + refused.rule());
    }
    if (reply instanceof Atm.Reply.Refused refused) {
      return Answer.of(refused.why());
    }
    throw new AssertionError(reply);
  }
}
