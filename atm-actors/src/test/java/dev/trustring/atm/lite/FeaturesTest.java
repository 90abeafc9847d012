package dev.trustring.atm.lite;

import static dev.trustring.atm.lite.LiteDevice.BUNDLES;
import static dev.trustring.atm.lite.LiteDevice.some;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.atm.ipc.IpcAuth;
import dev.trustring.atm.ipc.IpcCode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FeaturesTest {
  private final LiteDevice device = LiteDevice.empty();

  @Test
  void letsAFeatureBeCalledOnceItIsRegistered() {
    IpcAuth.Endpoint bms = new IpcAuth.Endpoint("bundlems", some("BmsFeature"));

    assertThat(device.ask(new Lite.Command.GetFeatureApi(bms, 1000)))
        .isEqualTo(new Lite.Reply.NoFeature());
    assertThat(device.ask(new Lite.Command.RegisterFeature(bms, 1000)))
        .isEqualTo(new Lite.Reply.Answered(IpcCode.INVALID_UID));
    assertThat(device.ask(new Lite.Command.RegisterFeature(bms, 7)))
        .isEqualTo(new Lite.Reply.Answered(IpcCode.SUCCESS));
    device.withNotes(BUNDLES).runningNotes();
    assertThat(device.ask(new Lite.Command.GetFeatureApi(bms, 1000)))
        .isEqualTo(new Lite.Reply.Answered(IpcCode.SUCCESS));
    assertThat(device.ask(new Lite.Command.GetFeatureApi(bms, 50)))
        .isEqualTo(new Lite.Reply.Answered(IpcCode.ACCESS_DENIED));
    assertThat(device.restarted().ask(new Lite.Command.GetFeatureApi(bms, 1000)))
        .isEqualTo(new Lite.Reply.NoFeature());
  }

  @Test
  void takesABundleNameForTheUidUnderWhichTheAppRuns() {
    IpcAuth.Endpoint feature = new IpcAuth.Endpoint("regSvc1", some("feature1"));
    Lite.Command asked = new Lite.Command.IsCommunicationAllowed(feature, 20_001);
    device.ask(
        new Lite.Command.SaveOrUpdatePermissions(
            some("OHOS"), Optional.of(List.of(new PermissionTrans(BUNDLES, "why"))), 1, 0));
    assertThat(device.ask(asked)).isEqualTo(new Lite.Reply.Answered(IpcCode.ACCESS_DENIED));

    device.ask(new Lite.Command.LoadPermissions(some("OHOS"), 20_001));

    assertThat(device.ask(asked)).isEqualTo(new Lite.Reply.Answered(IpcCode.SUCCESS));
    Lite.Reply.Policies told =
        (Lite.Reply.Policies) device.ask(new Lite.Command.GetCommunicationStrategy(feature, 7));
    assertThat(told.strategy().policies())
        .anySatisfy(policy -> assertThat(policy.fixedUid()).first().isEqualTo(20_001));
  }
}
