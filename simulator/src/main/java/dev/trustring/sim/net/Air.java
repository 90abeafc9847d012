package dev.trustring.sim.net;

import dev.trustring.config.scenario.Network;
import dev.trustring.device.net.Frame;
import dev.trustring.kv.decision.AttemptId;
import dev.trustring.sim.loop.RunLoop;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  private final RunLoop loop;
  private final Topology topology;
  private final Listener listener;
  private final Map<String, Long> notBefore = new HashMap<>();
  private final Map<AttemptId, List<String>> losses = new HashMap<>();
  private long carried;
  private long lost;

  public Air(RunLoop loop, Topology topology, Listener listener) {
    this.loop = loop;
    this.topology = topology;
    this.listener = listener;
  }

  /** Puts a frame on the air. */
  public void transmit(Frame frame) {
    Path path = topology.path(frame.from(), frame.to(), frame.bearer());
    if (path.via().isEmpty()) {
      lose(frame, path);
      return;
    }
    String link = frame.from() + "->" + frame.to() + "/" + frame.bearer();
    long arrival =
        Math.max(
            loop.nowNanos() + delay(path.via().get(), link), notBefore.getOrDefault(link, 0L) + 1);
    notBefore.put(link, arrival);
    listener.noted("sent", frame, path.says());
    loop.schedule(arrival - loop.nowNanos(), () -> deliver(frame));
  }

  private void deliver(Frame frame) {
    Path path = topology.path(frame.from(), frame.to(), frame.bearer());
    if (path.via().isEmpty()) {
      lose(frame, path);
      return;
    }
    carried++;
    listener.arrived(frame);
  }

  private void lose(Frame frame, Path path) {
    lost++;
    listener.noted("lost", frame, path.says());
    frame
        .payload()
        .attempt()
        .ifPresent(
            attempt -> {
              List<String> of = losses.computeIfAbsent(attempt, absent -> new ArrayList<>());
              if (of.size() < MOST_LOSSES_KEPT) {
                of.add(frame.payload().word() + " lost (" + path.says() + ")");
              }
            });
  }

  private long delay(Network network, String link) {
    long least = network.latencyMin().toNanos();
    long spread = network.latencyMax().toNanos() - least;
    RandomGenerator stream = loop.random().stream("network", "latency", link);
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
