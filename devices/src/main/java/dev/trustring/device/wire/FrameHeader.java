package dev.trustring.device.wire;

import dev.trustring.device.net.Bearer;
import dev.trustring.trust.identity.DeviceName;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The beginning of a frame. It is alike in every version, so that a device can refuse a frame of
 * which it cannot read the rest, and so that its refusal is read by whoever sent that frame.
 *
 * <pre>
 * bytes   what
 * 2       'T' 'R'
 * 1       the version that the sender speaks, from 1
 * 1       the version that this frame refuses; 0 for a frame with a body
 * 1 + n   the device it is from: the length, and that many ASCII characters
 * 1 + n   the device it is for
 * 1 + n   the bearer
 * rest    the body in that version; nothing in a refusal
 * </pre>
 */
record FrameHeader(int version, int refused, DeviceName from, DeviceName to, Bearer bearer) {

  private static final byte[] MAGIC = {'T', 'R'};
  private static final int VERSION_AT = MAGIC.length;
  private static final int REFUSED_AT = VERSION_AT + 1;
  private static final int NAMES_AT = REFUSED_AT + 1;

  /** The version of a frame; tells only whether these bytes begin like one. */
  static int versionOf(byte[] bytes) throws WireException {
    if (bytes.length < VERSION_AT || !Arrays.equals(MAGIC, 0, VERSION_AT, bytes, 0, VERSION_AT)) {
      throw WireException.notOurs();
    }
    if (bytes.length <= VERSION_AT) {
      throw WireException.malformed("a version after TR");
    }
    return Byte.toUnsignedInt(bytes[VERSION_AT]);
  }

  /** Whether a frame of any version does nothing but refuse another version. */
  static boolean isRefusal(byte[] bytes) {
    return bytes.length > REFUSED_AT && bytes[REFUSED_AT] != 0;
  }

  static FrameHeader read(byte[] bytes) throws WireException {
    int version = versionOf(bytes);
    try {
      ByteBuffer buffer = ByteBuffer.wrap(bytes).position(REFUSED_AT);
      int refused = Byte.toUnsignedInt(buffer.get());
      return new FrameHeader(
          version,
          refused,
          new DeviceName(readWord(buffer)),
          new DeviceName(readWord(buffer)),
          Bearer.valueOf(readWord(buffer)));
    } catch (BufferUnderflowException e) {
      throw WireException.malformed("a header with two devices and a bearer; it ends too early");
    } catch (IllegalArgumentException e) {
      throw WireException.malformed("a header with two devices and a bearer: " + e.getMessage());
    }
  }

  /** Where the body begins. */
  int length() {
    return NAMES_AT + 3 + from.value().length() + to.value().length() + bearer.name().length();
  }

  /** The bytes, with room for a body behind them. */
  ByteBuffer write(int body) {
    ByteBuffer buffer = ByteBuffer.allocate(length() + body);
    buffer.put(MAGIC).put((byte) version).put((byte) refused);
    writeWord(buffer, from.value());
    writeWord(buffer, to.value());
    writeWord(buffer, bearer.name());
    return buffer;
  }

  private static String readWord(ByteBuffer buffer) {
    byte[] word = new byte[Byte.toUnsignedInt(buffer.get())];
    buffer.get(word);
    return new String(word, StandardCharsets.ISO_8859_1);
  }

  /** Names of devices and bearers are ASCII of no more than 64 characters. */
  private static void writeWord(ByteBuffer buffer, String word) {
    buffer.put((byte) word.length()).put(word.getBytes(StandardCharsets.ISO_8859_1));
  }
}
