package dev.trustring.kv.store;

import static dev.trustring.kv.store.StoreFixture.TABLET;
import static dev.trustring.kv.store.StoreFixture.aMissingStore;
import static dev.trustring.kv.store.StoreFixture.aStore;
import static dev.trustring.kv.store.StoreFixture.aStoreOf;
import static dev.trustring.kv.store.StoreFixture.options;
import static dev.trustring.kv.store.StoreFixture.sent;
import static dev.trustring.kv.store.StoreFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.kv.query.Query;
import dev.trustring.kv.status.Status;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A store whose file is damaged (kv-store §1.1, §6). */
class DamagedFileTest {
  private static final KvStore.Reply DONE = new KvStore.Reply.Done();
  private static final KvStore.Reply CORRUPTED = refused(Status.DATA_CORRUPTED);
  private static final Key KEY = Key.of("a");

  private final StoreFixture store = aStore();

  static List<KvStore.Command> whatTouchesTheFile() {
    KvStore.Command.Collect packet =
        new KvStore.Command.Collect(
            TABLET, Optional.empty(), Optional.empty(), PacketLimits.PLATFORM);
    return List.of(
        new KvStore.Command.Put(KEY, text("2")),
        StoreFixture.batch(List.of("a"), List.of("2")),
        new KvStore.Command.Delete(KEY),
        new KvStore.Command.DeleteBatch(List.of(KEY)),
        new KvStore.Command.Get(KEY),
        new KvStore.Command.Entries(""),
        new KvStore.Command.Select(Query.ALL, Optional.empty()),
        new KvStore.Command.Count(Query.ALL, Optional.empty()),
        new KvStore.Command.RemoveDeviceData(TABLET),
        new KvStore.Command.StartTransaction(),
        new KvStore.Command.Backup("tuesday"),
        packet,
        new KvStore.Command.CollectFound(Query.ALL, packet),
        new KvStore.Command.MoveSendMark(TABLET, 7),
        new KvStore.Command.Save(TABLET, new Batch(List.of(), 0, 7), 0));
  }

  @ParameterizedTest
  @MethodSource("whatTouchesTheFile")
  void refusesWhateverTouchesTheFile(KvStore.Command command) {
    store.put("a", "1");
    store.hit();

    assertThat(store.ask(command)).isEqualTo(CORRUPTED);

    assertThat(store.decide(command).events()).isEmpty();
  }

  @Test
  void goesOnWithWhatLiesBesideTheFile() {
    store.ask(new KvStore.Command.Backup("monday"));
    store.hit();

    assertThat(store.ask(new KvStore.Command.Label()))
        .isEqualTo(new KvStore.Reply.Labelled(SecurityLabel.S1));
    assertThat(store.ask(new KvStore.Command.SetRange(new SyncRange(List.of("x"), List.of("x")))))
        .isEqualTo(DONE);
    assertThat(store.ask(new KvStore.Command.Observe("f", SubscribeType.SUBSCRIBE_TYPE_ALL)))
        .isEqualTo(DONE);
    assertThat(store.ask(new KvStore.Command.DeleteBackup(List.of("monday"))))
        .isInstanceOf(KvStore.Reply.FilesDeleted.class);
  }

  @Test
  void refusesBeforeTheFileWhatIsRefusedBeforeTheFile() {
    store.hit();

    assertThat(store.ask(new KvStore.Command.Backup("autoBackup")))
        .isEqualTo(refused(Status.INVALID_ARGUMENT));
    assertThat(store.ask(new KvStore.Command.Restore("sunday")))
        .isEqualTo(refused(Status.INVALID_ARGUMENT));
    assertThat(store.ask(new KvStore.Command.Rekey())).isEqualTo(refused(Status.CRYPT_ERROR));
    assertThat(store.ask(new KvStore.Command.Get(KEY, Optional.of(TABLET))))
        .isEqualTo(new KvStore.Reply.NoPartitions());
  }

  @Test
  void opensOnlyWithARebuildAndThenEmpty() {
    store.put("a", "1");
    store.saveFromTablet(sent("b", "1", 5));
    store.sendTo(TABLET);
    store.ask(new KvStore.Command.SetRange(new SyncRange(List.of("x"), List.of("x"))));
    store.ask(new KvStore.Command.Backup("monday"));
    store.hit();
    StoreOptions same = options(KvStoreType.SINGLE_VERSION, SecurityLabel.S1);

    assertThat(store.ask(new KvStore.Command.Open(same))).isEqualTo(CORRUPTED);
    assertThat(store.ask(new KvStore.Command.Open(same, true))).isEqualTo(DONE);

    StoreState state = store.state();
    assertThat(store.keys("")).isEmpty();
    assertThat(state.sendMark(TABLET)).isZero();
    assertThat(state.receiveMark(TABLET)).isZero();
    assertThat(state.lastTime()).isZero();
    assertThat(state.range().isSet()).isTrue();
    assertThat(state.backups()).containsOnlyKeys("monday");
    assertThat(store.put("a", "2")).isEqualTo(DONE);
  }

  @Test
  void opensNoOtherStoreInItsPlace() {
    store.hit();

    assertThat(
            store.ask(
                new KvStore.Command.Open(
                    options(KvStoreType.DEVICE_COLLABORATION, SecurityLabel.S1), true)))
        .isEqualTo(refused(Status.STORE_META_CHANGED));
  }

  @Test
  void isMendedByARestore() {
    store.put("a", "1");
    store.ask(new KvStore.Command.Backup("monday"));
    store.put("b", "1");
    store.hit();

    assertThat(store.ask(new KvStore.Command.Restore("monday"))).isEqualTo(DONE);

    assertThat(store.keys("")).containsExactly("a");
  }

  @Test
  void isGoneWithADeletion() {
    store.hit();

    assertThat(store.ask(new KvStore.Command.DeleteStore())).isEqualTo(DONE);

    assertThat(store.state()).isEqualTo(StoreState.ABSENT);
  }

  @Test
  void losesTheTransactionThatIsOpen() {
    store.ask(new KvStore.Command.StartTransaction());
    store.put("a", "1");
    store.hit();

    assertThat(store.get("a")).isEqualTo(CORRUPTED);
    assertThat(store.ask(new KvStore.Command.Commit())).isEqualTo(CORRUPTED);
    assertThat(store.ask(new KvStore.Command.Rollback())).isEqualTo(refused(Status.DB_ERROR));
  }

  @Test
  void letsATransactionBeGivenUp() {
    store.ask(new KvStore.Command.StartTransaction());
    store.hit();

    assertThat(store.ask(new KvStore.Command.Rollback())).isEqualTo(DONE);
  }

  @Test
  void isDamagedOnceAndNotBeforeItIsThere() {
    assertThat(DamagedFile.struck(aMissingStore().state()).events()).isEmpty();
    store.hit();
    assertThat(DamagedFile.struck(store.state()).events()).isEmpty();
  }

  @Test
  void keepsTheRowsOfEveryPartitionFromComingBackByThemselves() {
    StoreFixture shared = aStoreOf(KvStoreType.DEVICE_COLLABORATION);
    shared.put("a", "1");
    shared.hit();

    assertThat(shared.state().rows()).isEmpty();
    assertThat(shared.ask(new KvStore.Command.Get(KEY, Optional.of(TABLET)))).isEqualTo(CORRUPTED);
  }

  private static KvStore.Reply refused(Status status) {
    return new KvStore.Reply.Refused(status);
  }
}
