package dev.trustring.sim.campaign;

import dev.trustring.config.text.Node;
import dev.trustring.config.text.Times;
import dev.trustring.kv.decision.Origin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes pieces of scenario files, and changes them. */
final class Nodes {

  private static final Origin NOWHERE = new Origin("drawn", 1, 1);

  private Nodes() {}

  static Node text(String text) {
    return new Node.Scalar(NOWHERE, Node.Kind.TEXT, text);
  }

  static Node whole(long number) {
    return new Node.Scalar(NOWHERE, Node.Kind.INTEGER, Long.toString(number));
  }

  static Node flag(boolean flag) {
    return new Node.Scalar(NOWHERE, Node.Kind.BOOLEAN, Boolean.toString(flag));
  }

  /** A span of time, to the millisecond. */
  static Node span(Duration span) {
    return text(Times.shown(span.toMillis()));
  }

  static Node list(Collection<? extends Node> items) {
    return new Node.Sequence(NOWHERE, List.copyOf(items));
  }

  static Node texts(Collection<String> words) {
    return list(words.stream().map(Nodes::text).toList());
  }

  /** An object of keys and values in turn. */
  static Node.Mapping object(Object... keysAndValues) {
    List<Node.Entry> entries = new ArrayList<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      entries.add(new Node.Entry(NOWHERE, (String) keysAndValues[i], (Node) keysAndValues[i + 1]));
    }
    return new Node.Mapping(NOWHERE, entries);
  }

  /** The object with that key set, in its place or as the last one. */
  static Node.Mapping with(Node.Mapping object, String key, Node value) {
    List<Node.Entry> entries = new ArrayList<>();
    boolean found = false;
    for (Node.Entry entry : object.entries()) {
      boolean here = entry.key().equals(key);
      entries.add(here ? new Node.Entry(entry.origin(), key, value) : entry);
      found |= here;
    }
    if (!found) {
      entries.add(new Node.Entry(NOWHERE, key, value));
    }
    return new Node.Mapping(object.origin(), entries);
  }

  static Node.Mapping without(Node.Mapping object, Set<String> keys) {
    return new Node.Mapping(
        object.origin(),
        object.entries().stream().filter(entry -> !keys.contains(entry.key())).toList());
  }

  /** The items of the list under that key; none if it is not there. */
  static List<Node> items(Node.Mapping object, String key) {
    return object
        .find(key)
        .map(Node.Entry::value)
        .filter(Node.Sequence.class::isInstance)
        .map(list -> ((Node.Sequence) list).items())
        .orElse(List.of());
  }

  /** The text under that key of an object. */
  static Optional<String> word(Node object, String key) {
    return object instanceof Node.Mapping mapping
        ? mapping
            .find(key)
            .map(Node.Entry::value)
            .filter(Node.Scalar.class::isInstance)
            .map(scalar -> ((Node.Scalar) scalar).text())
        : Optional.empty();
  }
}
