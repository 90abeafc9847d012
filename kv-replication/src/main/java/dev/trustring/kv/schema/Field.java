package dev.trustring.kv.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * One field of a schema that was read.
 *
 * @param type empty for a field that holds others
 * @param notNull whether it may be neither null nor missing
 * @param standard what a missing one becomes
 */
public record Field(Optional<FieldType> type, boolean notNull, Optional<JsonNode> standard) {

  /** A field that holds others. */
  static final Field OBJECT = new Field(Optional.empty(), false, Optional.empty());

  boolean holdsOthers() {
    return type.isEmpty();
  }

  /** Whether an old value, which lacks it, still fits a schema that has it. */
  boolean mayBeAdded() {
    return !notNull || standard.isPresent();
  }
}
