package dev.trustring.sim.loop;

import java.lang.reflect.Field;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import scala.Function0;
import scala.concurrent.BlockContext;
import scala.concurrent.CanAwait;
import scala.concurrent.Future;

/**
 * Turns a blocking wait on the loop thread into running the loop. It stops at the very task that
 * completes the awaited future, since later tasks may wait for the constructor that is waiting.
 */
final class BlockingPump implements BlockContext {
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

  private final RunLoop loop;

  BlockingPump(RunLoop loop) {
    this.loop = loop;
  }

  @Override
  public <T> T blockOn(Function0<T> wait, CanAwait permission) {
    Future<?> awaited = awaitedBy(wait);
    if (awaited == null) {
      pumpUntil(loop::isIdleNow);
    } else {
      pumpUntil(awaited::isCompleted);
      if (!awaited.isCompleted()) {
        throw new IllegalStateException(
            "a blocking wait that no task of the loop ends: " + awaited);
      }
    }
    return wait.apply();
  }

  private void pumpUntil(BooleanSupplier done) {
    long limit = Math.addExact(loop.nowNanos(), LONGEST_WAIT.toNanos());
    boolean stepped = true;
    while (stepped && !done.getAsBoolean()) {
      stepped = loop.step(limit);
    }
  }

  /** The future that the lambda captured; {@code Await} hands over nothing else to know it by. */
  private static @Nullable Future<?> awaitedBy(Object wait) {
    for (Field field : wait.getClass().getDeclaredFields()) {
      field.setAccessible(true);
      if (valueOf(field, wait) instanceof Future<?> future) {
        return future;
      }
    }
    return null;
  }

  private static @Nullable Object valueOf(Field field, Object target) {
    try {
      return field.get(target);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
