package dev.trustring.device.platform;

import static dev.trustring.device.platform.FakeDevice.NOTES;
import static dev.trustring.device.platform.FakeDevice.PHONE;
import static dev.trustring.device.platform.FakeDevice.SETTINGS;
import static dev.trustring.device.platform.FakeDevice.TABLET;
import static dev.trustring.device.platform.FakeDevice.aPhone;
import static dev.trustring.device.platform.PermissionCallsTest.code;
import static dev.trustring.device.platform.PermissionCallsTest.returned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.device.SampleApps;
import dev.trustring.device.call.Caller;
import dev.trustring.device.nearby.DeviceManager;
import dev.trustring.trust.Trust;
import dev.trustring.trust.identity.AccountId;
import dev.trustring.trust.identity.OsAccountId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of devices, and the callers and networkIds that are refused (trust-and-softbus §2.2). */
class DeviceNameCallsTest {
  private static final String MODULE = "distributedDeviceManager.";
  private static final String RENAME = MODULE + "setLocalDeviceName";
  private static final String KITCHEN = "{deviceName: 'Kitchen'}";
  private static final String NATIVE = "OHDeviceManager.GetLocalDeviceName";
  private static final String OS_TYPE = MODULE + "getOsTypeByNetworkId";
  private static final String TO_TABLET = "{networkId: 'tablet'}";

  static FakeDevice loggedIn() {
    return aPhone()
        .withGrantedNotes()
        .told(new Trust.Login(OsAccountId.FIRST, new AccountId("alice")));
  }

  static FakeDevice expired() {
    return loggedIn().told(new Trust.ExpireToken(OsAccountId.FIRST));
  }

  @Test
  void isCalledAsItWasTold() {
    FakeDevice phone = loggedIn();

    assertThat(returned(phone.call(SETTINGS, RENAME, KITCHEN))).isEqualTo("0");

    assertThat(returned(phone.call(NOTES, MODULE + "getLocalDeviceName", "{}")))
        .isEqualTo("\"Kitchen\"");
    assertThat(returned(phone.call(NOTES, NATIVE, "{}"))).isEqualTo("\"Kitchen\"");
  }

  @Test
  void tellsWhatAnotherDeviceIsCalled() {
    FakeDevice phone = aPhone().withGrantedNotes().seeing(TABLET);
    phone.devices(new DeviceManager.Called(TABLET.name(), "Attic"));

    assertThat(returned(phone.call(NOTES, MODULE + "getDeviceName", TO_TABLET)))
        .isEqualTo("\"Attic\"");
  }

  @Test
  void needsALoginWhoseTokenIsGood() {
    assertThat(code(aPhone().call(SETTINGS, RENAME, KITCHEN))).isEqualTo(11600107);
    assertThat(code(expired().call(SETTINGS, RENAME, KITCHEN))).isEqualTo(11600106);
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "a\\tb"})
  void takesNoNameThatCannotBeRead(String name) {
    String named = "{deviceName: '" + name + "'}";

    assertThat(code(loggedIn().call(SETTINGS, RENAME, named))).isEqualTo(11600108);
    assertThat(code(aPhone().call(SETTINGS, RENAME, named))).isEqualTo(11600107);
  }

  @Test
  void leavesTheNameToTheSystem() {
    assertThat(code(loggedIn().call(NOTES, RENAME, "{}"))).isEqualTo(401);
    assertThat(code(loggedIn().call(NOTES, RENAME, KITCHEN))).isEqualTo(202);
    assertThat(code(loggedIn().with("clock").call(clock(), RENAME, KITCHEN))).isEqualTo(201);
  }

  @Test
  void asksNativeCallersForABundleBeforeItAsksForThePermission() {
    assertThat(code(aPhone().call(SETTINGS, NATIVE, "{}"))).isEqualTo(11600109);
    assertThat(code(aPhone().with("notes").call(NOTES, NATIVE, "{}"))).isEqualTo(201);
  }

  @Test
  void mindsANetworkIdOfNobodyOnline() {
    assertThat(code(aPhone().call(SETTINGS, OS_TYPE, TO_TABLET))).isEqualTo(11600110);
    assertThat(code(aPhone().call(SETTINGS, OS_TYPE, "{}"))).isEqualTo(11600110);
    assertThat(returned(aPhone().seeing(TABLET).call(SETTINGS, OS_TYPE, TO_TABLET)))
        .isEqualTo("10");
    String own = "{networkId: '" + PHONE.name() + "'}";
    assertThat(returned(aPhone().call(SETTINGS, OS_TYPE, own))).isEqualTo("10");
  }

  @Test
  void letsOnlySystemAppsHearOfBoxes() {
    FakeDevice phone = aPhone().withGrantedNotes().with("clock");
    for (String call : new String[] {MODULE + "on", MODULE + "off"}) {
      String type = "{type: 'replyResult'}";

      assertThat(code(phone.call(NOTES, call, type))).isEqualTo(202);
      assertThat(code(phone.call(clock(), call, type))).isEqualTo(201);
      assertThat(phone.call(SETTINGS, call, type).shortForm()).isEqualTo("ok");
    }
  }

  @Test
  void answersNothingWhileTheServiceIsDead() {
    FakeDevice phone = aPhone().withGrantedNotes();
    phone.devices(new DeviceManager.ServiceIs(false));
    String own = MODULE + "getLocalDeviceName";
    String create = MODULE + "createDeviceManager";
    String bundle = "{bundleName: 'com.example.notes'}";

    assertThat(code(phone.call(NOTES, own, "{}"))).isEqualTo(11600101);
    assertThat(code(phone.call(NOTES, create, bundle))).isEqualTo(11600102);

    phone.devices(new DeviceManager.ServiceIs(true));
    assertThat(returned(phone.call(NOTES, own, "{}"))).isEqualTo("\"phone\"");
    assertThat(phone.call(NOTES, create, bundle).shortForm()).isEqualTo("ok");
  }

  private static Caller clock() {
    return FakeDevice.app(SampleApps.CLOCK);
  }
}
