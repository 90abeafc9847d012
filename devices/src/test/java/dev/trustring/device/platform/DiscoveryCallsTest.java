package dev.trustring.device.platform;

import static dev.trustring.device.platform.DeviceManagerFailures.ANY;
import static dev.trustring.device.platform.DeviceManagerFailures.START;
import static dev.trustring.device.platform.FakeDevice.NOTES;
import static dev.trustring.device.platform.FakeDevice.SETTINGS;
import static dev.trustring.device.platform.FakeDevice.TABLET;
import static dev.trustring.device.platform.FakeDevice.aPhone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.Caller;
import dev.trustring.device.nearby.DeviceEvent;
import dev.trustring.device.nearby.DeviceManager;
import dev.trustring.device.nearby.DiscoveryRefusal;
import dev.trustring.device.nearby.Medium;
import dev.trustring.device.net.Payload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The calls of a DeviceManager and the order of their checks (trust-and-softbus §2.1, §2.5). */
class DiscoveryCallsTest {
  private static final String MODULE = "distributedDeviceManager.";
  private static final String BIND = MODULE + "bindTarget";

  private final FakeDevice phone = aPhone().withGrantedNotes();

  @Test
  void onAsksForThePermissionBeforeItsArgumentsAndOffAfterThem() {
    FakeDevice ungranted = aPhone().with("notes");

    assertThat(code(ungranted, "on", "{type: 'weatherChange'}")).isEqualTo(201);
    assertThat(code(ungranted, "off", "{type: 'weatherChange'}")).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"getDeviceName", "getDeviceType"})
  void aBadNetworkIdWinsOverThePermission(String call) {
    assertThat(code(aPhone().with("notes"), call, "{}")).isEqualTo(401);
  }

  @Test
  void aBadTargetOfADiscoveryWinsOverThePermission() {
    assertThat(code(aPhone().with("notes"), "startDiscovering", "{}")).isEqualTo(401);
  }

  @Test
  void createsAManagerAnewAfterItWasReleased() {
    phone.call(NOTES, MODULE + "releaseDeviceManager", "{}");
    assertThat(code(phone, "getLocalDeviceName", "{}")).isEqualTo(11600101);

    phone.call(NOTES, MODULE + "createDeviceManager", "{bundleName: 'com.example.notes'}");

    assertThat(phone.call(NOTES, MODULE + "getLocalDeviceName", "{}").shortForm())
        .isEqualTo("\"phone\"");
  }

  @Test
  void namesAnotherDeviceThatIsOnline() {
    phone.seeing(TABLET);

    assertThat(phone.call(NOTES, MODULE + "getDeviceName", "{networkId: 'tablet'}").shortForm())
        .isEqualTo("\"tablet\"");
    assertThat(phone.call(NOTES, MODULE + "getDeviceType", "{networkId: 'tablet'}").shortForm())
        .isEqualTo("14");
  }

  @Test
  void givesEachAppAnIdOfItsOwnForThisDevice() {
    String app = phone.call(NOTES, MODULE + "getLocalDeviceId", "{}").shortForm();

    assertThat(app).matches("\"[0-9a-f]{64}\"");
    assertThat(phone.call(SETTINGS, MODULE + "getLocalDeviceId", "{}").shortForm())
        .isNotEqualTo(app);
  }

  @ParameterizedTest(name = "bindType {0} is answered with {1}")
  @CsvSource({
    "-1, 401", "10, 401", "5, 401", "7, 96929765", "9, 96929765",
    "0, -20018", "2, -20018", "3, -20018", "4, -20018", "6, 401"
  })
  void refusesWaysThatAreNotBuiltOrNotSaidInFull(int type, int code) {
    assertThat(code(phone, "bindTarget", "{deviceId: 'tablet', bindType: " + type + "}"))
        .isEqualTo(code);
  }

  @Test
  void doesNotBindWithADeviceThatItsDiscoveryDidNotFind() {
    phone.call(NOTES, START, ANY);

    assertThat(code(phone, "bindTarget", "{deviceId: 'tablet'}")).isEqualTo(96929778);
    phone.devices(
        new DeviceManager.Heard(TABLET.name(), Medium.BLE, new Payload.DiscoverAnswer(17)));
    assertThat(phone.begin(NOTES, BIND, "{deviceId: 'tablet'}").outcome()).isEmpty();
  }

  @ParameterizedTest(name = "{0} starts: {1}")
  @CsvSource(
      delimiter = ';',
      value = {
        "availableStatus: 0; true", "availableStatus: 3; false",
        "discoverDistance: 100; true", "discoverDistance: 101; false",
        "authenticationStatus: 1; true", "authenticationStatus: 2; false",
        "authorizationType: 2; true", "authorizationType: 3; false"
      })
  void refusesAFilterThatIsOutOfItsRange(String option, boolean starts) {
    CallOutcome outcome =
        phone.call(
            NOTES,
            START,
            "{discoverParam: {discoverTargetType: 1}, filterOptions: {" + option + "}}");

    assertThat(outcome instanceof CallOutcome.Returned).isEqualTo(starts);
  }

  @Test
  void doesNotDiscoverWhileTheScreenIsOffAndTellsTheListenerToo() {
    phone.call(NOTES, MODULE + "on", "{type: 'discoverFailure'}");
    phone.call(SETTINGS, "power.suspend", "{}");

    assertThat(code(phone, "startDiscovering", ANY)).isEqualTo(11600104);
    assertThat(phone.deviceEffects())
        .filteredOn(DeviceManager.CallBack.class::isInstance)
        .extracting(effect -> ((DeviceManager.CallBack) effect).call().says())
        .containsExactly(Integer.toString(DiscoveryRefusal.SCREEN_OFF.number()));
    phone.call(SETTINGS, "power.wakeup", "{}");
    assertThat(phone.call(NOTES, START, ANY)).isEqualTo(CallOutcome.done());
  }

  @Test
  void listensToEachEventByItsWord() {
    for (String word : DeviceEvent.words()) {
      Caller caller = word.equals(DeviceEvent.REPLY_RESULT.word()) ? SETTINGS : NOTES;
      assertThat(phone.call(caller, MODULE + "on", "{type: '" + word + "'}"))
          .isEqualTo(CallOutcome.done());
    }
  }

  @Test
  void nobodyListensForWhatTheSoftBusTellsByItself() {
    assertThat(code(phone, "on", "{type: 'OnDeviceFound'}")).isEqualTo(401);
  }

  private static int code(FakeDevice device, String call, String arguments) {
    CallOutcome outcome = device.call(NOTES, MODULE + call, arguments);
    return ((CallOutcome.Threw) outcome).code().orElseThrow();
  }
}
