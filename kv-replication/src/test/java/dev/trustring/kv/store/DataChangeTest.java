package dev.trustring.kv.store;

import static dev.trustring.kv.store.StoreFixture.PHONE;
import static dev.trustring.kv.store.StoreFixture.TABLET;
import static dev.trustring.kv.store.StoreFixture.aStore;
import static dev.trustring.kv.store.StoreFixture.aStoreOf;
import static dev.trustring.kv.store.StoreFixture.sent;
import static dev.trustring.kv.store.StoreFixture.text;
import static dev.trustring.kv.store.SubscribeType.SUBSCRIBE_TYPE_ALL;
import static dev.trustring.kv.store.SubscribeType.SUBSCRIBE_TYPE_LOCAL;
import static dev.trustring.kv.store.SubscribeType.SUBSCRIBE_TYPE_REMOTE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.kv.status.Status;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Callbacks for changes: who is told, how often and what (kv-store §1.4, §7.3). */
class DataChangeTest {
  private static final KvStore.Reply DONE = new KvStore.Reply.Done();

  private final StoreFixture store = aStore();

  @Test
  void tellsLocalAndRemoteChangesToThoseWhoAskedForThem() {
    on("local", SUBSCRIBE_TYPE_LOCAL);
    on("remote", SUBSCRIBE_TYPE_REMOTE);
    on("all", SUBSCRIBE_TYPE_ALL);

    store.put("a", "1");
    assertThat(callbacks()).containsExactly("all", "local");
    store.saveFromTablet(sent("b", "1", 500));
    assertThat(callbacks()).containsExactly("all", "remote");
  }

  @Test
  void listsInsertsUpdatesAndDeletes() {
    on("f", SUBSCRIBE_TYPE_ALL);

    store.put("a", "1");
    assertThat(only()).isEqualTo(change(List.of(entry("a", "1")), List.of(), List.of()));
    store.put("a", "2");
    assertThat(only()).isEqualTo(change(List.of(), List.of(entry("a", "2")), List.of()));
    store.delete("a");
    assertThat(only()).isEqualTo(change(List.of(), List.of(), List.of(entry("a", "2"))));
    store.put("a", "3");
    assertThat(only()).isEqualTo(change(List.of(entry("a", "3")), List.of(), List.of()));
  }

  @Test
  void tellsOfABatchOnce() {
    on("f", SUBSCRIBE_TYPE_ALL);

    store.putBatch(List.of("a", "b"), List.of("1", "2"));

    assertThat(only().inserted()).containsExactly(entry("a", "1"), entry("b", "2"));
  }

  @Test
  void tellsOfATransactionOnceAndOnlyWhenItIsCommitted() {
    store.put("gone", "1");
    on("f", SUBSCRIBE_TYPE_ALL);
    store.ask(new KvStore.Command.StartTransaction());
    store.put("a", "1");
    store.put("a", "2");
    store.put("brief", "1");
    store.delete("brief");
    store.delete("gone");
    assertThat(store.told()).isEmpty();

    store.ask(new KvStore.Command.Commit());

    assertThat(only())
        .isEqualTo(change(List.of(entry("a", "2")), List.of(), List.of(entry("gone", "1"))));
  }

  @Test
  void tellsNobodyOfWhatIsRolledBack() {
    on("f", SUBSCRIBE_TYPE_ALL);
    store.ask(new KvStore.Command.StartTransaction());
    store.put("a", "1");

    store.ask(new KvStore.Command.Rollback());

    assertThat(store.told()).isEmpty();
  }

  @Test
  void tellsOfASavedPacketOnceAndOfNothingThatLost() {
    store.at(2000).put("b", "newer");
    on("f", SUBSCRIBE_TYPE_REMOTE);

    store.saveFromTablet(sent("a", "1", 500), sent("b", "older", 500), sent("c", "1", 501));
    assertThat(only().inserted()).containsExactly(entry("a", "1"), entry("c", "1"));

    store.saveFromTablet(sent("b", "older still", 400));
    assertThat(store.told()).isEmpty();
  }

  @Test
  void namesNoDeviceInASingleVersionStore() {
    on("f", SUBSCRIBE_TYPE_ALL);

    store.saveFromTablet(sent("a", "1", 500));

    assertThat(only().deviceId()).isEmpty();
  }

