package dev.trustring.sim.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.sim.loop.RunLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import scala.concurrent.Promise;
import scala.concurrent.duration.Deadline;
import scala.jdk.javaapi.FutureConverters;

class LoopHooksTest {

  @Test
  void akkaIsRewrittenInTheJvmOfTheTests() {
    assertThat(Instrumented.isActive()).isTrue();
  }

  @Test
  void aDeadlineOnTheLoopIsOnVirtualTime() {
    try (RunLoop loop = RunLoop.open(1)) {
      loop.runFor(Duration.ofSeconds(90));

      assertThat(loop.<Long>inside(LoopHooksTest::nanosOfDeadline)).isEqualTo(90_000_000_000L);
    }
  }

  @Test
  void timeIsRealOffTheLoop() {
    try (RunLoop loop = RunLoop.open(1)) {
      loop.runFor(Duration.ofSeconds(90));

      assertThat(LoopHooks.currentTimeMillis()).isNotEqualTo(loop.now().toEpochMilli());
      assertThat(RunLoop.current()).isNull();
    }
  }

  @Test
  void loopsInTwoThreadsDoNotDisturbEachOther() throws InterruptedException, ExecutionException {
    FutureTask<List<Object>> there = new FutureTask<>(() -> drawn(4));
    Thread thread = new Thread(there, "another world");
    List<Object> here;
    try (RunLoop loop = RunLoop.open(3)) {
      loop.runFor(Duration.ofSeconds(1));
      thread.start();
      List<Object> beside = there.get();
      here = loop.inside(LoopHooksTest::draws);
      assertThat(here).isNotEqualTo(beside);
    }

    assertThat(here).isEqualTo(drawn(3));
    assertThat(there.get()).isEqualTo(drawn(4));
  }

  @Test
  void theInnerOfTwoLoopsIsTheCurrentOne() {
    try (RunLoop outer = RunLoop.open(1);
        RunLoop inner = RunLoop.open(2)) {
      outer.inside(
          () -> {
            assertThat(inner.<RunLoop>inside(RunLoop::current)).isSameAs(inner);
            assertThat(RunLoop.current()).isSameAs(outer);
            return true;
          });
    }
  }

  @Test
  void whatFollowsAStageOfAkkaStaysOnTheLoop() {
    try (RunLoop loop = RunLoop.open(1)) {
      List<Thread> ranOn = new ArrayList<>();
      Promise<String> promise = Promise.apply();

      loop.inside(
          () -> {
            CompletionStage<String> stage = FutureConverters.asJava(promise.future());
            stage.thenApply(text -> ranOn.add(Thread.currentThread()));
            return true;
          });
      loop.execute(() -> promise.success("done"));
      loop.runFor(Duration.ofSeconds(1));

      assertThat(ranOn).containsExactly(Thread.currentThread());
      assertThat(loop.foreignSubmits()).isZero();
    }
  }

  private static List<Object> drawn(long seed) {
    try (RunLoop loop = RunLoop.open(seed)) {
      loop.runFor(Duration.ofSeconds(1));
      return loop.inside((Callable<List<Object>>) LoopHooksTest::draws);
    }
  }

  private static List<Object> draws() {
    ThreadLocalRandom real = ThreadLocalRandom.current();
    UUID id = LoopHooks.randomUUID();
    return List.of(
        LoopHooks.nanoTime(),
        LoopHooks.currentTimeMillis(),
        LoopHooks.now(),
        id,
        LoopHooks.nextInt(real),
        LoopHooks.nextInt(real, 10),
        LoopHooks.nextInt(real, 10, 20),
        LoopHooks.nextLong(real),
        LoopHooks.nextDouble(real));
  }

  private static long nanosOfDeadline() {
    return Deadline.now().time().toNanos();
  }
}
