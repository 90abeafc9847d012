package dev.trustring.device.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.device.net.Bearer;
import dev.trustring.device.net.LaneCode;
import dev.trustring.device.net.Purpose;
import dev.trustring.device.net.SessionCode;
import dev.trustring.device.net.SessionKind;
import dev.trustring.device.net.SessionName;
import dev.trustring.device.session.SessionWish.What;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may open a session, and how it fails (trust-and-softbus §5.2, §5.6). */
class SessionOpeningTest extends Ends {

  @Test
  void opensASessionAndTellsBothListeners() {
    phone.listens(NOTES, NAME);
    tablet.listens(NOTES, NAME);

    phone.asks(opening(NOTES, NAME, SessionKind.BYTES));
    assertThat(phone.prepared).hasSize(1);
    assertThat(phone.said).isEmpty();
    phone.links(Purpose.BYTES, Bearer.WIFI);
    converse();

    assertThat(phone.last()).isEqualTo(new SessionReply.Opened(1));
    assertThat(phone.lastCallback()).startsWith("OnSessionOpened open to ").endsWith("bytes");
    assertThat(tablet.lastCallback()).startsWith("OnSessionOpened open to ").endsWith("bytes");
  }

  @Test
  void opensNothingToAPeerThatIsOffline() {
    phone.listens(NOTES, NAME);
    phone.sees(false);

    phone.asks(opening(NOTES, NAME, SessionKind.BYTES));

    assertThat(phone.lastCode()).isEqualTo(-426049520);
    assertThat(phone.prepared).isEmpty();
  }

  @Test
  void asksOwnershipBeforeItLooksForThePeer() {
    phone.sees(false);

    phone.asks(opening(NOTES, NAME, SessionKind.BYTES));

    assertThat(phone.lastCode()).isEqualTo(-426114965);
  }

  @Test
  void passesOnWhyNoLaneCameToBe() {
    phone.listens(NOTES, NAME);
    phone.asks(opening(NOTES, NAME, SessionKind.STREAM));

    phone.isCut(Purpose.STREAM, LaneCode.WIFI_INACTIVE);

    assertThat(phone.lastCode()).isEqualTo(-425992167);
  }

  @ParameterizedTest
  @CsvSource({"ACL_FAILED, -426115055", "USER_IN_BACKGROUND, -426114801"})
  void isRefusedByTheRowsOfThePeer(SessionCode why, int code) {
    tablet.rows = Optional.of(why);

    opensAgainst(() -> tablet.listens(NOTES, NAME));

    assertThat(phone.lastCode()).isEqualTo(code);
    assertThat(tablet.callbacks).isEmpty();
  }

  @Test
  void isRefusedWhereNobodyListens() {
    opensAgainst(() -> {});

    assertThat(phone.lastCode()).isEqualTo(-426115007);
  }

  @Test
  void isRefusedByAListenerThatDoesNotAgree() {
    opensAgainst(() -> tablet.asks(new SessionCall.CreateServer(NOTES, NAME, true)));

    assertThat(phone.lastCode()).isEqualTo(-426114923);
  }

  @Test
  void isRefusedBetweenNamesThatAreNotBothPublic() {
    SessionName other = name("m-com.example.notes-dev");
    tablet.listens(NOTES, other);
    phone.listens(NOTES, NAME);

    phone.asks(opening(NOTES, NAME, other, SessionKind.BYTES));
    phone.links(Purpose.BYTES, Bearer.WIFI);
    converse();

    assertThat(phone.lastCode()).isEqualTo(-426442674);
  }

  @Test
  void opensBetweenTwoPublicNames() {
    SessionName one = name("ohos.distributedschedule.dms.a");
    SessionName other = name("ohos.distributedschedule.dms.b");
    phone.listens(DMS, one);
    tablet.listens(DMS, other);
    tablet.rows = Optional.of(SessionCode.ACL_FAILED);

    phone.asks(opening(DMS, one, other, SessionKind.BYTES));
    phone.links(Purpose.BYTES, Bearer.WIFI);
    converse();

    assertThat(phone.last()).isEqualTo(new SessionReply.Opened(1));
  }

  @Test
  void isRefusedBetweenAnAppAndAProcess() {
    SessionName dms = name("ohos.distributedschedule.dms.a");
    tablet.listens(DMS, dms);
    phone.listens(NOTES, NAME);

    phone.asks(opening(NOTES, NAME, dms, SessionKind.BYTES));
    phone.links(Purpose.BYTES, Bearer.WIFI);
    converse();

    assertThat(phone.lastCode()).isEqualTo(-426114800);
  }

  @Test
  void givesUpAHandshakeAfterNineteenSeconds() {
    asksInVain(SessionKind.BYTES, Bearer.WIFI);
    assertThat(phone.waitsFor(What.HANDSHAKE)).isEqualTo(Duration.ofSeconds(19));

    phone.isReminded(What.HANDSHAKE);

    assertThat(phone.lastCode()).isEqualTo(-426115009);
  }

