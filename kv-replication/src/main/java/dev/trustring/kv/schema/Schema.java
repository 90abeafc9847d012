package dev.trustring.kv.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the values of a store look like (kv-store §1.5).
 *
 * @param fields every field, also those that hold others
 * @param indexes the fields by which the platform would find rows faster; here they only count
 * @param skip so many bytes of a value come before its JSON
 */
public record Schema(
    SchemaMode mode, SortedMap<FieldPath, Field> fields, List<FieldPath> indexes, int skip) {

  public Schema {
    fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    indexes = List.copyOf(indexes);
  }

  /** The schema that the text says; empty when the engine refuses it with INVALID_SCHEMA. */
  public static Optional<Schema> parse(SchemaText text) {
    return SchemaReader.read(text);
  }

  /** The type of a field by which rows may be sought; empty for any other. */
  public Optional<FieldType> typeOf(FieldPath path) {
    return Optional.ofNullable(fields.get(path)).flatMap(Field::type);
  }

  /** The JSON object of a value; empty when there is none. */
  public Optional<ObjectNode> body(String value) {
    return skip == 0 ? JsonText.object(value) : tail(value).flatMap(JsonText::object);
  }

  /** What a value has before its JSON. */
  String head(String value) {
    return skip == 0 ? "" : value.substring(0, value.length() - tail(value).orElse("").length());
  }

  private Optional<String> tail(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    return bytes.length <= skip
        ? Optional.empty()
        : Optional.of(new String(bytes, skip, bytes.length - skip, StandardCharsets.UTF_8));
  }
}
