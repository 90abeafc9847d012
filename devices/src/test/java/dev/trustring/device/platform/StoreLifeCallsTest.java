package dev.trustring.device.platform;

import static dev.trustring.device.platform.FakeDevice.NOTES;
import static dev.trustring.device.platform.FakeDevice.aPhone;
import static dev.trustring.device.platform.PermissionCallsTest.code;
import static dev.trustring.device.platform.PermissionCallsTest.returned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.device.call.CallOutcome;
import dev.trustring.kv.service.KvCall;
import dev.trustring.kv.store.StoreState;
import org.junit.jupiter.api.Test;

/** Calls on whole stores, their transactions and their callbacks, as apps make them. */
class StoreLifeCallsTest {
  private static final String OWN = "appId: 'com.example.notes'";
  private static final String STORE = "{storeId: 's'}";
  private static final String PUT = "{storeId: 's', key: 'k', value: 1}";

  private final FakeDevice phone = aPhone().withOpenStore();

  @Test
  void deletesAStoreAndClosesIt() {
    assertThat(call("distributedKVStore.deleteKVStore", "{" + OWN + ", storeId: 's'}"))
        .isEqualTo(CallOutcome.done());

    assertThat(phone.stores().state("s")).isEqualTo(StoreState.ABSENT);
    assertThat(code(call("SingleKVStore.put", PUT))).isEqualTo(15100005);
  }

  @Test
  void listsTheStoresOfTheApp() {
    assertThat(returned(call("distributedKVStore.getAllKVStoreId", "{" + OWN + "}")))
        .isEqualTo("[\"s\"]");
  }

  @Test
  void closesUnderTheIdThatIsGivenOrTheManagersOwn() {
    call("distributedKVStore.closeKVStore", "{appId: 'com.example.other', storeId: 's'}");
    assertThat(((KvCall.CloseStore) phone.stores().lastCall()).appId())
        .contains("com.example.other");
    call("distributedKVStore.closeKVStore", STORE);
    assertThat(((KvCall.CloseStore) phone.stores().lastCall()).appId()).isEmpty();
  }

  @Test
  void writesInATransaction() {
    call("SingleKVStore.startTransaction", STORE);
    call("SingleKVStore.put", PUT);
    assertThat(phone.stores().state("s").rows()).isEmpty();

    assertThat(call("SingleKVStore.commit", STORE)).isEqualTo(CallOutcome.done());

    assertThat(phone.stores().state("s").rows()).hasSize(1);
  }

  @Test
  void takesATransactionBack() {
    call("SingleKVStore.startTransaction", STORE);
    call("SingleKVStore.put", PUT);

    assertThat(call("SingleKVStore.rollback", STORE)).isEqualTo(CallOutcome.done());

    assertThat(phone.stores().state("s").rows()).isEmpty();
  }

  @Test
  void takesCallbacksByNameAndTakesAllAwayAtOnce() {
    assertThat(on("f")).isEqualTo(CallOutcome.done());
    assertThat(on("f")).isEqualTo(CallOutcome.done());
    assertThat(off("callback: 'f'")).isEqualTo(CallOutcome.done());
    assertThat(code(off("callback: 'f'"))).isEqualTo(401);
    on("g");

    assertThat(off("callback: null")).isEqualTo(CallOutcome.done());

    assertThat(code(off("callback: 'g'"))).isEqualTo(401);
  }

  private CallOutcome on(String callback) {
    return call(
        "SingleKVStore.on",
        "{storeId: 's', event: 'dataChange', type: 'SUBSCRIBE_TYPE_LOCAL', callback: '"
            + callback
            + "'}");
  }

  private CallOutcome off(String callback) {
    return call("SingleKVStore.off", "{storeId: 's', event: 'dataChange', " + callback + "}");
  }

  private CallOutcome call(String name, String arguments) {
    return phone.call(NOTES, name, arguments);
  }
}
