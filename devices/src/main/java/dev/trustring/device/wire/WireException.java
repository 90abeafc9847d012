package dev.trustring.device.wire;

import java.util.OptionalInt;

/** Bytes that are not what they should be; the message says in one line what was expected. */
public final class WireException extends Exception {

  /** What is wrong with the bytes. */
  public enum Reason {
    /** More than a frame may have. */
    TOO_BIG,
    /** They do not begin like a frame. */
    NOT_OURS,
    /** A frame of a version that is not spoken here. */
    UNKNOWN_VERSION,
    /** They end too early or too late, or are not what the type asks for. */
    MALFORMED
  }

  private static final int LONGEST_MESSAGE = 300;
  private static final int NO_VERSION = -1;

  private final Reason reason;
  private final int version;

  private WireException(Reason reason, int version, String message) {
    super(message);
    this.reason = reason;
    this.version = version;
  }

  static WireException tooBig(int bytes, int most) {
    return of(Reason.TOO_BIG, "expected at most " + most + " bytes, not " + bytes);
  }

  static WireException notOurs() {
    return of(Reason.NOT_OURS, "expected a frame, which begins with TR");
  }

  static WireException unknownVersion(int version, int spoken) {
    return new WireException(
        Reason.UNKNOWN_VERSION,
        version,
        "expected a frame of version " + spoken + ", not " + version);
  }

  static WireException malformed(String expected) {
    return of(Reason.MALFORMED, "expected " + oneLine(expected));
  }

  private static WireException of(Reason reason, String message) {
    return new WireException(reason, NO_VERSION, message);
  }

  /** What came from outside may be long and may hold anything. */
  private static String oneLine(String text) {
    String line = text.lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", "?");
    return line.length() <= LONGEST_MESSAGE ? line : line.substring(0, LONGEST_MESSAGE) + "...";
  }

  public Reason reason() {
    return reason;
  }

  /** The version that is not spoken here; empty for the other reasons. */
  public OptionalInt version() {
    return version == NO_VERSION ? OptionalInt.empty() : OptionalInt.of(version);
  }
}
