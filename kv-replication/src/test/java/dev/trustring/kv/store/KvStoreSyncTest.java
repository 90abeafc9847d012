package dev.trustring.kv.store;

import static dev.trustring.kv.store.StoreFixture.TABLET;
import static dev.trustring.kv.store.StoreFixture.WATCH;
import static dev.trustring.kv.store.StoreFixture.aStore;
import static dev.trustring.kv.store.StoreFixture.sent;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Collecting, marks and saving. */
class KvStoreSyncTest {

  @Test
  void collectsWhatThisDeviceWroteAndThePeerWasNotSent() {
    StoreFixture store = aStore().at(100);
    store.put("a", "1");
    store.at(200).put("b", "1");
    store.delete("b");

    Batch batch = store.collectFor(TABLET);

    assertThat(keys(batch)).containsExactly("a", "b");
    assertThat(batch.startMark()).isZero();
    assertThat(batch.endMark()).isEqualTo(202);
    assertThat(
            store
                .decide(
                    new KvStore.Command.Collect(
                        TABLET, Optional.empty(), Optional.empty(), PacketLimits.PLATFORM))
                .events())
        .isEmpty();
  }

  @Test
  void neverForwardsWhatItReceived() {
    StoreFixture store = aStore().at(500);
    store.saveFromTablet(sent("a", "theirs", 100));

    assertThat(store.collectFor(WATCH).rows()).isEmpty();
    assertThat(store.collectFor(TABLET).rows()).isEmpty();
  }

  @Test
  void sendsAForeignRowThatItWroteOver() {
    StoreFixture store = aStore().at(500);
    store.saveFromTablet(sent("a", "theirs", 100));
    store.put("a", "mine");

    assertThat(keys(store.collectFor(WATCH))).containsExactly("a");
  }

  @Test
  void keepsAMarkForEachPeer() {
    StoreFixture store = aStore();
    store.put("a", "1");
    store.sendTo(TABLET);
    store.put("b", "1");

    assertThat(keys(store.collectFor(TABLET))).containsExactly("b");
    assertThat(keys(store.collectFor(WATCH))).containsExactly("a", "b");
  }

  @Test
  void startsWhereTheLastBatchEnded() {
    StoreFixture store = aStore();
    store.put("a", "1");
    Batch first = store.sendTo(TABLET);

    Batch empty = store.collectFor(TABLET);

    assertThat(empty.rows()).isEmpty();
    assertThat(empty.startMark()).isEqualTo(first.endMark());
    assertThat(empty.endMark()).isEqualTo(first.endMark());
  }

  @Test
  void doesNotSendAWriteThatKeptATimestampBehindTheMark() {
    StoreFixture store = aStore().at(300);
    store.saveFromTablet(sent("b", "theirs", 300));
    for (int correction = 0; correction < 3; correction++) {
      store.saveFromTablet(sent("b", "corrected", 200));
    }
    store.put("c", "mine");
    store.sendTo(WATCH);

    store.put("b", "mine");

    assertThat(store.row("b").writeTimestamp()).isEqualTo(304);
    assertThat(store.row("b").timestamp()).isEqualTo(300);
    assertThat(store.collectFor(WATCH).rows()).isEmpty();
  }

  @Test
  void storesNothingForAMarkThatStands() {
    StoreFixture store = aStore();
    store.put("a", "1");
    Batch batch = store.sendTo(TABLET);

    assertThat(store.decide(new KvStore.Command.MoveSendMark(TABLET, batch.endMark())).events())
        .isEmpty();
  }

  @Test
  void savesAPacketAndMovesTheReceiveMark() {
    StoreFixture store = aStore().at(500);

    KvStore.Reply reply =
        store.save(TABLET, new Batch(List.of(sent("a", "1", 100), sent("b", "2", 101)), 0, 102));

    assertThat(reply).isEqualTo(new KvStore.Reply.Saved(2));
    assertThat(store.keys("")).containsExactly("a", "b");
    assertThat(store.state().receiveMark(TABLET)).isEqualTo(102);
    assertThat(store.row("a").sender()).contains(TABLET);
    assertThat(store.row("a").origin()).isEqualTo(TABLET);
  }

  @Test
  void countsOnlyTheRowsThatWon() {
    StoreFixture store = aStore().at(500);
    store.put("a", "mine");

    KvStore.Reply reply =
        store.save(TABLET, new Batch(List.of(sent("a", "old", 100), sent("b", "2", 101)), 0, 102));

    assertThat(reply).isEqualTo(new KvStore.Reply.Saved(1));
    assertThat(store.row("a").isLocal()).isTrue();
  }

