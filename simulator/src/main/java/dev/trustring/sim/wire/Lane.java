package dev.trustring.sim.wire;

import akka.actor.Address;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The direction from one node to one peer, first in, first out. The link is asked when a message
 * leaves and, if it is delayed, again when it arrives. What a cut link does not carry is lost,
 * except what must arrive: that waits here for the link to heal.
 */
final class Lane {
  private static final int MOST_UNDER_WAY = 100_000;

  private record Delayed(Outgoing outgoing, long dueNanos) {}

  private final Address to;
  private final FaultyLinks links;
  private final Consumer<Outgoing> delivery;
  private final BiConsumer<Duration, Runnable> timer;

  private final Deque<Outgoing> parked = new ArrayDeque<>();
  private final Deque<Outgoing> held = new ArrayDeque<>();
  private final Deque<Delayed> underWay = new ArrayDeque<>();
  private boolean armed;
  private volatile boolean empty = true;

  Lane(
      Address to,
      FaultyLinks links,
      Consumer<Outgoing> delivery,
      BiConsumer<Duration, Runnable> timer) {
    this.to = to;
    this.links = links;
    this.delivery = delivery;
    this.timer = timer;
  }

  void send(Outgoing outgoing) {
    LinkState state = links.towards(to);
    if (empty && state.isClear()) {
      delivery.accept(outgoing);
    } else if (outgoing.mustArrive() || carries(state)) {
      enter(outgoing, state);
    } else {
      links.countDropped();
    }
  }

  private boolean carries(LinkState state) {
    return !state.cut() && !links.loses(state);
  }

  private synchronized void enter(Outgoing outgoing, LinkState state) {
    if (state.clogged()) {
      hold(outgoing);
      return;
    }
    if (!state.cut()) {
      releaseParked();
      releaseHeld();
    }
    if (!underWay.isEmpty() || !(state.cut() || state.delay().isZero())) {
      delay(outgoing, state.delay());
    } else if (state.cut()) {
      parked.add(outgoing);
    } else {
      delivery.accept(outgoing);
    }
    empty = nothingWaits();
  }

  private boolean nothingWaits() {
    return parked.isEmpty() && held.isEmpty() && underWay.isEmpty();
  }

  private void hold(Outgoing outgoing) {
    if (held.size() >= MOST_UNDER_WAY && !outgoing.mustArrive()) {
      links.countDropped();
      return;
    }
    held.add(outgoing);
    empty = false;
  }

  /** What a clog held goes on behind what was sent before it. */
  private void releaseHeld() {
    Outgoing next = held.poll();
    while (next != null) {
      if (underWay.isEmpty()) {
        delivery.accept(next);
      } else {
        delay(next, Duration.ZERO);
      }
      next = held.poll();
    }
  }

  private void delay(Outgoing outgoing, Duration delay) {
    if (underWay.size() >= MOST_UNDER_WAY && !outgoing.mustArrive()) {
      links.countDropped();
      return;
    }
    long due = System.nanoTime() + delay.toNanos();
    Delayed last = underWay.peekLast();
    if (last == null) {
      arm(delay);
    } else if (due - last.dueNanos() < 0) {
      due = last.dueNanos();
    }
    underWay.add(new Delayed(outgoing, due));
  }

  private void arm(Duration delay) {
    if (!armed) {
      armed = true;
      timer.accept(delay, this::onTimer);
    }
  }

  private synchronized void onTimer() {
    armed = false;
    proceed();
  }

  /** Lets go what is due, or was parked on a link that is healed. */
  synchronized void proceed() {
    LinkState state = links.towards(to);
    boolean cut = state.cut();
    if (!cut) {
      releaseParked();
      if (!state.clogged()) {
        releaseHeld();
      }
    }
    long now = System.nanoTime();
    Delayed head = underWay.peek();
    while (head != null && head.dueNanos() - now <= 0) {
      underWay.remove();
      arrive(head.outgoing(), cut);
      head = underWay.peek();
    }
    if (head != null) {
      arm(Duration.ofNanos(head.dueNanos() - now));
    }
    empty = nothingWaits();
  }

  private void arrive(Outgoing outgoing, boolean cut) {
    if (!cut) {
      delivery.accept(outgoing);
    } else if (outgoing.mustArrive()) {
      parked.add(outgoing);
    } else {
      links.countDropped();
    }
  }

  private void releaseParked() {
    Outgoing next = parked.poll();
    while (next != null) {
      delivery.accept(next);
      next = parked.poll();
    }
  }
}
