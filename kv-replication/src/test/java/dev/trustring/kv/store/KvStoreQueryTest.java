package dev.trustring.kv.store;

import static dev.trustring.kv.query.Queries.equalTo;
import static dev.trustring.kv.query.Queries.limit;
import static dev.trustring.kv.query.Queries.on;
import static dev.trustring.kv.query.Queries.prefixKey;
import static dev.trustring.kv.query.Queries.query;
import static dev.trustring.kv.store.StoreFixture.TABLET;
import static dev.trustring.kv.store.StoreFixture.aMissingStore;
import static dev.trustring.kv.store.StoreFixture.aStoreOf;
import static dev.trustring.kv.store.StoreFixture.options;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.kv.query.Operand;
import dev.trustring.kv.query.Predicate;
import dev.trustring.kv.query.Query;
import dev.trustring.kv.schema.FieldType;
import dev.trustring.kv.schema.SchemaMode;
import dev.trustring.kv.schema.SchemaText;
import dev.trustring.kv.schema.Schemas;
import dev.trustring.kv.status.Status;
import dev.trustring.trust.identity.DeviceName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KvStoreQueryTest {
  private static final SchemaText TITLED =
      Schemas.text(SchemaMode.COMPATIBLE, Schemas.field("title", FieldType.STRING));
  private static final SchemaText COUNTED =
      Schemas.text(
          SchemaMode.COMPATIBLE,
          Schemas.field("title", FieldType.STRING),
          Schemas.standard("count", FieldType.INTEGER, "1"));
  private static final SchemaText OTHER =
      Schemas.text(SchemaMode.COMPATIBLE, Schemas.field("title", FieldType.LONG));

  @Test
  void findsLiveRowsOfTheStore() {
    StoreFixture store = withSchema(TITLED);
    store.put("a", "{\"title\":\"milk\"}");
    store.put("b", "{\"title\":\"bread\"}");
    store.put("c", "{\"title\":\"milk\"}");
    store.delete("c");

    assertThat(keys(store, query(equalTo("$.title", "milk")))).containsExactly("a");
    assertThat(keys(store, Query.ALL)).containsExactly("a", "b");
    assertThat(store.ask(new KvStore.Command.Count(Query.ALL, Optional.empty())))
        .isEqualTo(new KvStore.Reply.Counted(2));
  }

  @Test
  void refusesWhatTheEngineRefuses() {
    StoreFixture store = aStoreOf(KvStoreType.SINGLE_VERSION);

    assertThat(store.ask(select(query(equalTo("$.title", "milk")))))
        .isEqualTo(new KvStore.Reply.Refused(Status.NOT_SUPPORT));
    assertThat(store.ask(new KvStore.Command.Count(query(limit(1, 0)), Optional.empty())))
        .isEqualTo(new KvStore.Reply.Refused(Status.NOT_SUPPORT));
  }

  @Test
  void seesItsOwnPartitionUnlessADeviceIsNamed() {
    StoreFixture store = aStoreOf(KvStoreType.DEVICE_COLLABORATION);
    store.put("a1", "mine");
    store.save(TABLET, new Batch(List.of(ofTablet("a2")), 0, 101));
    Query all = query(prefixKey("a"));
    Query ofTablet = query(prefixKey("a"), on(Predicate.DEVICE_ID, Operand.of("tablet")));

    assertThat(keys(store, all)).containsExactly("a1");
    assertThat(keys(store, ofTablet)).containsExactly("a2");
    assertThat(listed(store.ask(new KvStore.Command.Select(all, Optional.of(TABLET)))))
        .containsExactly("a2");
    assertThat(
            listed(
                store.ask(
                    new KvStore.Command.Select(ofTablet, Optional.of(new DeviceName("watch"))))))
        .isEmpty();
  }

  @Test
  void aStoreWithoutPartitionsDoesNotLookAtTheDeviceOfAQuery() {
    StoreFixture store = aStoreOf(KvStoreType.SINGLE_VERSION);
    store.put("a", "1");
    Query ofTablet = query(on(Predicate.DEVICE_ID, Operand.of("tablet")));

    assertThat(keys(store, ofTablet)).containsExactly("a");
    assertThat(store.ask(new KvStore.Command.Select(ofTablet, Optional.of(TABLET))))
        .isEqualTo(new KvStore.Reply.NoPartitions());
  }

  @Test
  void storesOnlyWhatTheSchemaAllows() {
    StoreFixture store = withSchema(COUNTED);

    assertThat(store.put("a", "{\"title\":7}"))
        .isEqualTo(new KvStore.Reply.Refused(Status.INVALID_FIELD_TYPE));
    assertThat(store.put("a", "milk")).isEqualTo(new KvStore.Reply.Refused(Status.INVALID_FORMAT));
    assertThat(store.putBatch(List.of("a", "b"), List.of("{}", "{\"title\":7}")))
        .isEqualTo(new KvStore.Reply.Refused(Status.INVALID_FIELD_TYPE));
    assertThat(store.state().rows()).isEmpty();
  }

  @Test
  void storesDefaultsOfWhatIsMissing() {
    StoreFixture store = withSchema(COUNTED);

    store.put("a", "{\"title\":\"milk\"}");
    store.putBatch(List.of("b"), List.of("{\"count\":2}"));

    assertThat(store.row("a").value())
        .contains(StoreFixture.text("{\"title\":\"milk\",\"count\":1}"));
    assertThat(store.row("b").value()).contains(StoreFixture.text("{\"count\":2}"));
  }

  @Test
  void isOpenedAgainWithAnUpgradeOfItsSchemaOnly() {
    assertThat(reopened(TITLED, Optional.of(TITLED))).isEqualTo(new KvStore.Reply.Done());
    assertThat(reopened(TITLED, Optional.of(COUNTED))).isEqualTo(new KvStore.Reply.Done());
    assertThat(reopened(COUNTED, Optional.of(TITLED)))
        .isEqualTo(new KvStore.Reply.Refused(Status.SCHEMA_MISMATCH));
    assertThat(reopened(TITLED, Optional.of(OTHER)))
        .isEqualTo(new KvStore.Reply.Refused(Status.SCHEMA_MISMATCH));
    assertThat(reopened(TITLED, Optional.empty()))
        .isEqualTo(new KvStore.Reply.Refused(Status.SCHEMA_MISMATCH));
  }

  @Test
  void getsASchemaLaterIfItsValuesFit() {
    StoreFixture store = aStoreOf(KvStoreType.SINGLE_VERSION);
    store.put("a", "{\"title\":\"milk\"}");

    assertThat(store.ask(open(Optional.of(OTHER))))
        .isEqualTo(new KvStore.Reply.Refused(Status.SCHEMA_MISMATCH));
    assertThat(store.ask(open(Optional.of(TITLED)))).isEqualTo(new KvStore.Reply.Done());
    assertThat(store.state().options().flatMap(StoreOptions::schema)).contains(TITLED);
  }

  @Test
  void isNotOpenedWithWhatIsNoSchema() {
    StoreFixture store = aMissingStore();

    assertThat(store.ask(open(Optional.of(new SchemaText("{}")))))
        .isEqualTo(new KvStore.Reply.Refused(Status.INVALID_SCHEMA));
    assertThat(store.state()).isEqualTo(StoreState.ABSENT);
  }

  @Test
  void otherOptionsAreLookedAtBeforeTheSchema() {
    StoreFixture store = withSchema(TITLED);

    assertThat(
            store.ask(
                new KvStore.Command.Open(
                    options(KvStoreType.DEVICE_COLLABORATION, SecurityLabel.S1)
                        .withSchema(Optional.of(OTHER)))))
        .isEqualTo(new KvStore.Reply.Refused(Status.STORE_META_CHANGED));
  }

  private static KvStore.Reply reopened(SchemaText first, Optional<SchemaText> then) {
    return withSchema(first).ask(open(then));
  }

  private static StoreFixture withSchema(SchemaText schema) {
    StoreFixture store = aMissingStore();
    store.ask(open(Optional.of(schema)));
    return store;
  }

  private static KvStore.Command open(Optional<SchemaText> schema) {
    return new KvStore.Command.Open(
        options(KvStoreType.SINGLE_VERSION, SecurityLabel.S1).withSchema(schema));
  }

  private static KvStore.Command select(Query query) {
    return new KvStore.Command.Select(query, Optional.empty());
  }

  private static List<String> keys(StoreFixture store, Query query) {
    return listed(store.ask(select(query)));
  }

  private static List<String> listed(KvStore.Reply reply) {
    return ((KvStore.Reply.Listed) reply)
        .rows().stream().map(row -> row.id().key().text()).toList();
  }

  private static Row ofTablet(String key) {
    return new Row(
        new RowId(TABLET.value(), Key.of(key)),
        Optional.of(StoreFixture.text("theirs")),
        100,
        100,
        Optional.empty(),
        TABLET);
  }
}
