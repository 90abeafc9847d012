package dev.trustring.device.net;

import static dev.trustring.device.net.Bearer.BLE;
import static dev.trustring.device.net.Bearer.BLUETOOTH;
import static dev.trustring.device.net.Bearer.P2P;
import static dev.trustring.device.net.Bearer.WIFI;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.device.net.SoftBus.Wish;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Channels for sessions of apps, one for each purpose and peer (trust-and-softbus §5.6, §5.7). */
class AppChannelTest extends PhoneBus {

  private static final Route BYTES = new Route(TABLET, Purpose.BYTES);
  private static final Route FILES = new Route(TABLET, Purpose.FILE);

  @Test
  void saysThatAChannelIsThereOnceThePeerHasAccepted() {
    prepares(BYTES);
    assertThat(wishes)
        .containsExactly(
            transmit(TABLET, WIFI, new Payload.LaneOpen(1, Purpose.BYTES)),
            new Wish.Remind(BYTES, 1, Duration.ofSeconds(3)));

    hears(TABLET, WIFI, new Payload.LaneAccept(1, Purpose.BYTES));

    assertThat(wishes).containsExactly(new Wish.Ready(BYTES, WIFI));
  }

  @Test
  void sharesAChannelThatIsThere() {
    prepares(BYTES);
    hears(TABLET, WIFI, new Payload.LaneAccept(1, Purpose.BYTES));

    prepares(BYTES);

    assertThat(wishes).containsExactly(new Wish.Ready(BYTES, WIFI));
  }

  @Test
  void waitsForAChannelThatIsBeingBuilt() {
    prepares(BYTES);

    prepares(BYTES);

    assertThat(wishes).isEmpty();
  }

  @Test
  void buildsAnotherChannelForAnotherPurpose() {
    prepares(BYTES);
    hears(TABLET, WIFI, new Payload.LaneAccept(1, Purpose.BYTES));

    prepares(FILES);

    assertThat(wishes).contains(transmit(TABLET, WIFI, new Payload.LaneOpen(2, Purpose.FILE)));
  }

  @Test
  void triesTheLanesOfItsPurposeOneAfterTheOther() {
    switches(WIFI, BLUETOOTH, BLE, P2P);
    learns(TABLET, WIFI, BLUETOOTH, BLE, P2P);
    prepares(FILES);

    follow(phone.remind(FILES, 1));
    assertThat(wishes).contains(transmit(TABLET, P2P, new Payload.LaneOpen(2, Purpose.FILE)));
    follow(phone.remind(FILES, 2));
    assertThat(wishes).contains(transmit(TABLET, BLUETOOTH, new Payload.LaneOpen(3, Purpose.FILE)));
    follow(phone.remind(FILES, 3));

    assertThat(wishes).containsExactly(new Wish.GiveUp(FILES, LaneCode.LINK_TIMEOUT, List.of()));
  }

  @Test
  void saysThatAChannelIsCutWhenItsRadioGoesOff() {
    prepares(BYTES);
    hears(TABLET, WIFI, new Payload.LaneAccept(1, Purpose.BYTES));

    switches(BLUETOOTH);

    assertThat(wishes).containsExactly(new Wish.GiveUp(BYTES, LaneCode.NO_LANE, List.of()));
  }

  @Test
  void saysThatAProbeFailedWhenItsRadioGoesOff() {
    follow(phone.prepare(BYTES, List.of(WIFI), START));

    switches(BLUETOOTH);

    assertThat(wishes).containsExactly(new Wish.GiveUp(BYTES, LaneCode.PROBE_FAILED, List.of()));
  }

  @Test
  void keepsAnIdleChannelForFourMinutes() {
    prepares(BYTES);
    hears(TABLET, WIFI, new Payload.LaneAccept(1, Purpose.BYTES));

    follow(phone.prepare(BYTES, Purpose.BYTES.order(), START.plusSeconds(240)));
    assertThat(wishes).containsExactly(new Wish.Ready(BYTES, WIFI));

    follow(phone.prepare(BYTES, Purpose.BYTES.order(), START.plusSeconds(241)));
    assertThat(wishes).contains(transmit(TABLET, WIFI, new Payload.LaneOpen(2, Purpose.BYTES)));
  }

  @Test
  void closesAnIdleChannelOfTheServicesSoonerFromDeviceToDevice() {
    Route services = Route.ofServices(TABLET);
    follow(phone.send(services, sync(1), START));
    hears(TABLET, P2P, new Payload.SessionAccept(1));
    switches(P2P);
    learns(TABLET, P2P);

    sendsAt(START.plusSeconds(3), TABLET, sync(2));
    assertThat(wishes).containsExactly(transmit(TABLET, P2P, sync(2)));

    sendsAt(START.plusSeconds(6).plusMillis(1), TABLET, sync(3));
    assertThat(wishes).contains(transmit(TABLET, P2P, new Payload.SessionOpen(2)));
  }

  private void prepares(Route route) {
    follow(phone.prepare(route, route.purpose().order(), START));
  }
}
