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
import org.junit.jupiter.params.provider.CsvSource;

/** Writing and reading on one device, and the limits. */
class KvStoreWriteTest {

  @Test
  void findsWhatWasPut() {
    StoreFixture store = aStore();

    store.put("a", "1");

    assertThat(store.get("a")).isEqualTo(new KvStore.Reply.Found(text("1")));
    assertThat(store.get("b")).isEqualTo(new KvStore.Reply.Refused(Status.NOT_FOUND));
  }

  @Test
  void stampsARowWithTheEnginesTimeAndItsOwnName() {
    StoreFixture store = aStore().at(5000);

    store.put("a", "1");

    assertThat(store.row("a"))
        .isEqualTo(
            new Row(
                new RowId("", Key.of("a")),
                Optional.of(text("1")),
                5000,
                5000,
                Optional.empty(),
                PHONE));
  }

  @Test
  void neverUsesATimeTwiceEvenWhenTheClockIsSetBack() {
    StoreFixture store = aStore().at(5000);
    store.put("a", "1");
    store.put("b", "1");

    store.at(100).put("c", "1");

    assertThat(store.row("b").timestamp()).isEqualTo(5001);
    assertThat(store.row("c").timestamp()).isEqualTo(5002);
  }

  @Test
  void writesABatchAsOneEventOfRowsThatFollowEachOther() {
    StoreFixture store = aStore().at(5000);
    KvStore.Command batch = StoreFixture.batch(List.of("a", "b"), List.of("1", "2"));

    assertThat(store.decide(batch).events()).hasSize(1);
    store.ask(batch);

    assertThat(store.row("a").timestamp()).isEqualTo(5000);
    assertThat(store.row("b").timestamp()).isEqualTo(5001);
    assertThat(store.collectFor(TABLET).rows()).hasSize(2);
  }

  @Test
  void theLaterOfTwoEntriesOfOneBatchWins() {
    StoreFixture store = aStore();

    store.putBatch(List.of("a", "a"), List.of("1", "2"));

    assertThat(store.get("a")).isEqualTo(new KvStore.Reply.Found(text("2")));
  }

  @Test
  void writesNothingOfABatchThatHasOneEntryTooLong() {
    StoreFixture store = aStore();

    assertThat(store.putBatch(List.of("a", "k".repeat(1025)), List.of("1", "2")))
        .isEqualTo(tooLong());
    assertThat(store.putBatch(List.of(), List.of())).isEqualTo(tooLong());
    assertThat(store.state().rows()).isEmpty();
  }

  @Test
  void leavesATombstoneBehind() {
    StoreFixture store = aStore().at(5000);
    store.put("a", "1");

    store.at(6000).delete("a");

    assertThat(store.get("a")).isEqualTo(new KvStore.Reply.Refused(Status.NOT_FOUND));
    assertThat(store.keys("")).isEmpty();
    assertThat(store.row("a").isTombstone()).isTrue();
    assertThat(store.row("a").writeTimestamp()).isEqualTo(6000);
  }

  @Test
  void deletesAnAbsentKeyWithSuccessAndWithoutATrace() {
    StoreFixture store = aStore();

    assertThat(store.delete("a")).isEqualTo(new KvStore.Reply.Done());
    assertThat(store.state().rows()).isEmpty();
  }

  @Test
  void writesOverATombstone() {
    StoreFixture store = aStore();
    store.put("a", "1");
    store.delete("a");

    store.put("a", "2");

    assertThat(store.get("a")).isEqualTo(new KvStore.Reply.Found(text("2")));
  }

  @Test
  void listsLiveRowsByPrefixInTheOrderOfTheKeys() {
    StoreFixture store = aStore();
    store.put("note2", "x");
    store.put("note1", "x");
    store.put("note3", "x");
    store.put("other", "x");
    store.delete("note3");

    assertThat(store.keys("note")).containsExactly("note1", "note2");
    assertThat(store.keys("")).containsExactly("note1", "note2", "other");
  }

