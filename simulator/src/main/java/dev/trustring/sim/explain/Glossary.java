package dev.trustring.sim.explain;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trustring.config.text.Nearest;
import dev.trustring.sim.explain.Topic.Kind;
import dev.trustring.sim.report.Cell;
import dev.trustring.sim.report.Ink;
import dev.trustring.sim.report.Json;
import dev.trustring.sim.report.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Everything that can be explained. */
public final class Glossary {

  private final List<Topic> topics;

  private Glossary(List<Topic> topics) {
    this.topics = topics;
  }

  /** Made when somebody asks for the first time. */
  private static final class Standard {
    static final Glossary GLOSSARY = made();
  }

  /** All topics of the tool. */
  public static Glossary standard() {
    return Standard.GLOSSARY;
  }

  private static Glossary made() {
    List<Topic> topics = new ArrayList<>(GateTopics.all());
    topics.addAll(WorldTopics.all());
    topics.addAll(CodeTopics.all());
    return new Glossary(List.copyOf(topics));
  }

  /** What is known under one word; never empty. */
  public static final class Answer {
    private final String asked;
    private final List<Topic> found;

    private Answer(String asked, List<Topic> found) {
      this.asked = asked;
      this.found = found;
    }

    public void write(Page page) {
      TopicText.write(found, page);
    }

    public ObjectNode json() {
      return TopicJson.of(asked, found);
    }
  }

  /**
   * Looks a word up. A word may say of what kind it is, as in {@code gate:level}; a stage counts as
   * a gate there, because people see gates by their stage.
   */
  public Optional<Answer> find(String word) {
    List<Topic> found = topics(word);
    return found.isEmpty() ? Optional.empty() : Optional.of(new Answer(word, found));
  }

  private List<Topic> topics(String word) {
    int colon = word.indexOf(':');
    String bare = word.substring(colon + 1).strip();
    String kind = colon < 0 ? "" : word.substring(0, colon).strip().toLowerCase(Locale.ROOT);
    return topics.stream()
        .filter(topic -> topic.isCalled(bare))
        .filter(topic -> kind.isEmpty() || isOf(topic.kind(), kind))
        .toList();
  }

  private static boolean isOf(Kind kind, String word) {
    return kind.word().equals(word) || (kind == Kind.STAGE && word.equals(Kind.GATE.word()));
  }

  /** The word that a misspelt one was meant to be. */
  public Optional<String> nearest(String word) {
    return Nearest.to(word.substring(word.indexOf(':') + 1), words());
  }

  private List<String> words() {
    List<String> words = new ArrayList<>();
    topics.forEach(
        topic -> {
          words.add(topic.word());
          words.addAll(topic.names());
        });
    return words.stream().distinct().toList();
  }

  /** Writes the list of all words, kind by kind. */
  public void writeContents(Page page) {
    page.heading("What can be explained");
    for (Kind kind : Kind.values()) {
      List<String> words = words(kind);
      if (!words.isEmpty()) {
        page.blank();
        page.line(2, Cell.of(Ink.STRONG, kind.plural()));
        page.line(4, Cell.of(String.join(", ", words)));
      }
    }
  }

  /** The list of all words, kind by kind. */
  public ObjectNode contents() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("version", Json.VERSION);
    for (Kind kind : Kind.values()) {
      ArrayNode words = node.putArray(kind.word());
      words(kind).forEach(words::add);
    }
    return node;
  }

  private List<String> words(Kind kind) {
    return topics.stream()
        .filter(topic -> topic.kind() == kind)
        .map(Topic::shown)
        .distinct()
        .collect(Collectors.toList());
  }
}
