package dev.trustring.kv.store;

import static dev.trustring.kv.query.Queries.prefixKey;
import static dev.trustring.kv.query.Queries.query;
import static dev.trustring.kv.store.StoreFixture.TABLET;
import static dev.trustring.kv.store.StoreFixture.aSecretStore;
import static dev.trustring.kv.store.StoreFixture.aStore;
import static dev.trustring.kv.store.StoreFixture.sent;
import static dev.trustring.kv.store.StoreFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.kv.query.Query;
import dev.trustring.kv.status.Status;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A store of label S3 while the screen is locked, and after it (kv-store §5.4). */
class LockedCacheTest {
  private static final KvStore.Reply SHUT = new KvStore.Reply.Refused(Status.SECURITY_LEVEL_ERROR);

  private static final Query ALL_A = query(prefixKey("a"));

  private final StoreFixture store = aSecretStore(KvStoreType.SINGLE_VERSION);

  @Test
  void refusesEverythingThatWouldHaveToBeRead() {
    store.put("a", "1");
    store.locked(true);

    assertThat(store.get("a")).isEqualTo(SHUT);
    assertThat(store.ask(new KvStore.Command.Entries(""))).isEqualTo(SHUT);
    assertThat(store.ask(new KvStore.Command.RemoveDeviceData(TABLET))).isEqualTo(SHUT);
    assertThat(store.ask(new KvStore.Command.Select(ALL_A, Optional.empty()))).isEqualTo(SHUT);
    assertThat(store.ask(new KvStore.Command.Count(ALL_A, Optional.empty()))).isEqualTo(SHUT);
  }

  @Test
  void sendsNothingOfAQueryAndKeepsItsMarks() {
    store.put("a", "1");
    store.locked(true);

    KvStore.Reply reply =
        store.ask(
            new KvStore.Command.CollectFound(
                ALL_A,
                new KvStore.Command.Collect(
                    TABLET, Optional.empty(), Optional.empty(), PacketLimits.PLATFORM)));

    Batch batch = ((KvStore.Reply.Collected) reply).batch();
    assertThat(batch.rows()).isEmpty();
    assertThat(batch.endMark()).isEqualTo(batch.startMark());
    assertThat(batch.query()).contains(ALL_A);
  }

  @Test
  void keepsWhatAQueryOfAPeerFoundAndWantsItAgain() {
    store.locked(true).at(5000);
    Batch found =
        new Batch(
            List.of(sent("a", "1", 2000)), 0, 2001, Optional.of(new QueryPart(ALL_A, List.of())));

    store.ask(new KvStore.Command.Save(TABLET, found, 0));

    assertThat(store.state().receiveMark(TABLET)).isZero();
    assertThat(store.state().receiveMark(TABLET, Optional.of(ALL_A))).isZero();
    store.locked(false);
    assertThat(store.keys("")).containsExactly("a");
  }

  @Test
  void doesNotMindTheLockWithAnyOtherLabel() {
    StoreFixture open = aStore().locked(true);
    open.put("a", "1");

    assertThat(open.get("a")).isEqualTo(new KvStore.Reply.Found(text("1")));
  }

  @Test
  void takesWritesAndMergesThemAfterTheUnlock() {
    store.locked(true);
    assertThat(store.put("a", "1")).isEqualTo(new KvStore.Reply.Done());
    store.putBatch(List.of("b", "c"), List.of("2", "3"));
    assertThat(store.state().rows()).isEmpty();

    store.locked(false);

    assertThat(store.keys("")).containsExactly("a", "b", "c");
    assertThat(store.state().cache()).isEmpty();
  }

  @Test
  void appliesWhatIsCachedInItsOrder() {
    store.put("gone", "1");
    store.locked(true).at(2000);
    store.put("a", "1");
    store.at(2001).put("a", "2");
    store.delete("gone");
    store.delete("never there");

    store.locked(false);

    assertThat(store.get("a")).isEqualTo(new KvStore.Reply.Found(text("2")));
    assertThat(store.keys("")).containsExactly("a");
    assertThat(store.row("gone").isTombstone()).isTrue();
    assertThat(store.state().rows()).hasSize(2);
  }

  @Test
  void refusesWhatItAlwaysRefuses() {
    store.locked(true);

    assertThat(store.put("k".repeat(1025), "1"))
        .isEqualTo(new KvStore.Reply.Refused(Status.INVALID_ARGUMENT));
    assertThat(store.state().cache()).isEmpty();
  }

  @Test
  void takesRowsOfAPeerAndMovesItsMark() {
    store.locked(true).at(5000);

    KvStore.Reply reply = store.save(TABLET, new Batch(List.of(sent("a", "theirs", 100)), 0, 101));

    assertThat(reply).isEqualTo(new KvStore.Reply.Saved(1));
    assertThat(store.state().receiveMark(TABLET)).isEqualTo(101);
    assertThat(store.get("a")).isEqualTo(SHUT);
    store.locked(false);
    assertThat(store.get("a")).isEqualTo(new KvStore.Reply.Found(text("theirs")));
  }

  @Test
  void asksForAnEarlierStartAsItAlwaysDoes() {
    store.locked(true);

    assertThat(store.save(TABLET, new Batch(List.of(), 7, 12)))
        .isEqualTo(new KvStore.Reply.MarkTooFar(0));
  }

  @Test
  void letsASenderCorrectNothingInTheMerge() {
    store.at(5000).saveFromTablet(sent("a", "first", 200));
    store.locked(true);
    store.saveFromTablet(sent("a", "corrected", 150));

    store.locked(false);

    assertThat(store.get("a")).isEqualTo(new KvStore.Reply.Found(text("first")));
  }

  @Test
  void takesALaterWriteOfAPeerInTheMerge() {
    store.at(5000).saveFromTablet(sent("a", "first", 200));
    store.locked(true);
    store.saveFromTablet(sent("a", "later", 300));

    store.locked(false);

    assertThat(store.get("a")).isEqualTo(new KvStore.Reply.Found(text("later")));
  }

  @Test
  void sendsNothingAndMovesNoMarkWhileItIsShut() {
    store.put("a", "1");
    store.locked(true);

    assertThat(store.collectFor(TABLET)).isEqualTo(new Batch(List.of(), 0, 0));
    store.locked(false);
    assertThat(store.collectFor(TABLET).rows()).hasSize(1);
  }

  @Test
  void keepsWhatIsCachedOverACrash() {
    store.locked(true);
    StoreDecision write = store.decide(new KvStore.Command.Put(Key.of("a"), text("1")));
    StoreState onDisk = store.state();
    for (KvStore.Event event : write.events()) {
      onDisk = event.appliedTo(onDisk);
    }

    StoreDecision afterTheCrash =
        StoreRules.decide(
            onDisk,
            new KvStore.Command.Get(Key.of("a"), Optional.empty()),
            new StoreInputs(StoreFixture.PHONE, 9000));

    assertThat(afterTheCrash.reply()).isEqualTo(new KvStore.Reply.Found(text("1")));
    assertThat(afterTheCrash.events()).hasSize(1);
  }
}
