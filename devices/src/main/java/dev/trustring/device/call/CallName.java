package dev.trustring.device.call;

/** The platform's own name of a call, such as {@code distributedKVStore.getKVStore}. */
public record CallName(String value) implements Comparable<CallName> {

  public CallName {
    if (!value.matches("[A-Za-z]+\\.[A-Za-z]+")) {
      throw new IllegalArgumentException("a call is named Module.function, not " + value);
    }
  }

  @Override
  public int compareTo(CallName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
