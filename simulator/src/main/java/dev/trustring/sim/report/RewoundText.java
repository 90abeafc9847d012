package dev.trustring.sim.report;

import dev.trustring.sim.campaign.Rewound;
import dev.trustring.sim.campaign.Rewound.Moment;
import dev.trustring.sim.campaign.Summary;
import java.util.List;
import java.util.Locale;

/** How likely a violation was from moment to moment, as a chart and as CSV. */
final class RewoundText {

  private static final int BAR = 10;

  private RewoundText() {}

  static void write(Rewound rewound, Summary summary, Page page) {
    String run = summary.name(rewound.run());
    page.blank();
    page.line(
        rewound
            .pointOfNoReturn()
            .filter(point -> !point.after().isEmpty())
            .map(
                point ->
                    run
                        + " was all but sure to break "
                        + rewound.oracle()
                        + " after "
                        + point.after()
                        + ".")
            .orElse(
                rewound.pointOfNoReturn().isPresent()
                    ? run + " was all but sure to break " + rewound.oracle() + " from the start."
                    : "Chance could have kept "
                        + run
                        + " from breaking "
                        + rewound.oracle()
                        + "."));
    page.line("Played anew from each of these moments, it broke again so often:");
    page.table(1, rewound.moments().stream().map(RewoundText::row).toList());
  }

  private static List<Cell> row(Moment moment) {
    int filled = Math.round((float) BAR * moment.violated() / moment.times());
    return List.of(
        Cell.of(Seconds.exact(moment.at().toNanos()) + "s"),
        Cell.of(moment.violated() + "/" + moment.times()),
        Cell.of("#".repeat(filled) + ".".repeat(BAR - filled)),
        Cell.of(moment.after().isEmpty() ? "" : "after " + moment.after()));
  }

  /** A line for each moment. */
  static String csv(Rewound rewound) {
    StringBuilder csv = new StringBuilder("from_seconds,violated,times,after\n");
    for (Moment moment : rewound.moments()) {
      csv.append(
          String.format(
              Locale.ROOT,
              "%s,%d,%d,%s\n",
              Seconds.exact(moment.at().toNanos()),
              moment.violated(),
              moment.times(),
              moment.after()));
    }
    return csv.toString();
  }
}
