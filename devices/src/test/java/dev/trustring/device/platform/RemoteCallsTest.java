package dev.trustring.device.platform;

import static dev.trustring.device.platform.FakeDevice.NOTES;
import static dev.trustring.device.platform.FakeDevice.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.token.TokenId;
import dev.trustring.device.call.Caller;
import dev.trustring.device.call.RemoteCall;
import dev.trustring.trust.identity.DeviceName;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RemoteCallsTest {
  private static final String ALLOC = "AccessTokenKit.AllocLocalTokenID";
  private static final String VERIFY = "AccessTokenKit.VerifyAccessToken";
  private static final String SYNC = ", permissionName: 'ohos.permission.DISTRIBUTED_DATASYNC'";
  private static final DeviceName TABLET = new DeviceName("tablet");

  private final FakeDevice phone = FakeDevice.aPhone();

  @Test
  void asksForTheTokenOfAnotherDevicesApp() {
    assertThat(says(SETTINGS, ALLOC, "deviceId: 'tablet', app: 'notes'")).isEqualTo("42");
    assertThat(says(SETTINGS, ALLOC, "deviceId: 'tablet', remoteTokenID: 536870919"))
        .isEqualTo("42");

    assertThat(phone.remoteCalls())
        .containsExactly(
            new RemoteCall.Alloc(
                TABLET, Optional.empty(), Optional.of(((Caller.App) NOTES).identity())),
            new RemoteCall.Alloc(TABLET, Optional.of(TokenId.hap(7, false)), Optional.empty()));
  }

  @Test
  void hasNoTokenForAppsThatAskOrWithoutADeviceOrAnApp() {
    assertThat(says(NOTES, ALLOC, "deviceId: 'tablet', app: 'notes'")).isEqualTo("0");
    assertThat(says(SETTINGS, ALLOC, "app: 'notes'")).isEqualTo("0");
    assertThat(says(SETTINGS, ALLOC, "deviceId: 'tablet'")).isEqualTo("0");
    assertThat(phone.remoteCalls()).isEmpty();
  }

  @Test
  void verifiesAnOwnAppByItsId() {
    String id = says(SETTINGS, "installer.install", "app: 'notes'");

    assertThat(says(NOTES, VERIFY, "tokenID: " + id + SYNC)).isEqualTo("-1");
    says(
        SETTINGS,
        "abilityAccessCtrl.grantUserGrantedPermission",
        "app: 'notes', permissionFlags: 2" + SYNC);
    assertThat(says(NOTES, VERIFY, "tokenID: " + id + SYNC)).isEqualTo("0");
    assertThat(phone.remoteCalls()).isEmpty();
  }

  @Test
  void asksForPermissionsOfAppsThatAreNotItsOwn() {
    assertThat(says(NOTES, VERIFY, "tokenID: 536870919" + SYNC)).isEqualTo("-1");
    assertThat(says(NOTES, VERIFY, "deviceId: 'tablet', app: 'notes'" + SYNC)).isEqualTo("-1");

    assertThat(phone.remoteCalls())
        .containsExactly(
            new RemoteCall.Verify(
                Optional.of(TokenId.hap(7, false)),
                Optional.empty(),
                PermissionName.DISTRIBUTED_DATASYNC),
            new RemoteCall.Verify(
                Optional.empty(),
                Optional.of(new RemoteCall.RemoteApp(TABLET, ((Caller.App) NOTES).identity())),
                PermissionName.DISTRIBUTED_DATASYNC));
  }

  @Test
  void deniesWhatMakesNoSense() {
    assertThat(says(NOTES, VERIFY, "tokenID: 0" + SYNC)).isEqualTo("-1");
    assertThat(says(NOTES, VERIFY, "tokenID: 1, permissionName: ''")).isEqualTo("-1");
    assertThat(says(NOTES, VERIFY, "deviceId: 'tablet'" + SYNC)).isEqualTo("-1");
    assertThat(phone.remoteCalls()).isEmpty();
  }

  private String says(Caller caller, String call, String arguments) {
    return phone.call(caller, call, "{" + arguments + "}").shortForm();
  }
}
