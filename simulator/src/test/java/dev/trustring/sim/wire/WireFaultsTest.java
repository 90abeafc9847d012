package dev.trustring.sim.wire;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.FishingOutcomes;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import akka.actor.typed.javadsl.Behaviors;
import akka.cluster.ClusterEvent.ClusterDomainEvent;
import akka.cluster.ClusterEvent.ReachableMember;
import akka.cluster.ClusterEvent.UnreachableMember;
import akka.remote.artery.QuarantinedEvent;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Faults on real connections; every figure here is real time. */
@Tag("real-time")
class WireFaultsTest {

  @Test
  void aOneWayCutMakesBothSidesUnreachableAndHealsWithoutQuarantine() {
    try (Node phone = Node.inRing("ring");
        Node tv = Node.inRing("ring")) {
      Node.bond(phone, tv);
      TestProbe<ClusterDomainEvent> onPhone = phone.ringEvents();
      TestProbe<ClusterDomainEvent> onTv = tv.ringEvents();
      TestProbe<QuarantinedEvent> quarantined = phone.published(QuarantinedEvent.class);
      TestProbe<String> news = TestProbe.create(phone.system);
      TestProbe<String> inbox = TestProbe.create(tv.system);
      ActorRef<String> player =
          tv.spawn(Behaviors.receiveMessage(message -> Behaviors.stopped()), "player");

      phone.link(tv, LinkState.CUT);
      phone.watch(phone.seen(player, tv), news);
      phone.seen(inbox.ref(), tv).tell("lost");

      waitFor(UnreachableMember.class, onPhone);
      waitFor(UnreachableMember.class, onTv);
      player.tell("stop");
      news.expectNoMessage(Duration.ofSeconds(1));

      phone.link(tv, LinkState.CLEAR);
      phone.seen(inbox.ref(), tv).tell("arrives");

      waitFor(ReachableMember.class, onPhone);
      waitFor(ReachableMember.class, onTv);
      news.expectMessage(Node.PATIENCE, "ended");
      inbox.expectMessage(Node.PATIENCE, "arrives");
      quarantined.expectNoMessage(Duration.ofMillis(1));
    }
  }

  @Test
  void anEndpointThatStandsStillIsUnreachableUntilItGoesOn() {
    PowerSwitch power = PowerSwitch.on();
    try (Node phone = Node.inRing("ring");
        Node tv = Node.inRing("ring", power)) {
      Node.bond(phone, tv);
      TestProbe<ClusterDomainEvent> onPhone = phone.ringEvents();
      TestProbe<QuarantinedEvent> quarantined = phone.published(QuarantinedEvent.class);

      power.pause();
      waitFor(UnreachableMember.class, onPhone);

      power.resume();
      waitFor(ReachableMember.class, onPhone);
      quarantined.expectNoMessage(Duration.ofMillis(1));
    } finally {
      power.close();
    }
  }

  @Test
  void aLinkDelaysOrHoldsInOrderOrLosesWhatDevicesSend() {
    try (Node phone = Node.device("phone");
        Node tv = Node.device("tv")) {
      TestProbe<String> inbox = TestProbe.create(tv.system);
      ActorRef<String> there = phone.seen(inbox.ref(), tv);
      there.tell("connects");
      inbox.expectMessage(Node.PATIENCE, "connects");

      Duration delay = Duration.ofMillis(700);
      long sent = System.nanoTime();
      phone.link(tv, LinkState.delayedBy(delay));
      there.tell("late");
      phone.link(tv, LinkState.delayedBy(Duration.ofMillis(1)));
      there.tell("later");
      phone.link(tv, LinkState.CLEAR);
      there.tell("last");

      inbox.expectMessage(Node.PATIENCE, "late");
      assertThat(Duration.ofNanos(System.nanoTime() - sent)).isGreaterThanOrEqualTo(delay);
      inbox.expectMessage(Node.PATIENCE, "later");
      inbox.expectMessage(Node.PATIENCE, "last");

      phone.link(tv, LinkState.CLOGGED);
      there.tell("held");
      there.tell("held too");
      inbox.expectNoMessage(Duration.ofMillis(300));
      phone.link(tv, LinkState.CLEAR);
      there.tell("behind them");
      inbox.expectMessage(Node.PATIENCE, "held");
      inbox.expectMessage(Node.PATIENCE, "held too");
      inbox.expectMessage(Node.PATIENCE, "behind them");

      phone.link(tv, LinkState.losing(1));
      there.tell("lost");
      phone.link(tv, LinkState.CLEAR);
      there.tell("arrives");

      inbox.expectMessage(Node.PATIENCE, "arrives");
      assertThat(phone.dropped()).isEqualTo(1);
    }
  }

  private static void waitFor(
      Class<? extends ClusterDomainEvent> type, TestProbe<ClusterDomainEvent> events) {
    events.fishForMessage(
        Node.PATIENCE,
        event ->
            type.isInstance(event)
                ? FishingOutcomes.complete()
                : FishingOutcomes.continueAndIgnore());
  }
}
