package dev.trustring.sim.oracle;

import dev.trustring.config.scenario.Expectations.Same;
import dev.trustring.kv.service.StoreKey;
import dev.trustring.kv.store.Row;
import dev.trustring.kv.store.RowId;
import dev.trustring.kv.store.StoreState;
import dev.trustring.kv.store.Value;
import dev.trustring.trust.identity.DeviceName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Whether devices hold the same entries, and what they hold in short. */
final class Sameness {

  private Sameness() {}

  /** The first difference between the devices; empty when there is none. */
  static Optional<String> differenceOf(Same same, Shadow shadow) {
    DeviceName first = same.on().get(0);
    Map<String, String> reference = entries(shadow, first, same.store());
    for (DeviceName other : same.on().subList(1, same.on().size())) {
      Map<String, String> entries = entries(shadow, other, same.store());
      if (!entries.equals(reference)) {
        return Optional.of(first + " holds " + reference + ", " + other + " holds " + entries);
      }
    }
    return reference.isEmpty() && !everHeldAny(shadow, first, same.store())
        ? Optional.of("no device holds any entry")
        : Optional.empty();
  }

  /** Whether there is at least a tombstone: all deleted is a state too, never written is none. */
  private static boolean everHeldAny(Shadow shadow, DeviceName device, String store) {
    return shadow.stores(device).entrySet().stream()
        .anyMatch(
            entry ->
                entry.getKey().store().value().equals(store) && !entry.getValue().rows().isEmpty());
  }

  /** The live entries of the stores of that id on a device. */
  private static Map<String, String> entries(Shadow shadow, DeviceName device, String store) {
    Map<String, String> entries = new TreeMap<>();
    shadow
        .stores(device)
        .forEach(
            (key, state) -> {
              if (key.store().value().equals(store)) {
                addLive(key.bundle() + "/", state, entries);
              }
            });
    return entries;
  }

  private static void addLive(String app, StoreState state, Map<String, String> entries) {
    for (Row row : state.rows().values()) {
      row.value().map(Value::text).ifPresent(text -> entries.put(app + place(row.id()), text));
    }
  }

  private static String place(RowId row) {
    return row.owner().isEmpty() ? row.key().text() : row.owner() + "/" + row.key().text();
  }

  /** A digest over every row of every store, tombstones included; equal states, equal digests. */
  static String digest(Map<StoreKey, StoreState> stores) {
    StringBuilder text = new StringBuilder();
    stores.forEach(
        (key, state) -> {
          text.append(key).append('\n');
          state
              .rows()
              .values()
              .forEach(
                  row ->
                      text.append(row.id())
                          .append(row.value().map(Value::text).orElse("deleted"))
                          .append(row.origin())
                          .append('\n'));
        });
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
