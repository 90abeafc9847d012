package dev.trustring.sim.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akka.actor.Cancellable;
import akka.actor.Scheduler.TaskRunOnClose;
import akka.event.NoLogging;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import scala.concurrent.ExecutionContext;

class SharedThreadsTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private final ExecutorService pool = SharedPool.view();
  private final ExecutionContext dispatcher = ExecutionContext.fromExecutor(pool);

  @Test
  void aDispatcherShutDownLeavesTheThreadsToTheOthers() throws Exception {
    ExecutorService other = SharedPool.view();
    CountDownLatch ran = new CountDownLatch(1);

    pool.shutdown();
    other.execute(ran::countDown);

    assertThat(ran.await(5, TimeUnit.SECONDS)).isTrue();
    assertThat(pool.isTerminated()).isTrue();
    assertThatThrownBy(() -> pool.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
  }

  @Test
  void firesRepeatedlyWithAFixedDelayUntilCancelled() throws Exception {
    SharedTimer timer = timer();
    CountDownLatch thrice = new CountDownLatch(3);

    Cancellable beats =
        timer.scheduleWithFixedDelay(
            Duration.ZERO, Duration.ofMillis(1), thrice::countDown, dispatcher);

    assertThat(thrice.await(5, TimeUnit.SECONDS)).isTrue();
    assertThat(beats.cancel()).isTrue();
    assertThat(beats.isCancelled()).isTrue();
  }

  @Test
  void forgetsACancelledTimer() {
    SharedTimer timer = timer();
    Cancellable once = timer.scheduleOnce(HOUR, () -> {}, dispatcher);

    assertThat(timer.waiting()).isEqualTo(1);
    assertThat(once.cancel()).isTrue();
    assertThat(once.cancel()).isFalse();

    assertThat(timer.waiting()).isZero();
  }

  @Test
  void theEndOfASystemEndsItsTimersAloneAndRunsWhatAkkaWantsRun() {
    SharedTimer ending = timer();
    SharedTimer other = timer();
    AtomicBoolean ordinary = new AtomicBoolean();
    AtomicBoolean atTheEnd = new AtomicBoolean();
    TaskRunOnClose last = () -> atTheEnd.set(true);
    ending.scheduleOnce(HOUR, () -> ordinary.set(true), dispatcher);
    ending.scheduleOnce(HOUR, last, dispatcher);
    other.scheduleOnce(HOUR, () -> {}, dispatcher);

    ending.close();

    assertThat(ordinary).isFalse();
    assertThat(atTheEnd).isTrue();
    assertThat(ending.waiting()).isZero();
    assertThat(other.waiting()).isEqualTo(1);
    assertThatThrownBy(() -> ending.scheduleOnce(HOUR, () -> {}, dispatcher))
        .isInstanceOf(IllegalStateException.class);
  }

  private static SharedTimer timer() {
    return new SharedTimer(
        ConfigFactory.empty(), NoLogging.getInstance(), Executors.defaultThreadFactory());
  }
}
