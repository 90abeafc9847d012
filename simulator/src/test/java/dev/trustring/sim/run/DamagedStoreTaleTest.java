package dev.trustring.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.kv.decision.DecisionRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stories of a tablet on whose disk the file of a store is damaged. */
class DamagedStoreTaleTest {
  private static final String STORE = "storeId: notes";
  private static final String GET = "SingleKVStore.get";
  private static final String OPEN = "distributedKVStore.getKVStore";
  private static final String DAMAGE = "damage-file, device: tablet, app: notes";

  @ParameterizedTest
  @ValueSource(strings = {"4s", "6s"})
  void isFoundWhenTheDeviceStartsWhetherItWasOnOrOff(String at) {
    Ran ran =
        Tale.ofPhoneAndTablet()
            .ready("tablet")
            .put("3s", "tablet", "a", "1")
            .fault(at, DAMAGE)
            .fault("5s", "crash, device: tablet, for: 5s")
            .call("14s", "tablet", OPEN, STORE)
            .call("15s", "tablet", GET, STORE + ", key: a")
            .expect("always: [no-lost-write, time-goes-forward]")
            .run();

    assertThat(ran.answer("tablet", GET)).isEqualTo("15100004 NOT_FOUND");
    assertThat(ran.broken()).noneMatch(finding -> finding.kind().equals("always"));
  }

  @Test
  void leavesOtherStoresOfTheDeviceAlone() {
    Ran ran =
        Tale.ofPhoneAndTablet()
            .ready("tablet")
            .put("3s", "tablet", "a", "1")
            .fault("4s", DAMAGE + ", store: other")
            .call("5s", "tablet", GET, STORE + ", key: a")
            .run();

    assertThat(ran.answer("tablet", GET)).isEqualTo("1");
  }

  @ParameterizedTest
  @CsvSource({"PULL_ONLY, R14", "PUSH_PULL, R13"})
  void answersNoPull(String mode, String gate) {
    DecisionRecord record = pull("phone", "tablet", mode);

    assertThat(record.firstStop().orElseThrow().gate().id()).isEqualTo(gate);
    assertThat(record.visible().word()).isEqualTo("27459584");
    assertThat(record.fixes().toString()).contains("restore a backup on tablet");
  }

  @Test
  void asksForNothingEither() {
    DecisionRecord record = pull("tablet", "phone", "PULL_ONLY");

    assertThat(record.firstStop().orElseThrow().gate().id()).isEqualTo("G14");
    assertThat(record.visible().word()).isEqualTo("27459584");
  }

  private static DecisionRecord pull(String from, String to, String mode) {
    return Tale.ofPhoneAndTablet()
        .ready("phone, tablet")
        .put("3s", "phone", "a", "1")
        .put("3s", "tablet", "b", "1")
        .fault("4s", DAMAGE)
        .call("5s", from, "SingleKVStore.sync", STORE + ", deviceIds: [" + to + "], mode: " + mode)
        .run()
        .onlyDecision();
  }
}
