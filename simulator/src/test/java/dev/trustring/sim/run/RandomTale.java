package dev.trustring.sim.run;

import dev.trustring.sim.oracle.Invariants;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** A small world and a story drawn from a seed: anybody, anything, at any time. */
final class RandomTale {

  private static final List<String> KINDS =
      List.of("phone", "tablet", "watch", "tv", "car", "board");
  private static final List<String> LEVELS =
      List.of(
          "",
          ", level: SL4",
          ", level: SL1",
          ", level: SL2",
          ", level: SL3",
          ", level: SL4",
          ", level: SL5");
  private static final List<String> TEES = List.of("", ", tee: true", ", tee: false");
  private static final String MINE = ", account: acct-1";
  private static final List<String> ACCOUNTS =
      List.of(MINE, MINE, MINE, MINE, MINE, MINE, MINE, "", ", account: acct-2");
  private static final List<String> CLOCKS = List.of("", "", ", clock: +90s", ", clock: -5m");
  private static final List<String> LABELS = List.of("S1", "S1", "S1", "S2", "S2", "S3", "S4");
  private static final List<String> KEYS = List.of("a", "b", "c");
  private static final List<String> LASTING =
      List.of("", ", for: 300ms", ", for: 4s", ", for: 30s");

  /** Later than any queue of syncs that time out one after another. */
  private static final String LONG_AFTER = "500s";

  private final SplittableRandom chance;
  private final List<String> names = new ArrayList<>();
  private final List<String> withWifi = new ArrayList<>();
  private final List<String> withBluetooth = new ArrayList<>();
  private final Tale tale;

  private RandomTale(long seed) {
    chance = new SplittableRandom(seed);
    tale =
        Tale.nobody()
            .seed(seed)
            .app("notes", "bundle: com.example.notes, signing: acme", any(LABELS));
  }

  static Tale drawnFrom(long seed) {
    RandomTale drawn = new RandomTale(seed);
    drawn.cast();
    drawn.places();
    drawn.opening();
    int deeds = drawn.chance.nextInt(10, 30);
    for (int i = 0; i < deeds; i++) {
      drawn.deed();
    }
    return drawn
        .tale
        .call(
            LONG_AFTER,
            drawn.names.get(0),
            "abilityAccessCtrl.checkAccessTokenSync",
            "permissionName: ohos.permission.DISTRIBUTED_DATASYNC")
        .expect("always: [" + String.join(", ", Invariants.names()) + "]");
  }

  private void cast() {
    int devices = chance.nextInt(2, 6);
    for (int i = 0; i < devices; i++) {
      String name = "d" + i;
      String kind = i == 0 ? "phone" : any(KINDS);
      names.add(name);
      if (!kind.equals("watch")) {
        withWifi.add(name);
      }
      if (!kind.equals("board")) {
        withBluetooth.add(name);
      }
      tale.device(name, "kind: " + kind + any(LEVELS) + any(TEES) + any(ACCOUNTS) + any(CLOCKS));
    }
    if (often(30)) {
      tale.bond("{ between: [d0, d1], by: pin, for: " + (often(50) ? "notes" : "user") + " }");
    }
  }

  private void places() {
    tale.network("home: { type: wifi, members: [" + some(withWifi, 90) + "], latency: 1ms..40ms }");
    tale.network(
        "room: { type: bluetooth, members: ["
            + some(withBluetooth, 70)
            + "], latency: 20ms..60ms }");
    if (often(20)) {
      tale.network(
          "guest: { type: wifi, members: [" + some(withWifi, 50) + "], apIsolation: true }");
    }
  }

  private void opening() {
    tale.granted(some(names, 92));
    for (String name : names) {
      if (often(5)) {
        tale.call(
            "2s",
            name,
            "distributedKVStore.getKVStore",
            "storeId: notes, options: { securityLevel: S2, kvStoreType: SINGLE_VERSION }");
      } else if (often(95)) {
        tale.opened(name);
      }
    }
  }

  private void deed() {
    int kind = chance.nextInt(10);
    if (kind < 4) {
      tale.put(when(), any(names), any(KEYS), "v" + chance.nextInt(100));
    } else if (kind < 7) {
      String from = any(names);
      List<String> others = names.stream().filter(name -> !name.equals(from)).toList();
      String to = often(60) ? any(others) : String.join(", ", others);
      tale.sync(when(), from, to, often(15) ? ", delayMs: 400" : "");
    } else if (kind < 8) {
      tale.call(when(), any(names), "SingleKVStore.delete", "storeId: notes, key: " + any(KEYS));
    } else {
      fault();
    }
  }

  private void fault() {
    String lasts = any(LASTING);
    List<String> faults =
        List.of(
            "partition, groups: [[d0], [d1]]" + lasts,
            "ap-isolation, network: home" + lasts,
            "heal",
            "wifi-off, device: " + any(names) + lasts,
            "bluetooth-off, device: " + any(names) + lasts,
            "clock-skew, device: "
                + any(names)
                + ", by: "
                + chance.nextInt(-900, 900)
                + "s"
                + lasts,
            "revoke, app: notes, device: " + any(names),
            "crash, device: " + any(names) + lasts,
            "stop, device: " + any(names) + lasts,
            "pause, device: " + any(names) + lasts,
            "disk-full, device: " + any(names) + lasts,
            "disk-read-only, device: " + any(names) + lasts,
            "blackhole, from: d0, to: d1" + lasts,
            "delay, from: d1, to: d0, by: " + chance.nextInt(3_000) + "ms" + lasts,
            "loss, from: d0, to: d1, rate: 0." + chance.nextInt(1, 10) + lasts,
            "restart, device: " + any(names),
            "walk-away, device: " + any(names) + ends(),
            "sleep, device: " + any(names) + ends(),
            "isolate, device: " + any(names) + ends(),
            "subnet-split, network: home, devices: [" + any(withWifi) + "]" + ends(),
            "flapping, groups: [[d0], [d1]], down: 900ms, up: 1200ms" + ends(),
            "swizzle-clog" + ends(),
            "clog, from: d0, to: d1" + ends(),
            "duplicate, from: d0, to: d1, rate: 0.4" + ends(),
            "reorder, from: d1, to: d0, rate: 0.4" + ends(),
            "slow-tail, from: d0, to: d1, rate: 0.2, by: 2s" + ends(),
            "bandwidth, from: d0, to: d1, bytes: 3000" + ends());
    tale.fault(when(), any(faults));
  }

  /** Of faults that always heal. */
  private String ends() {
    return any(LASTING.subList(1, LASTING.size()));
  }

  /** Rather often in a rush, so that things meet in flight. */
  private String when() {
    return (often(50) ? chance.nextInt(3_000, 5_000) : chance.nextInt(3_000, 90_000)) + "ms";
  }

  private String some(List<String> of, int percent) {
    String chosen = of.stream().filter(name -> often(percent)).collect(Collectors.joining(", "));
    return chosen.isEmpty() ? of.get(0) : chosen;
  }

  private boolean often(int percent) {
    return chance.nextInt(100) < percent;
  }

  private <T> T any(List<T> choices) {
    return choices.get(chance.nextInt(choices.size()));
  }
}
