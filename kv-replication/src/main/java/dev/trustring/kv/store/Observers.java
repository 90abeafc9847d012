package dev.trustring.kv.store;

import dev.trustring.kv.status.Status;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The callbacks of an app for changes of one store (kv-store §1.4). A callback that is there for
 * several types is called once for a change (unverified).
 *
 * @param deaf whether none hears of what peers send, since the service has died and they are not
 *     registered again yet (§1.1); one that comes meanwhile waits with the others (unverified)
 */
record Observers(TreeMap<String, Set<SubscribeType>> types, boolean deaf) {

  /** More callbacks than these are refused; one callback with several types counts once. */
  static final int MOST = 8;

  static final Observers NONE = new Observers(new TreeMap<>(), false);

  Observers {
    types = new TreeMap<>(types);
  }

  /** What is said against one more callback. */
  Optional<Status> refusal(String callback) {
    return types.size() < MOST || types.containsKey(callback)
        ? Optional.empty()
        : Optional.of(Status.OVER_MAX_LIMITS);
  }

  Observers with(String callback, SubscribeType type) {
    Observers more = new Observers(types, deaf);
    Set<SubscribeType> all = EnumSet.of(type);
    all.addAll(types.getOrDefault(callback, Set.of()));
    more.types.put(callback, all);
    return more;
  }

  boolean has(String callback) {
    return types.containsKey(callback);
  }

  Observers without(String callback) {
    Observers fewer = new Observers(types, deaf);
    fewer.types.remove(callback);
    return fewer;
  }

  Observers deafToPeers(boolean now) {
    return new Observers(types, now);
  }

  /** The callbacks to call, by name. */
  List<String> of(boolean remote) {
    if (remote && deaf) {
      return List.of();
    }
    return types.entrySet().stream()
        .filter(entry -> entry.getValue().stream().anyMatch(type -> type.covers(remote)))
        .map(Map.Entry::getKey)
        .toList();
  }
}
