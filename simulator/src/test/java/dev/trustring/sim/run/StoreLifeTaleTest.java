package dev.trustring.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stories of an app with a transaction or callbacks that it does not come to end itself. */
class StoreLifeTaleTest {
  private static final String STORE = "storeId: notes";
  private static final String GET = "SingleKVStore.get";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "appManager.killProcessesByBundleName, args: { app: notes }",
        "abilityAccessCtrl.revokeUserGrantedPermission, args: { app: notes, permissionName:"
            + " ohos.permission.DISTRIBUTED_DATASYNC, permissionFlags: 2 }"
      })
  void rollsBackWithTheProcessOfTheApp(String end) {
    Ran ran =
        inTransaction()
            .line("{ at: 5s, on: phone, app: settings, call: " + end + " }")
            .call("6s", "phone", "SingleKVStore.getSecurityLevel", STORE)
            .call("7s", "phone", "distributedKVStore.getKVStore", STORE)
            .call("8s", "phone", GET, STORE + ", key: a")
            .run();

    assertThat(ran.answer("phone", "SingleKVStore.getSecurityLevel"))
        .isEqualTo("TypeError (no code)");
    assertThat(ran.answer("phone", GET)).isEqualTo("15100004 NOT_FOUND");
  }

  @ParameterizedTest
  @CsvSource({"false, 15100004 NOT_FOUND", "true, 1"})
  void removesTheStoresOfAnAppUnlessTheyAreToBeKept(boolean kept, String found) {
    Ran ran =
        Tale.ofPhoneAndTablet()
            .ready("phone, tablet")
            .put("3s", "phone", "a", "1")
            .line(
                "{ at: 5s, on: phone, app: settings, call: installer.uninstall,"
                    + " args: { app: notes, isKeepData: "
                    + kept
                    + " } }")
            .line(
                "{ at: 6s, on: phone, app: settings, call: installer.install,"
                    + " args: { app: notes } }")
            .call("7s", "phone", "distributedKVStore.getKVStore", STORE)
            .call("8s", "phone", GET, STORE + ", key: a")
            .run();

    assertThat(ran.answer("phone", GET)).isEqualTo(found);
  }

  @Test
  void rollsBackACommitThatTheDiskRefuses() {
    Ran ran =
        inTransaction()
            .fault("4500ms", "disk-full, device: phone, for: 10s")
            .call("5s", "phone", "SingleKVStore.commit", STORE)
            .call("40s", "phone", GET, STORE + ", key: a")
            .call("41s", "phone", "SingleKVStore.rollback", STORE)
            .run();

    assertThat(ran.result().steps())
        .filteredOn(step -> step.call().equals("SingleKVStore.commit"))
        .allMatch(step -> step.outcome().isEmpty());
    assertThat(ran.answer("phone", GET)).isEqualTo("15100004 NOT_FOUND");
    assertThat(ran.answer("phone", "SingleKVStore.rollback")).isEqualTo("DB_ERROR (no code)");
  }

  @Test
  void tellsTheAppWhatAPeerHasSent() {
    Ran ran =
        Tale.ofPhoneAndTablet()
            .ready("phone, tablet")
            .call(
                "3s",
                "tablet",
                "SingleKVStore.on",
                STORE + ", event: dataChange, type: SUBSCRIBE_TYPE_REMOTE, callback: refresh")
            .put("4s", "tablet", "own", "1")
            .put("4s", "phone", "a", "1")
            .sync("5s", "phone", "tablet")
            .run();

    assertThat(ran.result().storeNews())
        .extracting(news -> news.device() + " " + news.told().callback())
        .containsExactly("tablet refresh");
    assertThat(ran.notes("data-change", "tablet"))
        .containsExactly("com.example.notes/100/notes to refresh: inserted a");
  }

  private static Tale inTransaction() {
    return Tale.ofPhoneAndTablet()
        .ready("phone")
        .call("3s", "phone", "SingleKVStore.startTransaction", STORE)
        .put("4s", "phone", "a", "1");
  }
}
