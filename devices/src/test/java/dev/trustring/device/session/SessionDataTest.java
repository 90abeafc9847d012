package dev.trustring.device.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.device.net.Bearer;
import dev.trustring.device.net.LaneCode;
import dev.trustring.device.net.Purpose;
import dev.trustring.device.net.SessionKind;
import dev.trustring.device.profile.SystemTier;
import dev.trustring.device.session.SessionWish.What;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes over a session, and how it ends (trust-and-softbus §5.6). */
class SessionDataTest extends Ends {

  @Test
  void closesOnlySessionsOfItsOwn() {
    open(SessionKind.BYTES, Bearer.WIFI);

    phone.asks(new SessionCall.Close(CHAT, 1));
    assertThat(phone.lastCode()).isEqualTo(-426442749);

    phone.asks(new SessionCall.Close(NOTES, 1));
    converse();
    assertThat(phone.last()).isEqualTo(new SessionReply.Done());
    assertThat(phone.callbacks).isEmpty();
    assertThat(tablet.lastCallback()).startsWith("OnSessionClosed reason 2");
  }

  @ParameterizedTest
  @CsvSource({"MESSAGE, 4096", "D2D_MESSAGE, 4096", "BYTES, 4194304", "FILE, 10"})
  void sendsNoMoreThanTheLimitOfTheKind(SessionKind kind, long most) {
    open(kind, Bearer.WIFI);

    phone.sends(kind.sentAs(), most);
    converse();
    assertThat(phone.last()).isEqualTo(new SessionReply.Done());

    phone.sends(kind.sentAs(), most + 1);
    assertThat(phone.lastCode()).isEqualTo(-426115018);
  }

  @ParameterizedTest
  @CsvSource({"MINI, 4096", "SMALL, 1048576", "STANDARD, 4194304"})
  void sendsFewerBytesOnSmallerSystems(SystemTier tier, long most) {
    assertThat(SessionKind.BYTES.most(tier)).isEqualTo(most);
  }

