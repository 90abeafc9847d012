package dev.trustring.kv.store;

import static dev.trustring.kv.store.StoreFixture.PHONE;
import static dev.trustring.kv.store.StoreFixture.TABLET;
import static dev.trustring.kv.store.StoreFixture.aStore;
import static dev.trustring.kv.store.StoreFixture.aStoreOf;
import static dev.trustring.kv.store.StoreFixture.sent;
import static dev.trustring.kv.store.StoreFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.kv.status.Status;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Backups of a store and the key of an encrypted one (kv-store §6). */
class BackupTest {
  private static final KvStore.Reply DONE = new KvStore.Reply.Done();

  private final StoreFixture store = aStore();

  @Test
  void bringsBackTheRowsOfThatMoment() {
    store.put("a", "1");
    store.put("b", "1");
    assertThat(backup("monday")).isEqualTo(DONE);
    store.put("a", "2");
    store.delete("b");
    store.put("c", "1");

    assertThat(restore("monday")).isEqualTo(DONE);

    assertThat(store.get("a")).isEqualTo(new KvStore.Reply.Found(text("1")));
    assertThat(store.keys("")).containsExactly("a", "b");
  }

  @Test
  void keepsTheBackupAfterARestore() {
    store.put("a", "1");
    backup("monday");
    restore("monday");
    store.delete("a");

    assertThat(restore("monday")).isEqualTo(DONE);

    assertThat(store.keys("")).containsExactly("a");
  }

