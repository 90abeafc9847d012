package dev.trustring.kv.store;

import static dev.trustring.kv.query.Queries.equalTo;
import static dev.trustring.kv.query.Queries.limit;
import static dev.trustring.kv.query.Queries.prefixKey;
import static dev.trustring.kv.query.Queries.query;
import static dev.trustring.kv.store.StoreFixture.TABLET;
import static dev.trustring.kv.store.StoreFixture.WATCH;
import static dev.trustring.kv.store.StoreFixture.aMissingStore;
import static dev.trustring.kv.store.StoreFixture.options;
import static dev.trustring.kv.store.StoreFixture.sent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.kv.query.Query;
import dev.trustring.kv.schema.FieldType;
import dev.trustring.kv.schema.SchemaMode;
import dev.trustring.kv.schema.Schemas;
import dev.trustring.trust.identity.DeviceName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What queries send and keep (kv-store §2.5, §3.6). */
class KvStoreQuerySyncTest {
  private static final Query MILK = query(equalTo("$.title", "milk"));
  private static final Query OF_A = query(prefixKey("a"));
  private static final Query OF_B = query(prefixKey("b"));
  private static final String IS_MILK = "{\"title\":\"milk\"}";
  private static final String IS_BREAD = "{\"title\":\"bread\"}";

  private final StoreFixture store = aStoreWithTitles();

  @Test
  void sendsWhatTheQueryFinds() {
    store.put("a", IS_MILK);
    store.put("b", IS_BREAD);

    assertThat(keys(collect(MILK))).containsExactly("a");
    assertThat(keys(collect(OF_B))).containsExactly("b");
    assertThat(collect(MILK).query()).contains(MILK);
  }

  @Test
  void sendsNothingOfOthers() {
    store.saveFromTablet(sent("a", IS_MILK, 100));

    assertThat(keys(collectFor(WATCH))).isEmpty();
  }

  @Test
  void tellsOfChangedRowsThatItDoesNotFindAnyMore() {
    store.put("a", IS_MILK);
    handOver(MILK);
    store.at(2000).put("a", IS_BREAD);

    Batch batch = collect(MILK);

    assertThat(batch.rows()).isEmpty();
    assertThat(erased(batch)).containsExactly("a");
    assertThat(batch.endMark()).isEqualTo(2001);
  }

  @Test
  void aQueryOfKeysErasesNothing() {
    store.put("a", IS_MILK);

    assertThat(erased(collect(OF_B))).isEmpty();
  }

  @Test
  void sendsTombstonesOnceWhateverTheQuery() {
    store.put("a", IS_MILK);
    store.at(2000).delete("a");

    assertThat(keys(collect(OF_B))).containsExactly("a");
    handOver(OF_B);

    assertThat(keys(collect(OF_A))).isEmpty();
  }

  @Test
  void eachQueryHasMarksOfItsOwn() {
    store.put("a", IS_MILK);
    store.at(2000).put("b", IS_BREAD);

    handOver(OF_A);

    assertThat(keys(collect(OF_A))).isEmpty();
    assertThat(keys(collect(OF_B))).containsExactly("b");
    assertThat(keys(store.collectFor(TABLET))).containsExactly("a", "b");
  }

  @Test
  void startsWhereAllWasSentIfThatIsLater() {
    store.put("a", IS_MILK);
    store.sendTo(TABLET);
    store.at(2000).put("a2", IS_MILK);

    assertThat(keys(collect(OF_A))).containsExactly("a2");
    assertThat(collect(OF_A).startMark()).isEqualTo(store.state().sendMark(TABLET));
  }

  @Test
  void goesBackToWhatThePeerWants() {
    store.put("a", IS_MILK);
    store.sendTo(TABLET);

    KvStore.Reply reply = store.ask(asked(TABLET, OF_A, Optional.of(0L)));

    assertThat(keys(((KvStore.Reply.Collected) reply).batch())).containsExactly("a");
  }

  @Test
  void aLimitedQueryMovesNoMark() {
    Query first = query(prefixKey("a"), limit(1, 0));
    store.put("a1", IS_MILK);
    store.at(2000).put("a2", IS_MILK);

    handOver(first);

    assertThat(store.state().queryMarks()).isEqualTo(QueryMarks.NONE);
    assertThat(keys(collect(first))).containsExactly("a1");
    assertThat(collect(first).endMark()).isZero();
  }

  @Test
  void keepsRowsAndItsOwnMarkOnly() {
    KvStore.Reply reply = save(OF_A, 0, 101, List.of(), sent("a", IS_MILK, 100));

    assertThat(reply).isEqualTo(new KvStore.Reply.Saved(1));
    assertThat(store.state().receiveMark(TABLET)).isZero();
    assertThat(store.state().receiveMark(TABLET, Optional.of(OF_A))).isEqualTo(101);
    assertThat(store.state().receiveMark(TABLET, Optional.of(OF_B))).isZero();
  }

  @Test
  void refusesAPacketThatStartsAfterWhatIsHere() {
    assertThat(save(OF_A, 50, 101, List.of())).isEqualTo(new KvStore.Reply.MarkTooFar(0));
    store.save(TABLET, new Batch(List.of(), 0, 60));
    assertThat(save(OF_A, 50, 101, List.of())).isEqualTo(new KvStore.Reply.Saved(0));
  }

