package dev.trustring.sim.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.config.scenario.Network;
import dev.trustring.device.net.Bearer;
import dev.trustring.device.profile.Radio;
import dev.trustring.kv.decision.FactKey;
import dev.trustring.kv.decision.LinkFacts;
import dev.trustring.trust.identity.DeviceName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rows of trust-and-softbus §6, as far as they are about who can reach whom. */
class TopologyTest {

  private static final DeviceName PHONE = new DeviceName("phone");
  private static final DeviceName TABLET = new DeviceName("tablet");
  private static final DeviceName WATCH = new DeviceName("watch");
  private static final DeviceName BOARD = new DeviceName("board");
  private static final FactKey ONE = new FactKey("fault.one");
  private static final FactKey OTHER = new FactKey("fault.other");

  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Topology topology =
      Places.of(
          Places.wifi("home", "192.168.1.0/24", PHONE, TABLET, BOARD),
          Places.bluetooth("room", PHONE, TABLET, WATCH));

  @Test
  void keepsTheClientsOfAGuestNetworkFromTheMainOneEvenInItsSubnet() {
    Topology topology =
        Places.of(
            Places.wifi("home", "10.0.0.0/24", PHONE),
            Places.guests("guest", "10.0.0.0/24", TABLET, BOARD));

    assertThat(topology.reaches(PHONE, TABLET)).isFalse();
    assertThat(topology.reaches(TABLET, PHONE)).isFalse();
    assertThat(topology.reaches(TABLET, BOARD)).isTrue();
    assertThat(topology.path(PHONE, TABLET, Bearer.WIFI).says()).contains("guest network guest");
  }

  @Test
  void carriesOverWifiInOneLan() {
    Path path = topology.path(PHONE, TABLET, Bearer.WIFI);

    assertThat(path.via()).map(Network::name).contains("home");
    assertThat(path.cause()).isEmpty();
  }

  @Test
  void joinsTwoAccessPointsOfOneSubnet() {
    Topology two =
        Places.of(
            Places.wifi("upstairs", "10.0.0.0/24", PHONE),
            Places.wifi("downstairs", "10.0.0.0/24", TABLET));

    assertThat(two.path(PHONE, TABLET, Bearer.WIFI).isOpen()).isTrue();
  }

  @Test
  void leavesBluetoothToDevicesInDifferentSubnets() {
    Topology apart =
        Places.of(
            Places.wifi("home", "10.0.1.0/24", PHONE),
            Places.wifi("office", "10.0.2.0/24", TABLET),
            Places.bluetooth("desk", PHONE, TABLET));

    assertThat(apart.path(PHONE, TABLET, Bearer.WIFI).cause()).contains(FactKey.network("office"));
    assertThat(apart.reaches(PHONE, TABLET)).isTrue();
  }

  @Test
  void reachesNobodyInAnotherSubnetAndOutOfRange() {
    Topology apart =
        Places.of(
            Places.wifi("home", "10.0.1.0/24", PHONE),
            Places.wifi("office", "10.0.2.0/24", TABLET));

    assertThat(apart.reaches(PHONE, TABLET)).isFalse();
  }

  @Test
  void fallsBackToBluetoothUnderApIsolation() {
    topology.isolate("home", ONE);

    assertThat(topology.path(PHONE, TABLET, Bearer.WIFI).cause()).contains(ONE);
    assertThat(topology.path(PHONE, TABLET, Bearer.BLUETOOTH).isOpen()).isTrue();
    assertThat(topology.reaches(PHONE, BOARD)).isFalse();
  }

  @Test
  void isolatesFromTheStartWhereTheScenarioSaysSo() {
    Topology guest = Places.of(Places.isolated("guest", PHONE, TABLET));

    assertThat(guest.path(PHONE, TABLET, Bearer.WIFI).cause())
        .contains(FactKey.apIsolation("guest"));
  }

