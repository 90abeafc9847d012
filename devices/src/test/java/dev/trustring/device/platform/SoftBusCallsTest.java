package dev.trustring.device.platform;

import static dev.trustring.device.platform.FakeDevice.NOTES;
import static dev.trustring.device.platform.FakeDevice.SETTINGS;
import static dev.trustring.device.platform.FakeDevice.aPhone;
import static dev.trustring.device.platform.PermissionCallsTest.code;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.atm.token.UserId;
import dev.trustring.device.SampleApps;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.Caller;
import dev.trustring.device.net.Bearer;
import dev.trustring.device.net.Purpose;
import dev.trustring.device.net.SessionKind;
import dev.trustring.device.session.SessionCall;
import dev.trustring.device.session.SessionReply;
import dev.trustring.trust.Trust;
import dev.trustring.trust.access.AccessRow;
import dev.trustring.trust.access.Parties;
import dev.trustring.trust.access.RowSide;
import dev.trustring.trust.access.RowTokens;
import dev.trustring.trust.identity.AccountId;
import dev.trustring.trust.identity.AppToken;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.identity.PkgName;
import dev.trustring.trust.ledger.TrustEvent;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The checks of trust-and-softbus §5.2 that come before the table of sessions. */
class SoftBusCallsTest {

  private static final String OPEN = "softbus.OpenSession";

  /** A phone on which the notes hold the permission and are bound to the tablet. */
  static FakeDevice withRow() {
    Parties parties = Parties.of(FakeDevice.TABLET, OsAccountId.FIRST, OsAccountId.FIRST);
    PkgName notes = new PkgName("com.example.notes");
    return aPhone()
        .withGrantedNotes()
        .told(new Trust.Establish(AccessRow.bond(parties, notes, RowSide.ACCESSER)));
  }

  @Test
  void asksForThePermissionBeforeItLooksAtArguments() {
    assertThat(code(aPhone().with("notes").call(NOTES, OPEN, "{}"))).isEqualTo(-426442742);
  }

  @Test
  void asksForTheConstraintAfterThePermissionAndBeforeItLooksAtArguments() {
    FakeDevice ungranted = SoftBusFailures.constrained(aPhone().with("notes"));
    FakeDevice granted = SoftBusFailures.constrained(aPhone().withGrantedNotes());

    assertThat(code(ungranted.call(NOTES, OPEN, "{}"))).isEqualTo(-426442742);
    assertThat(code(granted.call(NOTES, OPEN, "{}"))).isEqualTo(-426442634);
    assertThat(granted.sessionCalls()).isEmpty();
  }

  @Test
  void holdsTheConstraintAgainstProcessesOfTheSystemToo() {
    FakeDevice phone = SoftBusFailures.constrained(aPhone());

    CallOutcome outcome = phone.call(SETTINGS, OPEN, SoftBusFailures.open(", pkgName: 'dms'"));

    assertThat(code(outcome)).isEqualTo(-426442634);
  }

  @Test
  void looksAtArgumentsBeforeItAsksForRows() {
    assertThat(code(aPhone().withGrantedNotes().call(NOTES, OPEN, "{}"))).isEqualTo(-426442749);
  }

  @Test
  void asksTheRowsOfThisDeviceBeforeAnythingElseIsLookedAt() {
    FakeDevice stranger = aPhone().withGrantedNotes();

    CallOutcome outcome = stranger.call(NOTES, OPEN, SoftBusFailures.open(""));

    assertThat(code(outcome)).isEqualTo(-426115055);
    assertThat(stranger.sessionCalls()).isEmpty();
  }

  @Test
  void asksNoRowsForAProcessOfTheSystem() {
    FakeDevice stranger = aPhone();

    stranger.call(SETTINGS, OPEN, SoftBusFailures.open(", pkgName: 'dms'"));

    assertThat(stranger.sessionCalls())
        .singleElement()
        .satisfies(asked -> assertThat(asked.owner().name()).isEqualTo("dms"));
  }

  @Test
  void saysThatTheUserOfAnAppIsNotInTheForeground() {
    UserId other = new UserId(101);
    Caller settings = new Caller.Settings(other);
    FakeDevice phone = aPhone();
    phone.call(settings, "installer.install", "{app: 'notes'}");
    phone.call(
        settings,
        "abilityAccessCtrl.grantUserGrantedPermission",
        "{app: 'notes', permissionName: 'ohos.permission.DISTRIBUTED_DATASYNC',"
            + " permissionFlags: 2}");

    Caller notes = new Caller.App(SampleApps.NOTES, other, 0);

    assertThat(code(phone.call(notes, OPEN, SoftBusFailures.open("")))).isEqualTo(-426114801);
  }

  @Test
  void opensInTheOrderOfItsKind() {
    assertThat(opened("").purpose()).isEqualTo(Purpose.BYTES);
    assertThat(opened("").order()).isEqualTo(Purpose.BYTES.order());
    assertThat(opened("").kind()).isEqualTo(SessionKind.BYTES);
  }

