package dev.trustring.sim.net;

import dev.trustring.config.scenario.Network;
import dev.trustring.device.net.Frame;
import dev.trustring.kv.decision.AttemptId;
import dev.trustring.sim.loop.Agenda;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Carries every frame that crosses devices, or loses it. Nothing else does, so every fault of the
 * network strikes everything that devices say to each other.
 *
 * <p>Delays are drawn from a stream for each directed link; frames of one link never overtake each
 * other.
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

  private final Agenda agenda;
  private final Topology topology;
  private final Carrier carrier;
  private final Listener listener;
  private final Map<String, Long> notBefore = new HashMap<>();
  private final Map<AttemptId, List<String>> losses = new HashMap<>();
  private final List<Consumer<Frame>> onArrival = new ArrayList<>();
  private long carried;
  private long lost;

  public Air(Agenda agenda, Topology topology, Carrier carrier, Listener listener) {
    this.agenda = agenda;
    this.topology = topology;
    this.carrier = carrier;
    this.listener = listener;
  }

  /** Puts a frame on the air. */
  public void transmit(Frame frame) {
    Path path = topology.path(frame.from(), frame.to(), frame.bearer());
    if (path.via().isEmpty()) {
      lose(frame, path.says());
      return;
    }
    String link = frame.from() + "->" + frame.to() + "/" + frame.bearer();
    Impairment impairment = topology.impairment(frame.from(), frame.to());
    if (impairment.loss() > 0
        && agenda.random().stream("network", "loss", link).nextDouble() < impairment.loss()) {
      lose(frame, path.says() + ": by chance, at a rate of " + impairment.loss());
      return;
    }
    long delay = delay(path.via().get(), link) + impairment.delay().toNanos();
    long arrival = Math.max(agenda.nowNanos() + delay, notBefore.getOrDefault(link, 0L) + 1);
    notBefore.put(link, arrival);
    listener.noted("sent", frame, path.says());
    agenda.schedule(arrival - agenda.nowNanos(), () -> carrier.carry(frame));
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

  private long delay(Network network, String link) {
    long least = network.latencyMin().toNanos();
    long spread = network.latencyMax().toNanos() - least;
    RandomGenerator stream = agenda.random().stream("network", "latency", link);
    return least + (spread > 0 ? stream.nextLong(spread + 1) : 0);
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