  @ParameterizedTest
  @CsvSource({"MESSAGE, 1", "BYTES, 2", "FILE, 3", "STREAM, 4", "D2D_MESSAGE, 10"})
  void numbersKindsAsThePlatformDoes(SessionKind kind, int number) {
    assertThat(kind.number()).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource({
    "MESSAGE, OnMessageReceived 3 bytes",
    "D2D_MESSAGE, OnMessageReceived 3 bytes",
    "BYTES, OnBytesReceived 3 bytes",
    "FILE, OnFileReceived 3 files",
    "STREAM, OnStreamReceived 3 bytes"
  })
  void callsTheListenerOfTheKind(SessionKind kind, String callback) {
    open(kind, Bearer.WIFI);

    phone.sends(kind.sentAs(), 3);
    converse();

    assertThat(tablet.lastCallback()).isEqualTo(callback);
    assertThat(phone.last()).isEqualTo(new SessionReply.Done());
  }

  @Test
  void refusesNothingAndWhatBelongsToNobody() {
    open(SessionKind.BYTES, Bearer.WIFI);

    phone.sends(SessionKind.BYTES, 0);
    assertThat(phone.lastCode()).isEqualTo(-426442749);
    phone.asks(new SessionCall.Send(CHAT, 1, SessionKind.BYTES, "", 1));
    assertThat(phone.lastCode()).isEqualTo(-426442749);
    phone.sends(SessionKind.MESSAGE, 1);
    assertThat(phone.lastCode()).isEqualTo(-426115067);
  }

  @Test
  void sendsNothingBeforeTheSessionIsOpen() {
    asksInVain(SessionKind.BYTES, Bearer.WIFI);

    phone.sends(SessionKind.BYTES, 1);

    assertThat(phone.lastCode()).isEqualTo(-426115030);
  }

  @Test
  void failsToSendWhatIsNotConfirmedInTwentySeconds() {
    open(SessionKind.BYTES, Bearer.BLUETOOTH);
    phone.sends(SessionKind.BYTES, 1);
    phone.loses();
    assertThat(phone.waitsFor(What.TAKEN)).isEqualTo(Duration.ofSeconds(20));

    phone.isReminded(What.TAKEN);

    assertThat(phone.lastCode()).isEqualTo(-426442750);
  }

  @Test
  void closesASocketThatHasHadDataInFlightForFifteenSeconds() {
    open(SessionKind.BYTES, Bearer.WIFI);
    phone.sends(SessionKind.BYTES, 1);
    phone.loses();
    assertThat(phone.waitsFor(What.IN_FLIGHT)).isEqualTo(Duration.ofSeconds(15));

    phone.isReminded(What.IN_FLIGHT);

    assertThat(phone.lastCode()).isEqualTo(-426115030);
    assertThat(phone.lastCallback()).startsWith("OnSessionClosed reason 12");
  }

  @Test
  void keepsASocketWhoseDataCame() {
    open(SessionKind.BYTES, Bearer.WIFI);
    phone.sends(SessionKind.BYTES, 1);
    converse();

    phone.isReminded(What.IN_FLIGHT);
    phone.sends(SessionKind.BYTES, 1);
    converse();

    assertThat(phone.last()).isEqualTo(new SessionReply.Done());
  }

  @ParameterizedTest
  @CsvSource({"BYTES, BLUETOOTH", "FILE, WIFI", "MESSAGE, BLE"})
  void hasNoSuchSocketOverBluetoothOrForDatagrams(SessionKind kind, Bearer bearer) {
    open(kind, bearer);

    phone.sends(kind, 1);

    assertThat(phone.waitsForNo(What.IN_FLIGHT)).isTrue();
  }

  @Test
  void answersWhatWaitedWhenTheSessionEnds() {
    open(SessionKind.BYTES, Bearer.WIFI);
    phone.sends(SessionKind.BYTES, 1);
    phone.loses();

    phone.sees(false);

    assertThat(phone.lastCode()).isEqualTo(-426115030);
    assertThat(phone.lastCallback()).startsWith("OnSessionClosed reason 11");
  }

  @Test
  void endsWhenTheLinkIsDown() {
    open(SessionKind.BYTES, Bearer.WIFI);

    phone.isCut(Purpose.BYTES, LaneCode.NO_LANE);

    assertThat(phone.lastCallback()).startsWith("OnSessionClosed reason 12");
  }

  @Test
  void keepsSessionsOfOtherChannelsWhenOneIsDown() {
    open(SessionKind.BYTES, Bearer.WIFI);

    phone.isCut(Purpose.STREAM, LaneCode.NO_LANE);

    assertThat(phone.callbacks).isEmpty();
  }

  @Test
  void closesASessionOfBluetoothThatNothingUsesForFourMinutes() {
    open(SessionKind.BYTES, Bearer.BLE);
    assertThat(phone.waitsFor(What.USE)).isEqualTo(Duration.ofMinutes(4));
    passes(Duration.ofSeconds(200));
    phone.sends(SessionKind.BYTES, 1);
    converse();

    passes(Duration.ofSeconds(40));
    phone.isReminded(What.USE);
    assertThat(phone.waitsFor(What.USE)).isEqualTo(Duration.ofSeconds(200));

    passes(Duration.ofSeconds(200));
    phone.isReminded(What.USE);
    assertThat(phone.lastCallback()).startsWith("OnSessionClosed reason 5");
    converse();
    assertThat(tablet.lastCallback()).startsWith("OnSessionClosed reason 2");
  }

  @Test
  void tellsAPeerThatSendsOverASessionThatIsNoMore() {
    open(SessionKind.BYTES, Bearer.WIFI);
    tablet.sees(false);

    phone.sends(SessionKind.BYTES, 1);
    converse();

    assertThat(phone.lastCallback()).startsWith("OnSessionClosed reason 2");
  }

  private void asksInVain(SessionKind kind, Bearer bearer) {
    phone.listens(NOTES, NAME);
    phone.asks(opening(NOTES, NAME, kind));
    phone.links(kind.purpose(), bearer);
    phone.loses();
  }
}
