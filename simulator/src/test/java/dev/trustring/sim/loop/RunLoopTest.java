package dev.trustring.sim.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunLoopTest {
  private final List<Object> seen = new ArrayList<>();

  @Test
  void firesTimersOfOneInstantInTheOrderOfTheirScheduling() {
    try (RunLoop loop = RunLoop.open(1)) {
      List<Integer> numbers = IntStream.range(0, 100).boxed().toList();
      numbers.forEach(n -> loop.schedule(Duration.ofMillis(5), () -> seen.add(n)));
      loop.schedule(Duration.ofMillis(4), () -> seen.add("earlier"));

      loop.runFor(Duration.ofMillis(5));

      assertThat(seen).startsWith("earlier").hasSize(101);
      assertThat(seen.subList(1, 101)).isEqualTo(numbers);
    }
  }

  @ParameterizedTest
  @EnumSource
  void runsEveryReadyTaskOnce(Order order) {
    try (RunLoop loop = RunLoop.open(LoopOptions.seeded(2).withOrder(order))) {
      List<Object> numbers = List.copyOf(IntStream.range(0, 1000).boxed().toList());
      numbers.forEach(n -> loop.execute(() -> seen.add(n)));

      loop.runFor(Duration.ZERO);

      assertThat(seen).containsExactlyInAnyOrderElementsOf(numbers);
      assertThat(seen.equals(numbers)).isEqualTo(order == Order.FIFO);
      assertThat(loop.tasksRun()).isEqualTo(1000);
    }
  }

  @Test
  void movesTimeOnlyWhenNoTaskIsReady() {
    try (RunLoop loop = RunLoop.open(3)) {
      loop.schedule(Duration.ofSeconds(1), () -> loop.execute(() -> again(loop, 10)));
      loop.schedule(Duration.ofSeconds(2), () -> seen.add(loop.now()));

      loop.runFor(Duration.ofSeconds(3));

      assertThat(seen).hasSize(12).endsWith(RunLoop.EPOCH.plusSeconds(2));
      assertThat(seen.subList(0, 11)).containsOnly(RunLoop.EPOCH.plusSeconds(1));
      assertThat(loop.clock().instant()).isEqualTo(Instant.parse("2026-01-01T00:00:03Z"));
    }
  }

  private void again(RunLoop loop, int times) {
    seen.add(loop.now());
    if (times > 0) {
      loop.execute(() -> again(loop, times - 1));
    }
  }

  @Test
  void neverFiresACancelledTimer() {
    try (RunLoop loop = RunLoop.open(4)) {
      LoopTimer timer = loop.schedule(Duration.ofMillis(1), () -> seen.add("fired"));

      assertThat(timer.cancel()).isTrue();
      assertThat(timer.cancel()).isFalse();
      loop.runFor(Duration.ofSeconds(1));

      assertThat(timer.isCancelled()).isTrue();
      assertThat(seen).isEmpty();
    }
  }

  @Test
  void firedTimersCanNoLongerBeCancelled() {
    try (RunLoop loop = RunLoop.open(4)) {
      LoopTimer timer = loop.schedule(Duration.ofMillis(1), () -> seen.add("fired"));

      loop.runFor(Duration.ofMillis(1));

      assertThat(timer.cancel()).isFalse();
      assertThat(timer.isCancelled()).isFalse();
      assertThat(seen).containsExactly("fired");
    }
  }

  @Test
  void sweepsCancelledTimersOutOfTheHeap() {
    try (RunLoop loop = RunLoop.open(5)) {
      for (int i = 0; i < 10_000; i++) {
        loop.schedule(Duration.ofDays(1), () -> seen.add("fired")).cancel();
      }
      loop.schedule(Duration.ofDays(1), () -> seen.add("fired"));

      assertThat(loop.heapSize()).isLessThan(200);
      assertThat(loop.pendingTimers()).isEqualTo(1);
      loop.runFor(Duration.ofDays(1));
      assertThat(seen).containsExactly("fired");
      assertThat(loop.timersFired()).isEqualTo(1);
    }
  }

  @Test
  void runsWhileTheConditionHolds() {
    try (RunLoop loop = RunLoop.open(6)) {
      loop.schedule(Duration.ofSeconds(5), () -> seen.add("done"));

      assertThat(loop.runWhile(seen::isEmpty, Duration.ofSeconds(4))).isFalse();
      assertThat(loop.runWhile(seen::isEmpty)).isTrue();

      assertThat(loop.now()).isEqualTo(RunLoop.EPOCH.plusSeconds(5));
      assertThat(loop.runWhile(() -> true)).isFalse();
    }
  }

  @Test
  void namesTheInstantOfALivelock() {
    try (RunLoop loop = RunLoop.open(LoopOptions.seeded(7).withTasksPerInstantMax(1_000))) {
      loop.schedule(Duration.ofSeconds(1), () -> forever(loop));

      assertThatThrownBy(() -> loop.runFor(Duration.ofSeconds(2)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("livelock")
          .hasMessageContaining("2026-01-01T00:00:01Z");
    }
  }

  @Test
  void countsTasksAnewAtEveryInstant() {
    try (RunLoop loop = RunLoop.open(LoopOptions.seeded(7).withTasksPerInstantMax(1_000))) {
      for (int second = 0; second < 5; second++) {
        loop.schedule(Duration.ofSeconds(second), () -> again(loop, 900));
      }

      loop.runFor(Duration.ofSeconds(5));

      assertThat(loop.tasksRun()).isEqualTo(4_500);
    }
  }

  private static void forever(RunLoop loop) {
    loop.execute(() -> forever(loop));
  }

  @Test
  void failsTheRunAndEveryLaterOneWhenATaskThrows() {
    try (RunLoop loop = RunLoop.open(8)) {
      IllegalArgumentException bug = new IllegalArgumentException("a bug");
      loop.execute(
          () -> {
            throw bug;
          });

      assertThatThrownBy(() -> loop.runFor(Duration.ofSeconds(1)))
          .isInstanceOf(RunFailedException.class)
          .hasRootCause(bug);
      assertThatThrownBy(() -> loop.runFor(Duration.ofSeconds(1)))
          .isInstanceOf(RunFailedException.class);
    }
  }

  @Test
  void voidsTheRunWhenAnotherThreadHandsATaskOver() throws InterruptedException {
    try (RunLoop loop = RunLoop.open(LoopOptions.seeded(9).withId("guarded"))) {
      Thread intruder = new Thread(() -> loop.execute(() -> seen.add("ran")), "intruder");
      intruder.start();
      intruder.join();

      assertThatThrownBy(() -> loop.runFor(Duration.ofSeconds(1)))
          .isInstanceOf(ForeignThreadException.class)
          .hasMessageContaining("'guarded'")
          .hasMessageContaining("'intruder'")
          .cause()
          .satisfies(
              cause ->
                  assertThat(cause.getStackTrace())
                      .anyMatch(frame -> frame.getMethodName().contains("voidsTheRun")));
      assertThat(loop.foreignSubmits()).isEqualTo(1);
      assertThat(seen).isEmpty();
    }
  }

  @Test
  void refusesTimersOfAnotherThread() throws InterruptedException {
    try (RunLoop loop = RunLoop.open(10)) {
      Thread intruder =
          new Thread(
              () ->
                  assertThatThrownBy(() -> loop.schedule(1, () -> seen.add("ran")))
                      .isInstanceOf(ForeignThreadException.class));
      intruder.start();
      intruder.join();

      assertThat(loop.foreignSubmits()).isEqualTo(1);
      assertThat(loop.pendingTimers()).isZero();
    }
  }

  @Test
  void cannotBeRunFromItsOwnTask() {
    try (RunLoop loop = RunLoop.open(11)) {
      loop.execute(() -> loop.runFor(Duration.ofSeconds(1)));

      assertThatThrownBy(() -> loop.runFor(Duration.ofSeconds(1)))
          .hasMessageContaining("running already");
    }
  }

  @Test
  void isFoundByItsIdWhileOpen() {
    try (RunLoop loop = RunLoop.open(LoopOptions.seeded(12).withId("findable"))) {
      assertThat(RunLoop.named("findable")).isSameAs(loop);
      assertThatThrownBy(() -> RunLoop.open(LoopOptions.seeded(12).withId("findable")))
          .hasMessageContaining("open already");
    }

    assertThatThrownBy(() -> RunLoop.named("findable")).hasMessageContaining("findable");
  }
}
