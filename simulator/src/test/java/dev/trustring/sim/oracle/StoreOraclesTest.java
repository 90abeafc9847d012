package dev.trustring.sim.oracle;

import static dev.trustring.sim.Facts.PHONE;
import static dev.trustring.sim.Facts.TABLET;
import static dev.trustring.sim.oracle.Watched.NOTES_STORE;
import static dev.trustring.sim.oracle.Watched.decided;
import static dev.trustring.sim.oracle.Watched.gate;
import static dev.trustring.sim.oracle.Watched.no;
import static dev.trustring.sim.oracle.Watched.row;
import static dev.trustring.sim.oracle.Watched.sentBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.atm.token.BundleName;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.GateInfo;
import dev.trustring.kv.decision.GateResult;
import dev.trustring.kv.decision.Stage;
import dev.trustring.kv.decision.TaskMode;
import dev.trustring.kv.decision.Verdict;
import dev.trustring.kv.schema.SchemaText;
import dev.trustring.kv.service.StoreKey;
import dev.trustring.kv.store.Batch;
import dev.trustring.kv.store.KvStore;
import dev.trustring.kv.store.Row;
import dev.trustring.kv.store.SavedPacket;
import dev.trustring.kv.store.StoreInputs;
import dev.trustring.kv.store.StoreOptions;
import dev.trustring.kv.store.StoreState;
import dev.trustring.sim.Facts;
import dev.trustring.sim.world.Happening;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.ledger.TrustEvent;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The oracles that look at stores, each held and broken. */
class StoreOraclesTest {

  private static final String MILK = ", key: n1, value: milk";
  private static final Row HERE = row("n1", "milk", 5, PHONE);

  private final Watched writes = new Watched(new NoLostWrite());
  private final Watched conflicts = new Watched(new ConflictAsModelled());
  private final Watched deliveries = new Watched(new NonDeliveryExplained());
  private final Watched times = new Watched(new TimeGoesForward());

  @Test
  void aWriteIsOnDiskWhenTheAppHearsOfIt() {
    assertThat(writes.answered("put", MILK)).isPresent();

    writes.stored(PHONE, new KvStore.Event.Wrote(HERE));

    assertThat(writes.answered("put", MILK)).isEmpty();
    assertThat(writes.answered("put", ", key: n1, value: bread")).isPresent();
  }

  @Test
  void everyEntryOfABatchIsOnDisk() {
    String entries = ", entries: [{ key: n1, value: milk }, { key: n2, value: eggs }]";
    writes.stored(PHONE, new KvStore.Event.WroteBatch(List.of(HERE)));
    assertThat(writes.answered("putBatch", entries)).isPresent();

    writes.stored(PHONE, new KvStore.Event.WroteBatch(List.of(HERE, row("n2", "eggs", 6, PHONE))));

    assertThat(writes.answered("putBatch", entries)).isEmpty();
  }

  @Test
  void aSchemaAddsToAValueAndTakesNothingFromIt() {
    StoreOptions options = writes.store(PHONE).options().orElseThrow();
    String schema =
        """
        {"SCHEMA_VERSION":"1.0", "SCHEMA_MODE":"COMPATIBLE", "SCHEMA_DEFINE":{"title":"STRING"},
         "SCHEMA_INDEXES":[]}
        """;
    writes.stored(
        PHONE, new KvStore.Event.Opened(options.withSchema(Optional.of(new SchemaText(schema)))));
    String put = ", key: n1, value: '{\"title\":\"milk\"}'";

    writes.stored(
        PHONE, new KvStore.Event.Wrote(row("n1", "{\"title\":\"milk\",\"count\":1}", 5, PHONE)));
    assertThat(writes.answered("put", put)).isEmpty();

    assertThat(writes.answered("put", ", key: n1, value: '{\"title\":\"eggs\"}'")).isPresent();
    assertThat(writes.answered("put", ", key: n1, value: '{\"title\":\"milk\",\"more\":2}'"))
        .isPresent();
  }

  @Test
  void aTransactionHoldsWhatIsWrittenUntilItEnds() {
    writes.called("startTransaction", "");
    assertThat(writes.answered("put", MILK)).isEmpty();

    writes.answered("rollback", "");

    assertThat(writes.answered("put", MILK)).isPresent();
  }

