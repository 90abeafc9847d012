package dev.trustring.kv.store;

import java.nio.charset.StandardCharsets;

/**
 * A stored value with the type it was put with.
 *
 * @param text the value as text
 */
public record Value(Type type, String text) {

  /** The platform's value types that a scenario can write; a plain number is a DOUBLE. */
  public enum Type {
    STRING,
    DOUBLE,
    BOOLEAN
  }

  /** The published limit on a value's size, in bytes. */
  public static final int MAX_BYTES = 4_194_303;

  /** Its size in the file without the type byte. */
  public int bytes() {
    return type == Type.DOUBLE ? Double.BYTES : text.getBytes(StandardCharsets.UTF_8).length;
  }
}
