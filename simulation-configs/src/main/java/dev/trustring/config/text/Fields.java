package dev.trustring.config.text;

import dev.trustring.kv.decision.Origin;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The fields of one object of a file. A key that is none of its fields is an error. */
public final class Fields {

  private final Origin origin;
  private final String what;
  private final Node.Mapping mapping;
  private final Set<String> keys;

  private Fields(Origin origin, String what, Node.Mapping mapping, Set<String> keys) {
    this.origin = origin;
    this.what = what;
    this.mapping = mapping;
    this.keys = keys;
  }

  /**
   * The fields of an object.
   *
   * @param what names the object in messages, such as {@code a device}
   * @param keys the fields that it may have
   */
  public static Fields of(Node node, String what, Collection<String> keys) {
    return of(node.origin(), node, what, keys);
  }

  /** The fields of an object; a missing one is reported at the object's own key. */
  public static Fields of(Node.Entry entry, String what, Collection<String> keys) {
    return of(entry.origin(), entry.value(), what, keys);
  }

  /** An object of someone else's format, which may have fields that nobody asks for. */
  public static Fields open(Node node, String what) {
    return new Fields(node.origin(), what, mapping(node, what), Set.of());
  }

  private static Fields of(Origin origin, Node node, String what, Collection<String> keys) {
    Fields fields = new Fields(origin, what, mapping(node, what), new TreeSet<>(keys));
    for (Node.Entry entry : fields.mapping.entries()) {
      if (!fields.keys.contains(entry.key())) {
        throw InputError.unknown(entry.origin(), "key", entry.key(), keys);
      }
    }
    return fields;
  }

  private static Node.Mapping mapping(Node node, String what) {
    if (node instanceof Node.Mapping mapping) {
      return mapping;
    }
    throw InputError.found(node, what);
  }

  /** Where the object is written. */
  public Origin origin() {
    return origin;
  }

  /** The field's key and value, if it is there. */
  public Optional<Node.Entry> entry(String key) {
    if (!keys.isEmpty() && !keys.contains(key)) {
      throw new IllegalStateException(what + " was not said to have " + key);
    }
    return mapping.find(key);
  }

  /** The field's value, if it is there. */
  public Optional<Node> find(String key) {
    return entry(key).map(Node.Entry::value);
  }

  /** Whether the field is there. */
  public boolean has(String key) {
    return entry(key).isPresent();
  }

  /** The field's value. */
  public Node need(String key) {
    return find(key)
        .orElseThrow(
            () ->
                InputError.at(
                    origin,
                    "key " + InputError.quoted(key) + " is missing",
                    "it in " + (keys.isEmpty() ? "this object" : what)));
  }

  /** The place of the field's value, else of the object. */
  public Origin originOf(String key) {
    return find(key).map(Node::origin).orElse(origin);
  }

  /** The text of a field. */
  public String text(String key) {
    return Values.text(need(key));
  }

  /** The text of a field that may be missing. */
  public Optional<String> textIfAny(String key) {
    return find(key).map(Values::text);
  }

  /** The flag of a field; false if it is missing. */
  public boolean flag(String key) {
    return find(key).map(Values::flag).orElse(false);
  }

  /** The pieces of a field's list; none if it is missing. */
  public List<Node> list(String key, String expected) {
    return find(key).map(node -> Values.list(node, expected)).orElse(List.of());
  }

  /** The entries of a field's object; none if it is missing. */
  public List<Node.Entry> entries(String key, String expected) {
    return find(key).map(node -> Values.entries(node, expected)).orElse(List.of());
  }

  /** Refuses a field that has no place beside another one or in an object of this kind. */
  public void refuse(String key, String why) {
    entry(key)
        .ifPresent(
            entry -> {
              throw InputError.at(
                  entry.origin(), "key " + InputError.quoted(key) + " has no place here: " + why);
            });
  }
}
