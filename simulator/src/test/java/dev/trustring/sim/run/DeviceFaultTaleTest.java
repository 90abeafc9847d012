package dev.trustring.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.kv.decision.DecisionRecord;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Stories of a tablet that shuts down, stands still, or cannot write. */
class DeviceFaultTaleTest {

  @ParameterizedTest
  @CsvSource({
    "DENSE, stop, true",
    "DENSE, crash, false",
    "VIRTUAL, stop, true",
    "VIRTUAL, crash, false"
  })
  void writesWhatItHasBegunWhenItShutsDownAndNotWhenItCrashes(
      HostKind host, String fault, boolean all) {
    Tale tale = Tale.ofPhoneAndTablet().ready("phone, tablet");
    for (int key = 1; key <= 30; key++) {
      tale.put("5s", "tablet", "k" + key, "1");
    }
    tale.fault("5001ms", fault + ", device: tablet, for: 5s")
        .call("15s", "tablet", "distributedKVStore.getKVStore", "storeId: notes");
    for (int key = 1; key <= 30; key++) {
      tale.call("16s", "tablet", "SingleKVStore.get", "storeId: notes, key: k" + key);
    }

    Ran ran = run(host, tale);

    List<String> read =
        ran.result().steps().stream()
            .filter(step -> step.call().equals("SingleKVStore.get"))
            .map(step -> step.outcome().orElseThrow().shortForm())
            .toList();
    assertThat(read).hasSize(30);
    assertThat(read.stream().allMatch("1"::equals)).isEqualTo(all);
  }

  @ParameterizedTest
  @EnumSource(names = {"DENSE", "VIRTUAL"})
  void comesBackFromAShutdownIntoItsRing(HostKind host) {
    Ran ran = run(host, aSync("20s").fault("5s", "stop, device: tablet, for: 5s"));

    assertThat(ran.notes("power", "tablet"))
        .containsExactly("on, boot 1", "shutting down", "off", "on, boot 2");
    assertThat(ran.stops()).containsExactly("none 0");
  }

  @ParameterizedTest
  @EnumSource(names = {"DENSE", "VIRTUAL"})
  void endsASyncLateThatMeetsAShortPause(HostKind host) {
    Ran ran = run(host, aSync("4s").fault("3900ms", "pause, device: tablet, for: 3s"));

    long goesOn = ran.nanosOf("power", "goes on");
    assertThat(ran.stops()).containsExactly("none 0");
    assertThat(ran.nanosOf("sent", "sync DataAnswer")).isGreaterThan(goesOn);
    assertThat(ran.notes("lost", "phone")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "DENSE, stop, tablet is switched off",
    "VIRTUAL, stop, tablet is switched off",
    "DENSE, pause, tablet stands still",
    "VIRTUAL, pause, tablet stands still"
  })
  void stopsASyncForWantOfAnAnswer(HostKind host, String fault, String said) {
    Ran ran = run(host, aSync("4s").fault("3900ms", fault + ", device: tablet"));

    DecisionRecord decision = ran.onlyDecision();
    assertThat(decision.stopWord()).isEqualTo("reach");
    assertThat(evidence(decision)).contains(said, fault);
    assertThat(Foretold.contradiction(decision)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"DENSE", "VIRTUAL"})
  void answersACallAfterThePauseInWhichItWasMade(HostKind host) {
    Ran ran =
        run(
            host,
            Tale.ofPhoneAndTablet()
                .ready("tablet")
                .fault("3s", "pause, device: tablet, for: 20s")
                .put("4s", "tablet", "a", "1"));

    assertThat(ran.lastNanosOf("answer", "3 "))
        .isGreaterThanOrEqualTo(ran.nanosOf("power", "goes on"));
    assertThat(ran.notes("peer", "phone")).doesNotContain("tablet offline");
  }

  @ParameterizedTest
  @EnumSource(names = {"DENSE", "VIRTUAL"})
  void isMissedByItsPeersInALongPause(HostKind host) {
    Ran ran = run(host, Tale.ofPhoneAndTablet().fault("1s", "pause, device: tablet, for: 700s"));

    assertThat(ran.notes("peer", "phone")).endsWith("tablet offline", "tablet online");
  }

  @ParameterizedTest
  @CsvSource({
    "DENSE, power.suspend",
    "VIRTUAL, power.suspend",
    "DENSE, screenLock.lock",
    "VIRTUAL, screenLock.lock"
  })
  void isMissedByItsPeersOverBluetoothWhenItsScreenStopsItsHeartbeats(HostKind host, String call) {
    Tale tale =
        Tale.nobody()
            .device("phone", "kind: phone, level: SL4, account: acct-1")
            .device("tablet", "kind: tablet, level: SL4, account: acct-1")
            .network("room: { type: bluetooth, members: [phone, tablet] }")
            .line("{ at: 10s, on: [tablet], app: settings, call: %s }".formatted(call))
            .call("335s", "phone", "distributedDeviceManager.getAvailableDeviceListSync", "");

    Ran ran = run(host, tale);

    assertThat(ran.notes("peer", "phone")).endsWith("tablet offline");
    assertThat(ran.notes("peer", "tablet")).endsWith("phone online");
  }

  @ParameterizedTest
  @CsvSource({
    "DENSE, disk-full",
    "DENSE, disk-read-only",
    "VIRTUAL, disk-full",
    "VIRTUAL, disk-read-only"
  })
  void answersNoWriteUntilItsDiskIsWell(HostKind host, String fault) {
    Ran ran =
        run(
            host,
            Tale.ofPhoneAndTablet()
                .ready("tablet")
                .fault("3s", fault + ", device: tablet, for: 10s")
                .put("4s", "tablet", "a", "1")
                .put("60s", "tablet", "b", "2"));

    assertThat(ran.result().steps().get(2).outcome()).isEmpty();
    assertThat(ran.result().steps().get(3).outcome()).isPresent();
  }

  @ParameterizedTest
  @EnumSource(names = {"DENSE", "VIRTUAL"})
  void keepsAFullDiskThroughACrash(HostKind host) {
    Ran ran =
        run(
            host,
            Tale.ofPhoneAndTablet()
                .ready("tablet")
                .fault("3s", "disk-full, device: tablet")
                .fault("4s", "crash, device: tablet, for: 2s")
                .call("8s", "tablet", "distributedKVStore.getKVStore", "storeId: notes")
                .put("9s", "tablet", "a", "1"));

    assertThat(ran.result().steps().get(3).outcome()).isEmpty();
  }

  private static Tale aSync(String at) {
    return Tale.ofPhoneAndTablet()
        .ready("phone, tablet")
        .put("3s", "phone", "n1", "milk")
        .sync(at, "phone", "tablet");
  }

  private static String evidence(DecisionRecord decision) {
    return decision.firstStop().orElseThrow().verdict().evidence().toString();
  }

  private static Ran run(HostKind host, Tale tale) {
    return Ran.on(host, tale.read());
  }
}
