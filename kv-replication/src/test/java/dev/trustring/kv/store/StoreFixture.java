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
  private final List<StoreSession.Told> told = new ArrayList<>();
  private StoreState state = StoreState.ABSENT;
  private StoreSession session = StoreSession.IDLE;
  private long now = 1000;
  private boolean locked;

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

  /** Its key goes with the lock. */
  static StoreFixture aSecretStore(KvStoreType type) {
    StoreFixture store = new StoreFixture(PHONE);
    store.ask(new KvStore.Command.Open(options(type, SecurityLabel.S3)));
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

  StoreFixture locked(boolean screen) {
    locked = screen;
    return this;
  }

  StoreDecision decide(KvStore.Command command) {
    return outcome(command).decision();
  }

  private StoreSession.Outcome outcome(KvStore.Command command) {
    return session.decide(state, command, new StoreInputs(self, now, locked));
  }

  KvStore.Reply ask(KvStore.Command command) {
    StoreSession.Outcome outcome = outcome(command);
    for (KvStore.Event event : outcome.decision().events()) {
      state = event.appliedTo(state);
    }
    session = outcome.after();
    told.addAll(outcome.told());
    return outcome.decision().reply();
  }

  /** The service makes its own backup. */
  void backedUp() {
    for (KvStore.Event event :
        session.backedUp(state, new StoreInputs(self, now, locked)).events()) {
      state = event.appliedTo(state);
    }
  }

  /** The file is damaged. */
  void hit() {
    for (KvStore.Event event : DamagedFile.struck(state).events()) {
      state = event.appliedTo(state);
    }
  }

  /** The device dies and comes back with what is on its disk. */
  void restarts() {
    session = StoreSession.IDLE;
  }

  /** What callbacks were told since the last look. */
  List<StoreSession.Told> told() {
    List<StoreSession.Told> seen = List.copyOf(told);
    told.clear();
    return seen;
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
    return ((KvStore.Reply.Collected)
            ask(
                new KvStore.Command.Collect(
                    peer, Optional.empty(), Optional.empty(), PacketLimits.PLATFORM)))
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
