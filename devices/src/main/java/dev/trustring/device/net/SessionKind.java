package dev.trustring.device.net;

import dev.trustring.device.profile.SystemTier;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A kind of data that a session carries, with the platform's number (trust-and-softbus §5.6). */
public enum SessionKind {
  MESSAGE(1, Purpose.MESSAGE, "OnMessageReceived"),
  BYTES(2, Purpose.BYTES, "OnBytesReceived"),
  FILE(3, Purpose.FILE, "OnFileReceived"),
  STREAM(4, Purpose.STREAM, "OnStreamReceived"),
  /** The notes give it neither lanes nor a call of its own: those of messages are taken. */
  D2D_MESSAGE(10, Purpose.MESSAGE, "OnMessageReceived");

  private static final long KIB = 1024;
  private static final long FILES_MAX = 10;

  private final int number;
  private final Purpose purpose;
  private final String callback;

  SessionKind(int number, Purpose purpose, String callback) {
    this.number = number;
    this.purpose = purpose;
    this.callback = callback;
  }

  public int number() {
    return number;
  }

  /** The order of lanes that it wants unless its opener says otherwise. */
  public Purpose purpose() {
    return purpose;
  }

  /** The function of the listener that takes it. */
  public String callback() {
    return callback;
  }

  /** The kind whose call sends it. */
  public SessionKind sentAs() {
    return this == D2D_MESSAGE ? MESSAGE : this;
  }

  /** Whether the sender hears that it came. */
  public boolean isConfirmed() {
    return this != STREAM;
  }

  /** How much goes at once: bytes, or files. Of a frame of a stream nothing is said. */
  public long most(SystemTier tier) {
    return switch (this) {
      case MESSAGE, D2D_MESSAGE -> 4 * KIB;
      case BYTES -> mostBytes(tier);
      case FILE -> FILES_MAX;
      case STREAM -> Long.MAX_VALUE;
    };
  }

  /** The notes give 2 to 4 KiB for mini systems; 4 are taken (unverified). */
  private static long mostBytes(SystemTier tier) {
    return switch (tier) {
      case MINI -> 4 * KIB;
      case SMALL -> KIB * KIB;
      case STANDARD -> 4 * KIB * KIB;
    };
  }

  /** The word that scenario files use. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** All words. */
  public static List<String> words() {
    return Arrays.stream(values()).map(SessionKind::word).toList();
  }
}
