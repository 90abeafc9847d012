package dev.trustring.device.platform;

import static dev.trustring.device.platform.FakeDevice.NOTES;
import static dev.trustring.device.platform.FakeDevice.aPhone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.device.SampleApps;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.Caller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DataShareTest {

  private static final Caller CLOCK = FakeDevice.app(SampleApps.CLOCK);
  private static final String PUT = "SingleKVStore.putBatch";
  private static final String DELETE = "SingleKVStore.delete";
  private static final String OPEN = "SingleKVStore.getResultSet";
  private static final String THREE =
      "{storeId: 's', valuesBuckets: [{key: 'a', value: 1}, {key: 'b', value: 2},"
          + " {key: 'c', value: 3}]}";

  private final FakeDevice phone = aPhone().with("clock");

  @BeforeEach
  void openTheStore() {
    call("distributedKVStore.getKVStore", "{storeId: 's', options: {securityLevel: 'S2'}}");
    assertThat(call(PUT, THREE)).isEqualTo(CallOutcome.done());
  }

  private CallOutcome call(String name, String arguments) {
    return phone.call(CLOCK, name, arguments);
  }

  private String count(String resultSet) {
    CallOutcome outcome = call("KVStoreResultSet.getCount", "{resultSet: '" + resultSet + "'}");
    return ((CallOutcome.Returned) outcome).value().toString();
  }

  @Test
  void aSystemAppSeeksAndDeletesByPredicates() {
    call(OPEN, "{storeId: 's', resultSet: 'two', predicates: [{inKeys: ['a', 'b']}]}");
    assertThat(count("two")).isEqualTo("2");

    assertThat(call(DELETE, "{storeId: 's', predicates: [{inKeys: ['a', 'b']}]}"))
        .isEqualTo(CallOutcome.done());

    call(OPEN, "{storeId: 's', resultSet: 'rest', predicates: [{prefixKey: ''}]}");
    assertThat(count("rest")).isEqualTo("1");
  }

  @Test
  void nothingIsDeletedByPredicatesOnAnythingButKeys() {
    CallOutcome outcome = call(DELETE, "{storeId: 's', predicates: [{prefixKey: 'a'}]}");

    assertThat(((CallOutcome.Threw) outcome).code()).hasValue(401);
  }

  @Test
  void otherAppsAreRefusedThatFormAlone() {
    FakeDevice other = aPhone().withOpenStore();

    assertThat(((CallOutcome.Threw) other.call(NOTES, PUT, THREE)).code()).hasValue(202);
    assertThat(other.call(NOTES, PUT, THREE.replace("valuesBuckets", "entries")))
        .isEqualTo(CallOutcome.done());
  }
}
