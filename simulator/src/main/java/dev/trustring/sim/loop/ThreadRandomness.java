package dev.trustring.sim.loop;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The state of the current thread's {@link ThreadLocalRandom}. Akka draws actor uids and back-off
 * jitter from it; a world puts its own state there while it runs and takes it back afterwards. The
 * numbers that follow from a state are fixed for a JDK release, not across releases.
 */
final class ThreadRandomness {
  private static final Object UNSAFE;
  private static final Method GET_LONG;
  private static final Method PUT_LONG;
  private static final long SEED_OFFSET;

  static {
    try {
      Class<?> type = Class.forName("sun.misc.Unsafe");
      Field instance = type.getDeclaredField("theUnsafe");
      instance.setAccessible(true);
      UNSAFE = instance.get(null);
      GET_LONG = type.getMethod("getLong", Object.class, long.class);
      PUT_LONG = type.getMethod("putLong", Object.class, long.class, long.class);
      Field seed = Thread.class.getDeclaredField("threadLocalRandomSeed");
      SEED_OFFSET = (long) type.getMethod("objectFieldOffset", Field.class).invoke(UNSAFE, seed);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private ThreadRandomness() {}

  /** Puts this state in place of the thread's, and gives the one that was there. */
  static long exchange(long state) {
    ThreadLocalRandom.current();
    try {
      Thread thread = Thread.currentThread();
      long before = (long) GET_LONG.invoke(UNSAFE, thread, SEED_OFFSET);
      PUT_LONG.invoke(UNSAFE, thread, SEED_OFFSET, state);
      return before;
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("this JDK hides the random state of a thread", e);
    }
  }
}