  @Test
  void keepsTheIsolationOfTheStartWhenAFaultOnTopEnds() {
    Topology guest = Places.of(Places.isolated("guest", PHONE, TABLET));
    guest.isolate("guest", ONE);

    guest.endIsolation("guest", ONE);

    assertThat(guest.reaches(PHONE, TABLET)).isFalse();
  }

  @Test
  void isolatesUntilTheLastOfTwoCausesEnds() {
    topology.isolate("home", ONE);
    topology.isolate("home", OTHER);

    topology.endIsolation("home", ONE);

    assertThat(topology.path(PHONE, TABLET, Bearer.WIFI).cause()).contains(OTHER);
    topology.endIsolation("home", OTHER);
    assertThat(topology.path(PHONE, TABLET, Bearer.WIFI).isOpen()).isTrue();
  }

  @Test
  void losesOnlyTheBearerWhoseRadioIsOff() {
    topology.radioOff(TABLET, Radio.WIFI, ONE);

    assertThat(topology.path(PHONE, TABLET, Bearer.WIFI).cause()).contains(ONE);
    assertThat(topology.path(PHONE, TABLET, Bearer.BLUETOOTH).isOpen()).isTrue();
    assertThat(topology.radiosOn(TABLET)).containsExactly(Radio.BLUETOOTH);
  }

  @Test
  void keepsARadioOffUntilTheLastOfTwoCausesEnds() {
    topology.radioOff(TABLET, Radio.WIFI, ONE);
    topology.radioOff(TABLET, Radio.WIFI, OTHER);

    assertThat(topology.endRadioOff(TABLET, Radio.WIFI, ONE)).isFalse();
    assertThat(topology.radiosOn(TABLET)).doesNotContain(Radio.WIFI);
    assertThat(topology.endRadioOff(TABLET, Radio.WIFI, OTHER)).isTrue();
    assertThat(topology.radiosOn(TABLET)).contains(Radio.WIFI);
  }

  @Test
  void reachesAWatchOverBluetoothAlone() {
    assertThat(topology.path(PHONE, WATCH, Bearer.BLUETOOTH).isOpen()).isTrue();
    assertThat(topology.path(PHONE, WATCH, Bearer.WIFI).cause()).contains(FactKey.radios(WATCH));
  }

  @Test
  void cutsEveryBearerBetweenPartitions() {
    topology.partition(ONE, List.of(Set.of(PHONE), Set.of(TABLET)));

    assertThat(topology.lanes(PHONE, TABLET))
        .allSatisfy(lane -> assertThat(lane.about()).contains(ONE))
        .noneMatch(LinkFacts.Lane::usable);
    assertThat(topology.reaches(PHONE, WATCH)).as("in no group, so not cut").isTrue();
  }

  @Test
  void staysCutWhileOneOfTwoPartitionsLasts() {
    topology.partition(ONE, List.of(Set.of(PHONE), Set.of(TABLET)));
    topology.partition(OTHER, List.of(Set.of(PHONE, WATCH), Set.of(TABLET)));

    topology.join(ONE);

    assertThat(topology.path(PHONE, TABLET, Bearer.WIFI).cause()).contains(OTHER);
    topology.join(OTHER);
    assertThat(topology.reaches(PHONE, TABLET)).isTrue();
  }

  @Test
  void reachesNobodyThatIsSwitchedOff() {
    topology.powerOff(TABLET, ONE);
    topology.powerOff(TABLET, OTHER);

    assertThat(topology.reaches(PHONE, TABLET)).isFalse();
    assertThat(topology.endPowerOff(TABLET, ONE)).isFalse();
    assertThat(topology.endPowerOff(TABLET, ONE)).as("it has ended already").isFalse();
    assertThat(topology.endPowerOff(TABLET, OTHER)).isTrue();
    assertThat(topology.reaches(PHONE, TABLET)).isTrue();
  }

