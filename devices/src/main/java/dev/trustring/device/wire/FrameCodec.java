package dev.trustring.device.wire;

import dev.trustring.device.net.Frame;
import dev.trustring.device.net.Payload;
import java.util.Optional;

/**
 * Frames as bytes: a {@link FrameHeader}, then the payload as CBOR.
 *
 * <p>Bytes are checked for their size, for being a frame, for the version and then for the rest. A
 * frame of an unknown version is answered with a refusal, which is all header and so is read in
 * every version; a refusal is never answered, or two devices would refuse each other for ever.
 */
public final class FrameCodec {

  /** The version that is spoken here; raised when older bytes can no longer be read. */
  public static final int VERSION = 1;

  /**
   * The most bytes of a frame: 8 MiB. The soft bus takes 4 MiB at once, the data service fills nine
   * tenths of that with rows and sends a larger row alone (kv-store §3.5); a value may have 4 MiB
   * itself (kv-store §1.4). Twice the 4 MiB is room for the largest row and for all that is around
   * it.
   */
  public static final int MAX_BYTES = 8 * 1024 * 1024;

  private FrameCodec() {}

  /** The bytes of a frame; {@code TOO_BIG} when there are too many. */
  public static byte[] encode(Frame frame) throws WireException {
    if (frame.payload() instanceof Payload.VersionRefused refusal) {
      return header(frame, refusal.spoken(), refusal.refused()).write(0).array();
    }
    FrameHeader header = header(frame, VERSION, 0);
    byte[] body = Cbor.write(Payload.class, frame.payload());
    requireSize(header.length() + body.length);
    return header.write(body.length).put(body).array();
  }

  /** The frame that these bytes are. */
  public static Frame decode(byte[] bytes) throws WireException {
    requireSize(bytes.length);
    int version = FrameHeader.versionOf(bytes);
    boolean refusal = FrameHeader.isRefusal(bytes);
    if (version == 0 || (version != VERSION && !refusal)) {
      throw WireException.unknownVersion(version, VERSION);
    }
    FrameHeader header = FrameHeader.read(bytes);
    Payload payload =
        refusal ? refusalIn(header, bytes) : Cbor.read(Payload.class, bytes, header.length());
    return new Frame(header.from(), header.to(), header.bearer(), payload);
  }

  /**
   * What to answer to a frame of a version that is not spoken here; empty when it is none, is a
   * refusal itself or does not tell who sent it.
   */
  public static Optional<Frame> refusalOf(byte[] bytes) {
    try {
      requireSize(bytes.length);
      int version = FrameHeader.versionOf(bytes);
      if (version == 0 || version == VERSION || FrameHeader.isRefusal(bytes)) {
        return Optional.empty();
      }
      FrameHeader header = FrameHeader.read(bytes);
      return Optional.of(
          new Frame(
              header.to(),
              header.from(),
              header.bearer(),
              new Payload.VersionRefused(version, VERSION)));
    } catch (WireException nobodyToAnswer) {
      return Optional.empty();
    }
  }

  private static Payload refusalIn(FrameHeader header, byte[] bytes) throws WireException {
    if (bytes.length != header.length()) {
      throw WireException.malformed("a refusal to end with its header");
    }
    return new Payload.VersionRefused(header.refused(), header.version());
  }

  private static FrameHeader header(Frame frame, int version, int refused) {
    return new FrameHeader(version, refused, frame.from(), frame.to(), frame.bearer());
  }

  private static void requireSize(int bytes) throws WireException {
    if (bytes > MAX_BYTES) {
      throw WireException.tooBig(bytes, MAX_BYTES);
    }
  }
}
