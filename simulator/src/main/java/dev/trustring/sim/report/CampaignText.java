package dev.trustring.sim.report;

import static java.util.stream.Collectors.joining;

import dev.trustring.sim.campaign.Shrunk;
import dev.trustring.sim.campaign.Summary;
import dev.trustring.sim.campaign.Tally;
import dev.trustring.sim.oracle.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A campaign on one screen: how many runs came to what, which oracle broke where, what to do. */
public final class CampaignText {

  private final Summary summary;
  private final Page page;

  private CampaignText(Summary summary, Page page) {
    this.summary = summary;
    this.page = page;
  }

  /** Writes the screen. */
  public static void write(Summary summary, Page page) {
    CampaignText text = new CampaignText(summary, page);
    text.heading();
    text.oracles();
    text.sometimes();
    text.denials();
    text.compared();
    text.smallest();
    text.rewound();
    text.ending();
  }

  private Tally tally() {
    return summary.tally();
  }

  private void heading() {
    page.heading(summary.title());
    page.line(
        0,
        List.of(
            Cell.of(summary.file()),
            Cell.of("rules " + summary.rules().word() + ", seed " + summary.seed()),
            Cell.of("host " + summary.host()),
            Cell.of(runs(tally().runs()))));
    page.blank();
  }

  private static String runs(int count) {
    return count == 1 ? "1 run" : String.format(Locale.ROOT, "%,d runs", count);
  }

  private void oracles() {
    List<List<Cell>> rows = new ArrayList<>();
    for (String oracle : summary.oracles()) {
      int broken = tally().broken(oracle);
      boolean held = broken == 0;
      rows.add(
          List.of(
              held ? Cell.of(Ink.GOOD, "held") : Cell.of(Ink.BAD, "VIOLATED"),
              Cell.of(oracle),
              Cell.of(held ? "" : runs(broken)),
              Cell.of(
                  tally()
                      .firstOf(oracle)
                      .map(first -> "first " + summary.name(first.number()))
                      .orElse(""))));
    }
    page.table(1, rows);
  }

  private void sometimes() {
    if (summary.sometimes().isEmpty()) {
      return;
    }
    page.blank();
    List<List<Cell>> rows = new ArrayList<>();
    for (String what : summary.sometimes()) {
      int happened = tally().happened(what);
      rows.add(
          List.of(
              happened > 0 ? Cell.of(Ink.GOOD, "happened") : Cell.of(Ink.DOUBT, "never"),
              Cell.of(what),
              Cell.of(happened > 0 ? "in " + runs(happened) : "")));
    }
    page.table(1, rows);
  }

  private void denials() {
    if (tally().denials().isEmpty()) {
      return;
    }
    page.blank();
    List<String> stages = new ArrayList<>();
    tally()
        .denials()
        .forEach((stage, count) -> stages.add(String.format(Locale.ROOT, "%s %,d", stage, count)));
    page.line("Attempts stopped at: " + String.join(", ", stages) + ".");
  }

  private void compared() {
    if (tally().compared() == 0) {
      return;
    }
    List<Integer> otherwise = tally().otherwise();
    page.line(
        "Also on host "
            + summary.otherHost()
            + ": "
            + runs(tally().compared())
            + ", "
            + (otherwise.isEmpty()
                ? "all with the same rows in the end."
                : otherwise.size()
                    + " with other rows in the end: "
                    + otherwise.stream().limit(5).map(summary::name).collect(joining(", "))
                    + (otherwise.size() > 5 ? " ..." : ".")));
  }

  private void smallest() {
    for (Shrunk one : summary.shrunk()) {
      page.blank();
      page.line("Smallest case that breaks " + one.oracle() + ": " + one.sizes());
      page.line(2, Cell.of(one.says()));
      page.command(2, "trustring replay " + CommandWord.of(summary.place(one)));
    }
  }

  private void rewound() {
    summary.rewound().forEach(one -> RewoundText.write(one, summary, page));
  }

  private void ending() {
    page.blank();
    Verdict verdict = tally().verdict();
    Ink ink =
        switch (verdict) {
          case HELD -> Ink.GOOD;
          case VIOLATED -> Ink.BAD;
          case VACUOUS, INCONCLUSIVE -> Ink.DOUBT;
        };
    List<Cell> ends = new ArrayList<>();
    ends.add(Cell.of(ink, verdict.name()));
    for (Verdict one : Verdict.values()) {
      ends.add(Cell.of(String.format(Locale.ROOT, "%s %,d", one.word(), tally().of(one))));
    }
    page.line(0, ends);
    page.line(
        String.format(
            Locale.ROOT,
            "%,d events  %,d rows replicated  %s of virtual time",
            tally().events(),
            tally().rows(),
            span(tally().virtualNanos())));
    if (summary.interrupted()) {
      page.line("Interrupted: the runs that were made are all counted.");
    }
    summary.folder().ifPresent(folder -> page.line("report  " + folder + "/index.html"));
  }

  private static String span(long nanos) {
    double hours = nanos / 3.6e12;
    return hours >= 1
        ? String.format(Locale.ROOT, "%,.1f h", hours)
        : String.format(Locale.ROOT, "%.1f min", nanos / 6e10);
  }
}
