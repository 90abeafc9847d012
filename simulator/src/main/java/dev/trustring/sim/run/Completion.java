package dev.trustring.sim.run;

import dev.trustring.trust.identity.DeviceName;
import java.util.SortedMap;
import java.util.TreeMap;

/** One call of an app's {@code syncComplete}. */
public record Completion(
    long storyNanos,
    DeviceName device,
    String app,
    String store,
    SortedMap<DeviceName, Integer> numbers) {

  public Completion {
    numbers = new TreeMap<>(numbers);
  }
}
