package dev.trustring.kv.store;

import java.nio.charset.StandardCharsets;

/** A key, already stripped of leading and trailing blanks as the platform does (kv-store §1.4). */
public record Key(String text) implements Comparable<Key> {

  /** The longest key of a SINGLE_VERSION store, in bytes. */
  public static final int MAX_BYTES = 1024;

  /** The longest key of a DEVICE_COLLABORATION store; the rest is kept for the device prefix. */
  public static final int MAX_BYTES_COLLABORATION = 896;

  /** Whether the platform takes this text, once stripped, as a key. */
  public static boolean isLegal(String text) {
    int bytes = text.strip().getBytes(StandardCharsets.UTF_8).length;
    return bytes > 0 && bytes <= MAX_BYTES;
  }

  /** The key that the platform makes of what an app passes. */
  public static Key of(String text) {
    return new Key(text.strip());
  }

  /** Whether a store of that type takes it. */
  boolean fits(KvStoreType type) {
    int most = type == KvStoreType.DEVICE_COLLABORATION ? MAX_BYTES_COLLABORATION : MAX_BYTES;
    return bytes() <= most;
  }

  int bytes() {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  @Override
  public int compareTo(Key other) {
    return text.compareTo(other.text);
  }
}
