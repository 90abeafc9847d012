package dev.trustring.sim.wire;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The power of one life of a device that shares its process with others. Off is as near to {@code
 * kill -9} as one process allows: no actor of the device runs another line. Paused, nothing runs
 * until it goes on, and everything that came is done then.
 */
public final class PowerSwitch {

  static final String SETTING = "trustring.wire.power";

  private static final Map<String, PowerSwitch> REGISTERED = new ConcurrentHashMap<>();
  private static final AtomicLong COUNT = new AtomicLong();

  private enum State {
    ON,
    PAUSED,
    OFF
  }

  private final String id = "power-" + COUNT.incrementAndGet();
  private final Queue<Runnable> held = new ArrayDeque<>();
  private State state = State.ON;

  private PowerSwitch() {}

  /** Switched on. */
  public static PowerSwitch on() {
    PowerSwitch made = new PowerSwitch();
    REGISTERED.put(made.id, made);
    return made;
  }

  static PowerSwitch of(Config settings) {
    PowerSwitch found = REGISTERED.get(settings.getString(SETTING));
    if (found == null) {
      throw new IllegalStateException("no power switch " + settings.getString(SETTING));
    }
    return found;
  }

  /**
   * Ties the device's actors to it. What is Akka's own goes on, so that its ports can be closed
   * properly even when the device is dead.
   */
  public Config settings() {
    return ConfigFactory.parseString(
        """
        %s = "%s"
        akka.actor.default-dispatcher {
          executor = "dev.trustring.sim.wire.PoweredPool"
        }
        """
            .formatted(SETTING, id));
  }

  /**
   * Ties everything in a system to it but the transport, so that a pause keeps that system from
   * answering anything, Akka's own questions included. Such a system must not be switched off: it
   * could not end.
   */
  public Config settingsOfAll() {
    return ConfigFactory.parseString(
            "akka.actor.internal-dispatcher.executor = \"dev.trustring.sim.wire.PoweredPool\"")
        .withFallback(settings());
  }

  /** Forgets it; the systems that are tied to it keep it. */
  public void close() {
    REGISTERED.remove(id);
  }

  /** Nothing of the device runs from now on. */
  public synchronized void off() {
    state = State.OFF;
    held.clear();
    REGISTERED.remove(id);
  }

  public synchronized void pause() {
    state = state == State.ON ? State.PAUSED : state;
  }

  /** Goes on with all that came while it stood still. */
  public synchronized void resume() {
    if (state == State.PAUSED) {
      state = State.ON;
      held.forEach(task -> SharedPool.run(() -> runIfStillOn(task)));
      held.clear();
    }
  }

  /** Runs a task of the device as its power allows. */
  void execute(Runnable task) {
    if (take(task)) {
      SharedPool.run(() -> runIfStillOn(task));
    }
  }

  private void runIfStillOn(Runnable task) {
    if (take(task)) {
      task.run();
    }
  }

  private synchronized boolean take(Runnable task) {
    if (state == State.PAUSED) {
      held.add(task);
    }
    return state == State.ON;
  }
}
