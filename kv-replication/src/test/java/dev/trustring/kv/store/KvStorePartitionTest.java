package dev.trustring.kv.store;

import static dev.trustring.kv.store.StoreFixture.PHONE;
import static dev.trustring.kv.store.StoreFixture.TABLET;
import static dev.trustring.kv.store.StoreFixture.WATCH;
import static dev.trustring.kv.store.StoreFixture.aStore;
import static dev.trustring.kv.store.StoreFixture.aStoreOf;
import static dev.trustring.kv.store.StoreFixture.sent;
import static dev.trustring.kv.store.StoreFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.kv.status.Status;
import dev.trustring.trust.identity.DeviceName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rows of other devices: read in their partition, removed, and wanted again (kv-store §1.4). */
class KvStorePartitionTest {

  @Test
  void readsThePartitionOfTheDeviceThatIsNamed() {
    StoreFixture store = aStoreOf(KvStoreType.DEVICE_COLLABORATION).at(500);
    store.put("a", "mine");
    store.save(TABLET, new Batch(List.of(ofTablet("a", "theirs")), 0, 101));

    assertThat(store.get("a")).isEqualTo(new KvStore.Reply.Found(text("mine")));
    assertThat(get(store, PHONE)).isEqualTo(new KvStore.Reply.Found(text("mine")));
    assertThat(get(store, TABLET)).isEqualTo(new KvStore.Reply.Found(text("theirs")));
    assertThat(get(store, WATCH)).isEqualTo(new KvStore.Reply.Refused(Status.NOT_FOUND));
    assertThat(
            ((KvStore.Reply.Listed)
                    store.ask(new KvStore.Command.Entries("a", Optional.of(TABLET))))
                .rows())
        .extracting(row -> row.value().orElseThrow().text())
        .containsExactly("theirs");
  }

  @Test
  void aSharedStoreHasNoPartitionsToRead() {
    StoreFixture store = aStore();

    assertThat(get(store, TABLET)).isEqualTo(new KvStore.Reply.NoPartitions());
    assertThat(store.ask(new KvStore.Command.Entries("a", Optional.of(TABLET))))
        .isEqualTo(new KvStore.Reply.NoPartitions());
  }

  @Test
  void whatCameFromADeviceGoesAndIsWantedAgain() {
    StoreFixture store = aStore().at(500);
    store.put("mine", "1");
    store.save(TABLET, new Batch(List.of(sent("theirs", "2", 100)), 0, 101));

    assertThat(store.ask(new KvStore.Command.RemoveDeviceData(TABLET)))
        .isEqualTo(new KvStore.Reply.Done());

    assertThat(store.keys("")).containsExactly("mine");
    assertThat(
            store.ask(
                new KvStore.Command.Collect(
                    TABLET, Optional.empty(), Optional.empty(), PacketLimits.PLATFORM)))
        .isInstanceOfSatisfying(
            KvStore.Reply.Collected.class,
            collected -> assertThat(collected.receiveMark()).isZero());
    assertThat(store.save(TABLET, new Batch(List.of(), 101, 101)))
        .isEqualTo(new KvStore.Reply.MarkTooFar(0));
  }

  @Test
  void aRowThatWasWrittenOverHereStays() {
    StoreFixture store = aStore().at(500);
    store.save(TABLET, new Batch(List.of(sent("a", "theirs", 100)), 0, 101));
    store.put("a", "mine");

    store.ask(new KvStore.Command.RemoveDeviceData(TABLET));

    assertThat(store.get("a")).isEqualTo(new KvStore.Reply.Found(text("mine")));
  }

  @Test
  void removingWhatIsNotThereWritesNothing() {
    StoreFixture store = aStore();
    store.put("mine", "1");

    assertThat(store.decide(new KvStore.Command.RemoveDeviceData(TABLET)).events()).isEmpty();
    assertThat(store.decide(new KvStore.Command.RemoveDeviceData(PHONE)).events()).isEmpty();
    assertThat(store.decide(new KvStore.Command.RemoveDeviceData(PHONE)).reply())
        .isEqualTo(new KvStore.Reply.Done());
  }

  @Test
  void deletesSeveralKeysAtOnceAndPassesOverThoseThatAreNotThere() {
    StoreFixture store = aStore();
    store.put("a", "1");
    store.put("b", "2");
    store.put("c", "3");

    StoreDecision decision =
        store.decide(
            new KvStore.Command.DeleteBatch(List.of(Key.of("a"), Key.of("x"), Key.of("b"))));

    assertThat(decision.events()).hasSize(1);
    store.ask(new KvStore.Command.DeleteBatch(List.of(Key.of("a"), Key.of("x"), Key.of("b"))));
    assertThat(store.keys("")).containsExactly("c");
    assertThat(store.collectFor(TABLET).rows()).hasSize(3);
  }

  @Test
  void tellsItsLabel() {
    assertThat(aStore().ask(new KvStore.Command.Label()))
        .isEqualTo(new KvStore.Reply.Labelled(SecurityLabel.S1));
  }

  @Test
  void rowsAreCollectedFromTheMarkThatIsAskedForAndNotLater() {
    StoreFixture store = aStore().at(100);
    store.put("a", "1");
    store.sendTo(TABLET);

    KvStore.Reply again =
        store.ask(
            new KvStore.Command.Collect(
                TABLET, Optional.of(0L), Optional.empty(), PacketLimits.PLATFORM));
    KvStore.Reply later =
        store.ask(
            new KvStore.Command.Collect(
                TABLET, Optional.of(9999L), Optional.empty(), PacketLimits.PLATFORM));

    assertThat(((KvStore.Reply.Collected) again).batch().rows()).hasSize(1);
    assertThat(((KvStore.Reply.Collected) later).batch().startMark()).isEqualTo(101);
  }

  private static KvStore.Reply get(StoreFixture store, DeviceName owner) {
    return store.ask(new KvStore.Command.Get(Key.of("a"), Optional.of(owner)));
  }

  private static Row ofTablet(String key, String value) {
    return new Row(
        new RowId(TABLET.value(), Key.of(key)),
        Optional.of(text(value)),
        100,
        100,
        Optional.empty(),
        TABLET);
  }
}
