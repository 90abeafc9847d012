package dev.trustring.atm.kit;

import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The numbers by which a device knows apps of other devices, in the distributed predecessor of
 * today's remote tokens (access-token §6.1). Each device has a table of its own.
 *
 * @param apps what was fetched, by number
 */
public record DuidTable(NavigableMap<Integer, RemoteApp> apps) {
  /** No app of another device is known. */
  public static final DuidTable EMPTY = new DuidTable(new TreeMap<>());

  /** There is no number: the device is no device, or its app could not be fetched. */
  public static final int FAILED = -2;

  static final int GRANTED = 0;
  static final int NOT_GRANTED = -1;

  private static final int USER_RANGE = 100_000;
  private static final int DUID_BASE = 126 * USER_RANGE;
  private static final int FIRST = DUID_BASE + 10_000;
  private static final int LAST = DUID_BASE + 19_999;
  private static final int ROOT = 0;
  private static final int SYSTEM = 1000;

  public DuidTable {
    apps = Collections.unmodifiableNavigableMap(new TreeMap<>(apps));
  }

  /** An app of another device and what it holds there. */
  public record RemoteApp(String deviceId, int uid, SortedSet<String> granted) {
    public RemoteApp {
      granted = Collections.unmodifiableSortedSet(new TreeSet<>(granted));
    }

    private boolean is(String device, int number) {
      return deviceId.equals(device) && uid == number;
    }
  }

  /** What comes of an allocation: the number, or {@link #FAILED}. */
  public record Allocation(DuidTable table, int duid) {}

  /**
   * Gives an app of another device a number; the lowest that is free, and none if all are taken
   * (our choice, unverified). Root and system processes have fixed numbers and need no fetching.
   *
   * @param fetched what the other device says the app holds; none if it could not be asked
   */
  public Allocation allocate(String deviceId, int uid, Optional<SortedSet<String>> fetched) {
    if (!Kit.isName(deviceId)) {
      return new Allocation(this, FAILED);
    }
    if (isSpecial(uid % USER_RANGE)) {
      return new Allocation(this, DUID_BASE + uid % USER_RANGE);
    }
    Optional<Integer> duid = find(deviceId, uid).or(this::free);
    if (duid.isEmpty() || fetched.isEmpty()) {
      return new Allocation(this, FAILED);
    }
    NavigableMap<Integer, RemoteApp> more = new TreeMap<>(apps);
    more.put(duid.get(), new RemoteApp(deviceId, uid, fetched.get()));
    return new Allocation(new DuidTable(more), duid.get());
  }

  /** CheckDPermission: 0 granted, -1 not. */
  public int check(int duid, String name) {
    if (!Kit.isName(name)) {
      return NOT_GRANTED;
    }
    boolean special = isSpecial(duid - DUID_BASE);
    RemoteApp app = apps.get(duid);
    return special || (app != null && app.granted().contains(name)) ? GRANTED : NOT_GRANTED;
  }

  /** Forgets all apps of a device. */
  public DuidTable without(String deviceId) {
    NavigableMap<Integer, RemoteApp> less = new TreeMap<>(apps);
    less.values().removeIf(app -> app.deviceId().equals(deviceId));
    return new DuidTable(less);
  }

  private static boolean isSpecial(int uid) {
    return uid == ROOT || uid == SYSTEM;
  }

  private Optional<Integer> find(String deviceId, int uid) {
    return apps.entrySet().stream()
        .filter(entry -> entry.getValue().is(deviceId, uid))
        .map(entry -> entry.getKey())
        .findFirst();
  }

  private Optional<Integer> free() {
    int next = FIRST;
    for (int taken : apps.keySet()) {
      if (taken > next) {
        break;
      }
      next = taken + 1;
    }
    return next <= LAST ? Optional.of(next) : Optional.empty();
  }
}
