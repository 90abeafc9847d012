package dev.trustring.sim.ring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.device.net.Payload;
import dev.trustring.sim.loop.Agenda;
import dev.trustring.sim.loop.RunLoop;
import dev.trustring.sim.net.Places;
import dev.trustring.sim.net.Topology;
import dev.trustring.trust.identity.AccountHash;
import dev.trustring.trust.identity.AccountId;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.ring.MembershipEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BeaconsTest {

  private static final DeviceName PHONE = new DeviceName("phone");
  private static final DeviceName TABLET = new DeviceName("tablet");
  private static final AccountHash MINE = new AccountId("acct-1").hash();
  private static final AccountHash OTHERS = new AccountId("acct-2").hash();

  private final RunLoop loop = RunLoop.open(1);
  private final Topology topology = Places.of(Places.wifi("home", "10.0.0.0/24", PHONE, TABLET));
  private final List<String> said = new ArrayList<>();
  private final List<String> seen = new ArrayList<>();

  @AfterEach
  void close() {
    loop.close();
  }

  @Test
  void saysItsAccountEveryFiveSecondsToDevicesElsewhere() {
    Beacons beacons = beaconsOf(TABLET);

    beacons.announce(PHONE, Optional.of(MINE));
    loop.runFor(Duration.ofSeconds(11));

    assertThat(said)
        .containsExactly(
            "0 phone to tablet " + MINE, "5 phone to tablet " + MINE, "10 phone to tablet " + MINE);
  }

  @Test
  void isSilentWithoutAnAccount() {
    Beacons beacons = beaconsOf(TABLET);
    beacons.announce(PHONE, Optional.of(MINE));

    beacons.announce(PHONE, Optional.empty());
    loop.runFor(Duration.ofSeconds(30));

    assertThat(said).hasSize(1);
  }

  @Test
  void isSilentWhenNobodyIsElsewhere() {
    Beacons beacons = beaconsOf();

    beacons.announce(PHONE, Optional.of(MINE));
    loop.runFor(Duration.ofSeconds(30));

    assertThat(said).isEmpty();
  }

  @Test
  void isIntroducedToADeviceOfTheSameAccountOnly() {
    Beacons beacons = beaconsOf(TABLET);
    beacons.announce(PHONE, Optional.of(MINE));

    beacons.heard(PHONE, TABLET, OTHERS);
    beacons.heard(PHONE, TABLET, MINE);

    assertThat(seen).containsExactly("phone sees tablet");
  }

  @Test
  void ofTwoTheOneWithTheLaterNameWaits() {
    Beacons beacons = beaconsOf(PHONE);
    beacons.announce(TABLET, Optional.of(MINE));

    beacons.heard(TABLET, PHONE, MINE);

    assertThat(seen).isEmpty();
  }

  private Beacons beaconsOf(DeviceName... elsewhere) {
    Membership nobody =
        new ComputedMembership(loop, topology, (device, event) -> {}, (device, peer) -> {});
    nobody.ringsChanged(DeviceIdentity.of(PHONE), List.of());
    return new Beacons(
        new Place(),
        nobody,
        List.of(elsewhere),
        (device, peer, account) -> seen.add(device + " sees " + peer));
  }

  private final class Place implements Ground {
    @Override
    public Agenda agenda() {
      return loop;
    }

    @Override
    public Topology topology() {
      return topology;
    }

    @Override
    public void tell(DeviceName device, MembershipEvent event) {}

    @Override
    public void heard(DeviceName device, DeviceName peer) {}

    @Override
    public void say(DeviceName from, DeviceName to, Payload payload) {
      Payload.AccountBeacon beacon = (Payload.AccountBeacon) payload;
      long second = loop.nowNanos() / 1_000_000_000L;
      said.add(second + " " + from + " to " + to + " " + beacon.account());
    }
  }
}
