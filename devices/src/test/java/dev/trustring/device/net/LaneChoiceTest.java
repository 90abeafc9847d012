package dev.trustring.device.net;

import static dev.trustring.device.net.Bearer.BLE;
import static dev.trustring.device.net.Bearer.BLUETOOTH;
import static dev.trustring.device.net.Bearer.ETHERNET;
import static dev.trustring.device.net.Bearer.HML;
import static dev.trustring.device.net.Bearer.P2P;
import static dev.trustring.device.net.Bearer.WIFI;
import static dev.trustring.device.net.Bearer.WIFI_2G;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.device.profile.Radio;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rows of trust-and-softbus §5.7. */
class LaneChoiceTest {

  private static final Set<Radio> PLAIN = EnumSet.of(Radio.WIFI, Radio.BLUETOOTH);
  private static final Set<Radio> ALL =
      EnumSet.of(Radio.WIFI, Radio.BLUETOOTH, Radio.P2P, Radio.HML);

  @ParameterizedTest
  @CsvSource({
    "MESSAGE, WIFI BLE",
    "BYTES, WIFI BLE",
    "FILE, WIFI HML P2P BLUETOOTH",
    "STREAM, WIFI HML P2P",
    "DB, WIFI BLUETOOTH",
    "MESH, WIFI BLUETOOTH",
    "LOW_ROUND_TRIP, HML P2P WIFI",
    "SERVICES, WIFI HML BLUETOOTH P2P",
    "LOW, WIFI HML BLUETOOTH P2P",
    "MIDDLE_LOW, WIFI HML P2P",
    "MIDDLE_HIGH, HML WIFI P2P",
    "HIGH, HML P2P WIFI"
  })
  void triesTheLanesOfThePurposeInItsOrder(Purpose purpose, String lanes) {
    assertThat(between(ALL, ALL).usable(purpose.order()))
        .extracting(Bearer::name)
        .containsExactly(lanes.split(" "));
  }

  @Test
  void takesTheOtherBandTowardsAPeerThatHasNo5GHz() {
    assertThat(between(PLAIN, EnumSet.of(Radio.WIFI_2G)).usable(Purpose.SERVICES.order()))
        .containsExactly(WIFI_2G);
  }

  @Test
  void takesLowEnergyWhereOnlyThatIsThere() {
    assertThat(between(PLAIN, EnumSet.of(Radio.BLE)).usable(Purpose.SERVICES.order()))
        .containsExactly(BLE);
    assertThat(between(PLAIN, EnumSet.of(Radio.BR)).usable(Purpose.BYTES.order()))
        .containsExactly(BLUETOOTH);
  }

  @Test
  void comesToACableOverTheAccessPoint() {
    assertThat(between(PLAIN, EnumSet.of(Radio.ETHERNET)).usable(Purpose.STREAM.order()))
        .containsExactly(ETHERNET);
  }

  @Test
  void triesItsOwnTowardsAPeerThatToldNothingButNothingFromDeviceToDevice() {
    LaneChoice stranger = new LaneChoice(Bearer.over(ALL), Bearer.over(ALL), Optional.empty());

    assertThat(stranger.usable(Purpose.SERVICES.order())).containsExactly(WIFI, BLUETOOTH);
  }

  @Test
  void leavesOutWhatIsSwitchedOff() {
    assertThat(withOn(ALL, EnumSet.of(Radio.BLUETOOTH), ALL).usable(Purpose.FILE.order()))
        .containsExactly(BLUETOOTH);
  }

  @Test
  void namesInactiveWifiWhateverTheOtherRadiosAre() {
    LaneChoice bluetoothAlone = withOn(PLAIN, EnumSet.of(Radio.BLUETOOTH), PLAIN);

    assertThat(bluetoothAlone.whyNone(Purpose.STREAM.order())).isEqualTo(LaneCode.WIFI_INACTIVE);
    assertThat(bluetoothAlone.whyNone(List.of(BLE))).isEqualTo(LaneCode.WIFI_INACTIVE);
    assertThat(LaneCode.WIFI_INACTIVE.number()).isEqualTo(-425992167);
  }

