package dev.trustring.sim.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.Behavior;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.PostStop;
import akka.actor.typed.Terminated;
import akka.actor.typed.javadsl.Behaviors;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PowerGridTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final List<String> seen = new ArrayList<>();

  @Test
  void countsTheLivesOfANode() {
    try (RunLoop loop = RunLoop.open(1)) {
      PowerGrid power = loop.power();

      Incarnation first = power.powerOn("phone");
      power.powerOff("phone");
      Incarnation second = power.powerOn("phone");

      assertThat(first).hasToString("phone #1");
      assertThat(first.isAlive()).isFalse();
      assertThat(second).hasToString("phone #2");
      assertThat(power.current("phone")).contains(second);
      assertThat(power.isOn("watch")).isFalse();
      assertThatThrownBy(() -> power.powerOn("phone")).hasMessageContaining("on already");
      assertThatThrownBy(() -> power.powerOff("watch")).hasMessageContaining("off already");
    }
  }

  @Test
  void stopsAWholeSubtreeWithoutCallingIt() {
    try (SharedWorld world = SharedWorld.seeded(2)) {
      world.start("phone", ticking("phone"));
      world.loop.runFor(SECOND.multipliedBy(3).minusNanos(1));
      assertThat(seen)
          .containsExactly("phone/child", "phone", "phone/child", "phone", "phone/child");

      seen.clear();
      world.loop.power().powerOff("phone");
      world.loop.runFor(SECOND.multipliedBy(10));

      assertThat(seen).isEmpty();
      assertThat(world.loop.pendingTimers()).isZero();
    }
  }

  @Test
  void runsNothingOfAPausedNodeAndEverythingOnceItGoesOn() {
    try (SharedWorld world = SharedWorld.seeded(2)) {
      ActorRef<String> phone = world.start("phone", recording("phone"));
      world.start("watch", ticking("watch"));
      world.loop.runFor(SECOND);
      seen.clear();

      phone.tell("sent before the pause");
      world.loop.power().pause("phone");
      phone.tell("sent in the pause");
      world.loop.runFor(SECOND);
      assertThat(seen).isNotEmpty().allMatch(what -> what.startsWith("watch"));

      seen.clear();
      world.loop.power().resume("phone");
      world.loop.runFor(Duration.ofNanos(1));
      assertThat(seen).containsExactly("phone: sent before the pause", "phone: sent in the pause");
    }
  }

  @Test
  void firesTheTimersOfAPausedNodeLateAndInOrder() {
    try (SharedWorld world = SharedWorld.seeded(2)) {
      world.start("phone", ticking("phone"));
      world.loop.runFor(Duration.ofNanos(1));
      world.loop.power().pause("phone");
      world.loop.runFor(SECOND.multipliedBy(5));
      assertThat(seen).isEmpty();

      world.loop.power().resume("phone");
      world.loop.runFor(Duration.ofNanos(1));

      assertThat(seen).contains("phone", "phone/child");
    }
  }

  @Test
  void forgetsWhatAPausedNodeHeldWhenItsPowerGoes() {
    try (SharedWorld world = SharedWorld.seeded(2)) {
      ActorRef<String> phone = world.start("phone", recording("phone"));
      world.loop.runFor(SECOND);
      world.loop.power().pause("phone");
      phone.tell("held");
      world.loop.runFor(SECOND);

      world.loop.power().powerOff("phone");
      world.loop.runFor(SECOND);

      assertThat(seen).isEmpty();
    }
  }

  @Test
  void leavesOtherNodesRunning() {
    try (SharedWorld world = SharedWorld.seeded(3)) {
      world.start("phone", ticking("phone"));
      world.start("watch", ticking("watch"));
      world.loop.power().powerOff("phone");

      world.loop.runFor(SECOND);

      assertThat(seen).containsExactlyInAnyOrder("watch", "watch/child");
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void dropsMessagesThatWereOnTheirWay(long seed) {
    try (SharedWorld world = SharedWorld.seeded(seed)) {
      ActorRef<String> phone = world.start("phone", recording("phone"));
      world.loop.runFor(SECOND);

      phone.tell("queued before the cut");
      world.loop.power().powerOff("phone");
      phone.tell("sent after the cut");
      world.loop.runFor(SECOND);
      phone.tell("sent much later");
      world.loop.runFor(SECOND);

      assertThat(seen).isEmpty();
    }
  }

  @Test
  void takesTheTimersOfADeadIncarnationOutOfTheHeap() {
    try (RunLoop loop = RunLoop.open(4)) {
      Incarnation phone = loop.power().powerOn("phone");
      for (int i = 0; i < 1_000; i++) {
        loop.schedule(1_000 + i, () -> seen.add("fired"), phone);
      }
      loop.schedule(2_000, () -> seen.add("the host's own"));
      LoopTimer cancelledTooLate = loop.schedule(3_000, () -> seen.add("fired"), phone);

      loop.power().powerOff("phone");
      cancelledTooLate.cancel();

      assertThat(loop.heapSize()).isEqualTo(1);
      assertThat(loop.pendingTimers()).isEqualTo(1);
      loop.runFor(SECOND);
      assertThat(seen).containsExactly("the host's own");
      assertThat(loop.timersFired()).isEqualTo(1);
    }
  }

  @Test
  void skipsTheTimersOfADeadIncarnationThatAreStillInTheHeap() {
    try (RunLoop loop = RunLoop.open(4)) {
      Incarnation phone = loop.power().powerOn("phone");
      loop.schedule(1_000, () -> seen.add("fired"), phone);
      loop.power().powerOff("phone");

      loop.runFor(SECOND);

      assertThat(seen).isEmpty();
      assertThat(loop.pendingTimers()).isZero();
    }
  }

  @Test
  void neverStartsAnActorWhoseNodeDiedBefore() {
    try (SharedWorld world = SharedWorld.seeded(5)) {
      Incarnation incarnation = world.loop.power().powerOn("phone");
      String dispatcher = world.loop.power().dispatcherId(incarnation, world.system);
      world.loop.power().powerOff("phone");

      world.loop.inside(
          () ->
              world.system.systemActorOf(
                  ticking("phone"), "late", DispatcherSelector.fromConfig(dispatcher)));
      world.loop.runFor(SECOND.multipliedBy(5));

      assertThat(seen).isEmpty();
      assertThatThrownBy(() -> world.loop.power().dispatcherId(incarnation, world.system))
          .hasMessageContaining("phone #1 is over");
    }
  }

  @Test
  void tellsWatchersAndFreesTheName() {
    try (SharedWorld world = SharedWorld.seeded(6)) {
      ActorRef<String> phone = world.start("phone", recording("phone"));
      world.startOnHost("watcher", watcherOf(phone));
      world.loop.runFor(SECOND);

      world.loop.power().powerOff("phone");
      world.loop.runFor(SECOND);
      ActorRef<String> namesake =
          world.loop.inside(
              () ->
                  world.system.systemActorOf(
                      recording("namesake"), "phone-1", DispatcherSelector.defaultDispatcher()));
      namesake.tell("hello");
      world.loop.runFor(SECOND);

      assertThat(seen).containsExactly("saw phone-1 end", "namesake: hello");
    }
  }

  @Test
  void noticesAnActorThatNoPowerCutCouldStop() {
    try (RunLoop loop = RunLoop.open(7)) {
      ActorSystem<Void> system =
          loop.inside(
              () -> ActorSystem.create(Behaviors.<Void>empty(), "w", LoopConfig.shared(loop)));
      Incarnation phone = loop.power().powerOn("phone");
      String dispatcher = loop.power().dispatcherId(phone, system);
      Behavior<String> careless =
          Behaviors.setup(
              context -> {
                context.spawn(Behaviors.<String>ignore(), "stray");
                return Behaviors.ignore();
              });
      loop.inside(
          () -> system.systemActorOf(careless, "p", DispatcherSelector.fromConfig(dispatcher)));
      loop.runFor(SECOND);

      loop.power().powerOff("phone");

      assertThatThrownBy(() -> loop.runFor(SECOND)).hasMessageContaining("/system/p/stray");
    }
  }

  @Test
  void killsASystemOfTheNodesOwn() {
    try (RunLoop loop = RunLoop.open(8)) {
      Incarnation phone = loop.power().powerOn("phone");
      loop.inside(
          () -> ActorSystem.create(ticking("phone"), "phone", LoopConfig.ofNode(loop, phone)));
      loop.runFor(SECOND);
      assertThat(seen).containsExactlyInAnyOrder("phone/child", "phone");

      loop.power().powerOff("phone");
      loop.runFor(Duration.ofMinutes(1));

      assertThat(seen).hasSize(2);
      assertThat(loop.pendingTimers()).isZero();
      assertThat(loop.foreignSubmits()).isZero();
      assertThatThrownBy(
              () ->
                  loop.inside(
                      () ->
                          ActorSystem.create(
                              Behaviors.empty(), "phone", LoopConfig.ofNode(loop, phone))))
          .hasMessageContaining("phone is off");
    }
  }

  private Behavior<String> ticking(String name) {
    return Behaviors.setup(
        context -> {
          if (!name.endsWith("/child")) {
            context.spawn(ticking(name + "/child"), "child", DispatcherSelector.sameAsParent());
          }
          return Behaviors.withTimers(
              timers -> {
                timers.startTimerAtFixedRate("tick", tickOf(name), SECOND);
                return Behaviors.receive(String.class)
                    .onAnyMessage(
                        tick -> {
                          seen.add(name);
                          return Behaviors.same();
                        })
                    .onSignal(
                        PostStop.class,
                        stop -> {
                          seen.add(name + " was told to stop");
                          return Behaviors.same();
                        })
                    .build();
              });
        });
  }

  private static Duration tickOf(String name) {
    return name.endsWith("/child") ? SECOND.dividedBy(2) : SECOND;
  }

  private Behavior<String> recording(String name) {
    return Behaviors.receiveMessage(
        message -> {
          seen.add(name + ": " + message);
          return Behaviors.same();
        });
  }

  private Behavior<String> watcherOf(ActorRef<String> watched) {
    return Behaviors.setup(
        context -> {
          context.watch(watched);
          return Behaviors.receive(String.class)
              .onSignal(
                  Terminated.class,
                  end -> {
                    seen.add("saw " + end.getRef().path().name() + " end");
                    return Behaviors.same();
                  })
              .build();
        });
  }
}
