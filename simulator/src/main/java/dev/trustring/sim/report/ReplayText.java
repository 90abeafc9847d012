package dev.trustring.sim.report;

import dev.trustring.sim.loop.TraceEvent;
import dev.trustring.sim.run.RunResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What happened in a run, one line for each event of note. */
public final class ReplayText {

  /** What only the whole trace has: what a device keeps of each step, and frames. */
  private static final Set<String> OF_NOTE =
      Set.of(
          "call",
          "answer",
          "fault",
          "power",
          "decision",
          "sync-complete",
          "peer",
          "revoked",
          "store");

  private static final int LINE = 160;

  private ReplayText() {}

  /** Writes the events of the story, up to a moment of it if one is given. */
  public static void write(
      List<TraceEvent> events, RunResult result, Optional<Duration> until, Page page) {
    long begin = result.counts().setUpNanos();
    for (TraceEvent event : events) {
      long at = event.virtualNanos() - begin;
      boolean shown =
          at >= 0
              && OF_NOTE.contains(event.kind())
              && until.map(end -> at <= end.toNanos()).orElse(true);
      if (shown) {
        page.line(0, Cell.of(cut(Seconds.text(at) + "  " + words(event))));
      }
    }
  }

  /** One event, at its time from the start of the run. */
  public static String line(TraceEvent event) {
    return cut(Seconds.text(event.virtualNanos()) + "  " + words(event));
  }

  private static String words(TraceEvent event) {
    return event.subject() + "  " + event.kind() + "  " + event.detail();
  }

  private static String cut(String line) {
    return line.length() <= LINE ? line : line.substring(0, LINE - 1) + "…";
  }
}
