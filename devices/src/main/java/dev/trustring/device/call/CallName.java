package dev.trustring.device.call;

import java.util.List;
import java.util.regex.Pattern;

/** The platform's own name of a call, such as {@code distributedKVStore.getKVStore}. */
public record CallName(String value) implements Comparable<CallName> {

  private static final Pattern FORM = Pattern.compile("[A-Za-z]+\\.[A-Za-z]+");

  private static final List<String> SYNCS =
      List.of("sync", "SubscribeWithQuery", "UnsubscribeWithQuery");

  public CallName {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("a call is named Module.function, not " + value);
    }
  }

  /** Whether syncComplete later tells what became of each device. */
  public boolean isSync() {
    return SYNCS.contains(value.substring(value.indexOf('.') + 1));
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
