package dev.trustring.sim.report;

import dev.trustring.kv.rules.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The table of what apps were told and what was true, for one rule set. */
public final class HonestyText {

  private HonestyText() {}

  /** Writes the table and the figures below it. */
  public static void write(RuleSet rules, int stories, Honesty honesty, Page page) {
    page.line(
        0,
        List.of(
            Cell.of(Ink.STRONG, "rules " + rules.word()),
            Cell.of(stories == 1 ? "1 story" : stories + " stories"),
            Cell.of(honesty.attempts() + " attempts to bring rows to another device")));
    page.blank();
    page.table(1, rows(honesty));
    page.blank();
    figures(honesty, page);
  }

  private static List<List<Cell>> rows(Honesty honesty) {
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(row("apps were told", "times", "what was true", Ink.STRONG));
    for (Map.Entry<Honesty.Told, Map<Honesty.Truth, Integer>> told : honesty.counts().entrySet()) {
      String shown = told(told.getKey());
      for (Map.Entry<Honesty.Truth, Integer> truth : told.getValue().entrySet()) {
        boolean fits = told.getKey().isSuccess() == truth.getKey().arrived();
        String words = truth.getKey().words();
        rows.add(row(shown, truth.getValue().toString(), words, fits ? Ink.PLAIN : Ink.DOUBT));
        shown = "";
      }
    }
    return rows;
  }

  private static List<Cell> row(String told, String times, String truth, Ink ink) {
    return List.of(Cell.of(ink, told), Cell.of(ink, times), Cell.of(ink, truth));
  }

  private static String told(Honesty.Told told) {
    return told.name().isEmpty() ? told.word() : told.word() + " " + told.name();
  }

  private static void figures(Honesty honesty, Page page) {
    page.line(
        "Ambiguous: "
            + share(honesty.ambiguous(), honesty.attempts())
            + " were told what had several causes here; of those who were not told of success "
            + share(honesty.ambiguouslyRefused(), honesty.refused())
            + ".");
    page.line("Told of success, and nothing arrived: " + honesty.toldTooMuch() + ".");
    page.line("Not told of success, and the rows are there: " + honesty.toldTooLittle() + ".");
  }

  private static String share(int some, int all) {
    String percent = all == 0 ? "0" : String.format(Locale.ROOT, "%.1f", 100.0 * some / all);
    return some + " of " + all + " (" + percent + " %)";
  }
}
