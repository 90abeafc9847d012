package dev.trustring.kv.schema;

import java.nio.charset.StandardCharsets;

/** A schema as the text in which stores keep it and devices tell it (kv-store §1.5). */
public record SchemaText(String value) {

  /** The longest text of a schema, in bytes. */
  public static final int MAX_BYTES = 512 * 1024;

  int bytes() {
    return value.getBytes(StandardCharsets.UTF_8).length;
  }
}
