package dev.trustring.sim.net;

import dev.trustring.config.scenario.LinkShape;
import dev.trustring.config.text.Times;
import dev.trustring.device.net.Frame;
import dev.trustring.device.wire.FrameCodec;
import dev.trustring.device.wire.WireException;
import dev.trustring.sim.loop.Agenda;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * How long frames take, each part drawn from a stream of its link and purpose. What a link does not
 * have costs no draw, so that it shifts nothing else.
 */
final class FlightTime {

  /** Later frames have this long at the most to overtake one; then it is there. */
  private static final Duration DETOUR = Duration.ofMillis(200);

  private static final long SECOND = 1_000_000_000L;

  private final Agenda agenda;
  private final Map<String, Long> busyUntil = new HashMap<>();

  FlightTime(Agenda agenda) {
    this.agenda = agenda;
  }

  /** Between the least and the greatest delay, and for a few frames more. */
  long delay(Times.Range latency, LinkShape shape, String link) {
    long least = latency.min().toNanos();
    long spread = latency.max().toNanos() - least;
    long usual = least + (spread > 0 ? stream("latency", link).nextLong(spread + 1) : 0);
    boolean slow = shape.tailShare() > 0 && stream("tail", link).nextDouble() < shape.tailShare();
    return slow ? usual + stream("tail", link).nextLong(shape.tail().toNanos() + 1) : usual;
  }

  /** How long the frame waits for those before it, and takes itself, where a link is narrow. */
  long queue(Frame frame, LinkShape shape, String link) {
    if (shape.bandwidth() == 0) {
      return 0;
    }
    long now = agenda.nowNanos();
    long start = Math.max(now, busyUntil.getOrDefault(link, 0L));
    long end = start + sizeOf(frame) * SECOND / shape.bandwidth();
    busyUntil.put(link, end);
    return end - now;
  }

  /** How much later than its turn a frame comes that others may overtake. */
  long detour(String link) {
    return stream("detour", link).nextLong(DETOUR.toNanos()) + 1;
  }

  private static long sizeOf(Frame frame) {
    try {
      return FrameCodec.encode(frame).length;
    } catch (WireException e) {
      throw new IllegalStateException("a frame that cannot travel: " + frame.payload().word(), e);
    }
  }

  private RandomGenerator stream(String purpose, String link) {
    return agenda.random().stream("network", purpose, link);
  }
}