  @Test
  void erasesItsCopyOfWhatThePeerDoesNotFindAnyMore() {
    save(MILK, 0, 101, List.of(), sent("a", IS_MILK, 100));

    save(MILK, 101, 201, List.of(erasure("a", 200)));

    assertThat(store.state().rows()).isEmpty();
  }

  @Test
  void erasesNeitherOwnRowsNorNewerOnesNorThoseOfOthers() {
    store.put("mine", IS_MILK);
    save(MILK, 0, 301, List.of(), sent("newer", IS_MILK, 300));
    store.save(WATCH, new Batch(List.of(sent("others", IS_MILK, 100)), 0, 101));

    save(
        MILK,
        301,
        401,
        List.of(erasure("mine", 9000), erasure("newer", 299), erasure("others", 9000)));

    assertThat(store.keys("")).containsExactly("mine", "newer", "others");
  }

  @Test
  void aDeviceWhoseDataIsRemovedIsAskedForItAgain() {
    save(OF_A, 0, 101, List.of(), sent("a", IS_MILK, 100));

    store.ask(new KvStore.Command.RemoveDeviceData(TABLET));

    assertThat(store.state().receiveMark(TABLET, Optional.of(OF_A))).isZero();
  }

  private static StoreFixture aStoreWithTitles() {
    StoreFixture store = aMissingStore();
    store.ask(
        new KvStore.Command.Open(
            options(KvStoreType.SINGLE_VERSION, SecurityLabel.S1)
                .withSchema(
                    Optional.of(
                        Schemas.text(
                            SchemaMode.STRICT, Schemas.field("title", FieldType.STRING))))));
    return store;
  }

  @Test
  void goesInPacketsInTheOrderOfTimesWithErasuresAndTombstones() {
    store.put("b", IS_BREAD);
    handOver(MILK);
    store.at(2000).put("d", IS_MILK);
    store.at(2001).put("b", IS_BREAD);
    store.at(2002).put("c", IS_MILK);
    store.at(2003).put("a", IS_MILK);
    PacketLimits twoRows = new PacketLimits(PacketLimits.GREATEST_MTU, 2);

    KvStore.Reply.Collected first = packet(MILK, Optional.empty(), twoRows);
    store.ask(new KvStore.Command.MoveQueryMark(TABLET, MILK, first.batch().endMark()));
    store.at(3000).put("late", IS_MILK);
    KvStore.Reply.Collected second = packet(MILK, first.rest(), twoRows);

    assertThat(keys(first.batch())).containsExactly("d");
    assertThat(erased(first.batch())).containsExactly("b");
    assertThat(first.rest()).isPresent();
    assertThat(keys(second.batch())).containsExactly("a", "c");
    assertThat(erased(second.batch())).isEmpty();
    assertThat(second.batch().startMark()).isEqualTo(first.batch().endMark());
    assertThat(second.rest()).isEmpty();
  }

  @Test
  void aLimitedQueryGoesInOnePacket() {
    List.of("a1", "a2", "a3").forEach(key -> store.put(key, IS_MILK));
    Query three = query(prefixKey("a"), limit(3, 0));

    KvStore.Reply.Collected all = packet(three, Optional.empty(), new PacketLimits(1024, 1));

    assertThat(keys(all.batch())).hasSize(3);
    assertThat(all.rest()).isEmpty();
  }

  private KvStore.Reply.Collected packet(Query query, Optional<Long> until, PacketLimits limits) {
    return (KvStore.Reply.Collected)
        store.ask(
            new KvStore.Command.CollectFound(
                query, new KvStore.Command.Collect(TABLET, Optional.empty(), until, limits)));
  }

  private static KvStore.Command asked(DeviceName peer, Query query, Optional<Long> wanted) {
    return new KvStore.Command.CollectFound(
        query, new KvStore.Command.Collect(peer, wanted, Optional.empty(), PacketLimits.PLATFORM));
  }

  private Batch collect(Query query) {
    return ((KvStore.Reply.Collected) store.ask(asked(TABLET, query, Optional.empty()))).batch();
  }

  private Batch collectFor(DeviceName peer) {
    return ((KvStore.Reply.Collected) store.ask(asked(peer, MILK, Optional.empty()))).batch();
  }

  private void handOver(Query query) {
    store.ask(new KvStore.Command.MoveQueryMark(TABLET, query, collect(query).endMark()));
  }

  private KvStore.Reply save(Query query, long start, long end, List<Erasure> erased, Row... rows) {
    return store.save(
        TABLET, new Batch(List.of(rows), start, end, Optional.of(new QueryPart(query, erased))));
  }

  private static Erasure erasure(String key, long time) {
    return new Erasure(new RowId("", Key.of(key)), time);
  }

  private static List<String> keys(Batch batch) {
    return batch.rows().stream().map(row -> row.id().key().text()).toList();
  }

  private static List<String> erased(Batch batch) {
    return batch.part().orElseThrow().erased().stream()
        .map(gone -> gone.id().key().text())
        .toList();
  }
}