  @ParameterizedTest
  @CsvSource({
    "'minBW: 0', LOW",
    "'minBW: 31457281', MIDDLE_HIGH",
    "'lowRtt: true', LOW_ROUND_TRIP"
  })
  void opensInTheOrderOfTheQualityThatIsAskedFor(String quality, Purpose purpose) {
    assertThat(opened(", " + quality).purpose()).isEqualTo(purpose);
  }

  @Test
  void triesOnlyTheLinksThatAreAskedFor() {
    assertThat(opened(", linkTypes: ['BLE', 'BR']").order())
        .containsExactly(Bearer.BLE, Bearer.BLUETOOTH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ", linkTypes: []",
        ", linkTypes: ['SMOKE']",
        ", minBW: 'much'",
        ", lowRtt: 1",
        ", maxWaitTimeout: 0",
        ", pkgName: 1",
        ", pkgName: 'a23456789012345678901234567890123456789012345678901234567890123456'"
      })
  void takesNoArgumentThatMeansNothing(String more) {
    assertThat(code(withRow().call(NOTES, OPEN, SoftBusFailures.open(more)))).isEqualTo(-426442749);
  }

  @Test
  void asksTheRowsForTheTokenOfTheCallerAndNotForItsBundle() {
    FakeDevice phone = withRow();
    AccessRow row =
        phone.trust().rows().stream().filter(one -> !one.isLinkOnly()).findFirst().orElseThrow();
    AppToken token = tokenThatListens(phone);
    RowTokens own = new RowTokens(token, new AppToken(7));
    RowTokens reinstalled = new RowTokens(new AppToken(token.value() + 1), new AppToken(7));

    phone.storing(new TrustEvent.RowTokensNoted(row.key(), own));
    assertThat(phone.call(NOTES, OPEN, SoftBusFailures.open("")).shortForm()).isEqualTo("0");

    phone.storing(new TrustEvent.RowTokensNoted(row.key(), reinstalled));
    assertThat(code(phone.call(NOTES, OPEN, SoftBusFailures.open("")))).isEqualTo(-426115055);
  }

  private static AppToken tokenThatListens(FakeDevice phone) {
    String call = "softbus.CreateSessionServer";
    phone.call(NOTES, call, SoftBusFailures.good(call));
    return phone.sessionCalls().get(0).owner().app().orElseThrow().token();
  }

  @Test
  void opensForTheAccountOfTheUser() {
    AccountId alice = new AccountId("alice");
    FakeDevice phone = withRow().told(new Trust.Login(OsAccountId.FIRST, alice));

    phone.call(NOTES, OPEN, SoftBusFailures.open(""));

    assertThat(phone.sessionCalls().get(0).owner().account()).contains(alice.hash());
  }

  @Test
  void waitsForALaneOnlyAsLongAsTheOlderCallDoesUnlessAQualityIsNamed() {
    assertThat(opened("").patience()).isEmpty();
    assertThat(opened(", minBW: 0").patience()).contains(Duration.ofSeconds(30));
    assertThat(opened(", maxWaitTimeout: 7000").patience()).contains(Duration.ofSeconds(7));
  }

  @Test
  void opensNoSessionToAnAddressForAnApp() {
    String call = "softbus.OpenAuthSession";
    FakeDevice phone = withRow();

    assertThat(code(phone.call(NOTES, call, SoftBusFailures.good(call)))).isEqualTo(-426442743);
    assertThat(phone.sessionCalls()).isEmpty();

    phone.call(SETTINGS, call, SoftBusFailures.good(call));
    assertThat(((SessionCall.Open) phone.sessionCalls().get(0)).purpose()).isEqualTo(Purpose.AUTH);
  }

  @Test
  void answersTheNumberOfTheSession() {
    FakeDevice phone = withRow().whoseSoftBusSays(new SessionReply.Opened(3));

    assertThat(phone.call(NOTES, OPEN, SoftBusFailures.open("")).shortForm()).isEqualTo("3");
  }

  @Test
  void countsBytesOfDataUnlessALengthIsGiven() {
    assertThat(sent("SendBytes", "{sessionId: 1, data: 'hello'}").size()).isEqualTo(5);
    assertThat(sent("SendBytes", "{sessionId: 1, len: 4096}").size()).isEqualTo(4096);
    assertThat(sent("SendFile", "{sessionId: 1, files: ['a', 'b']}").size()).isEqualTo(2);
  }

  private static SessionCall.Send sent(String call, String arguments) {
    FakeDevice phone = withRow();
    phone.call(NOTES, "softbus." + call, arguments);
    return (SessionCall.Send) phone.sessionCalls().get(0);
  }

  private static SessionCall.Open opened(String more) {
    FakeDevice phone = withRow();
    phone.call(NOTES, OPEN, SoftBusFailures.open(more));
    return (SessionCall.Open) phone.sessionCalls().get(0);
  }
}
