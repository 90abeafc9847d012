package dev.trustring.device.platform;

import static dev.trustring.device.platform.FakeDevice.NOTES;
import static dev.trustring.device.platform.FakeDevice.aPhone;

import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.platform.Failures.Example;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The situations in which calls with queries, result sets and schemas fail. */
final class QueryFailures {
  static final String OPEN = "distributedKVStore.getKVStore";
  static final String GET_SET = "SingleKVStore.getResultSet";
  static final String SCHEMA =
      "schema: {mode: 'STRICT', fields: [{name: 'title', type: 'STRING'},"
          + " {name: 'count', type: 'INTEGER', nullable: true}]}";

  private static final String STORE = "storeId: 's', deviceId: 'tablet', ";

  private QueryFailures() {}

  static List<Example> all() {
    List<Example> examples = new ArrayList<>();
    for (String store : List.of("SingleKVStore", "DeviceKVStore")) {
      ofQueries(examples, store + ".getEntries", "");
      ofQueries(examples, store + ".getResultSize", "");
      ofQueries(examples, store + ".getResultSet", "resultSet: 'r', ");
      ofStore(examples, store + ".getResultSize", "query: ['and', {equalTo: ['$.a', null]}]");
      ofStore(examples, store + ".getResultSet", "resultSet: 'r', keyPrefix: 'k', query: []");
      FakeDevice busy = open();
      busy.call(NOTES, "SingleKVStore.startTransaction", "{storeId: 's'}");
      String good = "{" + STORE + "resultSet: 'r', query: []}";
      examples.add(example(store + ".getResultSet", "DB_ERROR", busy, good));
    }
    ofStore(examples, "SingleKVStore.closeResultSet", "resultSet: 'never opened'");
    examples.addAll(Failures.ofEach("KVStoreResultSet.", QueryFailures::ofResultSet));
    String text = "Query.getSqlLike";
    examples.add(example(text, "401", aPhone().with("notes"), "{query: ['equals']}"));
    examples.add(example(text, "NOT_INSTALLED", aPhone(), "{query: []}"));
    ofValues(examples);
    return examples;
  }

  private static void ofQueries(List<Example> examples, String call, String more) {
    String start = "{" + STORE + more + "query: ";
    String keys =
        IntStream.range(0, 129).mapToObj(n -> "'k" + n + "'").collect(Collectors.joining(","));
    examples.add(example(call, "15100001", open(), start + "[{inKeys: [" + keys + "]}]}"));
    examples.add(example(call, "NOT_SUPPORT", open(), start + "[{isNull: '$.title'}]}"));
    examples.add(
        example(call, "INVALID_QUERY_FIELD", withSchema(), start + "[{isNull: '$.other'}]}"));
    examples.add(example(call, "INVALID_QUERY_FORMAT", withSchema(), start + "['and']}"));
  }

  private static void ofStore(List<Example> examples, String call, String bad) {
    String good = "{" + STORE + "resultSet: 'r', query: []}";
    FakeDevice closed = open();
    closed.call(NOTES, "distributedKVStore.closeKVStore", "{storeId: 's'}");
    examples.add(example(call, "401", open(), "{" + STORE + bad + "}"));
    examples.add(example(call, "15100005", closed, good));
    examples.add(example(call, "TypeError", aPhone().with("notes"), good));
    examples.add(example(call, "NOT_INSTALLED", aPhone(), good));
  }

  private static Example ofResultSet(String call, String listed) {
    String good = "{resultSet: 'r', offset: 1, position: 1}";
    return switch (listed) {
      case "401" -> example(call, listed, open(), "{}");
      case "TypeError" -> example(call, listed, open(), good);
      case "NOT_INSTALLED" -> example(call, listed, aPhone(), good);
      default -> example(call, listed, withSet(), good);
    };
  }

  private static void ofValues(List<Example> examples) {
    for (String call : List.of("SingleKVStore.put", "SingleKVStore.putBatch")) {
      examples.add(example(call, "INVALID_FORMAT", withSchema(), value("milk")));
      examples.add(example(call, "INVALID_VALUE_FIELDS", withSchema(), value("{\"more\":1}")));
      examples.add(example(call, "INVALID_FIELD_TYPE", withSchema(), value("{\"title\":1}")));
      examples.add(example(call, "CONSTRAIN_VIOLATION", withSchema(), value("{}")));
    }
    String bare = "{storeId: 's', options: {securityLevel: 'S2'}}";
    String bad = "{storeId: 't', options: {securityLevel: 'S2', schema: {fields: [{name: '9'}]}}}";
    examples.add(example(OPEN, "SCHEMA_MISMATCH", withSchema(), bare));
    examples.add(example(OPEN, "INVALID_SCHEMA", open(), bad));
  }

  private static String value(String text) {
    String quoted = "'" + text + "'";
    return "{storeId: 's', key: 'k', value: "
        + quoted
        + ", entries: [{key: 'k', value: "
        + quoted
        + "}]}";
  }

  static FakeDevice open() {
    return aPhone().withOpenStore();
  }

  static FakeDevice withSchema() {
    FakeDevice phone = aPhone().with("notes");
    phone.call(NOTES, OPEN, "{storeId: 's', options: {securityLevel: 'S2', " + SCHEMA + "}}");
    return phone;
  }

  private static FakeDevice withSet() {
    FakeDevice phone = open();
    phone.call(NOTES, GET_SET, "{storeId: 's', resultSet: 'r', query: []}");
    return phone;
  }

  /** The ninth result set of a store is one too many. */
  static Stream<CallOutcome> nineSets() {
    FakeDevice phone = open();
    return IntStream.rangeClosed(1, 9)
        .mapToObj(
            n -> phone.call(NOTES, GET_SET, "{storeId: 's', resultSet: 'r" + n + "', query: []}"));
  }

  private static Example example(String call, String listed, FakeDevice phone, String arguments) {
    Supplier<CallOutcome> outcome = () -> phone.call(NOTES, call, arguments);
    return new Example(call, listed, outcome);
  }
}
