package dev.trustring.kv.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Writes the schema that an app describes as the text that the engine takes (kv-store §1.5). */
public final class SchemaWriter {

  private SchemaWriter() {}

  /** The text; whether the engine takes it shows when it is read. */
  public static SchemaText write(
      SchemaMode mode, List<FieldNode> fields, List<String> indexes, long skip) {
    ObjectNode text = JsonNodeFactory.instance.objectNode();
    text.put(SchemaReader.VERSION, SchemaReader.ONLY_VERSION);
    text.put(SchemaReader.MODE, mode.name());
    text.set(SchemaReader.DEFINE, define(fields));
    ArrayNode paths = text.putArray(SchemaReader.INDEXES);
    indexes.forEach(paths::add);
    text.put(SchemaReader.SKIP, skip);
    return new SchemaText(text.toString());
  }

  /** Of two fields of one name the later one counts. */
  private static ObjectNode define(List<FieldNode> fields) {
    ObjectNode define = JsonNodeFactory.instance.objectNode();
    for (FieldNode field : fields) {
      if (field.type().isPresent() && field.children().isEmpty()) {
        define.put(field.name(), field.attributes(field.type().get()));
      } else {
        define.set(field.name(), define(field.children()));
      }
    }
    return define;
  }
}
