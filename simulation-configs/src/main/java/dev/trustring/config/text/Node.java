package dev.trustring.config.text;

import dev.trustring.kv.decision.Origin;
import java.util.List;
import java.util.Optional;

/** A piece of a user's file, with the place where it begins. */
public sealed interface Node {

  /** Deepest nesting that a file may have. */
  int DEPTH_MAX = 50;

  /** Where the piece begins. */
  Origin origin();

  /** What a person would call it, such as {@code text 'SL9'} or {@code a list}. */
  String describe();

  /** Kinds of single values. */
  enum Kind {
    TEXT,
    INTEGER,
    DECIMAL,
    BOOLEAN,
    /** No value: {@code null}, {@code ~}, or nothing after the colon. */
    NOTHING
  }

  /**
   * A single value.
   *
   * @param text as written, without quotes
   */
  record Scalar(Origin origin, Kind kind, String text) implements Node {
    @Override
    public String describe() {
      return switch (kind) {
        case TEXT -> "text " + InputError.quoted(text);
        case INTEGER, DECIMAL -> "the number " + InputError.shortened(text);
        case BOOLEAN -> text;
        case NOTHING -> "nothing";
      };
    }
  }

  /** A list. */
  record Sequence(Origin origin, List<Node> items) implements Node {
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String describe() {
      return "a list";
    }
  }

  /** Keys with their values, in the order of the file; no key comes twice. */
  record Mapping(Origin origin, List<Entry> entries) implements Node {
    public Mapping {
      entries = List.copyOf(entries);
    }

    /** The entry of that key. */
    public Optional<Entry> find(String key) {
      return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
    }

    @Override
    public String describe() {
      return "an object";
    }
  }

  /**
   * A key with its value.
   *
   * @param origin where the key begins
   */
  record Entry(Origin origin, String key, Node value) {}
}
