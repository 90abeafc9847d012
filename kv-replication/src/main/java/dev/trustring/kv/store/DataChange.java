package dev.trustring.kv.store;

import dev.trustring.kv.store.KvStore.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a callback for {@code dataChange} is told (kv-store §7.3): the difference that one
 * transaction made to the live entries, so a key that came and went inside it does not show
 * (unverified).
 *
 * @param deviceId whose partition it is in, by the device's name where the platform has its network
 *     id; empty text in SINGLE_VERSION
 * @param deleted with the values that were there
 */
public record DataChange(
    String deviceId, List<Entry> inserted, List<Entry> updated, List<Entry> deleted) {

  public DataChange {
    inserted = List.copyOf(inserted);
    updated = List.copyOf(updated);
    deleted = List.copyOf(deleted);
  }

  /** The change by these rows, saved together. */
  static DataChange of(StoreState before, List<Row> rows) {
    Map<RowId, Row> last = new LinkedHashMap<>();
    rows.forEach(row -> last.put(row.id(), row));
    List<Entry> inserted = new ArrayList<>();
    List<Entry> updated = new ArrayList<>();
    List<Entry> deleted = new ArrayList<>();
    for (Row row : last.values()) {
      Optional<Entry> was = before.row(row.id()).flatMap(DataChange::live);
      Optional<Entry> is = live(row);
      is.ifPresent((was.isPresent() ? updated : inserted)::add);
      was.filter(gone -> is.isEmpty()).ifPresent(deleted::add);
    }
    String owner = rows.stream().map(row -> row.id().owner()).findFirst().orElse("");
    return new DataChange(owner, inserted, updated, deleted);
  }

  private static Optional<Entry> live(Row row) {
    return row.value().map(value -> new Entry(row.id().key(), value));
  }

  /** The change in one line. */
  public String words() {
    String what =
        Stream.of(words("inserted", inserted), words("updated", updated), words("deleted", deleted))
            .flatMap(Optional::stream)
            .collect(Collectors.joining("; "));
    return deviceId.isEmpty() ? what : what + " of " + deviceId;
  }

  private static Optional<String> words(String verb, List<Entry> entries) {
    return entries.isEmpty()
        ? Optional.empty()
        : Optional.of(
            verb
                + " "
                + entries.stream()
                    .map(entry -> entry.key().text())
                    .collect(Collectors.joining(", ")));
  }

  boolean isEmpty() {
    return inserted.isEmpty() && updated.isEmpty() && deleted.isEmpty();
  }
}
