package dev.trustring.kv.store;

import java.util.regex.Pattern;

/** The name of a store inside an app: 1 to 128 letters, digits and underscores (kv-store §1.1). */
public record StoreId(String value) implements Comparable<StoreId> {

  private static final Pattern LEGAL = Pattern.compile("[A-Za-z0-9_]{1,128}");

  public StoreId {
    if (!isLegal(value)) {
      throw new IllegalArgumentException("not a store id: " + value);
    }
  }

  /** Whether the platform takes this text as a store id. */
  public static boolean isLegal(String value) {
    return LEGAL.matcher(value).matches();
  }

  @Override
  public int compareTo(StoreId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
