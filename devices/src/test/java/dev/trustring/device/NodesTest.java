package dev.trustring.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.device.net.NodeInfo;
import dev.trustring.device.net.Payload;
import dev.trustring.kv.sync.PeerInfo;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.identity.NetworkId;
import dev.trustring.trust.identity.Udid;
import dev.trustring.trust.level.DeviceLevel;
import dev.trustring.trust.ring.AwayReason;
import dev.trustring.trust.ring.MembershipEvent;
import dev.trustring.trust.ring.RingId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NodesTest {
  private static final DeviceIdentity TABLET = DeviceIdentity.of("tablet");
  private static final DeviceIdentity WATCH = DeviceIdentity.of("watch");
  private static final DeviceName NAME = TABLET.name();
  private static final RingId FAMILY = new RingId("account:family");
  private static final RingId BOND = new RingId("bond:a+b");

  @Test
  void doesNotKnowAStranger() {
    assertThat(Nodes.NOBODY.info(NAME)).isEqualTo(PeerInfo.STRANGER);
    assertThat(Nodes.NOBODY.online()).isEmpty();
  }

  @Test
  void countsAPeerAsOnlineOnceItIsInReachAndHasToldOfItself() {
    Nodes inReach = Nodes.NOBODY.after(online(FAMILY, TABLET));

    assertThat(inReach.isReachable(NAME)).isTrue();
    assertThat(inReach.isOnline(NAME)).isFalse();
    assertThat(inReach.told(NAME, tablet()).isOnline(NAME)).isTrue();
  }

  @Test
  void countsAPeerAsOnlineThatToldOfItselfBeforeItsArrivalWasHeard() {
    Nodes told = Nodes.NOBODY.told(NAME, tablet());

    assertThat(told.isOnline(NAME)).isFalse();
    assertThat(told.after(online(FAMILY, TABLET)).isOnline(NAME)).isTrue();
  }

  @Test
  void tellsTheDataServiceWhatThePeerStates() {
    Nodes nodes = Nodes.NOBODY.after(online(FAMILY, TABLET)).told(NAME, tablet());

    assertThat(nodes.info(NAME))
        .isEqualTo(
            new PeerInfo(true, true, Optional.of(DeviceLevel.SL3), false, Optional.of(true)));
  }

  @Test
  void keepsAPeerInTheRingThatIsOutOfReach() {
    Nodes nodes =
        Nodes.NOBODY
            .after(online(FAMILY, TABLET))
            .told(NAME, tablet())
            .after(new MembershipEvent.Unreachable(FAMILY, TABLET, AwayReason.SILENT));

    assertThat(nodes.info(NAME))
        .isEqualTo(
            new PeerInfo(true, false, Optional.of(DeviceLevel.SL3), false, Optional.of(true)));
  }

  @Test
  void keepsAPeerOnlineThatIsInReachThroughAnotherRing() {
    Nodes nodes =
        Nodes.NOBODY
            .after(online(FAMILY, TABLET))
            .after(online(BOND, TABLET))
            .told(NAME, tablet())
            .after(new MembershipEvent.Left(BOND, TABLET));

    assertThat(nodes.isOnline(NAME)).isTrue();
    assertThat(nodes.info(NAME).inRing()).isTrue();
  }

  @Test
  void forgetsWithTheLastRingWhatAPeerTold() {
    Nodes left =
        Nodes.NOBODY
            .after(online(FAMILY, TABLET))
            .told(NAME, tablet())
            .after(new MembershipEvent.Removed(FAMILY, TABLET));

    assertThat(left.info(NAME)).isEqualTo(PeerInfo.STRANGER);
    assertThat(left.after(online(BOND, TABLET)).isOnline(NAME)).isFalse();
  }

  @Test
  void knowsAMemberThatWasNeverInReach() {
    Nodes nodes = Nodes.NOBODY.after(new MembershipEvent.Joined(FAMILY, TABLET));

    assertThat(nodes.info(NAME).inRing()).isTrue();
    assertThat(nodes.isReachable(NAME)).isFalse();
  }

  @Test
  void listsOnlyThePeersThatAreOnlineByName() {
    Nodes nodes =
        Nodes.NOBODY
            .after(online(FAMILY, WATCH))
            .after(online(FAMILY, TABLET))
            .after(online(FAMILY, DeviceIdentity.of("car")))
            .told(WATCH.name(), tablet())
            .told(NAME, tablet());

    assertThat(nodes.online()).containsExactly(NAME, WATCH.name());
  }

  private static MembershipEvent online(RingId ring, DeviceIdentity peer) {
    return new MembershipEvent.Online(ring, peer);
  }

  @Test
  void knowsNoLevelOfAPeerWhoseAttributesHaveNoneUntilItHasProvenOne() {
    Nodes nodes = Nodes.NOBODY.after(online(FAMILY, TABLET)).told(NAME, silentTablet());

    assertThat(nodes.info(NAME).levelComing()).isTrue();
    assertThat(nodes.proven(NAME, DeviceLevel.SL3).info(NAME))
        .isEqualTo(new PeerInfo(true, true, Optional.of(DeviceLevel.SL3), true, Optional.of(true)));
  }

  @Test
  void forgetsAProvenLevelWhenThePeerGoesOutOfReach() {
    Nodes back =
        Nodes.NOBODY
            .after(online(FAMILY, TABLET))
            .told(NAME, silentTablet())
            .proven(NAME, DeviceLevel.SL3)
            .after(new MembershipEvent.Unreachable(FAMILY, TABLET, AwayReason.SILENT))
            .after(online(FAMILY, TABLET));

    assertThat(back.info(NAME).levelComing()).isTrue();
  }

  @Test
  void hasAPeerOnlineAgainOnceItHasToldOfItselfAnew() {
    Nodes without =
        Nodes.NOBODY.after(online(FAMILY, TABLET)).told(NAME, tablet()).withoutNode(NAME);

    assertThat(without.isReachable(NAME)).isTrue();
    assertThat(without.isOnline(NAME)).isFalse();
    assertThat(without.told(NAME, tablet()).isOnline(NAME)).isTrue();
  }

  private static Payload.NodeAttributes tablet() {
    return new Payload.NodeAttributes(info(Optional.of(DeviceLevel.SL3)), true, 17);
  }

  private static Payload.NodeAttributes silentTablet() {
    return new Payload.NodeAttributes(info(Optional.empty()), false, 17);
  }

  private static NodeInfo info(Optional<DeviceLevel> level) {
    return new NodeInfo(NetworkId.of(Udid.of(NAME), 1), level, Optional.of(true), List.of());
  }
}
