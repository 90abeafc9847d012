package dev.trustring.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.Verdict;
import dev.trustring.sim.oracle.Finding;
import dev.trustring.trust.identity.DeviceName;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Stories of two or three devices, each about one way in which a sync can go. */
class TaleTest {

  private static final int GENERAL_ERROR = 27459584;
  private static final int SECURITY_LEVEL_ERROR = 27459616;

  @Test
  void bringsARowFromPhoneToTablet() {
    Ran ran = aTriedSync(Tale.ofPhoneAndTablet().ready("phone, tablet")).run();

    assertThat(ran.stops()).containsExactly("none 0");
    assertThat(ran.result().counts().rowsReplicated()).isOne();
    assertThat(ran.result().verdict()).isEqualTo(dev.trustring.sim.oracle.Verdict.HELD);
  }

  @Test
  void isInconclusiveAndNamesTheMissingLevel() {
    Ran ran =
        Tale.nobody()
            .app("notes", "bundle: com.example.notes, signing: acme", "S2")
            .device("phone", "kind: phone, level: SL4, account: acct-1")
            .device("watch", "kind: watch, account: acct-1")
            .network("room: { type: bluetooth, members: [phone, watch] }")
            .ready("phone, watch")
            .put("3s", "phone", "n1", "milk")
            .sync("4s", "phone", "watch")
            .run();

    Verdict stop = ran.onlyDecision().firstStop().orElseThrow().verdict();
    assertThat(ran.result().verdict()).isEqualTo(dev.trustring.sim.oracle.Verdict.INCONCLUSIVE);
    assertThat(stop).isInstanceOf(Verdict.Unknown.class);
    assertThat(((Verdict.Unknown) stop).missing()).hasToString("devices.watch.level");
    assertThat(ran.stops()).containsExactly("level " + SECURITY_LEVEL_ERROR);
  }

  @Test
  void isVacuousWhenNothingMoved() {
    Tale silent = Tale.ofPhoneAndTablet().ready("phone, tablet").put("3s", "phone", "n1", "milk");

    assertThat(silent.run().result().verdict()).isEqualTo(dev.trustring.sim.oracle.Verdict.VACUOUS);
    assertThat(silent.expect("replication: none").run().result().verdict())
        .isEqualTo(dev.trustring.sim.oracle.Verdict.HELD);
  }

  @Test
  void isViolatedWhenSomethingMovedAgainstThePoint() {
    Ran ran =
        aTriedSync(Tale.ofPhoneAndTablet().ready("phone, tablet"))
            .expect("replication: none")
            .run();

    assertThat(ran.result().verdict()).isEqualTo(dev.trustring.sim.oracle.Verdict.VIOLATED);
  }

  @Test
  void countsStoresOfWhichAllIsDeletedAsTheSame() {
    Ran ran =
        aTriedSync(Tale.ofPhoneAndTablet().ready("phone, tablet"))
            .call("10s", "phone", "SingleKVStore.delete", "storeId: notes, key: n1")
            .sync("11s", "phone", "tablet")
            .expect("eventually: [ { same: notes, on: [phone, tablet], within: 5s, after: 12s } ]")
            .run();

    assertThat(ran.result().verdict()).isEqualTo(dev.trustring.sim.oracle.Verdict.HELD);
  }

  @Test
  void stopsAtIdentityWhenTheOtherSideNeverOpenedTheStore() {
    Ran ran = aTriedSync(Tale.ofPhoneAndTablet().granted("phone, tablet").opened("phone")).run();

    assertThat(ran.stops()).containsExactly("identity " + GENERAL_ERROR);
  }

  @Test
  void stopsAtIdentityWhenSomebodyElseSignedTheOtherApp() {
    Ran ran =
        aTriedSync(
                Tale.nobody()
                    .app("forged", "bundle: com.example.notes, signing: somebody", "S1")
                    .device("phone", "kind: phone, level: SL4, account: acct-1")
                    .device("tablet", "kind: tablet, level: SL4, account: acct-1", "forged")
                    .network("home: { type: wifi, members: [phone, tablet] }")
                    .ready("phone")
                    .line(
                        "{ at: 2s, on: tablet, app: forged, call: distributedKVStore.getKVStore,"
                            + " args: { storeId: notes } }"))
            .run();

    assertThat(ran.stops()).containsExactly("identity " + GENERAL_ERROR);
    assertThat(ran.onlyDecision().firstStop().orElseThrow().verdict().stop())
        .contains(DenyReason.OTHER_SIGNING);
  }

  @Test
  void stopsAtLevelWhenTheLabelsDiffer() {
    Ran ran =
        aTriedSync(
                Tale.ofPhoneAndTablet()
                    .granted("phone, tablet")
                    .opened("phone")
                    .call(
                        "2s",
                        "tablet",
                        "distributedKVStore.getKVStore",
                        "storeId: notes, options: { securityLevel: S2,"
                            + " kvStoreType: SINGLE_VERSION }"))
            .run();

    assertThat(ran.stops()).containsExactly("level " + SECURITY_LEVEL_ERROR);
  }

