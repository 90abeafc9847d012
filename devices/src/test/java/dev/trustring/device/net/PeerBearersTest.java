package dev.trustring.device.net;

import static dev.trustring.device.net.Bearer.BLUETOOTH;
import static dev.trustring.device.net.Bearer.WIFI;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PeerBearersTest extends PhoneBus {

  @Test
  void triesOnlyTheBearersThatAPeerToldToHave() {
    learns(WATCH, BLUETOOTH);

    sends(WATCH, sync(1));

    assertThat(wishes)
        .containsExactly(
            transmit(WATCH, BLUETOOTH, new Payload.SessionOpen(1)), remind(WATCH, 1, 10));
  }

  @Test
  void triesAllOwnBearersTowardsOtherPeers() {
    learns(WATCH, BLUETOOTH);

    sends(TABLET, sync(1));

    assertThat(wishes).contains(transmit(TABLET, WIFI, new Payload.SessionOpen(1)));
  }

  @Test
  void givesUpAtOnceOnAPeerWithoutACommonBearer() {
    switches(WIFI);
    learns(WATCH, BLUETOOTH);

    sends(WATCH, sync(1));

    assertThat(wishes).containsExactly(giveUp(WATCH, LaneCode.NOT_THERE, attempt(1)));
  }

  @Test
  void leavesABearerAtOnceThatThePeerTurnsOutNotToHave() {
    sends(WATCH, sync(1));

    learns(WATCH, BLUETOOTH);

    assertThat(wishes)
        .containsExactly(
            transmit(WATCH, BLUETOOTH, new Payload.SessionOpen(2)), remind(WATCH, 2, 10));
  }

  @Test
  void goesOnWithAnOpeningOverABearerThatThePeerHas() {
    sends(TABLET, sync(1));

    learns(TABLET, WIFI, BLUETOOTH);

    assertThat(wishes).isEmpty();
  }

  @Test
  void keepsAnOpenSessionWhateverThePeerTells() {
    hasOpenSession(WATCH, BLUETOOTH, START);

    learns(WATCH, BLUETOOTH);
    sends(WATCH, sync(1));

    assertThat(wishes).containsExactly(transmit(WATCH, BLUETOOTH, sync(1)));
  }

  @Test
  void remembersThePeersBearersWhenARadioIsSwitched() {
    learns(WATCH, BLUETOOTH);

    switches(WIFI, BLUETOOTH);
    sends(WATCH, sync(1));

    assertThat(wishes).contains(transmit(WATCH, BLUETOOTH, new Payload.SessionOpen(1)));
  }
}
