package dev.trustring.device.platform;

import static dev.trustring.device.platform.FakeDevice.NOTES;
import static dev.trustring.device.platform.PermissionCallsTest.code;
import static dev.trustring.device.platform.PermissionCallsTest.returned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.device.call.CallOutcome;
import dev.trustring.kv.service.KvCall;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryCallsTest {
  private static final String ENTRIES = "SingleKVStore.getEntries";
  private static final String SIZE = "SingleKVStore.getResultSize";
  private static final String PUT = "SingleKVStore.put";
  private static final String SQL = "Query.getSqlLike";

  private final FakeDevice phone = QueryFailures.withSchema();

  @Test
  void listsAndCountsWhatAQueryFinds() {
    putList();
    String query = "query: [{greaterThan: ['$.count', 1]}, {orderByDesc: '$.count'}]";

    assertThat(returned(phone.call(NOTES, ENTRIES, "{storeId: 's', " + query + "}")))
        .isEqualTo(
            "{\"c\":\"{\\\"title\\\":\\\"eggs\\\",\\\"count\\\":12}\","
                + "\"a\":\"{\\\"title\\\":\\\"milk\\\",\\\"count\\\":2}\"}");
    assertThat(size("[{greaterThan: ['$.count', 1]}]")).isEqualTo("2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[] | 3",
        "[{prefixKey: 'b'}] | 1",
        "[{inKeys: ['a', 'c', 'x']}] | 2",
        "[{equalTo: ['$.title', 'milk']}, 'or', {lessThan: ['$.count', 2]}] | 2",
        "['beginGroup', {like: ['$.title', '%k%']}, 'endGroup'] | 1",
        "[{inNumber: ['$.count', [1, 2]]}, 'and', {notInString: ['$.title', ['milk']]}] | 1",
        "[{isNotNull: '$.count'}] | 3",
        "[{equalTo: ['$.ti^tle', 'milk']}] | 3",
        "[{prefixKey: 'x'}, 'reset'] | 3",
        "[{prefixKey: 'a'}, {setSuggestIndex: '$.title'}] | 1"
      })
  void countsWhatPredicatesFind(String query, String count) {
    putList();

    assertThat(size(query)).isEqualTo(count);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{equalTo: ['$.title', 'milk']}",
        "[{equalTo: ['$.title', null]}]",
        "[{equalTo: [null, 'milk']}]",
        "[{equalTo: '$.title'}]",
        "[{equalTo: ['$.title', 'milk', 1]}]",
        "[{equalTo: ['$.title', ['milk']]}, {limit: [1]}]",
        "[{equalTo: ['$.title', 'a'], notEqualTo: ['$.title', 'b']}]",
        "[{prefixKey: null}]",
        "[{prefixKey: 1}]",
        "[{inNumber: ['$.count', ['1']]}]",
        "[{inString: ['$.title', [1]]}]",
        "[{limit: [1.5, 0]}]",
        "[{limit: ['1', 0]}]",
        "[{and: []}, 'or', 7]",
        "['equalTo']",
        "['equals']",
        "[{}]",
        "[null]"
      })
  void aPredicateThatIsGivenNullOrAWrongThingIsRefused(String query) {
    CallOutcome outcome = phone.call(NOTES, SIZE, "{storeId: 's', query: " + query + "}");

    assertThat(code(outcome)).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ", keyPrefix: 'a', query: []", ", keyPrefix: ''", ", keyPrefix: 1"})
  void entriesAreSoughtByPrefixOrByQuery(String arguments) {
    assertThat(code(phone.call(NOTES, ENTRIES, "{storeId: 's'" + arguments + "}"))).isEqualTo(401);
  }

  @Test
  void anEmptyListOfKeysIsRefused() {
    CallOutcome outcome = phone.call(NOTES, SIZE, "{storeId: 's', query: [{inKeys: []}]}");

    assertThat(code(outcome)).isEqualTo(401);
  }

  @Test
  void tellsAQueryAsText() {
    String query = "[{deviceId: 'tablet'}, {equalTo: ['$.done', true]}, {limit: [10, 0]}]";

    assertThat(returned(phone.call(NOTES, SQL, "{query: " + query + "}")))
        .isEqualTo("\" ^DEVICE_ID tablet ^EQUAL BOOL $.done true ^LIMIT 10 0\"");
    assertThat(returned(phone.call(NOTES, SQL, "{query: [{prefixKey: 'a^'}]}"))).isEqualTo("\"\"");
  }

  @Test
  void aSyncMayBeOfWhatAQueryFinds() {
    String start = "{storeId: 's', deviceIds: ['tablet'], mode: 'PUSH_ONLY'";

    phone.call(NOTES, "SingleKVStore.sync", start + ", query: [{prefixKey: 'a'}]}");
    KvCall.Sync ofQuery = (KvCall.Sync) phone.stores().lastCall();
    phone.call(NOTES, "SingleKVStore.sync", start + "}");
    KvCall.Sync ofAll = (KvCall.Sync) phone.stores().lastCall();

    assertThat(ofQuery.query().orElseThrow().text()).isEqualTo(" ^KEY_PREFIX a");
    assertThat(ofAll.query()).isEmpty();
    assertThat(code(phone.call(NOTES, "SingleKVStore.sync", start + ", query: ['x']}")))
        .isEqualTo(401);
  }

  @Test
  void aQueryOfADeviceSeesItsPartition() {
    FakeDevice other = QueryFailures.open();
    other.call(NOTES, PUT, "{storeId: 's', key: 'a', value: 1}");
    String arguments = "{storeId: 's', deviceId: 'tablet', query: [{prefixKey: 'a'}]}";

    assertThat(returned(other.call(NOTES, SIZE, arguments))).isEqualTo("1");
    assertThat(returned(other.call(NOTES, "DeviceKVStore.getResultSize", arguments)))
        .isEqualTo("0");
  }

  @Test
  void walksThroughAResultSet() {
    putList();
    String set = "KVStoreResultSet.";
    phone.call(NOTES, QueryFailures.GET_SET, "{storeId: 's', resultSet: 'all', keyPrefix: 'a'}");

    assertThat(returned(phone.call(NOTES, set + "getCount", "{resultSet: 'all'}"))).isEqualTo("1");
    assertThat(returned(phone.call(NOTES, set + "getPosition", "{resultSet: 'all'}")))
        .isEqualTo("-1");
    assertThat(returned(phone.call(NOTES, set + "moveToNext", "{resultSet: 'all'}")))
        .isEqualTo("true");
    assertThat(returned(phone.call(NOTES, set + "getEntry", "{resultSet: 'all'}")))
        .isEqualTo("{\"key\":\"a\",\"value\":\"{\\\"title\\\":\\\"milk\\\",\\\"count\\\":2}\"}");
    assertThat(returned(phone.call(NOTES, set + "move", "{resultSet: 'all', offset: -5}")))
        .isEqualTo("false");
    assertThat(code(phone.call(NOTES, set + "move", "{resultSet: 'all', offset: 2147483648}")))
        .isEqualTo(401);
  }

  @Test
  void theNinthResultSetOfAStoreIsOneTooMany() {
    List<CallOutcome> opened = QueryFailures.nineSets().toList();

    assertThat(opened.subList(0, 8)).containsOnly(CallOutcome.done());
    assertThat(code(opened.get(8))).isEqualTo(15100001);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "schema: 'STRICT'",
        "schema: {}",
        "schema: {fields: 'title'}",
        "schema: {mode: 'LOOSE', fields: [{name: 'a', type: 'LONG'}]}",
        "schema: {fields: [{type: 'LONG'}]}",
        "schema: {fields: [{name: 'a', type: 'BLOB'}]}",
        "schema: {fields: [{name: 'a', type: 'LONG', nullable: 1}]}",
        "schema: {fields: [{name: 'a', fields: [{type: 'LONG'}]}]}",
        "schema: {fields: [{name: 'a', type: 'LONG'}], indexes: '$.a'}",
        "schema: {fields: [{name: 'a', type: 'LONG'}], skip: 'four'}"
      })
  void aMistypedSchemaIsAWrongArgument(String schema) {
    String arguments = "{storeId: 'other', options: {securityLevel: 'S1', " + schema + "}}";

    assertThat(code(phone.call(NOTES, QueryFailures.OPEN, arguments))).isEqualTo(401);
  }

  @Test
  void aStoreKeepsTheSchemaThatItWasOpenedWith() {
    assertThat(phone.stores().state("s").options().orElseThrow().schema().orElseThrow().value())
        .isEqualTo(
            "{\"SCHEMA_VERSION\":\"1.0\",\"SCHEMA_MODE\":\"STRICT\",\"SCHEMA_DEFINE\":"
                + "{\"title\":\"STRING, NOT NULL\",\"count\":\"INTEGER\"},"
                + "\"SCHEMA_INDEXES\":[],\"SCHEMA_SKIPSIZE\":0}");
  }

  private void putList() {
    put("a", "milk", 2);
    put("b", "bread", 1);
    put("c", "eggs", 12);
  }

  private void put(String key, String title, int count) {
    String value = "{\"title\":\"" + title + "\",\"count\":" + count + "}";
    assertThat(phone.call(NOTES, PUT, "{storeId: 's', key: '" + key + "', value: '" + value + "'}"))
        .isEqualTo(CallOutcome.done());
  }

  private String size(String query) {
    return returned(phone.call(NOTES, SIZE, "{storeId: 's', query: " + query + "}"));
  }
}
