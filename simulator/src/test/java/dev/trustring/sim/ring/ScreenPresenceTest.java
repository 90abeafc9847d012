package dev.trustring.sim.ring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.device.nearby.ScreenChange;
import dev.trustring.device.profile.Radio;
import dev.trustring.kv.decision.FactKey;
import dev.trustring.sim.loop.RunLoop;
import dev.trustring.sim.net.Places;
import dev.trustring.sim.net.Topology;
import dev.trustring.trust.identity.AccountId;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.ring.MembershipEvent;
import dev.trustring.trust.ring.Ring;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a dark or locked screen does to heartbeats, by trust-and-softbus §5.5 and §6. */
class ScreenPresenceTest {

  private static final DeviceName PHONE = new DeviceName("phone");
  private static final DeviceName TABLET = new DeviceName("tablet");
  private static final DeviceName WATCH = new DeviceName("watch");
  private static final FactKey CUT = new FactKey("fault.cut");
  private static final Duration MOMENT = Duration.ofSeconds(2);

  private final RunLoop loop = RunLoop.open(1);
  private final Topology topology =
      Places.of(
          Places.wifi("home", "10.0.0.0/24", PHONE, TABLET),
          Places.bluetooth("room", PHONE, WATCH));
  private final List<String> heard = new ArrayList<>();
  private final ComputedMembership membership =
      new ComputedMembership(
          loop,
          topology,
          (device, event) -> heard.add(device + ": " + worded(event)),
          (device, peer) -> {});

  @BeforeEach
  void online() {
    Ring ring = Ring.ofAccount(new AccountId("alice"), List.of(PHONE, TABLET, WATCH));
    ring.members()
        .forEach(device -> membership.ringsChanged(DeviceIdentity.of(device), List.of(ring)));
    news(MOMENT);
  }

  @AfterEach
  void close() {
    loop.close();
  }

  @Test
  void losesAPeerOfBluetoothAloneWhoseScreenIsOffAndIsNotLostByIt() {
    screen(WATCH, ScreenChange.OFF);

    assertThat(news(Duration.ofSeconds(319))).isEmpty();
    assertThat(news(MOMENT)).containsExactly("phone: watch SILENT");
    assertThat(news(Duration.ofHours(1))).isEmpty();

    screen(WATCH, ScreenChange.ON);
    assertThat(news(MOMENT)).containsExactly("phone: watch online");
  }

  @Test
  void losesAPeerWhoseScreenIsLockedUntilItIsOpened() {
    screen(WATCH, ScreenChange.LOCKED);
    assertThat(news(Duration.ofSeconds(321))).containsExactly("phone: watch SILENT");

    screen(WATCH, ScreenChange.OFF);
    screen(WATCH, ScreenChange.ON);
    assertThat(news(MOMENT)).as("still locked").isEmpty();

    screen(WATCH, ScreenChange.UNLOCKED);
    assertThat(news(MOMENT)).containsExactly("phone: watch online");
  }

  @Test
  void noticesNoScreenThatIsOnAgainInTime() {
    screen(WATCH, ScreenChange.OFF);
    news(Duration.ofSeconds(319));
    screen(WATCH, ScreenChange.ON);

    assertThat(news(Duration.ofHours(1))).isEmpty();
  }

  @Test
  void keepsAPeerInItsWifiWhoseScreenIsOff() {
    screen(TABLET, ScreenChange.OFF);

    assertThat(news(Duration.ofHours(1))).isEmpty();
  }

  @Test
  void waitsTwiceAsLongForAPeerOfBluetoothWhileItsOwnScreenIsOff() {
    screen(PHONE, ScreenChange.OFF);
    switchBluetoothOff(WATCH);
    assertThat(heard).containsExactly("watch: phone OWN_RADIO_OFF");

    assertThat(news(Duration.ofSeconds(639))).isEmpty();
    assertThat(news(MOMENT)).containsExactly("phone: watch SILENT_BEHIND_A_DARK_SCREEN");
  }

  @Test
  void waitsNoLongerForAPeerInItsWifiWhileItsOwnScreenIsOff() {
    screen(PHONE, ScreenChange.OFF);
    topology.partition(CUT, List.of(Set.of(PHONE), Set.of(TABLET)));
    membership.topologyChanged();

    assertThat(news(Duration.ofSeconds(609))).containsExactly("watch: phone SILENT");
    assertThat(news(MOMENT)).containsExactly("phone: tablet SILENT", "tablet: phone SILENT");
  }

  @Test
  void waitsNoLongerBehindALockedScreen() {
    screen(PHONE, ScreenChange.LOCKED);
    switchBluetoothOff(WATCH);

    assertThat(news(Duration.ofSeconds(321))).containsExactly("phone: watch SILENT");
  }

  @Test
  void countsFromTheLastHeartbeatWhenTheScreenGoesOffInTheSilence() {
    switchBluetoothOff(WATCH);
    news(Duration.ofSeconds(100));
    screen(PHONE, ScreenChange.OFF);

    assertThat(news(Duration.ofSeconds(539))).isEmpty();
    assertThat(news(MOMENT)).containsExactly("phone: watch SILENT_BEHIND_A_DARK_SCREEN");
  }

  @Test
  void losesAtOnceWhatIsSilentTooLongWhenItsScreenGoesOn() {
    switchBluetoothOff(WATCH);
    screen(PHONE, ScreenChange.OFF);
    news(Duration.ofSeconds(400));
    screen(PHONE, ScreenChange.ON);

    assertThat(news(Duration.ofMillis(1))).containsExactly("phone: watch SILENT");
  }

  @Test
  void keepsAPeerUntil640SecondsWhenBothScreensAreOff() {
    screen(PHONE, ScreenChange.OFF);
    screen(WATCH, ScreenChange.OFF);

    assertThat(news(Duration.ofSeconds(639))).isEmpty();
    assertThat(news(MOMENT))
        .containsExactly(
            "phone: watch SILENT_BEHIND_A_DARK_SCREEN", "watch: phone SILENT_BEHIND_A_DARK_SCREEN");
  }

  @Test
  void joinsNobodyOverBluetoothWhileItsOwnScreenIsOff() {
    switchBluetoothOff(WATCH);
    news(Duration.ofSeconds(321));
    screen(WATCH, ScreenChange.OFF);
    topology.endRadioOff(WATCH, Radio.BLUETOOTH, CUT);
    membership.topologyChanged();
    assertThat(news(Duration.ofHours(1))).isEmpty();

    screen(WATCH, ScreenChange.ON);
    assertThat(news(MOMENT)).containsExactly("phone: watch online", "watch: phone online");
  }

  @Test
  void startsWithItsScreenOnAndOpen() {
    screen(WATCH, ScreenChange.OFF);
    screen(WATCH, ScreenChange.LOCKED);
    topology.powerOff(WATCH, CUT);
    topology.powerOn(WATCH);

    assertThat(topology.screens().letsHeartbeatsRun(WATCH)).isTrue();
  }

  private void screen(DeviceName device, ScreenChange change) {
    heard.clear();
    topology.screens().changes(device, change);
    membership.topologyChanged();
  }

  private void switchBluetoothOff(DeviceName device) {
    topology.radioOff(device, Radio.BLUETOOTH, CUT);
    membership.topologyChanged();
  }

  /** What is heard during this time. */
  private List<String> news(Duration time) {
    heard.clear();
    loop.runFor(time);
    return List.copyOf(heard);
  }

  private static String worded(MembershipEvent event) {
    return event.peer().name()
        + " "
        + (event instanceof MembershipEvent.Unreachable unreachable
            ? unreachable.away()
            : event.word());
  }
}
