package dev.trustring.sim.ring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.device.profile.Radio;
import dev.trustring.kv.decision.FactKey;
import dev.trustring.sim.loop.RunLoop;
import dev.trustring.sim.net.Direction;
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
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who hears what of whom and when, by trust-and-softbus §5.4 and §5.5. */
class ComputedMembershipTest {

  private static final DeviceName PHONE = new DeviceName("phone");
  private static final DeviceName TABLET = new DeviceName("tablet");
  private static final DeviceName WATCH = new DeviceName("watch");
  private static final AccountId ACCOUNT = new AccountId("alice");
  private static final FactKey CUT = new FactKey("fault.cut");
  private static final Duration MOMENT = Duration.ofSeconds(2);

  private final RunLoop loop = RunLoop.open(1);
  private final Topology topology =
      Places.of(
          Places.wifi("home", "10.0.0.0/24", PHONE, TABLET),
          Places.bluetooth("room", PHONE, WATCH));
  private final List<String> heard = new ArrayList<>();
  private final List<String> oneSided = new ArrayList<>();
  private final ComputedMembership membership =
      new ComputedMembership(
          loop,
          topology,
          (device, event) -> heard.add(device + ": " + worded(event)),
          (device, peer) -> oneSided.add(device + " hears " + peer));

  @AfterEach
  void close() {
    loop.close();
  }

  @Test
  void hearsOfAMemberBeforeItCanBeReachedAndThenThatItIsOnline() {
    lists(PHONE, TABLET);
    lists(TABLET, PHONE);

    assertThat(heard).containsExactly("phone: tablet joined", "tablet: phone joined");
    assertThat(news(MOMENT)).containsExactly("phone: tablet online", "tablet: phone online");
  }

  @Test
  void tellsWhoTrustsAloneOfThePeerThatItHearsWithEveryHeartbeat() {
    membership.ringsChanged(DeviceIdentity.of(TABLET), List.of());
    membership.ringsChanged(DeviceIdentity.of(PHONE), List.of(ring(PHONE, TABLET)));
    loop.runFor(MOMENT);
    assertThat(oneSided).containsExactly("phone hears tablet");

    loop.runFor(Duration.ofMinutes(5));
    assertThat(oneSided).hasSize(2);

    membership.ringsChanged(DeviceIdentity.of(TABLET), List.of(ring(PHONE, TABLET)));
    loop.runFor(Duration.ofHours(1));
    assertThat(oneSided).hasSize(2);
  }

  @Test
  void tellsWhoTrustsAloneNothingOfAPeerThatItDoesNotHear() {
    topology.blackhole(new Direction(TABLET, PHONE), CUT);
    membership.ringsChanged(DeviceIdentity.of(TABLET), List.of());
    membership.ringsChanged(DeviceIdentity.of(PHONE), List.of(ring(PHONE, TABLET)));

    loop.runFor(Duration.ofHours(1));

    assertThat(oneSided).isEmpty();
  }

  @Test
  void makesNobodyAMemberByARowOnOneSide() {
    lists(PHONE, TABLET);
    lists(TABLET);

    assertThat(news(MOMENT)).isEmpty();
    assertThat(membership.isMutual(PHONE, TABLET)).isFalse();
  }

  @Test
  void hearsOnlyThatAMemberIsAwayWhenItIsOutOfReach() {
    cut();
    bothTogether();

    assertThat(news(MOMENT)).isEmpty();
    assertThat(heard).isEmpty();
    heal();
    assertThat(news(MOMENT)).containsExactly("phone: tablet online", "tablet: phone online");
  }

  @Test
  void hearsWhoseListAMemberIsNoLongerOn() {
    online();

    lists(TABLET);

    assertThat(heard).containsExactlyInAnyOrder("phone: tablet left", "tablet: phone removed");
    assertThat(news(Duration.ofMinutes(20))).isEmpty();
  }