  @Test
  void namesTheSideThatLacksTheFirstLane() {
    LaneChoice older = between(EnumSet.of(Radio.WIFI_2G), EnumSet.of(Radio.BLUETOOTH));
    LaneChoice alone = between(PLAIN, EnumSet.of(Radio.BLUETOOTH));

    assertThat(older.whyNone(Purpose.STREAM.order()).number()).isEqualTo(-425992173);
    assertThat(alone.whyNone(Purpose.STREAM.order()).number()).isEqualTo(-425992163);
    assertThat(alone.whyNone(Purpose.HIGH.order()).number()).isEqualTo(-425992173);
  }

  @Test
  void namesTheWrongBandWhereBothHaveWifi() {
    LaneChoice bands = between(EnumSet.of(Radio.WIFI_5G), EnumSet.of(Radio.WIFI_2G));

    assertThat(bands.usable(Purpose.SERVICES.order())).isEmpty();
    assertThat(bands.whyNone(Purpose.LOW.order()).number()).isEqualTo(-425992160);
  }

  @Test
  void namesBluetoothWhereTheCallerPrefersIt() {
    LaneChoice off = withOn(PLAIN, EnumSet.of(Radio.WIFI), PLAIN);
    LaneChoice none = between(EnumSet.of(Radio.WIFI), PLAIN);
    LaneChoice notThere = between(PLAIN, EnumSet.of(Radio.WIFI));

    assertThat(off.whyNone(List.of(BLUETOOTH)).number()).isEqualTo(-425992174);
    assertThat(off.whyNone(List.of(BLE)).number()).isEqualTo(-425992174);
    assertThat(none.whyNone(List.of(BLUETOOTH)).number()).isEqualTo(-425992144);
    assertThat(none.whyNone(List.of(BLE)).number()).isEqualTo(-425992146);
    assertThat(notThere.whyNone(List.of(BLE)).number()).isEqualTo(-425992182);
  }

  @ParameterizedTest
  @CsvSource({
    "0, LOW",
    "393216, LOW",
    "393217, MIDDLE_LOW",
    "31457280, MIDDLE_LOW",
    "31457281, MIDDLE_HIGH",
    "167772159, MIDDLE_HIGH",
    "167772160, HIGH",
    "1515870810, DB",
    "2779096485, MESH"
  })
  void takesTheClassOfABandwidth(long bytesPerSecond, Purpose purpose) {
    assertThat(Purpose.ofBandwidth(bytesPerSecond)).isEqualTo(purpose);
  }

  @ParameterizedTest
  @CsvSource({
    "WLAN_5G, WIFI, 1, 4",
    "WLAN_2G, WIFI_2G, 2, 3",
    "P2P, P2P, 3, 2",
    "BR, BLUETOOTH, 4, 0",
    "BLE, BLE, 5, 1",
    "HML, HML, 10, 11"
  })
  void numbersLinksAndLanesAsThePlatformDoes(LinkType type, Bearer bearer, int link, int lane) {
    assertThat(type.number()).isEqualTo(link);
    assertThat(type.bearer()).isEqualTo(bearer);
    assertThat(bearer.lane()).isEqualTo(lane);
  }

  @Test
  void hasALaneForACableThatNoAppCanAskFor() {
    assertThat(ETHERNET.lane()).isEqualTo(5);
    assertThat(LinkType.values()).noneMatch(type -> type.bearer() == ETHERNET);
  }

  @Test
  void waitsLongerForBluetoothThanForAProbe() {
    assertThat(List.of(WIFI, WIFI_2G, ETHERNET)).allMatch(lane -> lane.patience().toSeconds() == 3);
    assertThat(List.of(BLUETOOTH, BLE)).allMatch(lane -> lane.patience().toSeconds() == 10);
    assertThat(List.of(P2P, HML)).allMatch(lane -> lane.patience().toMillis() == 4_500);
  }

  private static LaneChoice between(Set<Radio> ours, Set<Radio> theirs) {
    return withOn(ours, ours, theirs);
  }

  private static LaneChoice withOn(Set<Radio> has, Set<Radio> on, Set<Radio> theirs) {
    return new LaneChoice(Bearer.over(has), Bearer.over(on), Optional.of(Bearer.over(theirs)));
  }
}
