package dev.trustring.sim.process;

import dev.trustring.kv.store.QueryMarks;
import dev.trustring.kv.store.Row;
import dev.trustring.kv.store.RowId;
import dev.trustring.kv.store.StoreOptions;
import dev.trustring.kv.store.StoreState;
import dev.trustring.kv.store.SyncRange;
import dev.trustring.trust.identity.DeviceName;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.pcollections.HashTreePMap;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/** A whole store as it travels between processes. */
record StoreImage(
    Optional<StoreOptions> options,
    SyncRange range,
    List<Row> rows,
    long lastTime,
    SortedMap<DeviceName, Long> sendMarks,
    SortedMap<DeviceName, Long> receiveMarks,
    List<Row> cache,
    SortedMap<String, List<Row>> backups,
    QueryMarks queryMarks,
    boolean isDamaged) {

  StoreImage {
    rows = List.copyOf(rows);
    cache = List.copyOf(cache);
    sendMarks = Collections.unmodifiableSortedMap(new TreeMap<>(sendMarks));
    receiveMarks = Collections.unmodifiableSortedMap(new TreeMap<>(receiveMarks));
    backups = Collections.unmodifiableSortedMap(new TreeMap<>(backups));
  }

  static StoreImage of(StoreState state) {
    SortedMap<String, List<Row>> backups = new TreeMap<>();
    state.backups().forEach((file, rows) -> backups.put(file, List.copyOf(rows.values())));
    return new StoreImage(
        state.options(),
        state.range(),
        List.copyOf(state.rows().values()),
        state.lastTime(),
        new TreeMap<>(state.sendMarks()),
        new TreeMap<>(state.receiveMarks()),
        List.copyOf(state.cache()),
        backups,
        state.queryMarks(),
        state.isDamaged());
  }

  StoreState state() {
    PSortedMap<String, PSortedMap<RowId, Row>> files = TreePMap.empty();
    for (Map.Entry<String, List<Row>> backup : backups.entrySet()) {
      files = files.plus(backup.getKey(), byId(backup.getValue()));
    }
    return new StoreState(
        options,
        range,
        byId(rows),
        lastTime,
        HashTreePMap.from(sendMarks),
        HashTreePMap.from(receiveMarks),
        TreePVector.from(cache),
        files,
        queryMarks,
        isDamaged);
  }

  private static PSortedMap<RowId, Row> byId(List<Row> rows) {
    PSortedMap<RowId, Row> byId = TreePMap.empty();
    for (Row row : rows) {
      byId = byId.plus(row.id(), row);
    }
    return byId;
  }
}
