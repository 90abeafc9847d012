package dev.trustring.device.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.device.net.Bearer;
import dev.trustring.device.net.LaneCode;
import dev.trustring.device.net.Purpose;
import dev.trustring.device.net.SessionKind;
import dev.trustring.device.net.SessionName;
import dev.trustring.device.session.SessionWish.What;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Sessions to an address, over the channel of authentication (trust-and-softbus §5.6). */
class AddressSessionTest extends Ends {

  private static final SessionName DMS_NAME = name("ohos.distributedschedule.dms.a");

  @Test
  void opensToADeviceThatIsNotInTheNetwork() {
    phone.sees(false);
    tablet.sees(false);

    opensToAddress();

    assertThat(phone.last()).isEqualTo(new SessionReply.Opened(1));
    assertThat(tablet.lastCallback()).startsWith("OnSessionOpened");
  }

  @Test
  void staysOpenWhenTheDeviceLeavesTheNetwork() {
    opensToAddress();
    phone.forget();

    phone.sees(false);

    assertThat(phone.callbacks).isEmpty();
    phone.isCut(Purpose.AUTH, LaneCode.NO_LANE);
    assertThat(phone.lastCallback()).startsWith("OnSessionClosed reason 12");
  }

  @Test
  void givesUpTheNegotiationAfterTenSeconds() {
    phone.listens(DMS, DMS_NAME);
    phone.asks(openingToAddress(DMS_NAME));
    assertThat(phone.waitsForNo(What.LANE)).isTrue();
    phone.links(Purpose.AUTH, Bearer.WIFI);
    assertThat(phone.waitsFor(What.NEGOTIATION)).isEqualTo(Duration.ofSeconds(10));

    phone.isReminded(What.NEGOTIATION);

    assertThat(phone.lastCode()).isEqualTo(-426114925);
  }

  @Test
  void carriesFewerBytesAtOnce() {
    opensToAddress();

    phone.asks(new SessionCall.Send(DMS, 1, SessionKind.BYTES, "", 39_968));
    converse();
    assertThat(phone.last()).isEqualTo(new SessionReply.Done());

    phone.asks(new SessionCall.Send(DMS, 1, SessionKind.BYTES, "", 39_969));
    assertThat(phone.lastCode()).isEqualTo(-426115018);
  }

  private void opensToAddress() {
    phone.listens(DMS, DMS_NAME);
    tablet.listens(DMS, DMS_NAME);
    phone.asks(openingToAddress(DMS_NAME));
    phone.links(Purpose.AUTH, Bearer.WIFI);
    converse();
  }
}
