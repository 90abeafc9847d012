package dev.trustring.sim.ring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.device.nearby.ScreenChange;
import dev.trustring.kv.decision.FactKey;
import dev.trustring.sim.loop.RunLoop;
import dev.trustring.sim.net.Direction;
import dev.trustring.sim.net.Places;
import dev.trustring.sim.net.Topology;
import dev.trustring.trust.identity.AccountHash;
import dev.trustring.trust.identity.AccountId;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.ring.Ring;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntroductionsTest {

  private static final DeviceName PHONE = new DeviceName("phone");
  private static final DeviceName TABLET = new DeviceName("tablet");
  private static final AccountId ALICE = new AccountId("acct-1");
  private static final AccountHash MINE = ALICE.hash();
  private static final AccountHash OTHERS = new AccountId("acct-2").hash();
  private static final FactKey CUT = new FactKey("fault.cut");

  private final RunLoop loop = RunLoop.open(1);
  private final Topology topology = Places.of(Places.wifi("home", "10.0.0.0/24", PHONE, TABLET));
  private final ComputedMembership membership =
      new ComputedMembership(loop, topology, (device, event) -> {}, (device, peer) -> {});
  private final List<Long> seconds = new ArrayList<>();
  private final List<String> shown = new ArrayList<>();
  private final Introductions introductions =
      new Introductions(
          loop,
          topology,
          membership,
          (device, peer, account) -> {
            seconds.add(Math.round(loop.nowNanos() / 1e9));
            shown.add(device + " sees " + peer);
          });

  @AfterEach
  void close() {
    loop.close();
  }

  @Test
  void showsTwoOfOneAccountToEachOtherOnceAMomentAfterTheyMeet() {
    announce(PHONE, MINE);
    announce(TABLET, MINE);

    assertThat(shownWithin(30)).containsExactly(1L);
  }

  @Test
  void triesAgainAfterAWhileWhenTheyStillShareNoRing() {
    announce(PHONE, MINE);
    announce(TABLET, MINE);

    assertThat(shownWithin(130)).containsExactly(1L, 31L, 61L, 91L, 121L);
  }

  /** Who still has its half of a bond that the other has lost has nothing to begin. */
  @Test
  void letsThemTakeTurns() {
    announce(PHONE, MINE);
    announce(TABLET, MINE);

    shownWithin(70);

    assertThat(shown)
        .containsExactly("phone sees tablet", "tablet sees phone", "phone sees tablet");
  }

  @Test
  void startsNoSecondHandshakeWhenADeviceAnnouncesTheSameAgain() {
    announce(PHONE, MINE);
    announce(TABLET, MINE);
    shownWithin(2);

    announce(PHONE, MINE);

    assertThat(shownWithin(20)).containsExactly(1L);
  }

  @Test
  void showsAPeerAlsoToWhomItDoesNotHear() {
    topology.blackhole(new Direction(PHONE, TABLET), CUT);
    announce(PHONE, MINE);
    announce(TABLET, MINE);

    assertThat(shownWithin(30)).containsExactly(1L);
    assertThat(shown).containsExactly("phone sees tablet");
  }

  @Test
  void letsTheSecondBeginWhenOnlyItHearsTheOther() {
    topology.blackhole(new Direction(TABLET, PHONE), CUT);
    announce(PHONE, MINE);
    announce(TABLET, MINE);

    shownWithin(30);

    assertThat(shown).containsExactly("tablet sees phone");
  }

  @ParameterizedTest
  @CsvSource({"phone, OFF, ON", "tablet, OFF, ON", "phone, LOCKED, UNLOCKED"})
  void startsNoJoinOverBluetoothBehindADarkOrLockedScreen(
      String device, ScreenChange dark, ScreenChange again) {
    Topology room = Places.of(Places.bluetooth("room", PHONE, TABLET));
    List<String> seen = new ArrayList<>();
    Introductions inRoom =
        new Introductions(
            loop, room, membership, (who, peer, account) -> seen.add(who + " sees " + peer));
    room.screens().changes(new DeviceName(device), dark);
    inRoom.announce(PHONE, Optional.of(MINE));
    inRoom.announce(TABLET, Optional.of(MINE));
    loop.runFor(Duration.ofMinutes(5));
    assertThat(seen).isEmpty();

    room.screens().changes(new DeviceName(device), again);
    inRoom.topologyChanged();
    loop.runFor(Duration.ofSeconds(2));
    assertThat(seen).containsExactly("phone sees tablet");
  }

  @Test
  void startsJoinsOverWifiBehindADarkScreen() {
    topology.screens().changes(PHONE, ScreenChange.OFF);
    announce(PHONE, MINE);
    announce(TABLET, MINE);

    assertThat(shownWithin(30)).containsExactly(1L);
  }

  @Test
  void leavesMembersAlone() {
    announce(PHONE, MINE);
    announce(TABLET, MINE);
    shownWithin(2);
    ring(PHONE);
    ring(TABLET);

    assertThat(shownWithin(300)).containsExactly(1L);
  }

  @Test
  void neverShowsStrangers() {
    announce(PHONE, MINE);
    announce(TABLET, OTHERS);

    assertThat(shownWithin(200)).isEmpty();
  }

  @Test
  void showsThemAtOnceWhenSomebodyLogsInAgain() {
    announce(PHONE, MINE);
    announce(TABLET, MINE);
    shownWithin(10);

    introductions.announce(TABLET, Optional.empty());
    announce(TABLET, MINE);

    assertThat(shownWithin(10)).containsExactly(1L, 11L);
  }

  @Test
  void showsThemAtOnceWhenACutHeals() {
    announce(PHONE, MINE);
    announce(TABLET, MINE);
    shownWithin(10);
    topology.partition(CUT, List.of(Set.of(PHONE), Set.of(TABLET)));
    introductions.topologyChanged();
    shownWithin(10);

    topology.join(CUT);
    introductions.topologyChanged();

    assertThat(shownWithin(10)).containsExactly(1L, 21L);
  }

  @Test
  void showsNobodyWhoLoggedOutInTheMeantime() {
    announce(PHONE, MINE);
    announce(TABLET, MINE);

    introductions.announce(TABLET, Optional.empty());

    assertThat(shownWithin(200)).isEmpty();
  }

  private void announce(DeviceName device, AccountHash account) {
    introductions.announce(device, Optional.of(account));
  }

  private void ring(DeviceName self) {
    membership.ringsChanged(
        DeviceIdentity.of(self), List.of(Ring.ofAccount(ALICE, List.of(PHONE, TABLET))));
  }

  private List<Long> shownWithin(int seconds) {
    loop.runFor(Duration.ofSeconds(seconds));
    return this.seconds;
  }
}
