package dev.trustring.trust.wire;

import dev.trustring.trust.identity.Udid;

/** One attempt to bind, as both ends know it. */
public record BindId(String value) implements Comparable<BindId> {

  /** An id for a new attempt of a source: its udid keeps sources apart, the draw its attempts. */
  public static BindId of(Udid source, long draw) {
    return new BindId(source.prefix() + "-" + Long.toHexString(draw));
  }

  @Override
  public int compareTo(BindId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