  @Test
  void stopsAtRangeWhenTheRangesDoNotMeet() {
    Ran ran =
        aTriedSync(
                Tale.ofPhoneAndTablet()
                    .ready("phone, tablet")
                    .call(
                        "2500ms",
                        "phone",
                        "SingleKVStore.setSyncRange",
                        "storeId: notes, localLabels: [a], remoteSupportLabels: [a]")
                    .call(
                        "2500ms",
                        "tablet",
                        "SingleKVStore.setSyncRange",
                        "storeId: notes, localLabels: [b], remoteSupportLabels: [b]"))
            .run();

    assertThat(ran.stops()).containsExactly("range " + GENERAL_ERROR);
  }

  @Test
  void saysNothingOfADelayedSyncToAnOfflineDevice() {
    Ran ran =
        Tale.nobody()
            .device("phone", "kind: phone, level: SL4, account: acct-1")
            .device("tablet", "kind: tablet, level: SL4, account: acct-1")
            .ready("phone, tablet")
            .put("3s", "phone", "n1", "milk")
            .sync("4s", "phone", "tablet", ", delayMs: 200")
            .run();

    assertThat(ran.answer("phone", "SingleKVStore.sync")).isEqualTo("ok");
    assertThat(ran.stops()).containsExactly("trust silent");
    assertThat(ran.result().completions()).isEmpty();
  }

  @Test
  void waitsForADelayedSyncHoweverLateItIs() {
    Ran ran =
        Tale.ofPhoneAndTablet()
            .ready("phone, tablet")
            .put("3s", "phone", "n1", "milk")
            .sync("4s", "phone", "tablet", ", delayMs: 600000")
            .run();

    assertThat(ran.stops()).containsExactly("none 0");
    assertThat(ran.onlyDecision().virtualNanos()).isGreaterThan(604_000_000_000L);
  }

  @Test
  void leavesOutOfTheCallbackWhoIsNotOnline() {
    Ran ran =
        Tale.ofPhoneAndTablet()
            .device("tv", "kind: tv, level: SL3, account: acct-2")
            .ready("phone, tablet")
            .put("3s", "phone", "n1", "milk")
            .sync("4s", "phone", "tablet, tv")
            .run();

    assertThat(ran.stops()).containsExactlyInAnyOrder("none 0", "trust silent");
    assertThat(ran.result().completions()).hasSize(1);
    assertThat(ran.result().completions().get(0).numbers())
        .isEqualTo(Map.of(new DeviceName("tablet"), 0));
  }

  @Test
  void givesEverySyncItsOwnCallback() {
    Ran ran =
        Tale.ofPhoneAndTablet()
            .device("watch", "kind: watch, level: SL1, account: acct-1")
            .network("room: { type: bluetooth, members: [phone, watch], latency: 400ms }")
            .ready("phone, tablet, watch")
            .put("3s", "phone", "n1", "milk")
            .line(
                "{ at: 4s, on: phone, app: notes, call: SingleKVStore.sync, args: { storeId: notes,"
                    + " deviceIds: [watch], mode: PUSH_ONLY }, syncComplete: { watch: 0 } }")
            .line(
                "{ at: 4100ms, on: phone, app: notes, call: SingleKVStore.sync, args: { storeId:"
                    + " notes, deviceIds: [tablet], mode: PUSH_ONLY }, syncComplete: { tablet: 0 }"
                    + " }")
            .run();

    assertThat(ran.broken()).isEmpty();
  }

  @Test
  void saysWhatARecordSaysInsteadOfWhatWasExpected() {
    Ran ran =
        aTriedSync(Tale.ofPhoneAndTablet().ready("phone, tablet"))
            .expect(
                "decisions: [ { from: phone, to: tablet, store: notes, stop: level, visible: 0 } ]")
            .run();

    assertThat(ran.broken())
        .singleElement()
        .extracting(Finding::says)
        .asString()
        .isEqualTo("it says stop none, visible 0");
  }

  @Test
  void tellsTwoAppsWithAStoreOfOneNameApart() {
    String diary = "bundle: com.example.diary, signing: acme";
    Ran ran =
        aTriedSync(
                Tale.nobody()
                    .app("diary", diary, "S1")
                    .device("phone", "kind: phone, level: SL4, account: acct-1", "notes, diary")
                    .device("tablet", "kind: tablet, level: SL4, account: acct-1", "notes, diary")
                    .network("home: { type: wifi, members: [phone, tablet] }")
                    .ready("phone, tablet"))
            .line(
                "{ at: 2s, on: [phone], app: diary, call: distributedKVStore.getKVStore,"
                    + " args: { storeId: notes } }")
            .line(
                "{ at: 3s, on: [phone], app: diary, call: SingleKVStore.put,"
                    + " args: { storeId: notes, key: n1, value: milk } }")
            .expect("eventually: [ { same: notes, on: [phone, tablet], within: 9s, after: 4s } ]")
            .run();

    assertThat(ran.stops()).containsExactly("none 0");
    assertThat(ran.broken())
        .singleElement()
        .extracting(Finding::says)
        .asString()
        .contains("com.example.diary/n1");
  }

  private static Tale aTriedSync(Tale tale) {
    return tale.put("3s", "phone", "n1", "milk").sync("4s", "phone", "tablet");
  }
}
