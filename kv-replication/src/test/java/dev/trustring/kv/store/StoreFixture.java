package dev.trustring.kv.store;

import dev.trustring.trust.identity.DeviceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A store on the phone, its clock in the test's hand. */
final class StoreFixture {
  static final DeviceName PHONE = new DeviceName("phone");
  static final DeviceName TABLET = new DeviceName("tablet");
  static final DeviceName WATCH = new DeviceName("watch");

  private final DeviceName self;
  private StoreState state = StoreState.ABSENT;
  private long now = 1000;

  private StoreFixture(DeviceName self) {
    this.self = self;
  }

  static StoreFixture aMissingStore() {
    return new StoreFixture(PHONE);
  }

  static StoreFixture aStore() {
    return aStoreOf(KvStoreType.SINGLE_VERSION);
  }

  static StoreFixture aStoreOf(KvStoreType type) {
    StoreFixture store = new StoreFixture(PHONE);
    store.ask(new KvStore.Command.Open(options(type, SecurityLabel.S1)));
    return store;
  }

  static StoreOptions options(KvStoreType type, SecurityLabel label) {
    return new StoreOptions(true, false, true, false, type, label, Optional.empty());
  }

  static Value text(String text) {
    return new Value(Value.Type.STRING, text);
  }

  static Row sent(String key, String value, long time) {
    return new Row(
        new RowId("", Key.of(key)), Optional.of(text(value)), time, time, Optional.empty(), TABLET);
  }

  StoreFixture at(long time) {
    now = time;
    return this;
  }

  KvStore.Decision decide(KvStore.Command command) {
    return KvStore.decide(state, command, new KvStore.Inputs(self, now));
  }

  KvStore.Reply ask(KvStore.Command command) {
    KvStore.Decision decision = decide(command);
    for (KvStore.Event event : decision.events()) {
      state = event.appliedTo(state);
    }
    return decision.reply();
  }

  KvStore.Reply put(String key, String value) {
    return ask(new KvStore.Command.Put(Key.of(key), text(value)));
  }

  /** Every key with the value that stands at the same place. */
  KvStore.Reply putBatch(List<String> keys, List<String> values) {
    return ask(batch(keys, values));
  }

  static KvStore.Command batch(List<String> keys, List<String> values) {
    List<KvStore.Entry> entries = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      entries.add(new KvStore.Entry(Key.of(keys.get(i)), text(values.get(i))));
    }
    return new KvStore.Command.PutBatch(entries);
  }

  KvStore.Reply delete(String key) {
    return ask(new KvStore.Command.Delete(Key.of(key)));
  }

  KvStore.Reply get(String key) {
    return ask(new KvStore.Command.Get(Key.of(key)));
  }

  List<String> keys(String prefix) {
    KvStore.Reply reply = ask(new KvStore.Command.Entries(prefix));
    return ((KvStore.Reply.Listed) reply)
        .rows().stream().map(row -> row.id().key().text()).toList();
  }

  Batch collectFor(DeviceName peer) {
    return ((KvStore.Reply.Collected) ask(new KvStore.Command.Collect(peer, Optional.empty())))
        .batch();
  }

  /** Hands everything that is due to that peer to the transport. */
  Batch sendTo(DeviceName peer) {
    Batch batch = collectFor(peer);
    ask(new KvStore.Command.MoveSendMark(peer, batch.endMark()));
    return batch;
  }

  KvStore.Reply save(DeviceName from, Batch batch) {
    return ask(new KvStore.Command.Save(from, batch, 0));
  }

  KvStore.Reply saveFromTablet(Row... rows) {
    return save(TABLET, new Batch(List.of(rows), 0, state.receiveMark(TABLET)));
  }

  Row row(String key) {
    return state.rows().values().stream()
        .filter(row -> row.id().key().text().equals(key))
        .findFirst()
        .orElseThrow();
  }

  StoreState state() {
    return state;
  }
}
