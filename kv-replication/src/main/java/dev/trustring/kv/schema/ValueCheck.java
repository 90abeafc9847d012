package dev.trustring.kv.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trustring.kv.status.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether a value fits a schema, and what is stored of it (kv-store §1.5). */
public final class ValueCheck {

  /** What becomes of a value. */
  public sealed interface Result {
    /** It is stored as this text: its own, unless a missing field got its default. */
    record Fits(String text) implements Result {}

    record Refused(Status status) implements Result {}
  }

  private ValueCheck() {}

  /** Checks one value; a missing field that has a default gets it. */
  public static Result check(Schema schema, String value) {
    Optional<ObjectNode> body = schema.body(value);
    if (body.isEmpty()) {
      return new Result.Refused(Status.INVALID_FORMAT);
    }
    ObjectNode whole = body.get();
    if (schema.mode() == SchemaMode.STRICT && hasMore(schema, whole, Optional.empty())) {
      return new Result.Refused(Status.INVALID_VALUE_FIELDS);
    }
    for (Map.Entry<FieldPath, Field> entry : schema.fields().entrySet()) {
      Optional<Status> problem = problem(entry.getValue(), entry.getKey().in(whole));
      if (problem.isPresent()) {
        return new Result.Refused(problem.get());
      }
    }
    boolean amended = amend(schema, whole);
    return new Result.Fits(amended ? schema.head(value) + whole : value);
  }

  private static Optional<Status> problem(Field field, JsonNode value) {
    if (value.isMissingNode()) {
      return field.mayBeAdded() ? Optional.empty() : Optional.of(Status.CONSTRAIN_VIOLATION);
    }
    if (value.isNull()) {
      return field.notNull() ? Optional.of(Status.CONSTRAIN_VIOLATION) : Optional.empty();
    }
    boolean fits = field.type().map(type -> type.takes(value)).orElseGet(value::isObject);
    return fits ? Optional.empty() : Optional.of(Status.INVALID_FIELD_TYPE);
  }

  private static boolean hasMore(Schema schema, JsonNode object, Optional<FieldPath> above) {
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      String name = entry.getKey();
      FieldPath path =
          above.map(parent -> parent.child(name)).orElseGet(() -> new FieldPath(List.of(name)));
      Field field = schema.fields().get(path);
      boolean deeper = field != null && field.holdsOthers() && entry.getValue().isObject();
      if (field == null || (deeper && hasMore(schema, entry.getValue(), Optional.of(path)))) {
        return true;
      }
    }
    return false;
  }

  /** Fills what is missing and has a default, with the objects around it. */
  private static boolean amend(Schema schema, ObjectNode whole) {
    boolean amended = false;
    for (Map.Entry<FieldPath, Field> entry : schema.fields().entrySet()) {
      Optional<JsonNode> standard = entry.getValue().standard();
      if (standard.isPresent() && entry.getKey().in(whole).isMissingNode()) {
        amended |= insert(whole, entry.getKey().names(), standard.get());
      }
    }
    return amended;
  }

  /** An object around it that is null stays so (unverified). */
  private static boolean insert(ObjectNode whole, List<String> names, JsonNode value) {
    ObjectNode object = whole;
    for (String name : names.subList(0, names.size() - 1)) {
      JsonNode next = object.get(name);
      if (next == null) {
        next = object.set(name, JsonNodeFactory.instance.objectNode()).get(name);
      }
      if (!(next instanceof ObjectNode inner)) {
        return false;
      }
      object = inner;
    }
    object.set(names.get(names.size() - 1), value);
    return true;
  }
}
