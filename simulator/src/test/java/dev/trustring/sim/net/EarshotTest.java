package dev.trustring.sim.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.device.profile.Radio;
import dev.trustring.kv.decision.FactKey;
import dev.trustring.trust.identity.DeviceName;
import org.junit.jupiter.api.Test;

/** Who hears a PIN that is said as sound. */
class EarshotTest {

  private static final DeviceName PHONE = new DeviceName("phone");
  private static final DeviceName TABLET = new DeviceName("tablet");
  private static final DeviceName BOARD = new DeviceName("board");
  private static final FactKey CAUSE = new FactKey("fault.one");

  private final Topology topology =
      Places.of(
          Places.wifi("home", "192.168.1.0/24", PHONE, TABLET, BOARD),
          Places.bluetooth("room", PHONE, TABLET));

  @Test
  void hearsWhatIsSaidInTheSameRoom() {
    assertThat(topology.inEarshot(PHONE, TABLET)).isTrue();
    assertThat(topology.inEarshot(PHONE, BOARD)).isFalse();
  }

  @Test
  void needsNoRadioForIt() {
    topology.radioOff(TABLET, Radio.BLUETOOTH, CAUSE);
    topology.radioOff(TABLET, Radio.WIFI, CAUSE);

    assertThat(topology.inEarshot(PHONE, TABLET)).isTrue();
  }

  @Test
  void hearsNothingOfWhoeverHasWalkedAway() {
    topology.whereabouts().walksAway(PHONE, CAUSE);

    assertThat(topology.inEarshot(PHONE, TABLET)).isFalse();
    assertThat(topology.inEarshot(TABLET, PHONE)).isFalse();
  }

  @Test
  void hearsNothingAsleepOrSwitchedOff() {
    topology.whereabouts().fallsAsleep(TABLET, CAUSE);

    assertThat(topology.inEarshot(PHONE, TABLET)).isFalse();
    topology.whereabouts().wakesUp(TABLET, CAUSE);
    topology.powerOff(PHONE, CAUSE);
    assertThat(topology.inEarshot(PHONE, TABLET)).isFalse();
  }
}