  @Test
  void refusesAPacketThatStartsAfterWhatIsHere() {
    StoreFixture store = aStore().at(500);
    store.save(TABLET, new Batch(List.of(sent("a", "1", 100)), 0, 101));

    StoreDecision decision =
        store.decide(
            new KvStore.Command.Save(TABLET, new Batch(List.of(sent("c", "3", 300)), 200, 301), 0));

    assertThat(decision.reply()).isEqualTo(new KvStore.Reply.MarkTooFar(101));
    assertThat(decision.events()).isEmpty();
  }

  @Test
  void takesAPacketAgainThatItHadBefore() {
    StoreFixture store = aStore().at(500);
    Batch packet = new Batch(List.of(sent("a", "1", 100)), 0, 101);
    store.save(TABLET, packet);

    KvStore.Reply again = store.save(TABLET, packet);

    assertThat(again).isEqualTo(new KvStore.Reply.Saved(1));
    assertThat(store.row("a").writeTimestamp()).isEqualTo(101);
    assertThat(store.row("a").timestamp()).isEqualTo(100);
    assertThat(store.state().receiveMark(TABLET)).isEqualTo(101);
  }

  @Test
  void storesNothingForAnEmptyPacketOfTheSameMark() {
    StoreFixture store = aStore().at(500);
    store.save(TABLET, new Batch(List.of(sent("a", "1", 100)), 0, 101));

    assertThat(
            store
                .decide(new KvStore.Command.Save(TABLET, new Batch(List.of(), 101, 101), 0))
                .events())
        .isEmpty();
  }

  @Test
  void movesTheReceiveMarkEvenWhenEveryRowLost() {
    StoreFixture store = aStore().at(500);
    store.put("a", "mine");

    store.save(TABLET, new Batch(List.of(sent("a", "old", 100)), 0, 101));

    assertThat(store.state().receiveMark(TABLET)).isEqualTo(101);
  }

  @Test
  void skipsNothingAfterAPacketWasLost() {
    StoreFixture phone = aStore().at(100);
    StoreFixture tablet = aStore().at(1000);
    phone.put("a", "1");
    phone.sendTo(TABLET);
    phone.put("b", "1");

    Batch second = phone.sendTo(TABLET);
    KvStore.Reply refusal = tablet.save(StoreFixture.PHONE, second);
    long mark = ((KvStore.Reply.MarkTooFar) refusal).receiveMark();
    phone.ask(new KvStore.Command.MoveSendMark(TABLET, mark));
    tablet.save(StoreFixture.PHONE, phone.sendTo(TABLET));

    assertThat(tablet.keys("")).containsExactly("a", "b");
    assertThat(tablet.state().receiveMark(StoreFixture.PHONE))
        .isEqualTo(phone.state().sendMark(TABLET));
  }

  @Test
  void bringsForeignTimesToItsOwnClock() {
    StoreFixture store = aStore().at(5000);

    store.ask(
        new KvStore.Command.Save(TABLET, new Batch(List.of(sent("a", "1", 100)), 0, 101), 1000));

    assertThat(store.row("a").timestamp()).isEqualTo(1100);
    assertThat(store.row("a").writeTimestamp()).isEqualTo(1100);
    assertThat(store.state().receiveMark(TABLET)).isEqualTo(101);
  }

  @Test
  void clampsTheFutureToNow() {
    StoreFixture store = aStore().at(5000);
    Row ahead =
        new Row(
            new RowId("", Key.of("a")),
            Optional.of(StoreFixture.text("1")),
            4000,
            6000,
            Optional.empty(),
            TABLET);

    store.saveFromTablet(ahead, sent("b", "1", 9000));

    assertThat(store.row("a").timestamp()).isEqualTo(4000);
    assertThat(store.row("a").writeTimestamp()).isEqualTo(5000);
    assertThat(store.row("b").timestamp()).isEqualTo(5000);
  }

  @Test
  void takesEngineTimeForNowWhenTheClockWasSetBack() {
    StoreFixture store = aStore().at(5000);
    store.put("a", "mine");

    store.at(100).saveFromTablet(sent("a", "later", 9000));

    assertThat(store.row("a").writeTimestamp()).isEqualTo(5001);
    assertThat(store.row("a").sender()).contains(TABLET);
  }

  @Test
  void storesATombstoneForAKeyThatItNeverHad() {
    StoreFixture store = aStore().at(500);
    Row gone =
        new Row(new RowId("", Key.of("a")), Optional.empty(), 100, 100, Optional.empty(), TABLET);

    assertThat(store.saveFromTablet(gone)).isEqualTo(new KvStore.Reply.Saved(1));
    assertThat(store.row("a").isTombstone()).isTrue();
  }

  private static List<String> keys(Batch batch) {
    return batch.rows().stream().map(row -> row.id().key().text()).toList();
  }
}
