package dev.trustring.sim.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akka.dispatch.Futures;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import scala.concurrent.Await;
import scala.concurrent.Promise;
import scala.concurrent.duration.Duration;

class BlockingPumpTest {
  private final List<String> seen = new ArrayList<>();

  @Test
  void runsTheLoopUntilTheAwaitedFutureIsComplete() {
    try (RunLoop loop = RunLoop.open(1)) {
      Promise<String> answer = Futures.promise();
      loop.schedule(
          java.time.Duration.ofMinutes(1), () -> loop.execute(() -> answer.success("42")));

      String awaited = loop.inside(() -> Await.result(answer.future(), Duration.Inf()));

      assertThat(awaited).isEqualTo("42");
      assertThat(loop.now()).isEqualTo(RunLoop.EPOCH.plus(1, ChronoUnit.MINUTES));
    }
  }

  @Test
  void stopsAtTheVeryTaskThatCompletesTheFuture() {
    try (RunLoop loop = RunLoop.open(LoopOptions.seeded(2).withOrder(Order.FIFO))) {
      Promise<String> answer = Futures.promise();
      loop.execute(() -> answer.success("done"));
      loop.execute(() -> seen.add("later task"));

      loop.inside(() -> Await.result(answer.future(), Duration.Inf()));

      assertThat(seen).isEmpty();
    }
  }

  @Test
  void refusesAWaitThatNothingOnTheLoopEnds() {
    try (RunLoop loop = RunLoop.open(3)) {
      Promise<String> never = Futures.promise();
      Instant before = loop.now();

      assertThatThrownBy(() -> loop.inside(() -> Await.result(never.future(), Duration.Inf())))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("no task of the loop ends");
      assertThat(loop.now()).isEqualTo(before);
    }
  }
}