  @Test
  void noticesNoCutThatHealsInTime() {
    online();
    cut();
    assertThat(news(Duration.ofSeconds(609))).isEmpty();

    heal();

    assertThat(news(Duration.ofMinutes(30))).isEmpty();
  }

  @Test
  void noticesACutOfWifiAfterKeepAlive() {
    online();
    cut();

    assertThat(news(Duration.ofSeconds(609))).isEmpty();
    assertThat(news(MOMENT))
        .containsExactly("phone: tablet unreachable SILENT", "tablet: phone unreachable SILENT");
    heal();
    assertThat(news(MOMENT)).containsExactly("phone: tablet online", "tablet: phone online");
  }

  @Test
  void noticesACutOfBluetoothAfterTheHeartbeat() {
    lists(PHONE, WATCH);
    lists(WATCH, PHONE);
    news(MOMENT);
    topology.partition(CUT, List.of(Set.of(PHONE), Set.of(WATCH)));
    membership.topologyChanged();

    assertThat(news(Duration.ofSeconds(319))).isEmpty();
    assertThat(news(MOMENT))
        .containsExactly("phone: watch unreachable SILENT", "watch: phone unreachable SILENT");
  }

  @Test
  void countsEveryCutFromItsOwnBeginning() {
    online();
    cut();
    news(Duration.ofMinutes(10));
    heal();
    news(Duration.ofSeconds(5));
    cut();

    assertThat(news(Duration.ofSeconds(609))).isEmpty();
    assertThat(news(MOMENT)).hasSize(2);
  }

  @Test
  void noticesAtOnceThatItsOwnRadioIsOff() {
    online();

    wifiOff(PHONE);

    assertThat(heard).containsExactly("phone: tablet unreachable OWN_RADIO_OFF");
    assertThat(news(Duration.ofSeconds(609))).isEmpty();
    assertThat(news(MOMENT)).containsExactly("tablet: phone unreachable SILENT");
  }

  @Test
  void noticesAtOnceAlthoughItsBluetoothIsStillOn() {
    online();
    wifiOff(PHONE);

    assertThat(topology.radiosOn(PHONE)).contains(Radio.BLUETOOTH);
    assertThat(heard).containsExactly("phone: tablet unreachable OWN_RADIO_OFF");
  }

  @Test
  void noticesAtOnceWhenItsRadioGoesOffDuringACut() {
    online();
    cut();
    news(Duration.ofSeconds(10));

    wifiOff(PHONE);

    assertThat(heard).containsExactly("phone: tablet unreachable OWN_RADIO_OFF");
  }

  @Test
  void staysOnlineOverTheOtherBearer() {
    Topology both =
        Places.of(
            Places.wifi("home", "10.0.0.0/24", PHONE, TABLET),
            Places.bluetooth("room", PHONE, TABLET));
    List<String> told = new ArrayList<>();
    ComputedMembership members =
        new ComputedMembership(
            loop,
            both,
            (device, event) -> told.add(device + ": " + worded(event)),
            (device, peer) -> {});
    members.ringsChanged(DeviceIdentity.of(PHONE), List.of(ring(PHONE, TABLET)));
    members.ringsChanged(DeviceIdentity.of(TABLET), List.of(ring(PHONE, TABLET)));
    loop.runFor(MOMENT);
    told.clear();

    both.radioOff(PHONE, Radio.WIFI, CUT);
    members.topologyChanged();
    loop.runFor(Duration.ofMinutes(20));

    assertThat(told).isEmpty();
  }

