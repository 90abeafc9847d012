package dev.trustring.sim.net;

import dev.trustring.config.scenario.LinkShape;
import dev.trustring.config.scenario.Network;
import dev.trustring.device.net.Frame;
import dev.trustring.kv.decision.AttemptId;
import dev.trustring.sim.loop.Agenda;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Carries every frame that crosses devices, or loses it. Nothing else does, so every fault of the
 * network strikes everything that devices say to each other.
 *
 * <p>Delays are drawn from a stream for each directed link; frames of one link never overtake each
 * other unless its shape lets them.
 */
public final class Air {

  private static final int MOST_LOSSES_KEPT = 6;

  /** Takes what becomes of frames. */
  public interface Listener {
    /** A frame is at its destination. */
    void arrived(Frame frame);

    /** A frame went out, arrived or was lost, for the log. */
    void noted(String what, Frame frame, String detail);
  }

  /** The medium: takes a frame across. What it brings comes back by {@link Air#arrived}. */
  public interface Carrier {
    void carry(Frame frame);
  }

  /** Frames that a fault picks out. */
  private record Swallowed(Predicate<Frame> kind, String why) {}

  private final Agenda agenda;
  private final Topology topology;
  private final Carrier carrier;
  private final Listener listener;
  private final Map<String, Long> notBefore = new HashMap<>();
  private final FlightTime flight;
  private final Map<Direction, List<Frame>> held = new TreeMap<>();
  private final Map<AttemptId, List<String>> losses = new HashMap<>();
  private final List<Consumer<Frame>> onArrival = new ArrayList<>();
  private final List<Swallowed> kinds = new ArrayList<>();
  private long carried;
  private long lost;

  public Air(Agenda agenda, Topology topology, Carrier carrier, Listener listener) {
    this.agenda = agenda;
    this.flight = new FlightTime(agenda);
    this.topology = topology;
    this.carrier = carrier;
    this.listener = listener;
  }

  /** From now on frames of this kind are lost, until the answer is run. */
  public Runnable losing(Predicate<Frame> kind, String why) {
    Swallowed swallowed = new Swallowed(kind, why);
    kinds.add(swallowed);
    return () -> kinds.remove(swallowed);
  }

  /** Puts a frame on the air. */
  public void transmit(Frame frame) {
    for (Swallowed swallowed : kinds) {
      if (swallowed.kind().test(frame)) {
        lose(frame, swallowed.why());
        return;
      }
    }
    Path path = topology.path(frame.from(), frame.to(), frame.bearer());
    if (path.via().isEmpty()) {
      lose(frame, path.says());
      return;
    }
    Direction direction = new Direction(frame.from(), frame.to());
    double loss = topology.impairment(direction, path.via().get()).loss();
    if (drawn("loss", link(frame), loss)) {
      lose(frame, path.says() + ": by chance, at a rate of " + loss);
    } else if (topology.isClogged(direction)) {
      held.computeIfAbsent(direction, absent -> new ArrayList<>()).add(frame);
      listener.noted("held", frame, path.says());
    } else {
      launch(frame, path.says(), path.via().get());
    }
  }

  /** What a clog held back goes on in a burst, in the order in which it was sent. */
  public void topologyChanged() {
    for (Direction direction : List.copyOf(held.keySet())) {
      if (!topology.isClogged(direction)) {
        Objects.requireNonNull(held.remove(direction)).forEach(this::release);
      }
    }
  }

  private void release(Frame frame) {
    Path path = topology.path(frame.from(), frame.to(), frame.bearer());
    path.via()
        .ifPresentOrElse(via -> launch(frame, path.says(), via), () -> lose(frame, path.says()));
  }

  private void launch(Frame frame, String says, Network via) {
    Direction direction = new Direction(frame.from(), frame.to());
    String link = link(frame);
    Impairment impairment = topology.impairment(direction, via);
    LinkShape shape = impairment.shape();
    long now = agenda.nowNanos();
    long delay =
        flight.delay(topology.latency(direction, via), shape, link)
            + flight.queue(frame, shape, link)
            + impairment.delay().toNanos();
    long arrival = Math.max(now + delay, notBefore.getOrDefault(link, 0L) + 1);
    boolean twice = drawn("duplicates", link, shape.duplicates());
    notBefore.put(link, twice ? arrival + 1 : arrival);
    listener.noted("sent", frame, says);
    long late = drawn("reorders", link, shape.reorders()) ? flight.detour(link) : 0;
    agenda.schedule(arrival + late - now, () -> carrier.carry(frame));
    if (twice) {
      agenda.schedule(arrival + 1 - now, () -> carrier.carry(frame));
    }
  }

  private static String link(Frame frame) {
    return frame.from() + "->" + frame.to() + "/" + frame.bearer();
  }

  /** Whether chance takes this frame; a share of 0 costs no draw. */
  private boolean drawn(String purpose, String link, double share) {
    return share > 0 && agenda.random().stream("network", purpose, link).nextDouble() < share;
  }

  /** A frame has come out of the medium; a fault may have struck while it was in it. */
  public void arrived(Frame frame) {
    Path path = topology.path(frame.from(), frame.to(), frame.bearer());
    if (path.via().isEmpty()) {
      lose(frame, path.says());
      return;
    }
    carried++;
    listener.arrived(frame);
    List.copyOf(onArrival).forEach(watcher -> watcher.accept(frame));
  }

  /** From now on this sees every frame right after it was delivered, until the answer is run. */
  public Runnable whenArrived(Consumer<Frame> watcher) {
    onArrival.add(watcher);
    return () -> onArrival.remove(watcher);
  }

  private void lose(Frame frame, String why) {
    lost++;
    listener.noted("lost", frame, why);
    frame
        .payload()
        .attempt()
        .ifPresent(
            attempt -> {
              List<String> of = losses.computeIfAbsent(attempt, absent -> new ArrayList<>());
              if (of.size() < MOST_LOSSES_KEPT) {
                of.add(frame.payload().word() + " lost (" + why + ")");
              }
            });
  }

  /** What was lost of an attempt; asked once, then forgotten. */
  public List<String> lossesOf(AttemptId attempt) {
    List<String> found = losses.remove(attempt);
    return found == null ? List.of() : found;
  }

  /** How many frames arrived. */
  public long carried() {
    return carried;
  }

  /** How many frames were lost. */
  public long lost() {
    return lost;
  }
}
