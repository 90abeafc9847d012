package dev.trustring.kv.store;

import static dev.trustring.kv.store.StoreFixture.TABLET;
import static dev.trustring.kv.store.StoreFixture.aMissingStore;
import static dev.trustring.kv.store.StoreFixture.aStore;
import static dev.trustring.kv.store.StoreFixture.sent;
import static dev.trustring.kv.store.StoreFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.kv.status.Status;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an app writes between startTransaction and commit or rollback (kv-store §1.4). */
class TransactionTest {
  private static final KvStore.Reply DONE = new KvStore.Reply.Done();
  private static final KvStore.Reply DB_ERROR = new KvStore.Reply.Refused(Status.DB_ERROR);
  private static final KvStore.Reply NOT_FOUND = new KvStore.Reply.Refused(Status.NOT_FOUND);

  private static final StoreInputs INPUTS = new StoreInputs(StoreFixture.PHONE, 1);

  private final StoreFixture store = aStore();

  @Test
  void keepsWhatIsWrittenOffTheDiskUntilTheCommit() {
    store.put("a", "old");
    StoreState before = store.state();

    assertThat(start()).isEqualTo(DONE);
    assertThat(store.put("a", "new")).isEqualTo(DONE);
    assertThat(store.putBatch(List.of("b", "c"), List.of("1", "2"))).isEqualTo(DONE);
    assertThat(store.delete("c")).isEqualTo(DONE);
    assertThat(store.state()).isEqualTo(before);

    assertThat(commit()).isEqualTo(DONE);

    assertThat(store.get("a")).isEqualTo(new KvStore.Reply.Found(text("new")));
    assertThat(store.keys("")).containsExactly("a", "b");
    assertThat(store.row("c").isTombstone()).isTrue();
  }

  @Test
  void showsTheAppItsOwnWrites() {
    store.put("a", "old");
    start();
    store.put("a", "new");
    store.put("b", "1");
    store.delete("a");

    assertThat(store.get("a")).isEqualTo(NOT_FOUND);
    assertThat(store.keys("")).containsExactly("b");
  }

  @Test
  void commitsEverythingAsOneFact() {
    start();
    store.put("a", "1");
    store.put("a", "2");
    store.put("b", "1");

    StoreDecision decision = store.decide(new KvStore.Command.Commit());

    assertThat(decision.events()).hasSize(1);
    assertThat(((KvStore.Event.WroteBatch) decision.events().get(0)).rows()).hasSize(3);
  }

