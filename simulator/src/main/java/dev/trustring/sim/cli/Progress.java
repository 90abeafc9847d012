package dev.trustring.sim.cli;

import dev.trustring.sim.campaign.Tally;
import dev.trustring.sim.oracle.Verdict;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Tells how far a campaign is: a line that changes on a terminal, else a line a minute. */
final class Progress {

  private static final long ON_TERMINAL = TimeUnit.MILLISECONDS.toNanos(200);
  private static final long ELSEWHERE = TimeUnit.MINUTES.toNanos(1);

  private final Console console;
  private final int wanted;
  private final long begun;
  private long told;

  Progress(Console console, int wanted) {
    this.console = console;
    this.wanted = wanted;
    this.begun = console.nanos().getAsLong();
    this.told = begun;
  }

  void tell(Tally tally) {
    long now = console.nanos().getAsLong();
    if (now - told < (console.errIsTerminal() ? ON_TERMINAL : ELSEWHERE)) {
      return;
    }
    told = now;
    String line = line(tally, (now - begun) / 1e9);
    if (console.errIsTerminal()) {
      console.err().print("\r\u001b[K" + line);
      console.err().flush();
    } else {
      console.tell("trustring: " + line);
    }
  }

  private String line(Tally tally, double seconds) {
    double perSecond = tally.runs() / seconds;
    return String.format(
        Locale.ROOT,
        "%,d/%,d  %,.0f runs/s  violated %,d  vacuous %,d  %,.0f s left",
        tally.runs(),
        wanted,
        perSecond,
        tally.of(Verdict.VIOLATED),
        tally.of(Verdict.VACUOUS),
        (wanted - tally.runs()) / perSecond);
  }

  void end(Tally tally, boolean stats) {
    if (console.errIsTerminal()) {
      console.err().print("\r\u001b[K");
      console.err().flush();
    }
    if (stats) {
      double seconds = Math.max(1, console.nanos().getAsLong() - begun) / 1e9;
      console.tell(
          String.format(
              Locale.ROOT,
              "trustring: %,d runs in %.1f s, %,.1f runs/s, %,.0f virtual seconds a second",
              tally.runs(),
              seconds,
              tally.runs() / seconds,
              tally.virtualNanos() / 1e9 / seconds));
    }
  }
}
