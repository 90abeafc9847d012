package dev.trustring.atm.request;

/**
 * A dialog on a device's screen.
 *
 * @param value drawn at random, so that an answer that outlives a crash finds no dialog
 */
public record DialogId(long value) implements Comparable<DialogId> {
  @Override
  public int compareTo(DialogId other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
