package dev.trustring.sim.report;

import dev.trustring.sim.campaign.Played;
import dev.trustring.sim.campaign.Summary;
import dev.trustring.sim.page.Markup;
import java.util.Locale;
import java.util.stream.Collectors;

/** A campaign as the XML that build servers read: one test case for each oracle. */
final class CampaignJunit {

  private CampaignJunit() {}

  static String of(Summary summary) {
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append(
        String.format(
            Locale.ROOT,
            "<testsuite name=\"%s\" tests=\"%d\" failures=\"%d\" errors=\"0\" skipped=\"0\">\n",
            Markup.escaped(summary.file()),
            summary.oracles().size(),
            summary.tally().broken().size()));
    for (String oracle : summary.oracles()) {
      xml.append("  <testcase classname=\"trustring.chaos\" name=\"")
          .append(Markup.escaped(oracle));
      int broken = summary.tally().broken(oracle);
      xml.append(broken == 0 ? "\"/>\n" : failure(oracle, broken, summary));
    }
    return xml.append("</testsuite>\n").toString();
  }

  private static String failure(String oracle, int broken, Summary summary) {
    String says =
        summary.tally().violated().stream()
            .filter(run -> run.broke(oracle))
            .limit(5)
            .map(run -> line(run, oracle, summary))
            .collect(Collectors.joining("\n"));
    return "\">\n    <failure message=\""
        + broken
        + " of "
        + summary.tally().runs()
        + " runs\">"
        + Markup.escaped(says)
        + "</failure>\n  </testcase>\n";
  }

  private static String line(Played run, String oracle, Summary summary) {
    return summary.name(run.number()) + " " + run.says(oracle);
  }
}
