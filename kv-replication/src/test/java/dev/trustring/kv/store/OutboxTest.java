package dev.trustring.kv.store;

import static dev.trustring.kv.store.StoreFixture.TABLET;
import static dev.trustring.kv.store.StoreFixture.aStore;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How what is due is cut into packets (kv-store §3.5). */
class OutboxTest {
  private static final PacketLimits TWO_ROWS = new PacketLimits(PacketLimits.GREATEST_MTU, 2);

  @Test
  void takesEverythingThatFits() {
    StoreFixture store = withKeys("b", "a");

    KvStore.Reply.Collected all = collect(store, Optional.empty(), TWO_ROWS);

    assertThat(keys(all)).containsExactly("a", "b");
    assertThat(all.rest()).isEmpty();
  }

  @Test
  void goesThroughRowsInTheOrderOfTheirTimes() {
    StoreFixture store = withKeys("e", "d", "c", "b", "a");

    KvStore.Reply.Collected first = collect(store, Optional.empty(), TWO_ROWS);
    assertThat(keys(first)).containsExactly("e", "d");
    assertThat(first.rest()).isPresent();
    handOver(store, first);
    KvStore.Reply.Collected second = collect(store, first.rest(), TWO_ROWS);
    handOver(store, second);
    KvStore.Reply.Collected third = collect(store, second.rest(), TWO_ROWS);

    assertThat(keys(second)).containsExactly("c", "b");
    assertThat(second.batch().startMark()).isEqualTo(first.batch().endMark());
    assertThat(keys(third)).containsExactly("a");
    assertThat(third.rest()).isEmpty();
  }

  @Test
  void leavesWhatIsWrittenMeanwhileToTheNextSync() {
    StoreFixture store = withKeys("a", "b", "c");
    KvStore.Reply.Collected first = collect(store, Optional.empty(), TWO_ROWS);
    handOver(store, first);

    store.put("d", "late");
    KvStore.Reply.Collected second = collect(store, first.rest(), TWO_ROWS);

    assertThat(keys(second)).containsExactly("c");
    handOver(store, second);
    assertThat(keys(collect(store, Optional.empty(), TWO_ROWS))).containsExactly("d");
  }

  @Test
  void fillsNineTenthsOfWhatTheSoftBusCarries() {
    PacketLimits limits = PacketLimits.ofMtu(1024);
    int largest = 1024 * 9 / 10 - PacketLimits.ROW_OVERHEAD - 1;
    StoreFixture fits = aStore();
    fits.put("a", "v".repeat(largest / 2 - 40));
    fits.put("b", "v".repeat(largest / 2 - 40));
    StoreFixture larger = aStore();
    larger.put("a", "v".repeat(largest - 1));
    larger.put("b", "v");

    assertThat(collect(fits, Optional.empty(), limits).rest()).isEmpty();
    assertThat(keys(collect(larger, Optional.empty(), limits))).containsExactly("a");
  }

  @Test
  void sendsARowThatIsTooLargeForAnyPacketAlone() {
    StoreFixture store = aStore();
    store.put("a", "v".repeat(5000));
    store.put("b", "v");

    assertThat(keys(collect(store, Optional.empty(), PacketLimits.ofMtu(1024))))
        .containsExactly("a");
  }

  @Test
  void keepsRowsOfOneTimeTogether() {
    StoreFixture store = aStore().at(500);
    store.saveFromTablet(
        StoreFixture.sent("a", "theirs", 100),
        StoreFixture.sent("b", "theirs", 100),
        StoreFixture.sent("c", "theirs", 100));
    store.at(50);
    List<Row> rows =
        store.state().rows().values().stream()
            .map(row -> new Row(row.id(), row.value(), 100, 101, Optional.empty(), row.origin()))
            .toList();
    StoreState tied = store.state().withRows(rows);

    KvStore.Reply.Collected first =
        Outbox.collect(
            tied,
            new KvStore.Command.Collect(TABLET, Optional.empty(), Optional.empty(), TWO_ROWS));

    assertThat(first.batch().rows()).hasSize(3);
    assertThat(first.rest()).isEmpty();
  }

  @Test
  void hasThePlatformsNumbers() {
    assertThat(PacketLimits.PLATFORM).isEqualTo(new PacketLimits(4_194_304, 2000));
  }

  @ParameterizedTest
  @ValueSource(ints = {1023, 5_242_881})
  void knowsWhatTheEngineTakesForAnMtu(int bytes) {
    assertThatIllegalArgumentException().isThrownBy(() -> PacketLimits.ofMtu(bytes));
  }

  private static StoreFixture withKeys(String... keys) {
    StoreFixture store = aStore();
    for (String key : keys) {
      store.put(key, "v");
    }
    return store;
  }

  private static KvStore.Reply.Collected collect(
      StoreFixture store, Optional<Long> until, PacketLimits limits) {
    return (KvStore.Reply.Collected)
        store.ask(new KvStore.Command.Collect(TABLET, Optional.empty(), until, limits));
  }

  private static void handOver(StoreFixture store, KvStore.Reply.Collected packet) {
    store.ask(new KvStore.Command.MoveSendMark(TABLET, packet.batch().endMark()));
  }

  private static List<String> keys(KvStore.Reply.Collected collected) {
    return collected.batch().rows().stream().map(row -> row.id().key().text()).toList();
  }
}
