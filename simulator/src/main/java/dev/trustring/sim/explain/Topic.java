package dev.trustring.sim.explain;

import java.util.List;

/**
 * One thing that can be explained.
 *
 * @param word its own word, such as {@code level-too-low}
 * @param names other words under which it is found
 * @param says what it is, in one clause
 */
record Topic(Kind kind, String word, List<String> names, String says, List<Section> sections) {

  Topic {
    names = List.copyOf(names);
    sections = sections.stream().filter(section -> !section.entries().isEmpty()).toList();
  }

  /** What a topic is. */
  enum Kind {
    STAGE("stage", "stages"),
    GATE("gate", "gates"),
    REASON("reason", "reasons"),
    NUMBER("number", "numbers"),
    NAME("name", "names of errors"),
    CALL("call", "platform calls"),
    FAULT("fault", "faults"),
    RULES("rules", "rule sets"),
    VERDICT("verdict", "verdicts");

    private final String word;
    private final String plural;

    Kind(String word, String plural) {
      this.word = word;
      this.plural = plural;
    }

    String word() {
      return word;
    }

    String plural() {
      return plural;
    }
  }

  /** A part of an explanation. */
  record Section(String heading, List<Entry> entries) {
    Section {
      entries = List.copyOf(entries);
    }

    static Section of(String heading, String text) {
      return new Section(heading, List.of(new Entry("", text)));
    }
  }

  /**
   * One line of a section.
   *
   * @param term what it is about; empty for plain text
   */
  record Entry(String term, String text) {}

  /** Its word as lists show it; a gate has its id before it. */
  String shown() {
    return kind == Kind.GATE ? names.get(0) + " " + word : word;
  }

  /** Whether the topic goes by that word; large and small letters count alike, as do _ and -. */
  boolean isCalled(String asked) {
    return isAlike(word, asked) || names.stream().anyMatch(name -> isAlike(name, asked));
  }

  private static boolean isAlike(String one, String other) {
    return one.replace('_', '-').equalsIgnoreCase(other.replace('_', '-'));
  }
}
