package dev.trustring.sim.instrument;

import dev.trustring.sim.loop.RunLoop;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import scala.collection.BuildFrom;
import scala.collection.IterableOnce;
import scala.util.Random;

/**
 * What Akka's rewritten calls reach: virtual time and named streams on a thread that runs a loop,
 * the JVM's own everywhere else. Draws do not come from {@link ThreadLocalRandom} because its
 * numbers differ between releases of the JDK.
 */
public final class LoopHooks {
  private LoopHooks() {}

  public static long nanoTime() {
    RunLoop loop = RunLoop.current();
    return loop == null ? System.nanoTime() : loop.nowNanos();
  }

  public static long currentTimeMillis() {
    RunLoop loop = RunLoop.current();
    return loop == null ? System.currentTimeMillis() : loop.now().toEpochMilli();
  }

  public static Instant now() {
    RunLoop loop = RunLoop.current();
    return loop == null ? Instant.now() : loop.now();
  }

  public static UUID randomUUID() {
    RunLoop loop = RunLoop.current();
    if (loop == null) {
      return UUID.randomUUID();
    }
    RandomGenerator ids = AkkaDraws.of(loop).ids();
    return new UUID(ids.nextLong(), ids.nextLong());
  }

  public static int nextInt(ThreadLocalRandom real) {
    return draws(real).nextInt();
  }

  public static int nextInt(ThreadLocalRandom real, int bound) {
    return draws(real).nextInt(bound);
  }

  public static int nextInt(ThreadLocalRandom real, int from, int bound) {
    return draws(real).nextInt(from, bound);
  }

  public static long nextLong(ThreadLocalRandom real) {
    return draws(real).nextLong();
  }

  public static double nextDouble(ThreadLocalRandom real) {
    return draws(real).nextDouble();
  }

  /** Stands in for the one generator that all Scala code of a JVM shares. */
  public static <T, C> C shuffle(
      scala.util.Random$ real, IterableOnce<T> elements, BuildFrom<IterableOnce<T>, T, C> into) {
    RunLoop loop = RunLoop.current();
    Random shuffler = loop == null ? real : AkkaDraws.of(loop).shuffler();
    return shuffler.shuffle(elements, into);
  }

  /** Where work goes that is chained to one of Akka's stages without naming an executor. */
  public static Executor defaultExecutor(Executor real) {
    RunLoop loop = RunLoop.current();
    return loop == null ? real : loop.executor();
  }

  private static RandomGenerator draws(RandomGenerator real) {
    @Nullable RunLoop loop = RunLoop.current();
    return loop == null ? real : AkkaDraws.of(loop).numbers();
  }
}