  @Test
  void losesThePeerWithTheLastOfItsBearersEachOfWhichRunsOutOnItsOwn() {
    Topology both =
        Places.of(
            Places.wifi("home", "10.0.0.0/24", PHONE, TABLET),
            Places.bluetooth("room", PHONE, TABLET));
    List<String> told = new ArrayList<>();
    ComputedMembership members =
        new ComputedMembership(
            loop,
            both,
            (device, event) -> told.add(device + ": " + worded(event)),
            (device, peer) -> {});
    members.ringsChanged(DeviceIdentity.of(PHONE), List.of(ring(PHONE, TABLET)));
    members.ringsChanged(DeviceIdentity.of(TABLET), List.of(ring(PHONE, TABLET)));
    loop.runFor(MOMENT);
    told.clear();

    both.isolate("home", CUT);
    members.topologyChanged();
    loop.runFor(Duration.ofMinutes(10));
    both.radioOff(TABLET, Radio.BLUETOOTH, CUT);
    members.topologyChanged();
    assertThat(told).isEmpty();
    loop.runFor(Duration.ofSeconds(11));
    assertThat(told).containsExactly("tablet: phone unreachable SILENT");

    loop.runFor(Duration.ofSeconds(308));
    assertThat(told).hasSize(1);
    loop.runFor(MOMENT);
    assertThat(told).endsWith("phone: tablet unreachable SILENT").hasSize(2);
  }

  @Test
  void seesAPeerGoAndComeThatWasAwayUnnoticed() {
    online();
    crash(TABLET);
    assertThat(news(Duration.ofSeconds(20))).isEmpty();

    comesBack(TABLET);

    assertThat(heard)
        .containsExactly("phone: tablet unreachable CAME_BACK_ANEW", "tablet: phone joined");
    assertThat(news(MOMENT))
        .containsExactlyInAnyOrder("phone: tablet online", "tablet: phone online");
  }

  @Test
  void noticesACrashAfterKeepAlive() {
    online();
    crash(TABLET);

    assertThat(news(Duration.ofSeconds(609))).isEmpty();
    assertThat(news(MOMENT)).containsExactly("phone: tablet unreachable SILENT");
  }

  @Test
  void measuresNothingByATimerFromBeforeACrash() {
    online();
    cut();
    news(Duration.ofMinutes(5));
    crash(TABLET);
    topology.join(CUT);
    comesBack(TABLET);
    news(MOMENT);

    assertThat(news(Duration.ofMinutes(10))).isEmpty();
  }

  @Test
  void tellsADeviceThatIsBackOfItsMembersAlsoWhenTheyAreAway() {
    online();
    cut();
    crash(PHONE);

    comesBack(PHONE);

    assertThat(heard).contains("phone: tablet joined").doesNotContain("phone: tablet online");
  }

  private void online() {
    bothTogether();
    news(MOMENT);
    heard.clear();
  }

  private void bothTogether() {
    lists(PHONE, TABLET);
    lists(TABLET, PHONE);
    heard.clear();
  }

  private void lists(DeviceName self, DeviceName... peers) {
    TreeSet<DeviceName> members = new TreeSet<>(List.of(peers));
    members.add(self);
    membership.ringsChanged(DeviceIdentity.of(self), List.of(Ring.ofAccount(ACCOUNT, members)));
  }

  private static Ring ring(DeviceName one, DeviceName other) {
    return Ring.ofAccount(ACCOUNT, List.of(one, other));
  }

  private void cut() {
    topology.partition(CUT, List.of(Set.of(PHONE), Set.of(TABLET)));
    membership.topologyChanged();
  }

  private void heal() {
    topology.join(CUT);
    membership.topologyChanged();
  }

  private void wifiOff(DeviceName device) {
    topology.radioOff(device, Radio.WIFI, CUT);
    membership.topologyChanged();
  }

  private void crash(DeviceName device) {
    topology.powerOff(device, CUT);
    membership.poweredOff(device);
  }

  private void comesBack(DeviceName device) {
    topology.powerOn(device);
    membership.topologyChanged();
    lists(device, device.equals(PHONE) ? TABLET : PHONE);
  }

  /** What is heard during this time. */
  private List<String> news(Duration time) {
    heard.clear();
    loop.runFor(time);
    return List.copyOf(heard);
  }

  private static String worded(MembershipEvent event) {
    String said = event.peer().name() + " " + event.word();
    return event instanceof MembershipEvent.Unreachable unreachable
        ? said + " " + unreachable.away()
        : said;
  }
}
