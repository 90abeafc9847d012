package dev.trustring.sim.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.Address;
import akka.actor.AddressFromURIString;
import akka.actor.typed.ActorSystem;
import akka.cluster.Member;
import akka.cluster.typed.Cluster;
import akka.cluster.typed.Join;
import dev.trustring.config.scenario.Downing;
import dev.trustring.device.net.Payload;
import dev.trustring.sim.fabric.LoopFabric;
import dev.trustring.sim.loop.RunLoop;
import dev.trustring.trust.identity.AccountId;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.ring.Ring;
import dev.trustring.trust.ring.RingKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever lacks the credential of a ring is refused before it becomes a member. */
class StrangerTest {

  private static final DeviceName PHONE = new DeviceName("phone");
  private static final DeviceName STRANGER = new DeviceName("stranger");
  private static final Ring RING =
      Ring.ofAccount(new AccountId("acct-1"), List.of(PHONE, STRANGER));

  /** The same name for the ring, as anybody can make it, and another key. */
  private static final Ring FORGED =
      new Ring(RING.id(), RING.kind(), RING.members(), RingKey.ofAccount(new AccountId("acct-2")));

  private final RunLoop loop = RunLoop.open(3);
  private final LoopEndpoints endpoints = new LoopEndpoints(loop, Downing.NONE);
  private final List<RingView> views = new ArrayList<>();

  @AfterEach
  void close() {
    loop.close();
  }

  @Test
  void aNodeWithoutTheKeyIsRefusedBeforeItIsAMember() {
    ActorSystem<?> member = founded();
    ActorSystem<?> stranger = started(STRANGER, FORGED);

    loop.inside(() -> join(stranger, addressOf(member)));
    loop.runFor(Duration.ofMinutes(2));

    assertThat(members(member)).containsExactly(addressOf(member));
    assertThat(views).isEmpty();
    assertThat(LoopFabric.of(loop).refused()).isPositive();
  }

  @Test
  void aNodeWithTheKeyIsLetIn() {
    ActorSystem<?> member = founded();
    ActorSystem<?> other = started(STRANGER, RING);

    loop.inside(() -> join(other, addressOf(member)));
    loop.runFor(Duration.ofSeconds(20));

    assertThat(members(member)).contains(addressOf(member), addressOf(other));
  }

  @Test
  void aProbeProvesTheKeyForItsWordsAndItsWayOnly() {
    Payload.RingProbe probe =
        Proof.of(RING.key(), PHONE, STRANGER).probe(RING.id(), "akka://r@d:1", "", false);

    assertThat(Proof.of(RING.key(), PHONE, STRANGER).isRight(probe)).isTrue();
    assertThat(Proof.of(FORGED.key(), PHONE, STRANGER).isRight(probe)).isFalse();
    assertThat(Proof.of(RING.key(), STRANGER, PHONE).isRight(probe)).isFalse();
    Payload.RingProbe elsewhere =
        new Payload.RingProbe(probe.ring(), "akka://r@e:1", "", false, probe.proof());
    assertThat(Proof.of(RING.key(), PHONE, STRANGER).isRight(elsewhere)).isFalse();
  }

  private ActorSystem<?> founded() {
    ActorSystem<?> first = started(PHONE, RING);
    loop.inside(() -> join(first, addressOf(first)));
    loop.runFor(Duration.ofSeconds(10));
    return first;
  }

  private ActorSystem<?> started(DeviceName device, Ring ring) {
    loop.power().powerOn(device.value());
    return endpoints.start(device, ring, 1, new Silent()).system();
  }

  private static boolean join(ActorSystem<?> system, Address at) {
    Cluster.get(system).manager().tell(new Join(at));
    return true;
  }

  private static Address addressOf(ActorSystem<?> system) {
    return AddressFromURIString.parse(Cluster.get(system).selfMember().address().toString());
  }

  private static List<Address> members(ActorSystem<?> system) {
    List<Address> members = new ArrayList<>();
    for (Member member : Cluster.get(system).state().getMembers()) {
      members.add(member.address());
    }
    return members;
  }

  /** Says nothing to other devices, so that only a node's own doing lets it in. */
  private final class Silent implements RingEndpointActor.Ports {
    @Override
    public void probe(DeviceName to, Address self, String founder, boolean answer) {
      assertThat(new TreeSet<>(RING.members())).contains(to);
    }

    @Override
    public void view(RingView view) {
      views.add(view);
    }

    @Override
    public void moves() {
      throw new AssertionError("there is one cluster");
    }

    @Override
    public void expelled() {
      throw new AssertionError("nobody is put out");
    }
  }
}
