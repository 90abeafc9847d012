package dev.trustring.device.platform;

import com.fasterxml.jackson.databind.node.BooleanNode;
import dev.trustring.atm.lite.InstallCheck;
import dev.trustring.atm.lite.Lite;
import dev.trustring.atm.lite.LiteClient;
import dev.trustring.atm.lite.LiteCode;
import dev.trustring.atm.lite.PermissionTrans;
import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import dev.trustring.device.profile.AppPackage;
import java.util.List;
import java.util.Optional;

/**
 * Installs an app on a mini or small system (seed 002): the package manager checks that it may, and
 * has the app's permissions kept.
 */
final class InstallLite implements PlatformCall {

  private static final CallSpec SPEC =
      new CallSpec(
          new CallName("BundleManagerLite.Install"),
          List.of(
              Param.optional("app", ParamType.APP, "the app, by its alias"), LiteCall.CALLING_UID),
          "true, or false if the package manager may not or its file is no app",
          List.of(),
          "Installs an app if the package manager holds INSTALL_BUNDLE.");

  private static final int FIRST_INSTALL = 0;

  @Override
  public CallSpec spec() {
    return SPEC;
  }

  @Override
  public void start(RunningCall call) {
    Optional<AppPackage> app = call.arguments().text("app").flatMap(call::market);
    Optional<Integer> alone = LiteClient.checkAlone(LiteCall.callingUid(call), true);
    if (alone.isPresent()) {
      install(call, app, alone.get());
    } else {
      call.lite(
          InstallCheck.question(),
          reply -> install(call, app, ((Lite.Reply.Checked) reply).result()));
    }
  }

  private static void install(RunningCall call, Optional<AppPackage> app, int checked) {
    InstallCheck.Arguments arguments =
        new InstallCheck.Arguments(app.map(found -> found.bundle() + ".hap"), true, true);
    if (!InstallCheck.installs(arguments, checked)) {
      call.answer(CallOutcome.of(BooleanNode.FALSE));
      return;
    }
    call.lite(
        save(app.orElseThrow()),
        reply ->
            call.answer(
                CallOutcome.of(
                    BooleanNode.valueOf(reply.equals(new Lite.Reply.Code(LiteCode.SUCCESS))))));
  }

  private static Lite.Command save(AppPackage app) {
    List<PermissionTrans> permissions =
        app.requested().stream().map(name -> new PermissionTrans(name.value(), "")).toList();
    return new Lite.Command.SaveOrUpdatePermissions(
        Optional.of(app.bundle().value()),
        Optional.of(permissions),
        permissions.size(),
        FIRST_INSTALL);
  }
}
