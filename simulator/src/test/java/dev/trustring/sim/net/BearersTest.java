package dev.trustring.sim.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.device.net.Bearer;
import dev.trustring.device.net.Bearer.Medium;
import dev.trustring.device.profile.Radio;
import dev.trustring.kv.decision.FactKey;
import dev.trustring.kv.decision.LinkFacts;
import dev.trustring.trust.identity.DeviceName;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Radios finer than plain Wi-Fi and Bluetooth (trust-and-softbus §5.7, §6). */
class BearersTest {

  private static final DeviceName PHONE = new DeviceName("phone");
  private static final DeviceName TABLET = new DeviceName("tablet");
  private static final FactKey ONE = new FactKey("fault.one");

  @Test
  void listsTheLanesThatTwoDevicesHaveInCommon() {
    Topology finer =
        between(
            EnumSet.of(Radio.WIFI, Radio.BLUETOOTH, Radio.P2P),
            EnumSet.of(Radio.WIFI_2G, Radio.BLE, Radio.P2P));

    assertThat(finer.lanes(PHONE, TABLET))
        .extracting(LinkFacts.Lane::bearer)
        .containsExactly("Wi-Fi 2.4 GHz", "BLE", "P2P");
  }

  @Test
  void comesToACableOverTheAccessPoint() {
    Topology wired = between(EnumSet.of(Radio.WIFI), EnumSet.of(Radio.ETHERNET));

    assertThat(wired.bearer(PHONE, TABLET)).contains(Bearer.ETHERNET);
    wired.radioOff(TABLET, Radio.WIFI, ONE);
    assertThat(wired.isOn(TABLET, Medium.LAN)).isTrue();
    wired.radioOff(PHONE, Radio.WIFI, ONE);
    assertThat(wired.reaches(PHONE, TABLET)).isFalse();
  }

  @Test
  void switchesAChipOffWithAllItsRadios() {
    Topology finer =
        between(EnumSet.of(Radio.WIFI_5G, Radio.P2P, Radio.BLE), EnumSet.allOf(Radio.class));

    finer.radioOff(PHONE, Radio.WIFI, ONE);

    assertThat(finer.radiosOn(PHONE)).containsExactly(Radio.BLE);
    assertThat(finer.endRadioOff(PHONE, Radio.WIFI, ONE)).isTrue();
    assertThat(finer.radiosOn(PHONE)).contains(Radio.P2P);
  }

  @Test
  void arrangesALinkFromDeviceToDeviceOverAnythingThatGetsThrough() {
    Topology direct =
        between(
            EnumSet.of(Radio.WIFI, Radio.BLUETOOTH, Radio.P2P),
            EnumSet.of(Radio.WIFI, Radio.BLUETOOTH, Radio.P2P));
    direct.isolate("home", ONE);
    assertThat(direct.path(PHONE, TABLET, Bearer.P2P).says()).contains("arranged over room");

    direct.radioOff(TABLET, Radio.BLUETOOTH, ONE);

    assertThat(direct.path(PHONE, TABLET, Bearer.P2P).isOpen()).isFalse();
    assertThat(direct.path(PHONE, TABLET, Bearer.P2P).cause()).contains(ONE);
  }

  @Test
  void meetsNobodyOverALinkFromDeviceToDevice() {
    Topology direct = between(EnumSet.allOf(Radio.class), EnumSet.allOf(Radio.class));

    assertThat(direct.mayMeetOver(PHONE, TABLET))
        .isEqualTo(List.of(Bearer.ETHERNET, Bearer.BLUETOOTH));
  }

  private static Topology between(EnumSet<Radio> phone, EnumSet<Radio> tablet) {
    return Places.of(
        Map.of(PHONE, phone, TABLET, tablet),
        Places.wifi("home", "10.0.0.0/24", PHONE, TABLET),
        Places.bluetooth("room", PHONE, TABLET));
  }
}
