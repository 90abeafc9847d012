package dev.trustring.kv.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Schemas of a shopping list. */
public final class Schemas {

  private Schemas() {}

  public static FieldNode field(String name, FieldType type) {
    return new FieldNode(name, Optional.of(type), true, Optional.empty(), List.of());
  }

  public static FieldNode needed(String name, FieldType type) {
    return new FieldNode(name, Optional.of(type), false, Optional.empty(), List.of());
  }

  public static FieldNode standard(String name, FieldType type, String text) {
    return new FieldNode(name, Optional.of(type), true, Optional.of(text), List.of());
  }

  public static FieldNode object(String name, FieldNode... children) {
    return new FieldNode(name, Optional.empty(), true, Optional.empty(), List.of(children));
  }

  public static SchemaText text(SchemaMode mode, FieldNode... fields) {
    return SchemaWriter.write(mode, Arrays.asList(fields), List.of(), 0);
  }

  static Schema schema(SchemaMode mode, FieldNode... fields) {
    return Schema.parse(text(mode, fields)).orElseThrow();
  }

  /** title, count, price, done, and a place with a city. */
  public static SchemaText shopping(SchemaMode mode) {
    return text(
        mode,
        field("title", FieldType.STRING),
        field("count", FieldType.INTEGER),
        field("price", FieldType.DOUBLE),
        field("done", FieldType.BOOLEAN),
        object("place", field("city", FieldType.STRING)));
  }
}
