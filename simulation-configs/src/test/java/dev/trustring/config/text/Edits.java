package dev.trustring.config.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Breaks texts at random, the same way for the same seed. */
public final class Edits {

  private static final byte[] SPICE =
      "{}[]:,'\"#-&*!|>%@`\n\t \\/0123SLmsdnull~\0\u00e9".getBytes(StandardCharsets.UTF_8);

  private final Random random;

  public Edits(long seed) {
    this.random = new Random(seed);
  }

  /** The bytes of the text after a few edits. */
  public byte[] of(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
      bytes = edited(bytes);
    }
    return bytes;
  }

  private byte[] edited(byte[] bytes) {
    if (bytes.length < 2) {
      return bytes;
    }
    int at = random.nextInt(bytes.length);
    int length = Math.min(bytes.length - at, 1 + random.nextInt(20));
    byte[] piece = Arrays.copyOfRange(bytes, at, at + length);
    return switch (random.nextInt(5)) {
      case 0 -> spliced(bytes, at, 1, new byte[] {spice()});
      case 1 -> spliced(bytes, at, 0, new byte[] {spice()});
      case 2 -> spliced(bytes, at, length, new byte[0]);
      case 3 -> spliced(bytes, random.nextInt(bytes.length), 0, piece);
      default -> spliced(bytes, at, 1, new byte[] {(byte) random.nextInt()});
    };
  }

  private byte spice() {
    return SPICE[random.nextInt(SPICE.length)];
  }

  private static byte[] spliced(byte[] bytes, int at, int removed, byte[] added) {
    byte[] result = new byte[bytes.length - removed + added.length];
    System.arraycopy(bytes, 0, result, 0, at);
    System.arraycopy(added, 0, result, at, added.length);
    System.arraycopy(bytes, at + removed, result, at + added.length, bytes.length - at - removed);
    return result;
  }

  /** How many lines there are, however lines are counted. */
  public static long linesIn(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return 1 + text.chars().filter(c -> "\n\r\u0085\u2028\u2029".indexOf(c) >= 0).count();
  }
}
