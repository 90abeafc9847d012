package dev.trustring.kv.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text of a schema and holds it to the engine's limits (kv-store §1.5). */
final class SchemaReader {

  static final String VERSION = "SCHEMA_VERSION";
  static final String ONLY_VERSION = "1.0";
  static final String MODE = "SCHEMA_MODE";
  static final String DEFINE = "SCHEMA_DEFINE";
  static final String INDEXES = "SCHEMA_INDEXES";
  static final String SKIP = "SCHEMA_SKIPSIZE";

  static final int MOST_FIELDS = 256;
  static final int MOST_INDEXES = 32;
  static final int MOST_BYTES_OF_A_STANDARD = 4096;
  static final int MOST_SKIPPED = 4_194_302;

  private static final Pattern ATTRIBUTES =
      Pattern.compile(
          "\\s*([A-Z]+)\\s*(,\\s*NOT\\s+NULL\\s*)?(?:,\\s*DEFAULT\\s+(.*))?", Pattern.DOTALL);

  private final Map<FieldPath, Field> fields = new TreeMap<>();

  private SchemaReader() {}

  static Optional<Schema> read(SchemaText text) {
    return text.bytes() > SchemaText.MAX_BYTES
        ? Optional.empty()
        : JsonText.object(text.value()).flatMap(json -> new SchemaReader().schema(json));
  }

  private Optional<Schema> schema(ObjectNode json) {
    boolean known = json.path(VERSION).asText().equals(ONLY_VERSION);
    if (!known || !define(json.path(DEFINE), Optional.empty()) || fields.size() > MOST_FIELDS) {
      return Optional.empty();
    }
    Optional<SchemaMode> mode = mode(json.path(MODE).asText());
    Optional<List<FieldPath>> indexes = indexes(json.path(INDEXES));
    Optional<Integer> skip = skip(json.path(SKIP));
    if (mode.isEmpty() || indexes.isEmpty() || skip.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Schema(mode.get(), new TreeMap<>(fields), indexes.get(), skip.get()));
  }

  private static Optional<SchemaMode> mode(String word) {
    return List.of(SchemaMode.values()).stream()
        .filter(mode -> mode.name().equals(word))
        .findFirst();
  }

  private static Optional<Integer> skip(JsonNode given) {
    if (given.isMissingNode()) {
      return Optional.of(0);
    }
    return given.isIntegralNumber() && given.canConvertToInt()
        ? Optional.of(given.asInt()).filter(skip -> skip >= 0 && skip <= MOST_SKIPPED)
        : Optional.empty();
  }

  /** Notes the fields of an object; false when one is not as it must be. */
  private boolean define(JsonNode node, Optional<FieldPath> above) {
    boolean emptyRoot = above.isEmpty() && node.isEmpty();
    if (!node.isObject() || emptyRoot) {
      return false;
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String name = entry.getKey();
      FieldPath path =
          above.map(parent -> parent.child(name)).orElseGet(() -> new FieldPath(List.of(name)));
      boolean fits = FieldPath.isLegalName(name) && path.names().size() <= FieldPath.DEEPEST;
      if (!fits || !field(path, entry.getValue())) {
        return false;
      }
    }
    return true;
  }

  private boolean field(FieldPath path, JsonNode node) {
    if (node.isObject()) {
      fields.put(path, Field.OBJECT);
      return define(node, Optional.of(path));
    }
    Optional<Field> leaf = node.isTextual() ? leaf(node.asText()) : Optional.empty();
    leaf.ifPresent(field -> fields.put(path, field));
    return leaf.isPresent();
  }

  private static Optional<Field> leaf(String attributes) {
    Matcher parts = ATTRIBUTES.matcher(attributes);
    Optional<FieldType> type = parts.matches() ? FieldType.parse(parts.group(1)) : Optional.empty();
    if (type.isEmpty()) {
      return Optional.empty();
    }
    boolean notNull = parts.group(2) != null;
    Optional<String> text = Optional.ofNullable(parts.group(3));
    Optional<JsonNode> standard = text.flatMap(given -> standard(type.get(), given.strip()));
    return text.isPresent() && standard.isEmpty()
        ? Optional.empty()
        : Optional.of(new Field(type, notNull, standard));
  }

  private static Optional<JsonNode> standard(FieldType type, String text) {
    if (type != FieldType.STRING) {
      Optional<JsonNode> value = JsonText.read(text).filter(type::takes);
      return type == FieldType.DOUBLE
          ? value.map(number -> DoubleNode.valueOf(number.asDouble()))
          : value;
    }
    boolean quoted = text.length() >= 2 && text.startsWith("'") && text.endsWith("'");
    String body = quoted ? text.substring(1, text.length() - 1) : "";
    boolean fits = body.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES_OF_A_STANDARD;
    return quoted && fits ? Optional.of(TextNode.valueOf(body)) : Optional.empty();
  }

  /** An index is one field that holds a value, and each has at most one. */
  private Optional<List<FieldPath>> indexes(JsonNode given) {
    List<FieldPath> indexes = new ArrayList<>();
    for (JsonNode one : given) {
      Optional<FieldPath> path = one.isTextual() ? FieldPath.parse(one.asText()) : Optional.empty();
      path.filter(this::holdsValue).ifPresent(indexes::add);
    }
    boolean fits = indexes.size() == given.size() && indexes.size() <= MOST_INDEXES;
    boolean distinct = new TreeSet<>(indexes).size() == indexes.size();
    return fits && distinct ? Optional.of(indexes) : Optional.empty();
  }

  private boolean holdsValue(FieldPath path) {
    Field field = fields.get(path);
    return field != null && !field.holdsOthers();
  }
}
