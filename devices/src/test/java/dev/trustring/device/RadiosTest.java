package dev.trustring.device;

import static dev.trustring.device.profile.Radio.BLE;
import static dev.trustring.device.profile.Radio.BLUETOOTH;
import static dev.trustring.device.profile.Radio.P2P;
import static dev.trustring.device.profile.Radio.WIFI;
import static dev.trustring.device.profile.Radio.WIFI_5G;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.device.net.Bearer;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class RadiosTest {
  private final Radios phone = Radios.allOn(EnumSet.of(BLUETOOTH, WIFI));

  @Test
  void hasBothKindsOfWifiAndOfBluetooth() {
    assertThat(phone.bearers())
        .containsExactly(Bearer.WIFI, Bearer.BLUETOOTH, Bearer.WIFI_2G, Bearer.BLE);
  }

  @Test
  void losesABearerWithItsRadioAndGetsItBack() {
    Radios off = phone.switched(WIFI, false);

    assertThat(off.bearers()).containsExactly(Bearer.BLUETOOTH, Bearer.BLE);
    assertThat(off.switched(WIFI, true)).isEqualTo(phone);
  }

  @Test
  void cannotSwitchOnWhatTheDeviceDoesNotHave() {
    Radios watch = Radios.allOn(EnumSet.of(BLUETOOTH));

    assertThat(watch.switched(WIFI, true).bearers()).containsExactly(Bearer.BLUETOOTH, Bearer.BLE);
  }

  @Test
  void aChipGoesOffWithAllThatItCanDo() {
    Radios newer = Radios.allOn(EnumSet.of(WIFI_5G, P2P, BLE));

    assertThat(newer.switched(WIFI, false).bearers()).containsExactly(Bearer.BLE);
    assertThat(newer.switched(WIFI, false).switched(WIFI, true)).isEqualTo(newer);
  }

  @Test
  void aDeviceWithoutRadiosHasNoBearers() {
    assertThat(Radios.allOn(EnumSet.noneOf(dev.trustring.device.profile.Radio.class)).bearers())
        .isEmpty();
  }
}