  @Test
  void replacesABackupOfThatName() {
    store.put("a", "1");
    backup("monday");
    store.put("a", "2");
    backup("monday");

    restore("monday");

    assertThat(store.get("a")).isEqualTo(new KvStore.Reply.Found(text("2")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "autoBackup"})
  void refusesNamesThatAreNotForApps(String name) {
    assertThat(backup(name)).isEqualTo(refused(Status.INVALID_ARGUMENT));
  }

  @Test
  void keepsFiveFilesAndNoSixth() {
    for (int day = 1; day <= 5; day++) {
      assertThat(backup("day" + day)).isEqualTo(DONE);
    }

    assertThat(backup("day6")).isEqualTo(refused(Status.ERROR));
    assertThat(backup("day5")).isEqualTo(DONE);
    delete("day1");
    assertThat(backup("day6")).isEqualTo(DONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "tuesday", "autoBackup"})
  void restoresNothingThatIsNotThere(String name) {
    backup("monday");

    assertThat(restore(name)).isEqualTo(refused(Status.INVALID_ARGUMENT));
  }

  @Test
  void saysOfEachFileWhatBecameOfIt() {
    backup("monday");
    backup("tuesday");

    KvStore.Reply reply = delete("monday", "monday", "sunday", "autoBackup", "");

    assertThat(reply)
        .isEqualTo(
            new KvStore.Reply.FilesDeleted(
                List.of(
                    new FileStatus("monday", Status.SUCCESS),
                    new FileStatus("monday", Status.NOT_FOUND),
                    new FileStatus("sunday", Status.NOT_FOUND),
                    new FileStatus("autoBackup", Status.INVALID_ARGUMENT),
                    new FileStatus("", Status.INVALID_ARGUMENT))));
    assertThat(store.state().backups().keySet()).containsExactly("tuesday");
  }

  @Test
  void refusesToDeleteNothing() {
    assertThat(delete()).isEqualTo(refused(Status.INVALID_ARGUMENT));
    assertThat(store.decide(new KvStore.Command.DeleteBackup(List.of("x"))).events()).isEmpty();
  }

  @Test
  void movesTimeForwardSoThatNewWritesWinOverWhatWasThere() {
    store.put("a", "old");
    backup("monday");
    store.at(90_000).put("a", "newer");
    long newest = store.row("a").timestamp();

    store.at(10);
    restore("monday");
    store.put("a", "newest");

    assertThat(store.row("a").timestamp()).isGreaterThan(newest);
  }

  @Test
  void sendsAndWantsEverythingAgain() {
    store.put("a", "1");
    store.save(TABLET, new Batch(List.of(sent("b", "1", 500)), 0, 501));
    backup("monday");
    store.sendTo(TABLET);
    assertThat(store.state().receiveMark(TABLET)).isEqualTo(501);

    restore("monday");

    assertThat(store.state().receiveMark(TABLET)).isZero();
    assertThat(store.collectFor(TABLET).rows())
        .extracting(row -> row.id().key().text())
        .containsExactly("a", "b");
  }

  @Test
  void keepsTheTimesOfRowsAndCountsThemAsWrittenHere() {
    store.saveFromTablet(sent("b", "1", 500));
    backup("monday");

    restore("monday");

    assertThat(store.row("b").isLocal()).isTrue();
    assertThat(store.row("b").timestamp()).isEqualTo(500);
    assertThat(store.row("b").origin()).isEqualTo(TABLET);
  }

  @Test
  void leavesTheOthersTheirPartitions() {
    StoreFixture shared = aStoreOf(KvStoreType.DEVICE_COLLABORATION);
    shared.put("a", "mine");
    shared.saveFromTablet(theirs("a", "1", 500));
    shared.ask(new KvStore.Command.Backup("monday"));

    shared.ask(new KvStore.Command.Restore("monday"));
    shared.saveFromTablet(theirs("a", "2", 600));

    assertThat(shared.ask(new KvStore.Command.Get(Key.of("a"), Optional.of(TABLET))))
        .isEqualTo(new KvStore.Reply.Found(text("2")));
    assertThat(shared.collectFor(TABLET).rows())
        .extracting(row -> row.id().owner())
        .containsExactly(PHONE.value());
  }

  @Test
  void tellsNoCallbackOfARestore() {
    store.put("a", "1");
    backup("monday");
    store.ask(new KvStore.Command.Observe("f", SubscribeType.SUBSCRIBE_TYPE_ALL));

    restore("monday");

    assertThat(store.told()).isEmpty();
  }

  static List<KvStore.Command> commandsThatNeedTheLock() {
    return List.of(
        new KvStore.Command.Backup("monday"),
        new KvStore.Command.Restore("monday"),
        new KvStore.Command.Rekey());
  }

  @ParameterizedTest
  @MethodSource("commandsThatNeedTheLock")
  void isBusyInsideATransaction(KvStore.Command command) {
    backup("monday");
    store.ask(new KvStore.Command.StartTransaction());

    assertThat(store.ask(command)).isEqualTo(refused(Status.DB_ERROR));
  }

  @Test
  void deletesBackupsBesideATransaction() {
    backup("monday");
    store.ask(new KvStore.Command.StartTransaction());
    store.put("a", "1");

    delete("monday");
    store.ask(new KvStore.Command.Commit());

    assertThat(store.state().backups()).isEmpty();
    assertThat(store.keys("")).containsExactly("a");
  }

  @Test
  void losesItsBackupsWithTheStore() {
    backup("monday");

    store.ask(new KvStore.Command.DeleteStore());

    assertThat(store.state().backups()).isEmpty();
  }

  @Test
  void givesAnotherKeyToEncryptedStoresAlone() {
    StoreOptions encrypted =
        new StoreOptions(
            true,
            true,
            true,
            false,
            KvStoreType.SINGLE_VERSION,
            SecurityLabel.S1,
            Optional.empty());
    StoreFixture secret = StoreFixture.aMissingStore();
    secret.ask(new KvStore.Command.Open(encrypted));

    assertThat(secret.ask(new KvStore.Command.Rekey())).isEqualTo(DONE);
    assertThat(store.ask(new KvStore.Command.Rekey())).isEqualTo(refused(Status.CRYPT_ERROR));
  }

  @Test
  void restoresWhatTheServiceHasBackedUp() {
    store.put("a", "1");
    store.backedUp();
    store.put("b", "1");

    assertThat(restore("autoBackup")).isEqualTo(DONE);

    assertThat(store.keys("")).containsExactly("a");
  }

  @Test
  void countsTheServicesBackupAmongTheFiles() {
    for (int day = 1; day <= 4; day++) {
      backup("day" + day);
    }
    store.backedUp();

    assertThat(backup("day5")).isEqualTo(refused(Status.ERROR));
    store.backedUp();
    assertThat(store.state().backups()).hasSize(5).containsKey("autoBackup");
  }

  @Test
  void makesNoneOfWhatCannotBeReadOrIsBeingWritten() {
    store.ask(new KvStore.Command.StartTransaction());
    store.backedUp();
    store.ask(new KvStore.Command.Rollback());
    store.hit();
    store.backedUp();
    StoreFixture secret = StoreFixture.aSecretStore(KvStoreType.SINGLE_VERSION).locked(true);
    secret.backedUp();
    StoreFixture gone = StoreFixture.aMissingStore();
    gone.backedUp();

    assertThat(store.state().backups()).isEmpty();
    assertThat(secret.state().backups()).isEmpty();
    assertThat(gone.state()).isEqualTo(StoreState.ABSENT);
  }

  @Test
  void makesNoneWhereTheAppWantsNone() {
    StoreFixture without = StoreFixture.aMissingStore();
    without.ask(
        new KvStore.Command.Open(
            new StoreOptions(
                true,
                false,
                false,
                false,
                KvStoreType.SINGLE_VERSION,
                SecurityLabel.S1,
                Optional.empty())));
    without.backedUp();

    assertThat(without.state().backups()).isEmpty();
  }

  private KvStore.Reply backup(String file) {
    return store.ask(new KvStore.Command.Backup(file));
  }

  private KvStore.Reply restore(String file) {
    return store.ask(new KvStore.Command.Restore(file));
  }

  private KvStore.Reply delete(String... files) {
    return store.ask(new KvStore.Command.DeleteBackup(List.of(files)));
  }

  private static KvStore.Reply refused(Status status) {
    return new KvStore.Reply.Refused(status);
  }

  private static Row theirs(String key, String value, long time) {
    return new Row(
        new RowId(TABLET.value(), Key.of(key)),
        Optional.of(text(value)),
        time,
        time,
        Optional.empty(),
        TABLET);
  }
}
