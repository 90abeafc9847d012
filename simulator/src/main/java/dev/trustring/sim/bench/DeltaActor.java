package dev.trustring.sim.bench;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import akka.actor.typed.javadsl.TimerScheduler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * One node that keeps a last-writer-wins map and sends what it wrote to every peer, one message per
 * link every 10 ms. Messages are bytes, which Akka takes as they are.
 */
final class DeltaActor extends AbstractBehavior<Object> {

  private static final Duration PAUSE = Duration.ofMillis(10);

  /** Below what Artery takes in one message. */
  private static final int FULL = 128 * 1024;

  /** How many keys are written before other messages have their turn. */
  private static final int AT_ONCE = 100;

  /** The others. */
  record Others(List<ActorRef<Object>> peers) {
    Others {
      peers = List.copyOf(peers);
    }
  }

  /** Write every so-many-th key from that place on, until there are so many in all. */
  record Write(int place, int step, int keys, CountDownLatch done) {

    Write from(int later) {
      return new Write(later, step, keys, done);
    }
  }

  private record Flush() {}

  private record Written(String value, long time, int node) {

    boolean isOlderThan(Written other) {
      return time < other.time || (time == other.time && node < other.node);
    }
  }

  private final int number;
  private final Map<String, Written> map = new HashMap<>();
  private final ByteArrayOutputStream delta = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(delta);
  private List<ActorRef<Object>> peers = List.of();
  private CountDownLatch done = new CountDownLatch(0);
  private int wanted = -1;

  private DeltaActor(ActorContext<Object> context, TimerScheduler<Object> timers, int number) {
    super(context);
    this.number = number;
    timers.startTimerWithFixedDelay(new Flush(), PAUSE);
  }

  static Behavior<Object> create(int number) {
    return Behaviors.setup(
        context -> Behaviors.withTimers(timers -> new DeltaActor(context, timers, number)));
  }

  @Override
  public Receive<Object> createReceive() {
    return newReceiveBuilder()
        .onMessage(Others.class, this::onOthers)
        .onMessage(Write.class, this::onWrite)
        .onMessage(Flush.class, flush -> send())
        .onMessage(byte[].class, this::onDelta)
        .build();
  }

  private Behavior<Object> onOthers(Others others) {
    peers = others.peers();
    return this;
  }

  private Behavior<Object> onWrite(Write write) {
    wanted = write.keys();
    done = write.done();
    int last = Math.min(write.keys(), write.place() + AT_ONCE * write.step());
    for (int key = write.place(); key < last; key += write.step()) {
      put("key-" + key, "value-" + key);
    }
    if (last < write.keys()) {
      getContext().getSelf().tell(write.from(last));
    }
    return doneIfAllAreHere();
  }

  private void put(String key, String value) {
    Written written = new Written(value, System.nanoTime(), number);
    map.put(key, written);
    try {
      out.writeUTF(key);
      out.writeUTF(value);
      out.writeLong(written.time());
      out.writeShort(number);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (delta.size() > FULL) {
      send();
    }
  }

  private Behavior<Object> send() {
    if (delta.size() > 0) {
      byte[] bytes = delta.toByteArray();
      delta.reset();
      peers.forEach(peer -> peer.tell(bytes));
    }
    return this;
  }

  private Behavior<Object> onDelta(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      while (in.available() > 0) {
        String key = in.readUTF();
        Written came = new Written(in.readUTF(), in.readLong(), in.readShort());
        map.merge(key, came, (here, other) -> here.isOlderThan(other) ? other : here);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return doneIfAllAreHere();
  }

  /** A round begins with an empty map, and only after every node has counted the last one down. */
  private Behavior<Object> doneIfAllAreHere() {
    if (map.size() == wanted) {
      map.clear();
      wanted = -1;
      done.countDown();
    }
    return this;
  }
}
