package dev.trustring.sim.instrument;

import java.util.Arrays;
import java.util.List;

/** A look at the texts of a class file, far cheaper than reading the class. */
final class ConstantPool {
  private static final int COUNT_AT = 8;
  private static final int FIRST_AT = 10;

  private static final int TEXT = 1;
  private static final int LONG = 5;
  private static final int DOUBLE = 6;

  /** How long an entry of each kind is, its tag included; texts carry their own length. */
  private static final int[] LENGTHS = {
    0, 3, 0, 5, 5, 9, 9, 3, 3, 5, 5, 5, 5, 0, 0, 4, 3, 5, 5, 3, 3
  };

  private ConstantPool() {}

  /** Whether one of these texts, all in ASCII, is an entry of its own. */
  static boolean names(byte[] classFile, List<byte[]> texts) {
    int count = unsigned(classFile, COUNT_AT);
    int at = FIRST_AT;
    for (int entry = 1; entry < count; entry++) {
      int tag = classFile[at];
      if (tag == TEXT) {
        int length = unsigned(classFile, at + 1);
        if (isOneOf(classFile, at + LENGTHS[TEXT], length, texts)) {
          return true;
        }
        at += length;
      } else if (tag == LONG || tag == DOUBLE) {
        entry++;
      }
      at += LENGTHS[tag];
    }
    return false;
  }

  private static boolean isOneOf(byte[] classFile, int from, int length, List<byte[]> texts) {
    for (byte[] text : texts) {
      if (text.length == length && Arrays.equals(classFile, from, from + length, text, 0, length)) {
        return true;
      }
    }
    return false;
  }

  private static int unsigned(byte[] bytes, int at) {
    return ((bytes[at] & 0xff) << Byte.SIZE) | (bytes[at + 1] & 0xff);
  }
}
