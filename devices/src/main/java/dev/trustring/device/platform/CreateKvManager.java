package dev.trustring.device.platform;

import dev.trustring.atm.token.BundleName;
import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import dev.trustring.device.profile.AppPackage;
import dev.trustring.kv.decision.DataGroup;
import dev.trustring.kv.service.KvCall;
import java.util.List;
import java.util.Optional;

/** Makes the object from which stores are opened; checks nothing (kv-store §1.1). */
final class CreateKvManager implements PlatformCall {

  private static final CallSpec SPEC =
      new CallSpec(
          new CallName("distributedKVStore.createKVManager"),
          List.of(
              Param.required("bundleName", ParamType.TEXT, "the bundle name that the app claims"),
              Param.optional(
                  "dataGroupId",
                  ParamType.TEXT,
                  "the data group that the manager expects; rule set article alone asks")),
          "nothing",
          List.of(Answer.BAD_ARGUMENT, Answer.NOT_INSTALLED),
          "Makes the object from which stores are opened; a wrong bundle name shows only later.");

  @Override
  public CallSpec spec() {
    return SPEC;
  }

  @Override
  public void start(RunningCall call) {
    Optional<BundleName> claimed =
        call.arguments().text("bundleName").flatMap(text -> Legal.id(text, BundleName::new));
    if (claimed.isEmpty() || AtmParams.misfit(call, SPEC.params()).isPresent()) {
      call.answer(
          Answer.badArgument(
              "bundleName is missing, empty or too long, or dataGroupId is no text"));
      return;
    }
    Apps.whenInstalled(
        call,
        app ->
            call.kv(
                new KvCall.CreateManager(
                    Apps.asStoreUser(app), claimed.get(), group(call, app.contents())),
                reply -> call.answer(Answer.of(reply))));
  }

  private static DataGroup group(RunningCall call, AppPackage app) {
    return new DataGroup(
        call.arguments().text("dataGroupId"), app.dataGroupIds(), app.signing(), Optional.empty());
  }
}
