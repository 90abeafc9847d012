package dev.trustring.atm.request;

/** A request that waits for its dialogs; counted anew after each start of the device. */
public record RequestId(long value) implements Comparable<RequestId> {
  @Override
  public int compareTo(RequestId other) {
    return Long.compare(value, other.value);
  }
}
