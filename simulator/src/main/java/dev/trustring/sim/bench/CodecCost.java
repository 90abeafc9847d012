package dev.trustring.sim.bench;

import dev.trustring.atm.token.BundleName;
import dev.trustring.device.net.Bearer;
import dev.trustring.device.net.Frame;
import dev.trustring.device.net.Payload;
import dev.trustring.device.wire.Cbor;
import dev.trustring.device.wire.FrameCodec;
import dev.trustring.device.wire.WireException;
import dev.trustring.kv.decision.AttemptId;
import dev.trustring.kv.store.AppId;
import dev.trustring.kv.store.Batch;
import dev.trustring.kv.store.Key;
import dev.trustring.kv.store.KvStore;
import dev.trustring.kv.store.Row;
import dev.trustring.kv.store.RowId;
import dev.trustring.kv.store.StoreId;
import dev.trustring.kv.store.Value;
import dev.trustring.kv.sync.Link;
import dev.trustring.kv.sync.SyncMessage;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.identity.OsAccountId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What it costs to make bytes of rows and rows of bytes, on one thread that is warm. */
final class CodecCost {

  private static final int ROWS = 2_000;
  private static final int WARM = 100;
  private static final int TIMED = 50;
  private static final DeviceName PHONE = new DeviceName("phone-001");
  private static final DeviceName TABLET = new DeviceName("phone-002");

  private CodecCost() {}

  /** Something to be done to all rows. */
  private interface Work {
    int bytes() throws WireException;
  }

  static List<String> said() {
    List<Row> rows = rows();
    Frame frame = frame(rows);
    KvStore.Event event = new KvStore.Event.Received(PHONE, rows, 1);
    try {
      byte[] bytes = FrameCodec.encode(frame);
      return List.of(
          String.format(
              Locale.ROOT,
              "codec per row: frame out %.2f us, frame in %.2f us, event out %.2f us; %d bytes",
              micros(() -> FrameCodec.encode(frame).length),
              micros(() -> FrameCodec.decode(bytes).hashCode()),
              micros(() -> Cbor.write(KvStore.Event.class, event).length),
              bytes.length / ROWS));
    } catch (WireException e) {
      throw new IllegalStateException(e);
    }
  }

  private static double micros(Work work) throws WireException {
    for (int i = 0; i < WARM; i++) {
      work.bytes();
    }
    Stopwatch watch = new Stopwatch();
    for (int i = 0; i < TIMED; i++) {
      work.bytes();
    }
    return watch.lap().seconds() * 1e6 / (TIMED * (double) ROWS);
  }

  private static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      Value value = new Value(Value.Type.STRING, "value-" + i);
      long time = 17_000_000_000_000_000L + i;
      rows.add(
          new Row(
              new RowId("", Key.of("key-" + i)),
              Optional.of(value),
              time,
              time,
              Optional.empty(),
              PHONE));
    }
    return rows;
  }

  private static Frame frame(List<Row> rows) {
    Link link =
        new Link(
            new BundleName("com.example.notes"),
            new AppId("com.example.notes"),
            new StoreId("s1"),
            OsAccountId.FIRST);
    return new Frame(
        PHONE,
        TABLET,
        Bearer.WIFI,
        new Payload.OfSync(
            new SyncMessage.DataRequest(
                new AttemptId(PHONE, 1, 1), link, new Batch(rows, 0, 1), 0)));
  }
}
