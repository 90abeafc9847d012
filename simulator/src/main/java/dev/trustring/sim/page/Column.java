package dev.trustring.sim.page;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Numbers from 0 in a column that grows at its end; a million of them need no object each. */
final class Column {

  private static final int FIRST_ROOM = 1 << 8;
  private static final int PAYLOAD_BITS = 7;
  private static final int PAYLOAD = (1 << PAYLOAD_BITS) - 1;
  private static final int MORE = 1 << PAYLOAD_BITS;

  private long[] numbers = new long[FIRST_ROOM];
  private int size;

  void add(long number) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * size);
    }
    numbers[size++] = number;
  }

  long get(int row) {
    return numbers[row];
  }

  int size() {
    return size;
  }

  /** Writes them one after the other, each in as few bytes as it needs. */
  void write(OutputStream out) throws IOException {
    for (int row = 0; row < size; row++) {
      number(out, numbers[row]);
    }
  }

  /** Writes by how much each is greater than the one before; they never fall. */
  void writeSteps(OutputStream out) throws IOException {
    long before = 0;
    for (int row = 0; row < size; row++) {
      number(out, numbers[row] - before);
      before = numbers[row];
    }
  }

  /** Seven bits in each byte, the lowest first; the eighth says that more follow. */
  static void number(OutputStream out, long number) throws IOException {
    if (number < 0) {
      throw new IllegalArgumentException("columns hold numbers from 0, not " + number);
    }
    long rest = number;
    while (rest > PAYLOAD) {
      out.write((int) (rest & PAYLOAD) | MORE);
      rest >>>= PAYLOAD_BITS;
    }
    out.write((int) rest);
  }
}
