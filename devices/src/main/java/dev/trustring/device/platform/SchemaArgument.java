package dev.trustring.device.platform;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trustring.device.call.Arguments;
import dev.trustring.device.call.CallSpec.Failure;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import dev.trustring.kv.schema.FieldNode;
import dev.trustring.kv.schema.FieldPath;
import dev.trustring.kv.schema.FieldType;
import dev.trustring.kv.schema.SchemaMode;
import dev.trustring.kv.schema.SchemaText;
import dev.trustring.kv.schema.SchemaWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The schema with which an app opens a store: the tree of its FieldNodes (kv-store §1.5). */
final class SchemaArgument {

  /** One more level than a schema may have can be written, so that the engine refuses it. */
  private static final int LEVELS = FieldPath.DEEPEST + 1;

  private static final List<String> MODES = words(SchemaMode.values());
  private static final List<String> TYPES = words(FieldType.values());

  static final Param SCHEMA =
      Param.object(
          "schema",
          false,
          List.of(
              Param.word("mode", false, MODES, "STRICT refuses fields that are not listed"),
              fields(LEVELS, true),
              Param.optional("indexes", ParamType.TEXTS, "fields such as $.place.city"),
              Param.optional("skip", ParamType.INTEGER, "bytes before the JSON; 0 if not given")),
          "what values look like: they are JSON objects then, and queries see into them");

  /** How a store refuses a value; all come without a code. */
  static final List<Failure> REFUSALS =
      List.of(
          new Failure("INVALID_FORMAT", "the store has a schema and the value is no JSON object"),
          new Failure("INVALID_VALUE_FIELDS", "a field that the STRICT schema does not list"),
          new Failure("INVALID_FIELD_TYPE", "a field of another type"),
          new Failure("CONSTRAIN_VIOLATION", "a field that is null or missing and may not be"));

  private SchemaArgument() {}

  private static Param fields(int levels, boolean required) {
    List<Param> of =
        new ArrayList<>(
            List.of(
                Param.required("name", ParamType.TEXT, "1 to 64 letters, digits, underscores"),
                Param.word("type", false, TYPES, "of its value, unless it holds fields"),
                Param.optional("nullable", ParamType.BOOLEAN, "false if not given"),
                Param.optional("default", ParamType.SCALAR, "the value where it is missing")));
    if (levels > 1) {
      of.add(fields(levels - 1, false));
    }
    return new Param(
        "fields", ParamType.OBJECTS, required, List.of(), of, "the fields, with those inside");
  }

  private static List<String> words(Enum<?>[] constants) {
    return Arrays.stream(constants).map(Enum::name).toList();
  }

  /** What the options say: no schema, or one; empty when that is mistyped. */
  static Optional<Optional<SchemaText>> of(Arguments options) {
    Optional<JsonNode> given = options.find(SCHEMA.name());
    if (given.isEmpty()) {
      return Optional.of(Optional.empty());
    }
    Arguments schema = options.object(SCHEMA.name());
    Optional<SchemaMode> mode =
        schema.find("mode").isEmpty()
            ? Optional.of(SchemaMode.COMPATIBLE)
            : schema.text("mode").filter(MODES::contains).map(SchemaMode::valueOf);
    Optional<List<FieldNode>> fields = schema.objects("fields").flatMap(SchemaArgument::nodes);
    Optional<List<String>> indexes =
        schema.find("indexes").isEmpty() ? Optional.of(List.of()) : schema.texts("indexes");
    Optional<Long> skip = schema.number("skip", 0);
    if (mode.isEmpty() || fields.isEmpty() || indexes.isEmpty() || skip.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Optional.of(SchemaWriter.write(mode.get(), fields.get(), indexes.get(), skip.get())));
  }

  private static Optional<List<FieldNode>> nodes(List<Arguments> given) {
    List<FieldNode> nodes =
        given.stream().flatMap(field -> SchemaArgument.node(field).stream()).toList();
    return nodes.size() == given.size() ? Optional.of(nodes) : Optional.empty();
  }

  private static Optional<FieldNode> node(Arguments given) {
    Optional<String> name = given.text("name");
    Optional<Boolean> nullable = given.flag("nullable", false);
    Optional<FieldType> type = given.text("type").filter(TYPES::contains).map(FieldType::valueOf);
    boolean typed = given.find("type").isPresent() == type.isPresent();
    Optional<List<FieldNode>> children =
        given.find("fields").isEmpty()
            ? Optional.of(List.of())
            : given.objects("fields").flatMap(SchemaArgument::nodes);
    if (name.isEmpty() || nullable.isEmpty() || !typed || children.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new FieldNode(
            name.get(),
            type,
            nullable.get(),
            given.find("default").filter(JsonNode::isValueNode).map(JsonNode::asText),
            children.get()));
  }
}
