package dev.trustring.kv.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The way to a field, such as {@code $.place.city}. The engine takes it without {@code $.} as well
 * (kv-store §1.5).
 */
public record FieldPath(List<String> names) implements Comparable<FieldPath> {

  /** How many names a path may have. */
  public static final int DEEPEST = 4;

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,63}");

  public FieldPath {
    names = List.copyOf(names);
  }

  static boolean isLegalName(String name) {
    return NAME.matcher(name).matches();
  }

  /** The path that the text says; empty when the engine does not take it. */
  public static Optional<FieldPath> parse(String text) {
    String stripped = text.strip();
    String body = stripped.startsWith("$.") ? stripped.substring(2) : stripped;
    List<String> names = List.of(body.split("\\.", -1));
    boolean legal = names.size() <= DEEPEST && names.stream().allMatch(FieldPath::isLegalName);
    return legal ? Optional.of(new FieldPath(names)) : Optional.empty();
  }

  FieldPath child(String name) {
    List<String> longer = new ArrayList<>(names);
    longer.add(name);
    return new FieldPath(longer);
  }

  /** What the value holds there; a missing node where it holds nothing. */
  public JsonNode in(JsonNode value) {
    JsonNode found = value;
    for (String name : names) {
      found = found.isObject() ? found.path(name) : MissingNode.getInstance();
    }
    return found;
  }

  @Override
  public int compareTo(FieldPath other) {
    int byDepth = Integer.compare(names.size(), other.names.size());
    return byDepth != 0 ? byDepth : toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return "$." + String.join(".", names);
  }
}
