package dev.trustring.device.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.device.net.Bearer;
import dev.trustring.device.net.Purpose;
import dev.trustring.device.net.SessionKind;
import dev.trustring.device.net.SessionMessage;
import dev.trustring.device.net.SessionName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names, servers and how many there may be (trust-and-softbus §5.2, §5.6). */
class SessionServersTest extends Ends {

  @Test
  void listensUnderOneNameAsOftenAsItsOwnerLikes() {
    phone.listens(NOTES, NAME);
    phone.listens(NOTES, NAME);

    assertThat(phone.replies).containsOnly(new SessionReply.Done());
  }

  @ParameterizedTest
  @CsvSource({
    "n-com.example.chat-dev",
    "n-com.example.notes-other",
    "-com.example.notes-dev",
    "anything",
    "distributeddata-default",
    "device.security.level"
  })
  void letsAnAppUseOnlyNamesThatEndInItsBundleAndSigning(String name) {
    phone.listens(NOTES, name(name));

    assertThat(phone.lastCode()).isEqualTo(-426442743);
  }

  @Test
  void letsAnAppThatGivesAnotherPackageUseNoNameOfItsOwn() {
    SessionOwner posing = new SessionOwner("other", NOTES.app(), NOTES.user());

    phone.listens(posing, NAME);

    assertThat(phone.lastCode()).isEqualTo(-426442743);
  }

  @Test
  void letsWhomTheTableNamesUseTheNamesOfThePlatform() {
    phone.listens(DMS, name("ohos.distributedschedule.dms.proxy"));
    assertThat(phone.last()).isEqualTo(new SessionReply.Done());

    phone.listens(
        new SessionOwner("ohos.objectstore", NOTES.app(), NOTES.user()), name("objectstoreDB-1"));
    assertThat(phone.last()).isEqualTo(new SessionReply.Done());

    phone.listens(DMS, name("device.security.level"));
    assertThat(phone.lastCode()).isEqualTo(-426442743);
  }

  @Test
  void opensNothingFromANameWithoutAServer() {
    phone.asks(opening(NOTES, NAME, SessionKind.BYTES));

    assertThat(phone.lastCode()).isEqualTo(-426114965);
  }

  @Test
  void removesOnlyAServerThatIsThere() {
    phone.asks(new SessionCall.RemoveServer(NOTES, NAME));
    assertThat(phone.lastCode()).isEqualTo(-426114965);

    phone.asks(new SessionCall.RemoveServer(CHAT, NAME));
    assertThat(phone.lastCode()).isEqualTo(-426442743);
  }

  @Test
  void endsTheSessionsOfAServerThatIsRemoved() {
    open(SessionKind.BYTES, Bearer.WIFI);

    tablet.asks(new SessionCall.RemoveServer(NOTES, NAME));
    converse();

    assertThat(phone.lastCallback()).startsWith("OnSessionClosed reason 2");
    assertThat(tablet.callbacks).isEmpty();
  }

  @Test
  void holdsTwentySessionsOfOneProcess() {
    phone.listens(NOTES, NAME);
    for (int count = 1; count <= 21; count++) {
      phone.asks(opening(NOTES, NAME, SessionKind.BYTES));
    }

    assertThat(phone.lastCode()).isEqualTo(-426115065);
    assertThat(phone.prepared).hasSize(20);
  }

  @Test
  void holdsTwentySessionsAtTheOtherEnd() {
    SessionName second = name("o-com.example.notes-dev");
    tablet.listens(NOTES, NAME);
    for (int count = 1; count <= 20; count++) {
      tablet.hears(
          new SessionMessage.SessionWanted(
              count, NAME, NAME, SessionKind.BYTES, "com.example.notes", true, NOTES.user()));
    }
    tablet.loses();
    phone.listens(NOTES, second);
    tablet.listens(NOTES, second);

    phone.asks(opening(NOTES, second, SessionKind.BYTES));
    phone.links(Purpose.BYTES, Bearer.WIFI);
    converse();

    assertThat(phone.lastCode()).isEqualTo(-426115065);
  }

  @Test
  void listensUnderThirtyTwoNamesOfOneProcess() {
    for (int count = 1; count <= 33; count++) {
      phone.listens(NOTES, name(count + "-com.example.notes-dev"));
    }

    assertThat(phone.replies).filteredOn(SessionReply.Done.class::isInstance).hasSize(32);
    assertThat(phone.lastCode()).isEqualTo(-426115065);
  }

  @Test
  void listensUnderAHundredNamesOfAll() {
    for (int app = 1; app <= 4; app++) {
      for (int count = 1; count <= 26; count++) {
        phone.listens(app("com.example.a" + app), name(count + "-com.example.a" + app + "-dev"));
      }
    }

    assertThat(phone.replies).filteredOn(SessionReply.Done.class::isInstance).hasSize(100);
  }
}
