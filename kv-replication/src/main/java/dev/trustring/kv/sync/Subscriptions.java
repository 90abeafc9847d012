package dev.trustring.kv.sync;

import dev.trustring.kv.query.Query;
import dev.trustring.trust.identity.DeviceName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which devices have subscribed to which queries of a store, or to which queries of theirs this
 * device has (kv-store §1.5, §3.4). Two queries are one if their text is.
 */
public record Subscriptions(SortedMap<DeviceName, List<Query>> queries) {

  /** The most queries of one device. */
  static final int MOST_OF_A_DEVICE = 4;

  /** The most different queries of all devices together. */
  static final int MOST_QUERIES = 8;

  /** The most devices. */
  static final int MOST_DEVICES = 32;

  public static final Subscriptions NONE = new Subscriptions(new TreeMap<>());

  public Subscriptions {
    queries = Collections.unmodifiableSortedMap(new TreeMap<>(queries));
  }

  /** The queries of a device, in the order in which they came. */
  public List<Query> of(DeviceName device) {
    return queries.getOrDefault(device, List.of());
  }

  /** Every query, each once. */
  public List<Query> all() {
    TreeMap<String, Query> all = new TreeMap<>();
    queries.values().stream().flatMap(List::stream).forEach(one -> all.put(one.text(), one));
    return List.copyOf(all.values());
  }

  /** Whether a device has that query. */
  public boolean has(DeviceName device, Query query) {
    return isKept(of(device), query);
  }

  /** Whether the engine takes that one too; one that it has already is nothing new. */
  public boolean haveRoomFor(DeviceName device, Query query) {
    return isKept(of(device), query)
        || (of(device).size() < MOST_OF_A_DEVICE && haveRoomFor(List.of(device), query));
  }

  /**
   * Whether it takes the query for all those devices, whatever each of them has already; so the
   * engine asks before it begins (kv-store §3.2).
   */
  public boolean haveRoomFor(List<DeviceName> devices, Query query) {
    long fresh = devices.stream().filter(device -> !queries.containsKey(device)).count();
    return queries.size() + fresh <= MOST_DEVICES
        && (isKept(all(), query) || all().size() < MOST_QUERIES);
  }

  /** With a query of a device, which stands last if it is new. */
  public Subscriptions with(DeviceName device, Query query) {
    if (isKept(of(device), query)) {
      return this;
    }
    List<Query> more = new ArrayList<>(of(device));
    more.add(query);
    return with(device, more);
  }

  /** Without a query of a device. */
  public Subscriptions without(DeviceName device, Query query) {
    return with(
        device, of(device).stream().filter(one -> !one.text().equals(query.text())).toList());
  }

  /** Without all queries of a device. */
  public Subscriptions without(DeviceName device) {
    return with(device, List.of());
  }

  private Subscriptions with(DeviceName device, List<Query> those) {
    TreeMap<DeviceName, List<Query>> changed = new TreeMap<>(queries);
    if (those.isEmpty()) {
      changed.remove(device);
    } else {
      changed.put(device, List.copyOf(those));
    }
    return new Subscriptions(changed);
  }

  private static boolean isKept(List<Query> those, Query query) {
    return those.stream().anyMatch(one -> one.text().equals(query.text()));
  }
}
