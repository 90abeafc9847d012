package dev.trustring.device;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import dev.trustring.device.net.NodeInfo;
import dev.trustring.device.net.Payload;
import dev.trustring.device.profile.DeviceKind;
import dev.trustring.trust.identity.NetworkId;
import dev.trustring.trust.level.DeviceLevel;
import dev.trustring.trust.ring.AwayReason;
import dev.trustring.trust.ring.MembershipEvent;
import dev.trustring.trust.ring.RingId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What a device makes of a peer with a new networkId, by trust-and-softbus §5.4. */
class NetworkIdActorTest {

  private static final ActorTestKit KIT = InMemory.kit();

  private static final RingId RING = new RingId("account:test");

  @AfterAll
  static void shutDown() {
    KIT.shutdownTestKit();
  }

  @Test
  void seesAPeerGoAndComeThatHasAnother() {
    TwoDevices two = new TwoDevices(KIT, "another", DeviceKind.TABLET);
    two.meetIn(RING);
    two.phone.seesOnline(two.other);

    two.phone.tell(new DeviceActor.FromBus(two.other.name(), attributes(two.other)));

    assertThat(two.phone.sees(Witness.PeerState.class, state -> true).online()).isFalse();
    assertThat(two.phone.sees(Witness.PeerState.class, state -> true).online()).isTrue();
  }

  @Test
  void seesAPeerComeOnceThatHadGoneBeforeItHadAnother() {
    TwoDevices two = new TwoDevices(KIT, "before", DeviceKind.TABLET);
    two.meetIn(RING);
    two.phone.seesOnline(two.other);

    two.phone.hears(new MembershipEvent.Unreachable(RING, two.other.identity(), AwayReason.SILENT));
    two.phone.tell(new DeviceActor.FromBus(two.other.name(), attributes(two.other)));
    two.phone.hears(new MembershipEvent.Online(RING, two.other.identity()));
    two.phone.hears(new MembershipEvent.Unreachable(RING, two.other.identity(), AwayReason.SILENT));

    for (boolean online : new boolean[] {false, true, false}) {
      assertThat(two.phone.sees(Witness.PeerState.class, state -> true).online()).isEqualTo(online);
    }
  }

  private static Payload.NodeAttributes attributes(TwoDevices.Device device) {
    return new Payload.NodeAttributes(
        new NodeInfo(
            NetworkId.of(device.identity().udid(), 1, 1),
            Optional.of(DeviceLevel.SL3),
            Optional.empty(),
            List.of()),
        true,
        17);
  }
}
