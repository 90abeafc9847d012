package dev.trustring.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stories of a device whose data service dies (kv-store §1.1). */
class DataServiceTaleTest {
  private static final String SYNC = "SingleKVStore.sync";
  private static final String ALL = "appId: com.example.notes";

  @ParameterizedTest
  @CsvSource({"5s, ''", "5s, ', delayMs: 500'", "4990ms, ''"})
  void callsNobodyBackForWhatWasUnderWay(String at, String delay) {
    Ran ran =
        Tale.ofPhoneAndTablet()
            .ready("phone, tablet")
            .put("3s", "phone", "a", "1")
            .fault("4s", "delay, from: phone, to: tablet, by: 300ms, for: 20s")
            .sync(at, "phone", "tablet", delay)
            .fault("5100ms", "data-service, device: phone, for: 2s")
            .sync("40s", "phone", "tablet")
            .run();

    assertThat(ran.result().completions())
        .extracting(done -> done.storyNanos() > 40_000_000_000L)
        .containsExactly(true);
    assertThat(ran.decisions()).extracting(one -> one.stopWord()).containsExactly("none");
  }

  @Test
  void staysDeadThroughARestartOfItsDevice() {
    Ran ran =
        Tale.ofPhoneAndTablet()
            .ready("phone, tablet")
            .put("3s", "phone", "a", "1")
            .fault("4s", "data-service, device: tablet, for: 45s")
            .fault("5s", "crash, device: tablet, for: 2s")
            .sync("15s", "phone", "tablet")
            .call("20s", "tablet", "distributedKVStore.getKVStore", "storeId: notes")
            .sync("21s", "tablet", "phone")
            .run();

    assertThat(ran.answer("tablet", SYNC)).isEqualTo("SERVER_UNAVAILABLE (no code)");
    assertThat(ran.notes("data-service", "tablet")).containsExactly("dead", "dead", "well");
    assertThat(ran.result().completions())
        .extracting(done -> done.numbers().toString())
        .containsExactly("{tablet=27459599}");
    assertThat(ran.decisions().get(0).toString()).contains("the data service of tablet is dead");
  }

  @Test
  void isWellAgainOnceItsLastFaultHasEnded() {
    Ran ran =
        Tale.ofPhoneAndTablet()
            .ready("tablet")
            .fault("4s", "data-service, device: tablet, for: 3s")
            .fault("5s", "data-service, device: tablet, for: 10s")
            .call("10s", "tablet", "distributedKVStore.getAllKVStoreId", ALL)
            .run();

    assertThat(ran.answer("tablet", "distributedKVStore.getAllKVStoreId"))
        .isEqualTo("SERVER_UNAVAILABLE (no code)");
    assertThat(ran.notes("data-service", "tablet")).containsExactly("dead", "dead", "dead", "well");
  }

  @Test
  void tellsNoCallbackOfWhatComesBeforeItIsRegisteredAgain() {
    String refresh =
        "storeId: notes, event: dataChange, type: SUBSCRIBE_TYPE_ALL, callback: refresh";
    Ran ran =
        Tale.ofPhoneAndTablet()
            .ready("phone, tablet")
            .call("2500ms", "tablet", "SingleKVStore.on", refresh)
            .sync("3s", "phone", "tablet")
            .fault("4s", "data-service, device: tablet, for: 1200ms")
            .put("4500ms", "phone", "unheard", "1")
            .put("4500ms", "tablet", "own", "1")
            .sync("5250ms", "phone", "tablet")
            .put("6s", "phone", "heard", "1")
            .sync("7s", "phone", "tablet")
            .run();

    assertThat(ran.result().storeNews())
        .extracting(news -> news.told().change().words())
        .containsExactly("inserted own", "inserted heard");
    assertThat(ran.stops()).containsOnly("none 0");
  }

  @Test
  void losesTheSubscriptionsOfPeers() {
    String query = "storeId: notes, deviceIds: [phone], query: [{ prefixKey: a }]";
    Ran ran =
        Tale.ofPhoneAndTablet()
            .ready("phone, tablet")
            .call("4s", "tablet", "SingleKvStore.SubscribeWithQuery", query)
            .fault("8s", "data-service, device: phone, for: 1s")
            .put("12s", "phone", "a1", "1")
            .call("20s", "tablet", "SingleKVStore.get", "storeId: notes, key: a1")
            .run();

    assertThat(ran.answer("tablet", "SingleKVStore.get")).isEqualTo("15100004 NOT_FOUND");
  }
}
