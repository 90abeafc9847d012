package dev.trustring.sim.explain;

import dev.trustring.sim.explain.Topic.Entry;
import dev.trustring.sim.explain.Topic.Section;
import dev.trustring.sim.report.Cell;
import dev.trustring.sim.report.Ink;
import dev.trustring.sim.report.Page;
import java.util.List;
import java.util.Locale;

/** Topics as text. */
final class TopicText {

  private TopicText() {}

  static void write(List<Topic> topics, Page page) {
    for (int i = 0; i < topics.size(); i++) {
      if (i > 0) {
        page.blank();
      }
      write(topics.get(i), page);
    }
  }

  private static void write(Topic topic, Page page) {
    page.heading(topic.kind().word() + " " + topic.shown());
    page.line(2, Cell.of(sentence(topic.says())));
    for (Section section : topic.sections()) {
      page.blank();
      page.line(2, Cell.of(Ink.STRONG, section.heading()));
      if (section.entries().stream().allMatch(entry -> entry.term().isEmpty())) {
        section.entries().forEach(entry -> page.line(4, Cell.of(entry.text())));
      } else {
        page.table(4, section.entries().stream().map(TopicText::row).toList());
      }
    }
  }

  private static List<Cell> row(Entry entry) {
    return List.of(Cell.of(entry.term()), Cell.of(entry.text()));
  }

  private static String sentence(String clause) {
    String begun = clause.substring(0, 1).toUpperCase(Locale.ROOT) + clause.substring(1);
    return begun.endsWith(".") ? begun : begun + ".";
  }
}
