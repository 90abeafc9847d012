package dev.trustring.device.platform;

import static dev.trustring.device.platform.CredFailures.ADD;
import static dev.trustring.device.platform.CredFailures.DELETE;
import static dev.trustring.device.platform.CredFailures.DELETE_ALL;
import static dev.trustring.device.platform.CredFailures.EXPORT;
import static dev.trustring.device.platform.CredFailures.FIND;
import static dev.trustring.device.platform.CredFailures.MADE;
import static dev.trustring.device.platform.CredFailures.SHARED;
import static dev.trustring.device.platform.CredFailures.TELL;
import static dev.trustring.device.platform.CredFailures.UPDATE;
import static dev.trustring.device.platform.FakeDevice.SETTINGS;
import static dev.trustring.device.platform.FakeDevice.aPhone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.device.SampleApps;
import dev.trustring.device.call.Caller;
import dev.trustring.trust.bind.AuthCode;
import dev.trustring.trust.identity.Udid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredManagerCallsTest {
  private final FakeDevice phone = aPhone();

  private String says(String call, String arguments) {
    return says(SETTINGS, call, arguments);
  }

  private String says(Caller caller, String call, String arguments) {
    return phone.call(caller, call, "{" + arguments + "}").shortForm();
  }

  @Test
  void keepsWhatItIsToldAndTellsAllButTheKey() {
    assertThat(says(ADD, MADE)).isEqualTo("{\"credId\":\"0A\"}");
    assertThat(says(UPDATE, "credId: '0A', authorizedAppList: ['7'], extendInfo: 'blue'"))
        .isEqualTo("ok");
    assertThat(says(FIND, "credOwner: 'car', deviceId: 'tablet'")).isEqualTo("[\"0A\"]");
    assertThat(says(FIND, "deviceId: 'watch'")).isEqualTo("[]");
    assertThat(says(EXPORT, "credId: '0A'")).startsWith("{\"keyValue\":\"");
    assertThat(says(TELL, "credId: '0A'"))
        .isEqualTo(
            "{\"credId\":\"0A\",\"credType\":2,\"authorizedScope\":2,\"subject\":1,"
                + "\"credOwner\":\"car\",\"deviceId\":\""
                + Udid.of(FakeDevice.TABLET.name())
                + "\",\"userId\":\"\",\"peerUserSpaceId\":\"\",\"extendInfo\":\"blue\","
                + "\"authorizedAppList\":[\"7\"]}");
    assertThat(says(DELETE, "credId: '0A'")).isEqualTo("ok");
    assertThat(says(FIND, "")).isEqualTo("[]");
  }

  @Test
  void deletesWhatTheCallerAddedAndIsMeant() {
    Caller keeper = FakeDevice.app(SampleApps.KEEPER);
    phone.with("keeper");
    says(ADD, MADE);
    says(keeper, ADD, MADE.replace("0A", "0B"));

    assertThat(says(keeper, DELETE_ALL, "credOwner: 'car'")).isEqualTo("[\"0B\"]");
    assertThat(says(FIND, "credOwner: 'car'")).isEqualTo("[\"0A\"]");
  }

  @Test
  void theLoginOfTheAccountAddsOne() {
    says(
        "distributedAccount.setOsAccountDistributedInfo",
        "event: 'Ohos.account.event.LOGIN', accountId: 'alice'");

    assertThat(says(FIND, "credType: 1, userId: 'alice'")).hasSize(2 + 2 + 64);
  }

  @Test
  void aShareShowsThePeerToTheAppsOfWhoMayReachIt() {
    phone.withGrantedNotes().seeing(FakeDevice.TABLET);
    String list = "distributedDeviceManager.getAvailableDeviceListSync";
    String before = says(FakeDevice.NOTES, list, "");

    says(ADD, SHARED);
    String shared = says(FakeDevice.NOTES, list, "");
    says(DELETE, "credId: '0A'");

    assertThat(before).isEqualTo("[]");
    assertThat(shared).isEqualTo("[\"tablet\"]");
    assertThat(says(FakeDevice.NOTES, list, "")).isEqualTo("[]");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "3650, 3650",
    "-1, none",
    "-7, none",
    "'''10''', none",
    "true, none",
    "0, 401",
    "3651, 401"
  })
  void takesTheDaysOfAnEntry(String days, String kept) {
    Caller keeper = FakeDevice.app(SampleApps.KEEPER);
    phone.with("keeper");
    String entry = "pinCode: '123456', authType: 6, extraInfo: {ACL_LIFE_CYCLE_DAYS: " + days + "}";

    String said = says(keeper, "DeviceManager.ImportAuthInfo", entry);

    assertThat(said.contains("401")).isEqualTo(kept.equals("401"));
    assertThat(
            phone
                .sessions()
                .imported()
                .flatMap(AuthCode::lifeDays)
                .map(Object::toString)
                .orElse("none"))
        .isEqualTo(kept.equals("401") ? "none" : kept);
  }

  @ParameterizedTest
  @CsvSource({"0, true", "6, true", "1, false", "5, false", "7, false"})
  void knowsTwoTypesOfEntriesAndDaysOfOne(int type, boolean legal) {
    Caller keeper = FakeDevice.app(SampleApps.KEEPER);
    phone.with("keeper");
    String entry = "pinCode: '123456', authType: " + type;

    String plain = says(keeper, "DeviceManager.ImportAuthInfo", entry);
    String limited =
        says(
            keeper,
            "DeviceManager.ImportAuthInfo",
            entry + ", extraInfo: {ACL_LIFE_CYCLE_DAYS: 5}");

    assertThat(plain.equals("ok")).isEqualTo(legal);
    assertThat(limited.equals("ok")).isEqualTo(type == 6);
  }

  @Test
  void anEntryThatIsTakenBackTakesItsCodeAlong() {
    Caller keeper = FakeDevice.app(SampleApps.KEEPER);
    phone.with("keeper");
    says(keeper, "DeviceManager.ImportAuthInfo", "pinCode: '123456', authType: 6");

    assertThat(says(keeper, "DeviceManager.UnRegisterLocalServiceInfo", "")).isEqualTo("ok");
    assertThat(phone.sessions().imported()).isEmpty();
  }
}
