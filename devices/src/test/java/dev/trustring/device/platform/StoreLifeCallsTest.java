package dev.trustring.device.platform;

import static dev.trustring.device.platform.FakeDevice.NOTES;
import static dev.trustring.device.platform.FakeDevice.SETTINGS;
import static dev.trustring.device.platform.FakeDevice.aPhone;
import static dev.trustring.device.platform.PermissionCallsTest.code;
import static dev.trustring.device.platform.PermissionCallsTest.returned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.device.call.CallOutcome;
import dev.trustring.kv.service.KvCall;
import dev.trustring.kv.status.Status;
import dev.trustring.kv.store.StoreState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

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
  void takesATransactionBackWhenTheAppEndsAndNotWhenItGoesToTheBackground() {
    call("SingleKVStore.startTransaction", STORE);
    call("SingleKVStore.put", PUT);
    call("UIAbilityContext.moveAbilityToBackground", "{}");
    assertThat(returned(call("SingleKVStore.get", "{storeId: 's', key: 'k'}"))).isEqualTo("1");

    call("UIAbilityContext.terminateSelf", "{}");

    assertThat(((CallOutcome.Threw) call("SingleKVStore.get", "{storeId: 's', key: 'k'}")).name())
        .isEqualTo("TypeError");
    phone.withOpenStore();
    assertThat(code(call("SingleKVStore.get", "{storeId: 's', key: 'k'}"))).isEqualTo(15100004);
  }

  @ParameterizedTest
  @CsvSource({
    "appManager.killProcessesByBundleName, '{app: ''notes''}', 1",
    "installer.update, '{app: ''notes-of-tomorrow''}', 1",
    "installer.uninstall, '{app: ''notes'', isKeepData: true}', 1",
    "installer.uninstall, '{app: ''notes''}', 0"
  })
  void holdsNoStoreOnceItsProcessHasEnded(String end, String arguments, int rows) {
    call("SingleKVStore.put", PUT);

    phone.call(SETTINGS, end, arguments);

    phone.call(SETTINGS, "installer.install", "{app: 'notes'}");
    assertThat(((CallOutcome.Threw) call("SingleKVStore.put", PUT)).name()).isEqualTo("TypeError");
    assertThat(phone.stores().state("s").rows()).hasSize(rows);
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

  @Test
  void keepsAndBringsBackEntries() {
    call("SingleKVStore.put", PUT);
    assertThat(call("SingleKVStore.backup", "{storeId: 's', file: 'monday'}"))
        .isEqualTo(CallOutcome.done());
    call("SingleKVStore.delete", "{storeId: 's', key: 'k'}");

    assertThat(call("SingleKVStore.restore", "{storeId: 's', file: 'monday'}"))
        .isEqualTo(CallOutcome.done());

    assertThat(returned(call("SingleKVStore.get", "{storeId: 's', key: 'k'}"))).isEqualTo("1");
  }

  @Test
  void saysWithANumberWhatBecameOfEachBackup() {
    call("SingleKVStore.backup", "{storeId: 's', file: 'monday'}");

    assertThat(
            returned(
                call("SingleKVStore.deleteBackup", "{storeId: 's', files: ['monday', 'never']}")))
        .isEqualTo("[[\"monday\",0],[\"never\",27459591]]");
  }

  @ParameterizedTest
  @EnumSource(Status.class)
  void throwsTheBusinessErrorOfAStatusOrNone(Status status) {
    phone.whoseDataServiceSays(new KvCall.Reply.Failed(status));

    CallOutcome outcome = call("SingleKVStore.put", PUT);

    if (status.countsAsSuccess()) {
      assertThat(outcome).isEqualTo(CallOutcome.done());
    } else {
      assertThat(((CallOutcome.Threw) outcome).code()).isEqualTo(status.jsCode());
      assertThat(((CallOutcome.Threw) outcome).name()).isEqualTo(status.name());
    }
  }

  @Test
  void givesAnEncryptedStoreAnotherKey() {
    call(
        "distributedKVStore.getKVStore",
        "{storeId: 'secret', options: {securityLevel: 'S2', encrypt: true}}");

    assertThat(call("SingleKVStore.rekey", "{storeId: 'secret'}")).isEqualTo(CallOutcome.done());
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