  @Test
  void aStoreThatIsReadAgainHoldsWhatItHeld() {
    StoreState before = writes.store(PHONE);
    writes.stored(PHONE, new KvStore.Event.Wrote(HERE));
    StoreState written = writes.store(PHONE);
    assertThat(writes.after(new Happening.StoreRead(PHONE, NOTES_STORE, written))).isEmpty();

    StoreState later = new KvStore.Event.Wrote(row("n1", "eggs", 9, PHONE)).appliedTo(written);
    assertThat(writes.after(new Happening.StoreRead(PHONE, NOTES_STORE, later))).isEmpty();

    assertThat(writes.after(new Happening.StoreRead(PHONE, NOTES_STORE, written))).isPresent();
    assertThat(writes.after(new Happening.StoreRead(PHONE, NOTES_STORE, before))).isPresent();
  }

  private Optional<String> saved(StoreState before, Row sent, Optional<Row> kept) {
    KvStore.Command.Save packet =
        new KvStore.Command.Save(TABLET, new Batch(List.of(sent), 0, 10), 0);
    StoreState after =
        kept.<KvStore.Event>map(KvStore.Event.Wrote::new)
            .map(event -> event.appliedTo(before))
            .orElse(before);
    return conflicts.after(
        new Happening.PacketSaved(
            PHONE,
            NOTES_STORE,
            new SavedPacket(before, packet, new StoreInputs(PHONE, 20), after)));
  }

  @Test
  void ofARowThatArrivesTheRightOneIsKept() {
    Row later = row("n1", "eggs", 7, TABLET);
    Row tie = row("n1", "eggs", 5, TABLET);
    StoreState before = new KvStore.Event.Wrote(HERE).appliedTo(conflicts.store(PHONE));

    assertThat(saved(before, later, Optional.of(sentBy(TABLET, later)))).isEmpty();
    assertThat(saved(before, later, Optional.empty())).isPresent();
    assertThat(saved(before, tie, Optional.empty())).isEmpty();
    assertThat(saved(before, tie, Optional.of(sentBy(TABLET, tie)))).isPresent();
  }

  @Test
  void aRowThatWaitedForTheUnlockIsMergedByTheSameRule() {
    Row early = sentBy(TABLET, row("n1", "eggs", 3, TABLET));
    Row late = sentBy(TABLET, row("n1", "bread", 9, TABLET));
    conflicts.stored(PHONE, new KvStore.Event.Wrote(HERE));
    conflicts.stored(PHONE, new KvStore.Event.ReceivedIntoCache(TABLET, List.of(early, late), 10));
    StoreState waiting = conflicts.store(PHONE);

    KvStore.Event right = new KvStore.Event.CacheMerged(List.of(late));
    assertThat(
            conflicts.after(
                new Happening.StoreChanged(PHONE, NOTES_STORE, right, right.appliedTo(waiting))))
        .isEmpty();

    conflicts.after(new Happening.StoreRead(PHONE, NOTES_STORE, waiting));
    assertThat(conflicts.stored(PHONE, new KvStore.Event.CacheMerged(List.of(early, late))))
        .isPresent();
  }

  private Optional<String> pushed(Optional<Row> arrived, Verdict save) {
    deliveries.stored(PHONE, new KvStore.Event.Wrote(HERE));
    deliveries.stored(PHONE, new KvStore.Event.SendMarkMoved(TABLET, 6));
    deliveries.stored(
        TABLET,
        new KvStore.Event.Received(
            PHONE, arrived.map(row -> sentBy(PHONE, row)).stream().toList(), 6));
    deliveries.after(new Happening.Judged(TABLET, Facts.received(gate("R13", save, true))));
    return deliveries.after(decided(TaskMode.PUSH, 1, gate("R13", save, true)));
  }

  @Test
  void anAttemptWithoutAStopHasBroughtWhatWasDue() {
    assertThat(pushed(Optional.of(HERE), Verdict.pass("saved"))).isEmpty();
  }

  @Test
  void anAttemptWithoutAStopThatBroughtNothingIsUnexplained() {
    assertThat(pushed(Optional.empty(), Verdict.pass("saved"))).isPresent();
  }

  @Test
  void whatAnotherAppHasInAStoreOfThatNameIsAnotherMatter() {
    KvStore.Event wrote = new KvStore.Event.Wrote(HERE);
    StoreState diary =
        new KvStore.Event.SendMarkMoved(TABLET, 6).appliedTo(wrote.appliedTo(StoreState.ABSENT));
    StoreKey key =
        new StoreKey(new BundleName("com.example.diary"), NOTES_STORE.user(), NOTES_STORE.store());
    deliveries.after(new Happening.StoreChanged(PHONE, key, wrote, diary));
    deliveries.after(new Happening.StoreChanged(TABLET, key, wrote, StoreState.ABSENT));

    assertThat(pushed(Optional.of(HERE), Verdict.pass("saved"))).isEmpty();
  }

