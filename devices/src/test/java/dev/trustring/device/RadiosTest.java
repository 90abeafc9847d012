package dev.trustring.device;

import static dev.trustring.device.profile.Radio.BLUETOOTH;
import static dev.trustring.device.profile.Radio.WIFI;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.device.net.Bearer;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class RadiosTest {
  private final Radios phone = Radios.allOn(EnumSet.of(BLUETOOTH, WIFI));

  @Test
  void triesWifiBeforeBluetooth() {
    assertThat(phone.bearers()).containsExactly(Bearer.WIFI, Bearer.BLUETOOTH);
  }

  @Test
  void losesABearerWithItsRadioAndGetsItBack() {
    Radios off = phone.switched(WIFI, false);

    assertThat(off.bearers()).containsExactly(Bearer.BLUETOOTH);
    assertThat(off.switched(WIFI, true)).isEqualTo(phone);
  }

  @Test
  void cannotSwitchOnWhatTheDeviceDoesNotHave() {
    Radios watch = Radios.allOn(EnumSet.of(BLUETOOTH));

    assertThat(watch.switched(WIFI, true).bearers()).containsExactly(Bearer.BLUETOOTH);
  }

  @Test
  void aDeviceWithoutRadiosHasNoBearers() {
    assertThat(Radios.allOn(EnumSet.noneOf(dev.trustring.device.profile.Radio.class)).bearers())
        .isEmpty();
  }
}
