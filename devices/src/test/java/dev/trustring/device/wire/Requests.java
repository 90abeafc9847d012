package dev.trustring.device.wire;

import dev.trustring.kv.store.Batch;
import dev.trustring.kv.store.Key;
import dev.trustring.kv.store.Row;
import dev.trustring.kv.store.RowId;
import dev.trustring.kv.store.Value;
import dev.trustring.kv.sync.SyncMessage;
import dev.trustring.trust.identity.DeviceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Requests that push rows. */
final class Requests {

  private Requests() {}

  /** The values under the keys {@code key-0}, {@code key-1} and so on. */
  static SyncMessage.DataRequest ofRows(List<Value> values) {
    SyncMessage.DataRequest any = Samples.sparse(SyncMessage.DataRequest.class);
    List<Row> rows = new ArrayList<>();
    for (Value value : values) {
      rows.add(row(rows.size(), value));
    }
    return new SyncMessage.DataRequest(
        any.attempt(), any.link(), new Batch(rows, 0, 16_000_000_000_000_000L), any.offset());
  }

  private static Row row(int number, Value value) {
    long written = 16_000_000_000_000_000L + number;
    return new Row(
        new RowId("", new Key("key-" + number)),
        Optional.of(value),
        written,
        written,
        Optional.empty(),
        new DeviceName("phone"));
  }
}
