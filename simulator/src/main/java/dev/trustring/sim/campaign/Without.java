package dev.trustring.sim.campaign;

import dev.trustring.config.text.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A scenario without one of its devices: gone from every list, and with it what cannot be without
 * it, such as a step that is taken on it alone.
 */
final class Without {

  private final String device;

  Without(String device) {
    this.device = device;
  }

  Node scenario(Node.Mapping scenario) {
    List<Node.Entry> entries = new ArrayList<>();
    for (Node.Entry entry : scenario.entries()) {
      Node value = entry.value();
      Optional<Node> left =
          value instanceof Node.Mapping named && !entry.key().equals("expect")
              ? Optional.of(ofThings(named))
              : of(value);
      left.ifPresent(node -> entries.add(new Node.Entry(entry.origin(), entry.key(), node)));
    }
    return new Node.Mapping(scenario.origin(), entries);
  }

  /** Of objects by name, those that are left; the device itself goes by its name. */
  private Node.Mapping ofThings(Node.Mapping things) {
    List<Node.Entry> left = new ArrayList<>();
    for (Node.Entry thing : things.entries()) {
      if (!thing.key().equals(device)) {
        of(thing.value())
            .ifPresent(node -> left.add(new Node.Entry(thing.origin(), thing.key(), node)));
      }
    }
    return new Node.Mapping(things.origin(), left);
  }

  /** What is left of a piece; empty when it was about that device alone. */
  private Optional<Node> of(Node node) {
    if (node instanceof Node.Sequence list) {
      return ofList(list);
    }
    if (node instanceof Node.Mapping object) {
      return ofObject(object);
    }
    return ((Node.Scalar) node).text().equals(device) ? Optional.empty() : Optional.of(node);
  }

  private Optional<Node> ofList(Node.Sequence list) {
    List<Node> left = list.items().stream().flatMap(item -> of(item).stream()).toList();
    boolean emptied = left.isEmpty() && !list.items().isEmpty();
    return emptied ? Optional.empty() : Optional.of(new Node.Sequence(list.origin(), left));
  }

  private Optional<Node> ofObject(Node.Mapping object) {
    List<Node.Entry> left = new ArrayList<>();
    for (Node.Entry entry : object.entries()) {
      Optional<Node> value = of(entry.value());
      if (value.isEmpty()) {
        return Optional.empty();
      }
      left.add(new Node.Entry(entry.origin(), entry.key(), value.get()));
    }
    return Optional.of(new Node.Mapping(object.origin(), left));
  }
}
