package dev.trustring.device.platform;

import static dev.trustring.device.platform.FakeDevice.NOTES;
import static dev.trustring.device.platform.FakeDevice.PHONE;
import static dev.trustring.device.platform.FakeDevice.SETTINGS;
import static dev.trustring.device.platform.FakeDevice.TABLET;
import static dev.trustring.device.platform.FakeDevice.aPhone;
import static dev.trustring.device.platform.PermissionCallsTest.code;
import static dev.trustring.device.platform.PermissionCallsTest.returned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.device.call.CallOutcome;
import dev.trustring.trust.Trust;
import dev.trustring.trust.access.AccessRow;
import dev.trustring.trust.access.Parties;
import dev.trustring.trust.access.RowSide;
import dev.trustring.trust.identity.AccountId;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.identity.PkgName;
import dev.trustring.trust.wire.BindReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceManagerCallsTest {
  private static final String LIST = "distributedDeviceManager.getAvailableDeviceListSync";
  private static final String BIND = "distributedDeviceManager.bindTarget";
  private static final String UNBIND = "distributedDeviceManager.unbindTarget";
  private static final String ACCOUNT = "distributedAccount.setOsAccountDistributedInfo";
  private static final String LOGIN = "{event: 'Ohos.account.event.LOGIN', accountId: 'alice'}";
  private static final String LOGOUT = "{event: 'Ohos.account.event.LOGOUT'}";
  private static final String TO_TABLET = "{deviceId: 'tablet'}";
  private static final DeviceIdentity WATCH = DeviceIdentity.of("watch");

  private final FakeDevice phone = aPhone().withGrantedNotes();

  @Test
  void listsNobodyWithoutTrustAndDoesNotThrow() {
    phone.seeing(TABLET);

    assertThat(returned(phone.call(NOTES, LIST, "{}"))).isEqualTo("[]");
  }

  @Test
  void listsWhoIsOnlineAndBoundForTheApp() {
    phone.seeing(WATCH, TABLET).told(bond(TABLET, "com.example.notes"));

    assertThat(returned(phone.call(NOTES, LIST, "{}"))).isEqualTo("[\"tablet\"]");
  }

  @Test
  void doesNotListWhoIsBoundForAnotherApp() {
    phone.seeing(TABLET).told(bond(TABLET, "com.example.other"));

    assertThat(returned(phone.call(NOTES, LIST, "{}"))).isEqualTo("[]");
  }

  @Test
  void doesNotListWhoIsBoundAndNotOnline() {
    phone.told(bond(TABLET, "com.example.notes"));

    assertThat(returned(phone.call(NOTES, LIST, "{}"))).isEqualTo("[]");
  }

  @Test
  void listsEveryOnlineDeviceForTheSystem() {
    phone.seeing(TABLET, WATCH);

    assertThat(returned(phone.call(SETTINGS, LIST, "{}"))).isEqualTo("[\"tablet\",\"watch\"]");
  }

  @Test
  void listsNobodyToAUserWhoMayNotTransmit() {
    phone.seeing(TABLET).told(bond(TABLET, "com.example.notes"));
    SoftBusFailures.constrained(phone);

    assertThat(returned(phone.call(NOTES, LIST, "{}"))).isEqualTo("[]");
    assertThat(returned(phone.call(SETTINGS, LIST, "{}"))).isEqualTo("[]");
    assertThat(code(aPhone().with("notes").call(NOTES, LIST, "{}"))).isEqualTo(201);
  }

  @Test
  void refusesABindOfAUserWhoMayNotTransmitAfterTheArgumentsAndBeforeThePermission() {
    FakeDevice constrained = SoftBusFailures.constrained(aPhone().with("notes"));

    assertThat(code(constrained.call(NOTES, BIND, "{}"))).isEqualTo(401);
    assertThat(code(constrained.call(NOTES, BIND, TO_TABLET))).isEqualTo(969298366);
    constrained.told(new Trust.ConstrainUser(OsAccountId.FIRST, false));
    assertThat(code(constrained.call(NOTES, BIND, TO_TABLET))).isEqualTo(201);
  }

  @Test
  void bindsOnceTheBindHasEndedWell() {
    FakeDevice.Call call = phone.begin(NOTES, BIND, "{deviceId: 'tablet', bindType: 1}");
    assertThat(call.outcome()).isEmpty();

    phone.bindEnds(BindReason.OK);

    assertThat(returned(call.outcome().orElseThrow())).isEqualTo("{\"deviceId\":\"tablet\"}");
  }

  @Test
  void countsABondThatExistedAsSuccess() {
    FakeDevice.Call call = phone.begin(SETTINGS, BIND, TO_TABLET);

    phone.bindEnds(BindReason.ALREADY_TRUSTED);

    assertThat(call.outcome().orElseThrow()).isInstanceOf(CallOutcome.Returned.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = BindReason.class,
      names = {"TIMEOUT", "PEER_REJECTED", "SINK_BUSY", "PIN_INPUT_CANCELLED"})
  void reportsALateFailureWithItsNativeNumber(BindReason reason) {
    FakeDevice.Call call = phone.begin(NOTES, BIND, TO_TABLET);

    phone.bindEnds(reason);

    assertThat(call.outcome())
        .contains(CallOutcome.failed(reason.number(), reason.name(), reason.meaning()));
  }

  @Test
  void aDeviceCannotBindItself() {
    assertThat(code(phone.call(NOTES, BIND, "{deviceId: '" + PHONE + "'}"))).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{deviceId: 7}",
        "{deviceId: 'not a device id'}",
        "{deviceId: 'tablet', bindType: 'pin'}"
      })
  void aBadParameterOfABindWinsOverThePermission(String arguments) {
    assertThat(code(aPhone().with("notes").call(NOTES, BIND, arguments))).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{deviceId: ''}", "{deviceId: 'not a device id'}"})
  void aBadParameterOfAnUnbindWinsOverThePermission(String arguments) {
    assertThat(code(aPhone().with("notes").call(NOTES, UNBIND, arguments))).isEqualTo(401);
  }

  @Test
  void takesBackTheBondsOfTheApp() {
    phone.told(bond(TABLET, "com.example.notes"));

    assertThat(phone.call(NOTES, UNBIND, TO_TABLET)).isEqualTo(CallOutcome.done());
    assertThat(phone.trust().rows()).isEmpty();
  }

  @Test
  void doesNotTakeBackTheBondOfAnotherApp() {
    phone.told(bond(TABLET, "com.example.other"));

    assertThat(code(phone.call(NOTES, UNBIND, TO_TABLET))).isEqualTo(201);
    assertThat(phone.trust().rows()).isNotEmpty();
  }

  @Test
  void unbindingNeedsThePermissionToo() {
    FakeDevice ungranted = aPhone().with("notes").told(bond(TABLET, "com.example.notes"));

    CallOutcome outcome = ungranted.call(NOTES, UNBIND, TO_TABLET);

    assertThat(((CallOutcome.Threw) outcome).name()).isEqualTo("PERMISSION_DENIED");
    assertThat(ungranted.trust().rows()).isNotEmpty();
  }

  @Test
  void logsInAndOut() {
    assertThat(phone.call(SETTINGS, ACCOUNT, LOGIN)).isEqualTo(CallOutcome.done());
    assertThat(phone.trust().loggedIn(OsAccountId.FIRST)).contains(new AccountId("alice"));

    assertThat(phone.call(SETTINGS, ACCOUNT, LOGOUT)).isEqualTo(CallOutcome.done());
    assertThat(phone.trust().loggedIn(OsAccountId.FIRST)).isEmpty();
  }

  @Test
  void aSecondLoginChangesNothing() {
    phone.call(SETTINGS, ACCOUNT, LOGIN);

    CallOutcome second =
        phone.call(SETTINGS, ACCOUNT, "{event: 'Ohos.account.event.LOGIN', accountId: 'bob'}");

    assertThat(code(second)).isEqualTo(12300001);
    assertThat(phone.trust().loggedIn(OsAccountId.FIRST)).contains(new AccountId("alice"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{event: 'Ohos.account.event.LOGGED'}",
        "{event: 'Ohos.account.event.LOGIN', accountId: ' '}",
        "{event: 'Ohos.account.event.LOGIN', accountId: 'ohosAnonymousUid'}"
      })
  void anAccountEventNeedsItsWordsAndAnAccount(String arguments) {
    assertThat(code(phone.call(SETTINGS, ACCOUNT, arguments))).isEqualTo(401);
  }

  private static Trust.Command bond(DeviceIdentity peer, String app) {
    Parties parties = Parties.of(peer, OsAccountId.FIRST, OsAccountId.FIRST);
    return new Trust.Establish(AccessRow.bond(parties, new PkgName(app), RowSide.ACCESSER));
  }
}