  @Test
  void givesEachRowATimeOfItsOwn() {
    start();
    store.put("a", "1");
    store.put("b", "1");
    commit();

    assertThat(store.row("b").timestamp()).isGreaterThan(store.row("a").timestamp());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void comesToWhatTheSameWritesComeToOutside(long seed) {
    StoreFixture outside = aStore();
    SplittableRandom random = new SplittableRandom(seed);
    start();
    for (int write = 0; write < 40; write++) {
      KvStore.Command command = anyWrite(random);
      long now = random.nextLong(1000, 2000);

      assertThat(store.at(now).ask(command)).isEqualTo(outside.at(now).ask(command));
    }
    assertThat(store.state().rows()).isEmpty();

    commit();

    assertThat(store.state()).isEqualTo(outside.state());
  }

  private static KvStore.Command anyWrite(SplittableRandom random) {
    Key key = Key.of("k" + random.nextInt(5));
    return switch (random.nextInt(4)) {
      case 0 -> new KvStore.Command.Delete(key);
      case 1 -> new KvStore.Command.Get(key);
      case 2 -> StoreFixture.batch(List.of(key.text(), "k1"), List.of("b1", "b2"));
      default -> new KvStore.Command.Put(key, text("v" + random.nextInt(100)));
    };
  }

  @Test
  void commitsNothingWhereNothingWasWritten() {
    start();
    store.delete("absent");

    assertThat(store.decide(new KvStore.Command.Commit()).events()).isEmpty();
    assertThat(commit()).isEqualTo(DONE);
    assertThat(start()).isEqualTo(DONE);
  }

  @Test
  void forgetsWhatIsRolledBack() {
    store.put("a", "old");
    StoreState before = store.state();
    start();
    store.put("a", "new");

    assertThat(rollback()).isEqualTo(DONE);

    assertThat(store.state()).isEqualTo(before);
    assertThat(store.get("a")).isEqualTo(new KvStore.Reply.Found(text("old")));
    assertThat(start()).isEqualTo(DONE);
  }

  @Test
  void rollsBackWithTheDevice() {
    start();
    store.put("a", "1");

    store.restarts();

    assertThat(store.get("a")).isEqualTo(NOT_FOUND);
    assertThat(commit()).isEqualTo(DB_ERROR);
  }

  @Test
  void rollsBackWhenTheAppLetsGo() {
    start();
    store.put("a", "1");

    store.ask(new KvStore.Command.LetGo());

    assertThat(store.get("a")).isEqualTo(NOT_FOUND);
    assertThat(commit()).isEqualTo(DB_ERROR);
  }

  @Test
  void refusesASecondStartAndKeepsTheFirst() {
    start();
    store.put("a", "1");

    assertThat(start()).isEqualTo(DB_ERROR);

    assertThat(commit()).isEqualTo(DONE);
    assertThat(store.keys("")).containsExactly("a");
  }

  @Test
  void refusesACommitOrARollbackWithoutAStart() {
    assertThat(commit()).isEqualTo(DB_ERROR);
    assertThat(rollback()).isEqualTo(DB_ERROR);
    start();
    commit();
    assertThat(rollback()).isEqualTo(DB_ERROR);
  }

  @Test
  void refusesAStartOnAStoreThatIsNotThere() {
    assertThat(aMissingStore().ask(new KvStore.Command.StartTransaction())).isEqualTo(NOT_FOUND);
  }

  @Test
  void sendsNothingThatIsNotCommitted() {
    store.put("a", "1");
    start();
    store.put("b", "2");

    assertThat(store.sendTo(TABLET).rows())
        .extracting(row -> row.id().key().text())
        .containsExactly("a");
    commit();
    assertThat(store.sendTo(TABLET).rows())
        .extracting(row -> row.id().key().text())
        .containsExactly("b");
  }

  static List<KvStore.Command> commandsThatNeedTheLock() {
    return List.of(
        new KvStore.Command.Save(TABLET, new Batch(List.of(sent("x", "1", 7)), 0, 8), 0),
        new KvStore.Command.RemoveDeviceData(TABLET),
        new KvStore.Command.Observe("f", SubscribeType.SUBSCRIBE_TYPE_ALL));
  }

  @ParameterizedTest
  @MethodSource("commandsThatNeedTheLock")
  void isBusyForWhoeverElseNeedsTheLock(KvStore.Command command) {
    start();
    StoreState before = store.state();

    assertThat(store.ask(command)).isEqualTo(DB_ERROR);

    assertThat(store.state()).isEqualTo(before);
    commit();
    assertThat(store.ask(command)).isNotEqualTo(DB_ERROR);
  }

  @Test
  void saysThatItIsOpen() {
    start();

    assertThat(store.ask(new KvStore.Command.Describe()))
        .isEqualTo(new KvStore.Reply.Described(store.state(), true));
  }

  @Test
  void letsTheServiceGoOnBeside() {
    start();
    store.put("a", "1");

    store.ask(new KvStore.Command.MoveSendMark(TABLET, 40));
    store.ask(new KvStore.Command.SetRange(new SyncRange(List.of("home"), List.of("home"))));
    commit();

    assertThat(store.state().sendMark(TABLET)).isEqualTo(40);
    assertThat(store.state().range().isSet()).isTrue();
    assertThat(store.keys("")).containsExactly("a");
  }

  @Test
  void takesNoMoreThanABatchMayAndStaysOpen() {
    StoreState state = store.state();
    KvStore.Command put = new KvStore.Command.Put(Key.of("k"), text("v"));
    StoreSession nearlyFull =
        new StoreSession(
            Optional.of(new Transaction(state, List.of(), Writes.MOST_BYTES_OF_A_BATCH - 1)),
            Observers.NONE);

    StoreSession.Outcome outcome = nearlyFull.decide(state, put, INPUTS);

    assertThat(outcome.decision().reply())
        .isEqualTo(new KvStore.Reply.Refused(Status.INVALID_ARGUMENT));
    assertThat(outcome.after()).isEqualTo(nearlyFull);
    assertThat(new Transaction(state, List.of(), Writes.MOST_BYTES_OF_A_BATCH - 2))
        .matches(open -> open.takes(StoreRules.decide(state, put, INPUTS).events()));
  }

  @Test
  void endsWithTheStore() {
    start();
    store.put("a", "1");

    assertThat(store.ask(new KvStore.Command.DeleteStore())).isEqualTo(DONE);

    assertThat(store.state()).isEqualTo(StoreState.ABSENT);
    assertThat(commit()).isEqualTo(NOT_FOUND);
  }

  private KvStore.Reply start() {
    return store.ask(new KvStore.Command.StartTransaction());
  }

  private KvStore.Reply commit() {
    return store.ask(new KvStore.Command.Commit());
  }

  private KvStore.Reply rollback() {
    return store.ask(new KvStore.Command.Rollback());
  }
}
