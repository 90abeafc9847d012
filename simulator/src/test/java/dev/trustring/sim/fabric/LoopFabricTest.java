package dev.trustring.sim.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akka.actor.ActorRef;
import akka.actor.ExtendedActorSystem;
import akka.actor.PoisonPill;
import akka.actor.Props;
import akka.actor.Terminated;
import akka.actor.UntypedAbstractActor;
import akka.actor.typed.javadsl.Adapter;
import com.typesafe.config.ConfigFactory;
import dev.trustring.sim.fabric.ForeignSerializer.Foreign;
import dev.trustring.sim.loop.RunFailedException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mostly systems that are in no common ring, so that nothing but the test's own is sent. */
class LoopFabricTest {
  private final List<Object> heard = new ArrayList<>();
  private RingOnLoop ring;

  @BeforeEach
  void open() {
    ring = RingOnLoop.seeded(11);
  }

  @AfterEach
  void close() {
    ring.close();
  }

  @Test
  void keepsTheOrderOfALinkWhateverTheDelays() {
    start("phone", "watch");
    String ear = listen("watch");

    tell("phone", ear, IntStream.range(0, 200).mapToObj(Integer::toString).toArray());
    ring.run(1);

    assertThat(heard)
        .containsExactly(IntStream.range(0, 200).mapToObj(Integer::toString).toArray());
    assertThat(ring.fabric.lost()).isZero();
  }

  @Test
  void losesWhatUsersSendOverACutLink() {
    start("phone", "watch");
    String ear = listen("watch");

    ring.cutOneWay("phone", "watch");
    tell("phone", ear, "lost");
    ring.run(1);
    ring.heal();
    tell("phone", ear, "found");
    ring.run(1);

    assertThat(heard).containsExactly("found");
    assertThat(ring.fabric.lost()).isEqualTo(1);
  }

  @Test
  void losesWhatIsOnItsWayWhenTheLinkIsCut() {
    start("phone", "watch");
    String ear = listen("watch");

    tell("phone", ear, "too late");
    ring.cutOneWay("phone", "watch");
    ring.run(1);

    assertThat(heard).isEmpty();
  }

  @Test
  void keepsAkkasOwnSignalsUntilTheLinkIsHealed() {
    ring.up("phone", "watch");
    String watched = listen("watch");
    watch("phone", listen("phone"), watched);
    ring.run(1);

    ring.cut("phone", "watch");
    tell("watch", watched, PoisonPill.getInstance());
    ring.run(5);
    assertThat(heard).isEmpty();
    assertThat(ring.fabric.parked()).isPositive();
    ring.heal();
    ring.run(1);

    assertThat(heard).hasOnlyElementsOfType(Terminated.class).hasSize(1);
  }

  @Test
  void deliversNothingToASystemWithoutPower() {
    start("phone", "watch");
    String ear = listen("watch");

    tell("phone", ear, "on its way");
    ring.crash("watch");
    tell("phone", ear, "afterwards");
    ring.run(1);

    assertThat(heard).isEmpty();
    assertThat(ring.fabric.lost()).isEqualTo(2);
  }

  @Test
  void deliversNothingToTheNextLifeThatWasMeantForTheLast() {
    start("phone", "watch");
    String ear = listen("watch");

    tell("phone", ear, "on its way");
    ring.crash("watch");
    start("watch");
    listen("watch");
    ring.run(1);

    assertThat(heard).isEmpty();
    assertThat(ring.fabric.lost()).isEqualTo(1);
  }

  @Test
  void refusesASecondSystemUnderALivingOnesAddress() {
    start("watch");

    assertThatThrownBy(() -> ring.startAs("car", "watch"))
        .hasMessageContaining("akka://ring@watch:25520 is in use by a living system");
  }

  @Test
  void countsBytesThatTheReceiverHasNoSerializerFor() {
    ring.startWith("phone", ConfigFactory.parseString(ForeignSerializer.CONFIG));
    start("watch");
    String ear = listen("watch");

    tell("phone", ear, new Foreign(), "plain");
    ring.run(1);

    assertThat(heard).containsExactly("plain");
    assertThat(ring.fabric.refused()).isEqualTo(1);
  }

  @Test
  void failsTheRunForAMessageThatNobodyCanSerialize() {
    start("phone", "watch");
    String ear = listen("watch");

    tell("phone", ear, new Object());

    assertThatThrownBy(() -> ring.run(1))
        .isInstanceOf(RunFailedException.class)
        .hasMessageContaining("akka://ring@phone:25520 cannot serialize");
  }

  private void start(String... hosts) {
    for (String host : hosts) {
      ring.start(host);
    }
    ring.run(1);
  }

  /** The path of a new actor that hears for the test. */
  private String listen(String host) {
    ExtendedActorSystem system = classic(host);
    Props props = Props.create(Ear.class, () -> new Ear(heard));
    ActorRef ear = ring.loop.inside(() -> system.systemActorOf(props, "ear"));
    return ear.path().toSerializationFormatWithAddress(ring.address(host));
  }

  private void tell(String from, String to, Object... messages) {
    ExtendedActorSystem system = classic(from);
    ring.loop.inside(
        () -> {
          ActorRef recipient = system.provider().resolveActorRef(to);
          for (Object message : messages) {
            recipient.tell(message, ActorRef.noSender());
          }
          return true;
        });
  }

  private void watch(String from, String watcher, String watched) {
    tell(from, watcher, new Watch(classic(from).provider().resolveActorRef(watched)));
  }

  private ExtendedActorSystem classic(String host) {
    return (ExtendedActorSystem) Adapter.toClassic(ring.system(host));
  }

  private record Watch(ActorRef actor) {}

  private static final class Ear extends UntypedAbstractActor {
    private final List<Object> heard;

    Ear(List<Object> heard) {
      this.heard = heard;
    }

    @Override
    public void onReceive(Object message) {
      if (message instanceof Watch watch) {
        getContext().watch(watch.actor());
      } else {
        heard.add(message);
      }
    }
  }
}