  @Test
  void rowsAreDueInTheStoreOfTheUserInFront() {
    deliveries.after(
        new Happening.TrustStored(TABLET, new TrustEvent.UserActivated(new OsAccountId(101))));
    assertThat(pushed(Optional.empty(), Verdict.pass("saved")))
        .as("the other one's store is not asked")
        .isEmpty();

    StoreState hers = new KvStore.Event.BackedUp("monday").appliedTo(StoreState.ABSENT);
    deliveries.after(
        new Happening.StoreChanged(
            TABLET,
            NOTES_STORE.of(new OsAccountId(101)),
            new KvStore.Event.BackedUp("monday"),
            hers));
    assertThat(pushed(Optional.of(HERE), Verdict.pass("saved"))).isPresent();
  }

  @Test
  void aFileThatIsDamagedTellsNothingOfWhatHadCome() {
    deliveries.stored(TABLET, new KvStore.Event.BackedUp("monday"));
    deliveries.stored(TABLET, new KvStore.Event.FileDamaged());
    Happening last =
        new Happening.Judged(TABLET, Facts.received(gate("R13", Verdict.pass("saved"), true)));
    deliveries.stored(PHONE, new KvStore.Event.Wrote(HERE));
    deliveries.stored(PHONE, new KvStore.Event.SendMarkMoved(TABLET, 6));

    deliveries.after(last);

    assertThat(
            deliveries.after(decided(TaskMode.PUSH, 1, gate("R13", Verdict.pass("saved"), true))))
        .isEmpty();
  }

  @Test
  void anAttemptThatBroughtAnOlderVersionIsUnexplained() {
    assertThat(pushed(Optional.of(row("n1", "eggs", 4, PHONE)), Verdict.pass("saved"))).isPresent();
  }

  @Test
  void aStopExplainsWhatIsMissing() {
    assertThat(pushed(Optional.empty(), no())).isEmpty();
  }

  @Test
  void rowsThatNobodyTookAreUnexplained() {
    assertThat(deliveries.after(decided(TaskMode.PUSH, 1))).isPresent();
    assertThat(deliveries.after(decided(TaskMode.PUSH, 0))).isEmpty();
  }

  @Test
  void aWriteTakesATimeThatWasNotUsed() {
    assertThat(times.stored(PHONE, new KvStore.Event.Wrote(HERE))).isEmpty();
    assertThat(times.stored(PHONE, new KvStore.Event.Wrote(row("n2", "eggs", 5, PHONE))))
        .isPresent();
  }

  @Test
  void theRowsOfABatchTakeOneTimeEach() {
    Row other = row("n2", "eggs", 5, PHONE);
    times.stored(PHONE, new KvStore.Event.BackedUp("monday"));

    assertThat(times.stored(PHONE, new KvStore.Event.WroteBatch(List.of(HERE, other)))).isPresent();
  }

  @Test
  void aRestoreDoesNotTurnBackTime() {
    times.stored(PHONE, new KvStore.Event.BackedUp("monday"));
    times.stored(PHONE, new KvStore.Event.Wrote(HERE));
    assertThat(times.stored(PHONE, new KvStore.Event.Restored("monday", 6))).isEmpty();
    assertThat(times.stored(PHONE, new KvStore.Event.Restored("monday", 2))).isPresent();
    assertThat(times.stored(PHONE, new KvStore.Event.Deleted())).isEmpty();
  }

  @Test
  void nothingIsSentToADeviceOfTooLowALevelUnlessItLies() {
    Watched levels = new Watched(new NoLeakAboveLevel());
    Happening refused =
        new Happening.Judged(
            TABLET,
            Facts.received(
                new GateResult(
                    new GateInfo("R9", "receive-level", Stage.LEVEL, "", ""),
                    Verdict.deny(DenyReason.LEVEL_TOO_LOW, "so it is"),
                    true)));
    assertThat(levels.after(refused)).isPresent();

    levels.after(new Happening.Noted("level", TABLET, "SL5"));

    assertThat(levels.after(refused)).isEmpty();
  }
}
