package dev.trustring.device.call;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Every call of the simulated platform, by its real name. The only way into a device. */
public final class CallRegistry {

  private final TreeMap<CallName, PlatformCall> calls = new TreeMap<>();
  private final Map<String, PlatformCall> byName = new HashMap<>();

  public CallRegistry(List<PlatformCall> calls) {
    for (PlatformCall call : calls) {
      PlatformCall earlier = this.calls.put(call.spec().name(), call);
      if (earlier != null) {
        throw new IllegalStateException("two calls are named " + call.spec().name());
      }
      byName.put(call.spec().name().value(), call);
    }
  }

  /** The call of that name. */
  public Optional<PlatformCall> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** All specifications, sorted by name. */
  public List<CallSpec> specs() {
    return calls.values().stream().map(PlatformCall::spec).toList();
  }
}
