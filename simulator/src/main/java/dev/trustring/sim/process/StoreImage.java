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
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.pcollections.HashTreePMap;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/** A whole store as it travels between processes. */
record StoreImage(
    Optional<StoreOptions> options,
    SyncRange range,
    List<Row> rows,
    long lastTime,
    SortedMap<DeviceName, Long> sendMarks,
    SortedMap<DeviceName, Long> receiveMarks,
    QueryMarks queryMarks) {

  StoreImage {
    rows = List.copyOf(rows);
    sendMarks = Collections.unmodifiableSortedMap(new TreeMap<>(sendMarks));
    receiveMarks = Collections.unmodifiableSortedMap(new TreeMap<>(receiveMarks));
  }

  static StoreImage of(StoreState state) {
    return new StoreImage(
        state.options(),
        state.range(),
        List.copyOf(state.rows().values()),
        state.lastTime(),
        new TreeMap<>(state.sendMarks()),
        new TreeMap<>(state.receiveMarks()),
        state.queryMarks());
  }

  StoreState state() {
    PSortedMap<RowId, Row> byId = TreePMap.empty();
    for (Row row : rows) {
      byId = byId.plus(row.id(), row);
    }
    return new StoreState(
        options,
        range,
        byId,
        lastTime,
        HashTreePMap.from(sendMarks),
        HashTreePMap.from(receiveMarks),
        queryMarks);
  }
}
