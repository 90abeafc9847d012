package dev.trustring.device.platform;

import static dev.trustring.device.platform.CredFailures.ADD;
import static dev.trustring.device.platform.CredFailures.FIND;
import static dev.trustring.device.platform.CredFailures.MADE;
import static dev.trustring.device.platform.FakeDevice.NOTES;
import static dev.trustring.device.platform.FakeDevice.SETTINGS;
import static dev.trustring.device.platform.FakeDevice.aPhone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.atm.uptime.ServiceHealth;
import dev.trustring.device.SampleApps;
import dev.trustring.device.call.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may ask HiChain: code 12307 (trust-and-softbus §1.2). */
class HiChainDoorTest {
  private static final String CREATE = "DeviceGroupManager.createGroup";
  private static final String ADD_ALL = "DeviceGroupManager.addMultiMembersToGroup";
  private static final String JOINED = "DeviceGroupManager.getJoinedGroups";
  private static final String MAY = "ohos.permission.MANAGE_DEVICE_AUTH_CRED";

  private final FakeDevice phone = aPhone();

  /** A process gets its token, as it does when it starts. */
  private void starts(String process, String level, String permission) {
    phone.call(
        SETTINGS,
        "AccessTokenKit.GetAccessTokenId",
        "{processName: '" + process + "', perms: ['" + permission + "'], aplStr: '" + level + "'}");
  }

  private boolean isDenied(Caller caller, String call, String arguments) {
    return phone.call(caller, call, "{" + arguments + "}").shortForm().startsWith("12307");
  }

  private boolean isDenied(String process, String call, String arguments) {
    return isDenied(SETTINGS, call, "process: '" + process + "', " + arguments);
  }

  private static String group(String call) {
    return switch (call) {
      case CREATE -> "appId: 'a', groupType: 256, groupName: 'home'";
      case ADD_ALL -> "appId: 'a', groupId: 'g', deviceList: ['tablet']";
      case JOINED -> "appId: 'a'";
      default -> throw new AssertionError(call);
    };
  }

  @ParameterizedTest
  @CsvSource({
    "device_manager, system_basic, false, false",
    "device_manager, system_core, false, false",
    "device_manager, normal, true, true",
    "watch_system_service, system_basic, false, true",
    "softbus_server, system_core, true, true"
  })
  void letsAListedProcessOfItsLevelChangeGroups(
      String process, String level, boolean deniedOne, boolean deniedMany) {
    starts(process, level, "ohos.permission.INTERNET");

    assertThat(isDenied(process, CREATE, group(CREATE))).isEqualTo(deniedOne);
    assertThat(isDenied(process, ADD_ALL, group(ADD_ALL))).isEqualTo(deniedMany);
  }

  @Test
  void letsAnyProcessOfItsLevelRead() {
    starts("softbus_server", "system_basic", "ohos.permission.INTERNET");
    starts("meter", "normal", "ohos.permission.INTERNET");

    assertThat(isDenied("softbus_server", JOINED, group(JOINED))).isFalse();
    assertThat(isDenied("meter", JOINED, group(JOINED))).isTrue();
    assertThat(isDenied("unheard_of", JOINED, group(JOINED))).isTrue();
  }

  @Test
  void takesWhoSaysNothingForTheDeviceManager() {
    assertThat(isDenied(SETTINGS, CREATE, group(CREATE))).isFalse();
    assertThat(isDenied(SETTINGS, ADD, MADE)).isFalse();
  }

  @Test
  void wantsAPermissionOfProcessesThatKeepCredentials() {
    starts("keeper", "system_basic", MAY);
    starts("poor", "system_core", "ohos.permission.INTERNET");
    starts("low", "normal", MAY);

    assertThat(isDenied("keeper", ADD, MADE)).isFalse();
    assertThat(isDenied("poor", FIND, "credOwner: 'car'")).isTrue();
    assertThat(isDenied("low", FIND, "credOwner: 'car'")).isTrue();
  }

  @Test
  void letsAppsThroughToCredentialsAndNeverToGroups() {
    phone.with("notes", "keeper");
    Caller keeper = FakeDevice.app(SampleApps.KEEPER);

    assertThat(isDenied(keeper, ADD, MADE)).isFalse();
    assertThat(isDenied(keeper, CREATE, group(CREATE))).isTrue();
    assertThat(isDenied(keeper, JOINED, group(JOINED))).isTrue();
    assertThat(isDenied(NOTES, ADD, MADE)).isTrue();
  }

  @Test
  void knowsNobodyWhileThePermissionServiceIsGone() {
    starts("keeper", "system_basic", MAY);
    phone.whosePermissionServiceIs(ServiceHealth.GONE);

    assertThat(isDenied("keeper", FIND, "credOwner: 'car'")).isTrue();
  }
}
