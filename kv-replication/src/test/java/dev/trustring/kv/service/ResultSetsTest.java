package dev.trustring.kv.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.atm.token.BundleName;
import dev.trustring.kv.service.KvCall.Reply;
import dev.trustring.kv.service.ResultSetCall.Method;
import dev.trustring.kv.status.Status;
import dev.trustring.kv.store.AppId;
import dev.trustring.kv.store.Key;
import dev.trustring.kv.store.KvStore;
import dev.trustring.kv.store.Row;
import dev.trustring.kv.store.RowId;
import dev.trustring.kv.store.StoreId;
import dev.trustring.kv.store.Value;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.identity.OsAccountId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultSetsTest {
  private static final BundleName NOTES = new BundleName("com.example.notes");
  private static final KvCaller APP =
      new KvCaller(NOTES, AppId.of(NOTES, "acme"), OsAccountId.FIRST, 0);
  private static final StoreId STORE = new StoreId("notes");
  private static final StoreId OTHER = new StoreId("other");

  private final ResultSets sets = new ResultSets();

  @Test
  void standsBeforeItsFirstRowWhenItIsOpened() {
    opens("all", "a", "b");

    assertThat(asks(Method.GET_COUNT)).isEqualTo(new Reply.NumberIs(2));
    assertThat(asks(Method.GET_POSITION)).isEqualTo(new Reply.NumberIs(-1));
    assertThat(asks(Method.IS_BEFORE_FIRST)).isEqualTo(new Reply.TruthIs(true));
    assertThat(asks(Method.GET_ENTRY)).isEqualTo(new Reply.Failed(Status.NOT_FOUND));
  }

  @ParameterizedTest(name = "from {0}, {1} {2}: {3}, then at {4}")
  @CsvSource({
    "-1, MOVE_TO_FIRST, 0, true, 0",
    "-1, MOVE_TO_LAST, 0, true, 2",
    "-1, MOVE_TO_NEXT, 0, true, 0",
    "-1, MOVE_TO_PREVIOUS, 0, false, -1",
    "0, MOVE_TO_PREVIOUS, 0, false, -1",
    "1, MOVE_TO_PREVIOUS, 0, true, 0",
    "2, MOVE_TO_NEXT, 0, false, 3",
    "3, MOVE_TO_NEXT, 0, false, 3",
    "0, MOVE, 2, true, 2",
    "0, MOVE, 3, false, 3",
    "2, MOVE, -2, true, 0",
    "2, MOVE, -9, false, -1",
    "0, MOVE_TO_POSITION, 1, true, 1",
    "0, MOVE_TO_POSITION, 3, false, 3",
    "0, MOVE_TO_POSITION, 2147483647, false, 3",
    "0, MOVE_TO_POSITION, -1, false, -1"
  })
  void movesAsFarAsThereAreRows(int from, Method method, long by, boolean onRow, int at) {
    opens("all", "a", "b", "c");
    sets.use(new ResultSetCall.Use(APP, "all", Method.MOVE_TO_POSITION, from));

    assertThat(sets.use(new ResultSetCall.Use(APP, "all", method, by)))
        .isEqualTo(new Reply.TruthIs(onRow));
    assertThat(asks(Method.GET_POSITION)).isEqualTo(new Reply.NumberIs(at));
  }

  @ParameterizedTest(name = "at {0}: first {1}, last {2}, before {3}, after {4}")
  @CsvSource({
    "-1, false, false, true, false",
    "0, true, false, false, false",
    "1, false, true, false, false",
    "2, false, false, false, true"
  })
  void saysWhereItStands(int at, boolean first, boolean last, boolean before, boolean after) {
    opens("all", "a", "b");
    sets.use(new ResultSetCall.Use(APP, "all", Method.MOVE_TO_POSITION, at));

    assertThat(asks(Method.IS_FIRST)).isEqualTo(new Reply.TruthIs(first));
    assertThat(asks(Method.IS_LAST)).isEqualTo(new Reply.TruthIs(last));
    assertThat(asks(Method.IS_BEFORE_FIRST)).isEqualTo(new Reply.TruthIs(before));
    assertThat(asks(Method.IS_AFTER_LAST)).isEqualTo(new Reply.TruthIs(after));
  }

  @Test
  void withoutRowsItIsBeforeAndAfterAtOnce() {
    opens("all");

    assertThat(asks(Method.MOVE_TO_FIRST)).isEqualTo(new Reply.TruthIs(false));
    assertThat(asks(Method.MOVE_TO_LAST)).isEqualTo(new Reply.TruthIs(false));
    assertThat(asks(Method.IS_FIRST)).isEqualTo(new Reply.TruthIs(false));
    assertThat(asks(Method.IS_LAST)).isEqualTo(new Reply.TruthIs(false));
    assertThat(asks(Method.IS_BEFORE_FIRST)).isEqualTo(new Reply.TruthIs(true));
    assertThat(asks(Method.IS_AFTER_LAST)).isEqualTo(new Reply.TruthIs(true));
  }

  @Test
  void givesTheEntryAtWhichItStands() {
    opens("all", "a", "b");
    asks(Method.MOVE_TO_LAST);

    assertThat(asks(Method.GET_ENTRY)).isEqualTo(new Reply.EntryFound(row("b")));
  }

  @Test
  void eightMayBeOpenInOneStore() {
    for (int n = 1; n <= 8; n++) {
      assertThat(opens("set" + n)).isEqualTo(new Reply.Done());
    }

    assertThat(opens("ninth")).isEqualTo(new Reply.Failed(Status.OVER_MAX_LIMITS));
    assertThat(sets.refusal(open(OTHER, "elsewhere"))).isEmpty();
    sets.close(new ResultSetCall.Close(APP, STORE, "set3"));
    assertThat(opens("ninth")).isEqualTo(new Reply.Done());
  }

  @Test
  void whatTheStoreRefusesIsPassedOn() {
    KvStore.Reply refused = new KvStore.Reply.Refused(Status.INVALID_QUERY_FIELD);

    assertThat(sets.opened(open(STORE, "all"), refused)).isEqualTo(new Reply.FromStore(refused));
    assertThat(asks(Method.GET_COUNT)).isEqualTo(new Reply.NoStoreObject());
  }

  @Test
  void aClosedOneIsGone() {
    opens("all", "a");

    assertThat(sets.close(new ResultSetCall.Close(APP, STORE, "all"))).isEqualTo(new Reply.Done());
    assertThat(asks(Method.GET_COUNT)).isEqualTo(new Reply.NoStoreObject());
    assertThat(sets.close(new ResultSetCall.Close(APP, STORE, "all")))
        .isEqualTo(new Reply.Failed(Status.INVALID_ARGUMENT));
  }

  @Test
  void endsWithTheProcessOfItsAppAndWithNoOther() {
    opens("all", "a");

    sets.appEnded(new BundleName("com.example.diary"), OsAccountId.FIRST);
    sets.appEnded(NOTES, new OsAccountId(101));
    assertThat(asks(Method.GET_COUNT)).isEqualTo(new Reply.NumberIs(1));

    sets.appEnded(NOTES, OsAccountId.FIRST);
    assertThat(asks(Method.GET_COUNT)).isEqualTo(new Reply.NoStoreObject());
    assertThat(opens("all", "a")).isEqualTo(new Reply.Done());
  }

  @Test
  void oneOfAnotherStoreOrAppIsForeign() {
    opens("all", "a");
    BundleName diary = new BundleName("com.example.diary");
    KvCaller other = new KvCaller(diary, AppId.of(diary, "acme"), OsAccountId.FIRST, 0);

    assertThat(sets.close(new ResultSetCall.Close(APP, OTHER, "all")))
        .isEqualTo(new Reply.Failed(Status.INVALID_ARGUMENT));
    assertThat(sets.close(new ResultSetCall.Close(other, STORE, "all")))
        .isEqualTo(new Reply.Failed(Status.INVALID_ARGUMENT));
    assertThat(asks(Method.GET_COUNT)).isEqualTo(new Reply.NumberIs(1));
  }

  @Test
  void aNameThatIsTakenIsRefused() {
    opens("all", "a");

    assertThat(opens("all", "b")).isEqualTo(new Reply.Failed(Status.INVALID_ARGUMENT));
  }

  @Test
  void closesWithItsStore() {
    opens("all", "a");

    sets.storeClosed(APP.key(STORE));

    assertThat(asks(Method.GET_COUNT)).isEqualTo(new Reply.NoStoreObject());
  }

  private Reply opens(String name, String... keys) {
    List<Row> rows = Arrays.stream(keys).map(ResultSetsTest::row).toList();
    return sets.opened(open(STORE, name), new KvStore.Reply.Listed(rows));
  }

  private static ResultSetCall.Open open(StoreId store, String name) {
    return new ResultSetCall.Open(APP, store, name, new KvStore.Command.Entries(""));
  }

  private Reply asks(Method method) {
    return sets.use(new ResultSetCall.Use(APP, "all", method, 0));
  }

  private static Row row(String key) {
    return new Row(
        new RowId("", Key.of(key)),
        Optional.of(new Value(Value.Type.STRING, key)),
        1,
        1,
        Optional.empty(),
        new DeviceName("phone"));
  }
}
