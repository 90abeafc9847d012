package dev.trustring.device.platform;

import static dev.trustring.device.platform.FakeDevice.NOTES;
import static dev.trustring.device.platform.FakeDevice.SETTINGS;
import static dev.trustring.device.platform.FakeDevice.aPhone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.nearby.DeviceManager;
import dev.trustring.device.net.Payload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The calls that publish a device and look for devices (trust-and-softbus §2.2, §5.1). */
class PublishCallsTest {
  private static final String PUBLISH = "LNN.PublishLNN";
  private static final String SHARE = "publishId: 1, mode: 'active', capability: 'share'";
  private static final String ASKS = "deviceManager.publishDeviceDiscovery";
  private static final String ACTIVE = "{publishInfo: {publishId: 7, mode: 170, freq: 2}}";

  private final FakeDevice phone = aPhone();

  @ParameterizedTest(name = "{0} bytes of data: {1}")
  @CsvSource({"512, true", "513, false"})
  void takesCapabilityDataOf512Bytes(int bytes, boolean taken) {
    String data = "x".repeat(bytes);

    CallOutcome outcome =
        phone.call(SETTINGS, PUBLISH, "{" + SHARE + ", capabilityData: '" + data + "'}");

    assertThat(outcome instanceof CallOutcome.Returned).isEqualTo(taken);
    assertThat(phone.deviceEffects()).hasSize(taken ? 4 : 0);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({"mode, loud", "medium, USB", "freq, NEVER", "capability, fly", "publishId, -1"})
  void startsNothingWithAnIllegalArgument(String key, String value) {
    String typed = key.equals("publishId") ? value : "'" + value + "'";

    CallOutcome outcome =
        phone.call(SETTINGS, PUBLISH, "{" + SHARE + ", " + key + ": " + typed + "}");

    assertThat(code(outcome)).isEqualTo(-426442749);
    assertThat(phone.deviceEffects()).isEmpty();
  }

  @Test
  void refusesANumberThatThePackageUsesAndNotThatOfAnother() {
    phone.call(SETTINGS, PUBLISH, "{" + SHARE + "}");

    assertThat(code(phone.call(SETTINGS, PUBLISH, "{" + SHARE + "}"))).isEqualTo(-425799671);
    assertThat(phone.call(SETTINGS, PUBLISH, "{" + SHARE + ", pkgName: 'other'}"))
        .isEqualTo(CallOutcome.done());
  }

  @Test
  void anOrdinaryAppMayNeitherPublishNorLookAtTheSoftBus() {
    phone.withGrantedNotes();

    assertThat(code(phone.call(NOTES, PUBLISH, "{" + SHARE + "}"))).isEqualTo(-426442742);
    assertThat(
            code(
                phone.call(
                    NOTES,
                    "LNN.RefreshLNN",
                    "{subscribeId: 1, mode: 'active', capability: 'share'}")))
        .isEqualTo(-426442742);
  }

  @Test
  void whatTheDeviceManagerPublishesIsItsOwnCapabilityOverBothMedia() {
    assertThat(phone.call(SETTINGS, ASKS, ACTIVE)).isEqualTo(CallOutcome.done());

    assertThat(phone.deviceEffects())
        .filteredOn(DeviceManager.Broadcast.class::isInstance)
        .extracting(effect -> ((DeviceManager.Broadcast) effect).payload())
        .containsExactly(notice(), notice());
  }

  private static Payload notice() {
    return new Payload.DiscoverNotice("osdCapability", "", 0x0E);
  }

  @Test
  void aPackagePublishesOnceAndAgainWhenItHasTakenThatBack() {
    phone.call(SETTINGS, ASKS, ACTIVE);
    assertThat(code(phone.call(SETTINGS, ASKS, ACTIVE))).isEqualTo(11600105);

    phone.call(SETTINGS, "deviceManager.unPublishDeviceDiscovery", "{publishId: 7}");

    assertThat(phone.call(SETTINGS, ASKS, ACTIVE)).isEqualTo(CallOutcome.done());
  }

  @ParameterizedTest(name = "mode {0}, freq {1}, number {2}")
  @CsvSource({"1, 2, 7", "170, 5, 7", "170, -1, 7", "170, 2, 65536", "170, 2, -1"})
  void refusesNumbersThatTheModuleDoesNotKnow(int mode, int frequency, int id) {
    String info = "publishId: " + id + ", mode: " + mode + ", freq: " + frequency;

    assertThat(code(phone.call(SETTINGS, ASKS, "{publishInfo: {" + info + "}}"))).isEqualTo(401);
  }

  @Test
  void saysNothingByItselfInThePassiveMode() {
    phone.call(SETTINGS, ASKS, "{publishInfo: {publishId: 7, mode: 85, freq: 0}}");

    assertThat(phone.deviceEffects())
        .noneMatch(DeviceManager.Broadcast.class::isInstance)
        .hasSize(1);
  }

  private static int code(CallOutcome outcome) {
    return ((CallOutcome.Threw) outcome).code().orElseThrow();
  }
}
