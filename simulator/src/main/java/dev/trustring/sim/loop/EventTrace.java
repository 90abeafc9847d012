package dev.trustring.sim.loop;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The hash of everything that happened in a run. Each event is encoded as its time (8 bytes, big
 * endian) and its three texts (length in 4 bytes, then UTF-8), so no two event lists share bytes.
 */
public final class EventTrace {
  private static final int BUFFER = 1 << 14;
  private static final int HASH_BYTES = 8;

  private final MessageDigest digest = RandomStreams.sha256();
  private final byte[] buffer = new byte[BUFFER];
  private final @Nullable List<TraceEvent> kept;
  private int filled;
  private long size;

  private EventTrace(@Nullable List<TraceEvent> kept) {
    this.kept = kept;
  }

  /** A trace that knows only its hash. */
  public static EventTrace hashing() {
    return new EventTrace(null);
  }

  /** A trace that keeps its events too, so that it can be compared with another. */
  public static EventTrace keeping() {
    return new EventTrace(new ArrayList<>());
  }

  public void add(long virtualNanos, String kind, String subject, String detail) {
    room(Long.BYTES);
    for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      buffer[filled++] = (byte) (virtualNanos >>> shift);
    }
    text(kind);
    text(subject);
    text(detail);
    size++;
    if (kept != null) {
      kept.add(new TraceEvent(virtualNanos, kind, subject, detail));
    }
  }

  public long size() {
    return size;
  }

  /** The first 16 hex digits of the SHA-256 of all events so far. */
  public String hash() {
    flush();
    try {
      byte[] sum = ((MessageDigest) digest.clone()).digest();
      return HexFormat.of().formatHex(sum, 0, HASH_BYTES);
    } catch (CloneNotSupportedException e) {
      throw new AssertionError("the JDK's SHA-256 can be cloned", e);
    }
  }

  /** The kept events. */
  public List<TraceEvent> events() {
    if (kept == null) {
      throw new IllegalStateException("this trace keeps no events");
    }
    return List.copyOf(kept);
  }

  /** Where this trace and the other part; empty when they are equal. Both must keep events. */
  public Optional<TraceDifference> firstDifference(EventTrace other) {
    List<TraceEvent> left = events();
    List<TraceEvent> right = other.events();
    for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
      Optional<TraceEvent> l = at(left, i);
      Optional<TraceEvent> r = at(right, i);
      if (!l.equals(r)) {
        return Optional.of(new TraceDifference(i, l, r));
      }
    }
    return Optional.empty();
  }

  private static Optional<TraceEvent> at(List<TraceEvent> events, int index) {
    return index < events.size() ? Optional.of(events.get(index)) : Optional.empty();
  }

  private void text(String text) {
    int length = text.length();
    if (length > BUFFER - Integer.BYTES || !ascii(text, length)) {
      bytes(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Writes a text of ASCII characters in place; false, with nothing written, for any other. */
  private boolean ascii(String text, int length) {
    room(Integer.BYTES + length);
    int at = filled + Integer.BYTES;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c > 0x7f) {
        return false;
      }
      buffer[at + i] = (byte) c;
    }
    length(length);
    filled += length;
    return true;
  }

  private void bytes(byte[] bytes) {
    room(Integer.BYTES);
    length(bytes.length);
    flush();
    digest.update(bytes);
  }

  private void length(int length) {
    buffer[filled++] = (byte) (length >>> 24);
    buffer[filled++] = (byte) (length >>> 16);
    buffer[filled++] = (byte) (length >>> 8);
    buffer[filled++] = (byte) length;
  }

  private void room(int bytes) {
    if (filled + bytes > BUFFER) {
      flush();
    }
  }

  private void flush() {
    digest.update(buffer, 0, filled);
    filled = 0;
  }
}