  @Test
  void seesRowsOfOtherDevicesInSingleVersionOnly() {
    StoreFixture single = aStore();
    StoreFixture collaboration = aStoreOf(KvStoreType.DEVICE_COLLABORATION);
    Row theirs =
        new Row(
            new RowId("tablet", Key.of("a")),
            Optional.of(text("theirs")),
            10,
            10,
            Optional.empty(),
            TABLET);

    single.saveFromTablet(sent("a", "theirs", 10));
    collaboration.saveFromTablet(theirs);

    assertThat(single.get("a")).isEqualTo(new KvStore.Reply.Found(text("theirs")));
    assertThat(collaboration.get("a")).isEqualTo(new KvStore.Reply.Refused(Status.NOT_FOUND));
    assertThat(collaboration.keys("")).isEmpty();
    assertThat(collaboration.state().rows()).hasSize(1);
  }

  @Test
  void writesOnlyIntoItsOwnPartition() {
    StoreFixture store = aStoreOf(KvStoreType.DEVICE_COLLABORATION);

    store.put("a", "mine");

    assertThat(store.row("a").id().owner()).isEqualTo("phone");
    assertThat(store.keys("")).containsExactly("a");
  }

  @ParameterizedTest(name = "{0}: a key of {1} bytes {2}")
  @CsvSource({
    "SINGLE_VERSION, 1024, fits", "SINGLE_VERSION, 1025, refused",
    "DEVICE_COLLABORATION, 896, fits", "DEVICE_COLLABORATION, 897, refused",
  })
  void limitsTheKey(KvStoreType type, int bytes, String outcome) {
    KvStore.Reply reply = aStoreOf(type).put("k".repeat(bytes), "1");

    assertThat(reply).isEqualTo(outcome.equals("fits") ? done() : tooLong());
  }

  @Test
  void limitsTheValueInBytesNotInCharacters() {
    StoreFixture store = aStore();

    assertThat(store.put("a", "v".repeat(Value.MAX_BYTES))).isEqualTo(done());
    assertThat(store.put("b", "v".repeat(Value.MAX_BYTES + 1))).isEqualTo(tooLong());
    assertThat(store.put("c", "\u00e9".repeat(Value.MAX_BYTES / 2 + 1))).isEqualTo(tooLong());
    assertThat(store.keys("")).containsExactly("a");
  }

  @ParameterizedTest(name = "[{0}] is a key: {1}")
  @CsvSource(
      value = {"a|true", "'  a  '|true", "''|false", "'   '|false"},
      delimiter = '|')
  void stripsBlanksAndAsksForSomethingToBeLeft(String text, boolean legal) {
    assertThat(Key.isLegal(text)).isEqualTo(legal);
    assertThat(Key.isLegal("  " + "k".repeat(1024) + " ")).isTrue();
    assertThat(Key.isLegal("k".repeat(1025))).isFalse();
    assertThat(Key.of("  a ")).isEqualTo(Key.of("a"));
  }

  @Test
  void countsANumberAsEightBytes() {
    assertThat(new Value(Value.Type.DOUBLE, "3.14159265358979").bytes()).isEqualTo(8);
    assertThat(text("\u00e9a").bytes()).isEqualTo(3);
  }

  @Test
  void takesARangeAndKeepsIt() {
    StoreFixture store = aStore();
    SyncRange range = new SyncRange(List.of("work"), List.of("home"));

    store.ask(new KvStore.Command.SetRange(range));

    assertThat(store.state().range()).isEqualTo(range);
    assertThat(range.isSet()).isTrue();
    assertThat(new SyncRange(List.of("work"), List.of()).isSet()).isFalse();
    assertThat(new SyncRange(List.of(), List.of("home")).isSet()).isFalse();
  }

  @Test
  void answersWhatIsThereWithoutAnyChange() {
    StoreFixture store = aStore();
    store.put("a", "1");

    StoreDecision decision = store.decide(new KvStore.Command.Describe());

    assertThat(decision.events()).isEmpty();
    assertThat(decision.reply()).isEqualTo(new KvStore.Reply.Described(store.state(), false));
  }

  private static KvStore.Reply done() {
    return new KvStore.Reply.Done();
  }

  private static KvStore.Reply tooLong() {
    return new KvStore.Reply.Refused(Status.INVALID_ARGUMENT);
  }
}