  @Test
  void forgetsEveryCauseWhenADeviceIsSwitchedOn() {
    topology.powerOff(TABLET, ONE);

    topology.powerOn(TABLET);

    assertThat(topology.endPowerOff(TABLET, ONE)).isFalse();
    assertThat(topology.reaches(PHONE, TABLET)).isTrue();
  }

  @Test
  void healsPartitionsAndIsolationButNoRadio() {
    topology.partition(ONE, List.of(Set.of(PHONE), Set.of(TABLET)));
    topology.isolate("home", ONE);
    topology.radioOff(TABLET, Radio.BLUETOOTH, ONE);

    topology.heal();

    assertThat(topology.path(PHONE, TABLET, Bearer.WIFI).isOpen()).isTrue();
    assertThat(topology.path(PHONE, TABLET, Bearer.BLUETOOTH).isOpen()).isFalse();
  }

  @Test
  void losesEverythingInTheDirectionOfABlackholeAlone() {
    topology.blackhole(new Direction(PHONE, TABLET), ONE);

    Path there = topology.path(PHONE, TABLET, Bearer.WIFI);
    assertThat(there.says()).isEqualTo("Wi-Fi: frames from phone to tablet are lost");
    assertThat(there.cause()).contains(ONE);
    assertThat(topology.reaches(PHONE, TABLET)).isFalse();
    assertThat(topology.reaches(TABLET, PHONE)).isTrue();
  }

  @Test
  void letsNobodyConverseWhenOneDirectionIsLost() {
    topology.blackhole(new Direction(PHONE, TABLET), ONE);

    assertThat(topology.converse(TABLET, PHONE)).isFalse();
    assertThat(topology.lanes(TABLET, PHONE))
        .extracting(LinkFacts.Lane::says)
        .containsExactly(
            "Wi-Fi: frames from phone to tablet are lost",
            "Bluetooth: frames from phone to tablet are lost");
  }

  @Test
  void saysOfADirectionThatLeadsNowhereAnywayWhyItDoesNot() {
    topology.blackhole(new Direction(BOARD, WATCH), ONE);

    assertThat(topology.lanes(BOARD, WATCH))
        .extracting(LinkFacts.Lane::says)
        .noneMatch(says -> says.contains("lost"));
  }

  @Test
  void addsUpWhatSlowsDownAndThinsOutADirection() {
    Direction direction = new Direction(PHONE, TABLET);
    topology.impair(direction, ONE, Impairment.lossOf(0.5));
    topology.impair(direction, OTHER, Impairment.lossOf(0.5).and(Impairment.delayOf(SECOND)));

    assertThat(topology.impairment(PHONE, TABLET))
        .isEqualTo(Impairment.lossOf(0.75).and(Impairment.delayOf(SECOND)));
    assertThat(topology.impairment(TABLET, PHONE)).isEqualTo(Impairment.NONE);

    topology.endImpairment(direction, OTHER);
    assertThat(topology.impairment(PHONE, TABLET)).isEqualTo(Impairment.lossOf(0.5));
  }

  @Test
  void takesALossOfEverythingForABlackhole() {
    topology.impair(new Direction(PHONE, TABLET), ONE, Impairment.lossOf(1));

    assertThat(topology.path(PHONE, TABLET, Bearer.WIFI).cause()).contains(ONE);
  }

  @Test
  void carriesFramesToADeviceThatStandsStillButNoConversation() {
    topology.pause(TABLET, ONE);

    assertThat(topology.path(PHONE, TABLET, Bearer.WIFI).isOpen()).isTrue();
    assertThat(topology.conversation(PHONE, TABLET, Bearer.WIFI).says())
        .isEqualTo("Wi-Fi: tablet stands still");
    assertThat(topology.converse(TABLET, PHONE)).isTrue();
  }

  @Test
  void namesTheFirstCauseOfSeveral() {
    topology.isolate("home", OTHER);
    topology.isolate("home", ONE);

    assertThat(topology.path(PHONE, TABLET, Bearer.WIFI).cause()).isEqualTo(Optional.of(OTHER));
  }
}