  @ParameterizedTest
  @CsvSource({"STREAM, WIFI, DATAGRAMS", "FILE, WIFI, DATAGRAMS", "FILE, BLUETOOTH, HANDSHAKE"})
  void waitsFifteenSecondsWhereDataGoesInDatagrams(SessionKind kind, Bearer bearer, What what) {
    asksInVain(kind, bearer);

    assertThat(phone.waitsFor(what).toSeconds()).isEqualTo(what == What.DATAGRAMS ? 15 : 19);
  }

  @Test
  void givesUpTheWholeOpeningAfterThirtySeconds() {
    phone.listens(NOTES, NAME);
    phone.asks(opening(NOTES, NAME, SessionKind.BYTES));
    assertThat(phone.waitsFor(What.OPEN)).isEqualTo(Duration.ofSeconds(30));

    phone.isReminded(What.OPEN);

    assertThat(phone.lastCode()).isEqualTo(-426114940);
  }

  @Test
  void waitsAsLongAsTheQualitySays() {
    phone.listens(NOTES, NAME);

    phone.asks(newerOpening(SessionKind.BYTES, Duration.ofSeconds(7)));

    assertThat(phone.waitsFor(What.OPEN)).isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void givesUpTheSearchForALaneAfterFiveSeconds() {
    phone.listens(NOTES, NAME);
    phone.asks(opening(NOTES, NAME, SessionKind.BYTES));
    assertThat(phone.waitsFor(What.LANE)).isEqualTo(Duration.ofSeconds(5));

    phone.isReminded(What.LANE);

    assertThat(phone.lastCode()).isEqualTo(-426114882);
  }

  @Test
  void waitsOnForThePeerOnceThereIsALane() {
    asksInVain(SessionKind.BYTES, Bearer.WIFI);

    phone.isReminded(What.LANE);

    assertThat(phone.replies).hasSize(1);
  }

  @Test
  void givesALaneAllTheTimeOfAnOpeningThatNamesAQuality() {
    phone.listens(NOTES, NAME);

    phone.asks(newerOpening(SessionKind.BYTES, Duration.ofSeconds(30)));

    assertThat(phone.waitsForNo(What.LANE)).isTrue();
  }

  @Test
  void takesBackTheOtherEndOfAnOpeningThatItGaveUp() {
    phone.listens(NOTES, NAME);
    tablet.listens(NOTES, NAME);
    phone.asks(opening(NOTES, NAME, SessionKind.BYTES));
    phone.links(Purpose.BYTES, Bearer.WIFI);
    phone.isReminded(What.HANDSHAKE);

    converse();

    assertThat(tablet.lastCallback()).startsWith("OnSessionClosed reason 2");
  }

  @Test
  void isCancelledByItsCallerBeforeItIsOpen() {
    asksInVain(SessionKind.BYTES, Bearer.WIFI);

    phone.asks(new SessionCall.Close(NOTES, 1));

    assertThat(phone.replies)
        .contains(SessionReply.Refused.of(SessionCode.BIND_CANCELLED), new SessionReply.Done());
    assertThat(SessionCode.BIND_CANCELLED.number()).isEqualTo(-426114956);
  }

  @Test
  void blocksNamesBetweenWhichTenOpeningsFailedInAMinute() {
    phone.listens(NOTES, NAME);
    failsToOpen(9);
    passes(Duration.ofSeconds(61));
    failsToOpen(9);
    assertThat(phone.lastCode()).isEqualTo(-426115009);

    failsToOpen(1);
    phone.asks(opening(NOTES, NAME, SessionKind.BYTES));
    assertThat(phone.lastCode()).isEqualTo(-426114811);

    passes(Duration.ofSeconds(599));
    phone.asks(opening(NOTES, NAME, SessionKind.BYTES));
    assertThat(phone.lastCode()).isEqualTo(-426114811);

    passes(Duration.ofSeconds(1));
    failsToOpen(1);
    assertThat(phone.lastCode()).isEqualTo(-426115009);
  }

  @Test
  void forgetsFailuresWithASuccess() {
    phone.listens(NOTES, NAME);
    tablet.listens(NOTES, NAME);
    failsToOpen(9);
    phone.asks(opening(NOTES, NAME, SessionKind.BYTES));
    phone.links(Purpose.BYTES, Bearer.WIFI);
    converse();

    failsToOpen(9);

    assertThat(phone.lastCode()).isEqualTo(-426115009);
  }

  private void failsToOpen(int times) {
    for (int time = 1; time <= times; time++) {
      phone.asks(opening(NOTES, NAME, SessionKind.BYTES));
      phone.links(Purpose.BYTES, Bearer.WIFI);
      phone.isReminded(What.HANDSHAKE);
      phone.loses();
    }
  }

  private void asksInVain(SessionKind kind, Bearer bearer) {
    phone.listens(NOTES, NAME);
    phone.asks(opening(NOTES, NAME, kind));
    phone.links(kind.purpose(), bearer);
    phone.loses();
  }

  private void opensAgainst(Runnable peer) {
    peer.run();
    phone.listens(NOTES, NAME);
    phone.asks(opening(NOTES, NAME, SessionKind.BYTES));
    phone.links(Purpose.BYTES, Bearer.WIFI);
    converse();
  }
}
