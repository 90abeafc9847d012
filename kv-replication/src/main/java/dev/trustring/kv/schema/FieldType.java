package dev.trustring.kv.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Optional;

/** The type of a field that holds no other fields (kv-store §1.5). */
public enum FieldType {
  STRING("STRING"),
  /** A whole number of 32 bits. */
  INTEGER("INTEGER"),
  /** A whole number of 64 bits. */
  LONG("LONG"),
  /** Any number. */
  DOUBLE("DOUBLE"),
  BOOLEAN("BOOL");

  private final String word;

  FieldType(String word) {
    this.word = word;
  }

  /** Its word in the text of a schema. */
  String word() {
    return word;
  }

  static Optional<FieldType> parse(String word) {
    return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
  }

  /** Whether the field takes the value; a smaller kind of number fits into a larger one. */
  boolean takes(JsonNode value) {
    return switch (this) {
      case STRING -> value.isTextual();
      case BOOLEAN -> value.isBoolean();
      case INTEGER -> value.isIntegralNumber() && value.canConvertToInt();
      case LONG -> value.isIntegralNumber() && value.canConvertToLong();
      case DOUBLE -> value.isNumber();
    };
  }
}
