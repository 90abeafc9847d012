package dev.trustring.sim.loop;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.Cancellable;
import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Adapter;
import akka.actor.typed.javadsl.Behaviors;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoopSchedulerTest {
  private final List<Object> seen = new ArrayList<>();

  @Test
  void repeatsAtAFixedRateUntilCancelled() {
    try (SharedWorld world = SharedWorld.seeded(1)) {
      Cancellable repeated =
          Adapter.toClassic(world.system)
              .scheduler()
              .scheduleAtFixedRate(
                  Duration.ofMillis(10),
                  Duration.ofMillis(30),
                  () -> seen.add(world.loop.nowNanos() / 1_000_000),
                  world.system.executionContext());

      world.loop.runFor(Duration.ofMillis(100));
      assertThat(repeated.cancel()).isTrue();
      world.loop.runFor(Duration.ofSeconds(1));

      assertThat(seen).containsExactly(10L, 40L, 70L, 100L);
      assertThat(repeated.isCancelled()).isTrue();
      assertThat(world.loop.pendingTimers()).isZero();
    }
  }

  @Test
  void stopsRepeatingWhenTheReceiverIsGone() {
    try (SharedWorld world = SharedWorld.seeded(2)) {
      ActorRef<String> shortLived =
          world.startOnHost(
              "short-lived", Behaviors.<String>receiveMessage(m -> Behaviors.stopped()));
      Adapter.toClassic(world.system)
          .scheduler()
          .scheduleAtFixedRate(
              Duration.ofMillis(10),
              Duration.ofMillis(10),
              Adapter.toClassic(shortLived),
              "stop",
              world.system.executionContext(),
              akka.actor.ActorRef.noSender());

      world.loop.runFor(Duration.ofSeconds(1));

      assertThat(world.loop.pendingTimers()).isZero();
    }
  }

  @Test
  void givesUpOnAnAnswerAfterExactlyTheTimeout() {
    try (SharedWorld world = SharedWorld.seeded(3)) {
      world.startOnHost("asker", asker(world, Behaviors.<ActorRef<String>>ignore()));

      world.loop.runFor(Duration.ofHours(1));

      assertThat(seen).containsExactly("timeout at 2026-01-01T00:00:05Z");
    }
  }

  @Test
  void takesAnAnswerThatComesInTime() {
    try (SharedWorld world = SharedWorld.seeded(4)) {
      Behavior<ActorRef<String>> answering =
          Behaviors.receiveMessage(
              replyTo -> {
                replyTo.tell("answer");
                return Behaviors.same();
              });
      world.startOnHost("asker", asker(world, answering));

      world.loop.runFor(Duration.ofHours(1));

      assertThat(seen).containsExactly("answer at 2026-01-01T00:00:00Z");
    }
  }

  /** Asks once, with a timer of its own for the timeout. */
  private Behavior<String> asker(SharedWorld world, Behavior<ActorRef<String>> answering) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> {
                  timers.startSingleTimer("timeout", Duration.ofSeconds(5));
                  context.spawn(answering, "answering").tell(context.getSelf());
                  return Behaviors.receiveMessage(
                      message -> {
                        seen.add(message + " at " + world.loop.now());
                        return Behaviors.stopped();
                      });
                }));
  }

  @Test
  void givesAkkaTheSameRandomNumbersForTheSameSeed() {
    assertThat(pathsOfThreeActors(5)).isEqualTo(pathsOfThreeActors(5));
    assertThat(pathsOfThreeActors(5)).isNotEqualTo(pathsOfThreeActors(6));
  }

  private static List<Integer> pathsOfThreeActors(long seed) {
    try (SharedWorld world = SharedWorld.seeded(seed)) {
      return List.of("a", "b", "c").stream()
          .map(name -> world.startOnHost(name, Behaviors.<String>ignore()).path().uid())
          .toList();
    }
  }
}