  @Test
  void namesTheOwnerOfTheRowsInADeviceCollaborationStore() {
    StoreFixture shared = aStoreOf(KvStoreType.DEVICE_COLLABORATION);
    shared.ask(new KvStore.Command.Observe("f", SUBSCRIBE_TYPE_ALL));
    Row theirs =
        new Row(
            new RowId(TABLET.value(), Key.of("a")),
            Optional.of(text("1")),
            500,
            500,
            Optional.empty(),
            TABLET);

    shared.saveFromTablet(theirs);
    shared.put("a", "mine");

    assertThat(shared.told())
        .extracting(told -> told.change().deviceId())
        .containsExactly(TABLET.value(), PHONE.value());
  }

  @Test
  void acceptsTheSameCallbackOfTheSameTypeAndCallsItOnce() {
    on("f", SUBSCRIBE_TYPE_LOCAL);

    assertThat(on("f", SUBSCRIBE_TYPE_LOCAL)).isEqualTo(DONE);
    on("f", SUBSCRIBE_TYPE_ALL);
    store.put("a", "1");

    assertThat(callbacks()).containsExactly("f");
  }

  @Test
  void tellsACallbackOfTwoTypesOfBoth() {
    on("f", SUBSCRIBE_TYPE_LOCAL);
    on("f", SUBSCRIBE_TYPE_REMOTE);

    store.put("a", "1");
    store.saveFromTablet(sent("b", "1", 500));

    assertThat(callbacks()).containsExactly("f", "f");
  }

  @Test
  void takesEightCallbacksAndNoNinth() {
    for (int i = 1; i <= 8; i++) {
      assertThat(on("f" + i, SUBSCRIBE_TYPE_ALL)).isEqualTo(DONE);
    }

    assertThat(on("f9", SUBSCRIBE_TYPE_ALL))
        .isEqualTo(new KvStore.Reply.Refused(Status.OVER_MAX_LIMITS));
    assertThat(on("f8", SUBSCRIBE_TYPE_LOCAL)).isEqualTo(DONE);
    off("f1");
    assertThat(on("f9", SUBSCRIBE_TYPE_ALL)).isEqualTo(DONE);
  }

  @Test
  void refusesToTakeAwayACallbackThatIsNotThere() {
    on("f", SUBSCRIBE_TYPE_ALL);

    assertThat(off("g")).isEqualTo(new KvStore.Reply.Refused(Status.INVALID_ARGUMENT));
    assertThat(off("f")).isEqualTo(DONE);
    assertThat(off("f")).isEqualTo(new KvStore.Reply.Refused(Status.INVALID_ARGUMENT));
  }

  @Test
  void takesAllAwayWhereNoneIsNamed() {
    on("f", SUBSCRIBE_TYPE_ALL);
    on("g", SUBSCRIBE_TYPE_LOCAL);

    assertThat(store.ask(new KvStore.Command.Unobserve(Optional.empty()))).isEqualTo(DONE);
    store.put("a", "1");

    assertThat(store.told()).isEmpty();
  }

  @Test
  void forgetsCallbacksWhenTheAppLetsGo() {
    on("f", SUBSCRIBE_TYPE_ALL);

    store.ask(new KvStore.Command.LetGo());
    store.put("a", "1");

    assertThat(store.told()).isEmpty();
  }

  @Test
  void tellsNobodyOfDeviceDataThatIsRemoved() {
    store.saveFromTablet(sent("a", "1", 500));
    on("f", SUBSCRIBE_TYPE_ALL);

    store.ask(new KvStore.Command.RemoveDeviceData(TABLET));

    assertThat(store.told()).isEmpty();
  }

  private KvStore.Reply on(String callback, SubscribeType type) {
    return store.ask(new KvStore.Command.Observe(callback, type));
  }

  private KvStore.Reply off(String callback) {
    return store.ask(new KvStore.Command.Unobserve(Optional.of(callback)));
  }

  private List<String> callbacks() {
    return store.told().stream().map(StoreSession.Told::callback).toList();
  }

  private DataChange only() {
    List<StoreSession.Told> told = store.told();
    assertThat(told).hasSize(1);
    return told.get(0).change();
  }

  private static DataChange change(
      List<KvStore.Entry> inserted, List<KvStore.Entry> updated, List<KvStore.Entry> deleted) {
    return new DataChange("", inserted, updated, deleted);
  }

  private static KvStore.Entry entry(String key, String value) {
    return new KvStore.Entry(Key.of(key), text(value));
  }
}
