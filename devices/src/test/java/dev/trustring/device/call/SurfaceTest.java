package dev.trustring.device.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.device.platform.StandardCalls;
import dev.trustring.device.profile.SystemTier;
import java.util.List;
import org.junit.jupiter.api.Test;

class SurfaceTest {

  @Test
  void offersEachPermissionCallOnItsOwnSystemsOnly() {
    assertThat(offeredOn("abilityAccessCtrl.requestPermissionsFromUser"))
        .containsExactly(SystemTier.STANDARD);
    assertThat(offeredOn("PermissionKit.VerifyPermission")).containsExactly(SystemTier.STANDARD);
    assertThat(offeredOn("PermissionLite.CheckPermission"))
        .containsExactly(SystemTier.MINI, SystemTier.SMALL);
    assertThat(offeredOn("IpcAuth.IsCommunicationAllowed"))
        .containsExactly(SystemTier.MINI, SystemTier.SMALL);
    assertThat(offeredOn("distributedDeviceManager.bindTarget"))
        .containsExactly(SystemTier.values());
  }

  @Test
  void namesNoModuleThatHasNoCall() {
    List<Surface> used =
        StandardCalls.registry().specs().stream()
            .map(CallSpec::name)
            .map(Surface::of)
            .distinct()
            .toList();

    assertThat(used).containsExactlyInAnyOrder(Surface.values());
  }

  private static List<SystemTier> offeredOn(String call) {
    return List.of(SystemTier.values()).stream()
        .filter(Surface.of(new CallName(call))::isOn)
        .toList();
  }
}
