package dev.trustring.sim.fabric;

import akka.actor.Address;
import dev.trustring.sim.loop.RunLoop;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The medium between the clustered systems of one run loop. Each direction of a link keeps its
 * order. What users of Akka send is lost on a cut link, and some of it on a lossy one; Akka's own
 * system messages wait for its healing, as Artery sends them until they are acknowledged.
 */
public final class LoopFabric {
  private static final long DEFAULT_DELAY_NANOS = 1_000_000;

  private final RunLoop loop;
  private final Map<Address, FabricTransport> systems = new LinkedHashMap<>();
  private Links links = (from, to) -> OptionalLong.of(DEFAULT_DELAY_NANOS);

  private long sent;
  private long delivered;
  private long lost;
  private long parked;
  private long refused;
  private long bytes;

  /** The state of the world's links, asked when a message is sent and again when it arrives. */
  public interface Links {
    /** How long a message takes; empty while the link is cut in this direction. */
    OptionalLong delayNanos(Address from, Address to);

    /** Whether this one message is lost; asked once for each message on an open link. */
    default boolean loses(Address from, Address to) {
      return false;
    }

    /** Whether everything that is sent now waits until this is over. */
    default boolean holds(Address from, Address to) {
      return false;
    }
  }

  private LoopFabric(RunLoop loop) {
    this.loop = loop;
  }

  /** The loop's fabric; without links of its own every message takes a millisecond. */
  public static LoopFabric of(RunLoop loop) {
    return loop.part(LoopFabric.class, () -> new LoopFabric(loop));
  }

  public void links(Links newLinks) {
    links = newLinks;
    linksChanged();
  }

  /** Sends what waits on links that are open now. */
  public void linksChanged() {
    for (FabricTransport system : List.copyOf(systems.values())) {
      if (system.isAlive()) {
        system.links().forEach(this::sendParked);
      }
    }
  }

  /** Messages handed over by living systems. */
  public long sent() {
    return sent;
  }

  public long delivered() {
    return delivered;
  }

  /**
   * Messages that met a cut or lossy link, a system that is gone, or one that has shut its sender
   * out.
   */
  public long lost() {
    return lost;
  }

  /** How often a system message had to wait. */
  public long parked() {
    return parked;
  }

  /** Messages whose bytes the receiver could not or would not read. */
  public long refused() {
    return refused;
  }

  /** Bytes of all messages sent, without addresses. */
  public long bytes() {
    return bytes;
  }

  void connect(FabricTransport system) {
    FabricTransport before = systemAt(system.defaultAddress());
    if (before != null) {
      throw new IllegalStateException(system.defaultAddress() + " is in use by a living system");
    }
    systems.values().removeIf(known -> !known.isAlive());
    systems.put(system.defaultAddress(), system);
    linksChanged();
  }

  void disconnect(FabricTransport system) {
    systems.remove(system.defaultAddress(), system);
  }

  /** The living system that has this address now. */
  @Nullable FabricTransport systemAt(Address address) {
    FabricTransport system = systems.get(address);
    if (system != null && !system.isAlive()) {
      systems.remove(address);
      return null;
    }
    return system;
  }

  void send(Link link, Parcel parcel) {
    sent++;
    bytes += parcel.bytes().length;
    OptionalLong delay = links.delayNanos(link.from(), link.to());
    if (delay.isEmpty() || parcel.target() == null) {
      keepOrLose(link, parcel);
      return;
    }
    if (links.holds(link.from(), link.to())) {
      link.park(parcel);
      return;
    }
    sendParked(link);
    if (!parcel.isSystem() && links.loses(link.from(), link.to())) {
      lost++;
      return;
    }
    dispatch(link, parcel, delay.getAsLong());
  }

  private void sendParked(Link link) {
    if (!link.hasParked()) {
      return;
    }
    OptionalLong delay = links.delayNanos(link.from(), link.to());
    FabricTransport target = systemAt(link.to());
    if (delay.isEmpty() || target == null || links.holds(link.from(), link.to())) {
      return;
    }
    for (Parcel parcel : link.takeParked()) {
      if (parcel.target() == null || parcel.target() == target) {
        dispatch(link, parcel.to(target), delay.getAsLong());
      } else {
        lost++;
      }
    }
  }

  private void dispatch(Link link, Parcel parcel, long delayNanos) {
    long arrival = link.arrival(loop.nowNanos(), delayNanos);
    loop.schedule(arrival - loop.nowNanos(), () -> arrive(link, parcel));
  }

  private void arrive(Link link, Parcel parcel) {
    FabricTransport target = systemAt(link.to());
    if (target == null || target != parcel.target()) {
      lost++;
    } else if (links.delayNanos(link.from(), link.to()).isEmpty()) {
      keepOrLose(link, parcel);
    } else {
      count(target.receive(parcel));
    }
  }

  private void keepOrLose(Link link, Parcel parcel) {
    if (parcel.isSystem() && parcel.source().isAlive()) {
      parked++;
      link.park(parcel);
    } else {
      lost++;
    }
  }

  private void count(Receipt receipt) {
    switch (receipt) {
      case DELIVERED -> delivered++;
      case REFUSED -> refused++;
      case SHUT_OUT -> lost++;
    }
  }

  void refusedAtSending() {
    refused++;
  }

  /** Reports a message that nobody could have meant to send. */
  void broken(String what, Exception cause) {
    loop.fail(new IllegalStateException(what + ": " + cause, cause));
  }
}
