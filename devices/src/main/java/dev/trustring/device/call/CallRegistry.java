package dev.trustring.device.call;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Every call of the simulated platform, by its real name. The only way into a device. */
public final class CallRegistry {

  private final TreeMap<CallName, PlatformCall> calls = new TreeMap<>();

  public CallRegistry(List<PlatformCall> calls) {
    for (PlatformCall call : calls) {
      PlatformCall earlier = this.calls.put(call.spec().name(), call);
      if (earlier != null) {
        throw new IllegalStateException("two calls are named " + call.spec().name());
      }
    }
  }

  /** The call of that name. */
  public Optional<PlatformCall> find(String name) {
    return calls.entrySet().stream()
        .filter(entry -> entry.getKey().value().equals(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** All specifications, sorted by name. */
  public List<CallSpec> specs() {
    return calls.values().stream().map(PlatformCall::spec).toList();
  }
}
