package dev.trustring.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.kv.decision.DecisionRecord;
import dev.trustring.kv.decision.GateResult;
import dev.trustring.kv.decision.Verdict;
import dev.trustring.kv.decision.Visible;
import dev.trustring.trust.identity.DeviceName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stories of two devices that are struck in the middle of a sync. */
class FaultTaleTest {

  private static final int GENERAL_ERROR = 27459584;
  private static final int TIME_OUT = 27459599;

  @Test
  void timesOutWhenTheReceiverCrashesDuringTheSync() {
    Ran ran =
        aTriedSync(inSlowAir().ready("phone, tablet"))
            .fault("4500ms", "crash, device: tablet")
            .run();

    DecisionRecord decision = ran.onlyDecision();
    assertThat(decision.stopWord()).isEqualTo("reach");
    assertThat(decision.visible()).isEqualTo(new Visible.Completed(TIME_OUT));
    assertThat(ran.result().counts().rowsReplicated()).isZero();
    assertThat(firstEvidence(decision)).contains("tablet is switched off");
  }

  @ParameterizedTest
  @ValueSource(ints = {4020, 4100, 4180, 4260, 4340, 4420, 4500, 4580, 4660, 4740, 4820})
  void recordsAnAttemptThatIsCutAtAnyMoment(int millis) {
    for (String fault :
        List.of(
            "partition, groups: [[phone], [tablet]]",
            "crash, device: tablet",
            "wifi-off, device: phone")) {
      Ran ran = aTriedSync(inSlowAir().ready("phone, tablet")).fault(millis + "ms", fault).run();

      assertThat(Foretold.contradiction(ran.onlyDecision())).isEmpty();
      assertThat(ran.onlyDecision().visible().word().equals("0")).isEqualTo(millis > 4800);
    }
  }

  @Test
  void reportsAFailureAlthoughTheRowsArriveWhenOnlyTheAckIsLost() {
    Ran before = aTriedSync(inSlowAir().ready("phone, tablet")).run();
    long dataLeft = before.nanosOf("sent", "sync DataRequest");
    long partition = dataLeft + 100_000_000L;

    Ran ran =
        aTriedSync(inSlowAir().ready("phone, tablet"))
            .fault(
                storyMillis(partition) + "ms", "partition, groups: [[phone], [tablet]], for: 40s")
            .run();

    assertThat(ran.nanosOf("lost", "sync DataAnswer")).isGreaterThan(partition);
    assertThat(ran.result().counts().rowsReplicated()).isOne();
    assertThat(ran.onlyDecision().visible())
        .isIn(new Visible.Completed(TIME_OUT), new Visible.Completed(GENERAL_ERROR));
    assertThat(ran.result().digests().get(new DeviceName("tablet")))
        .isEqualTo(ran.result().digests().get(new DeviceName("phone")));
  }

  @Test
  void recordsAnAttemptTowardsADeviceThatIsOff() {
    Ran ran =
        aTriedSync(Tale.ofPhoneAndTablet().ready("phone, tablet"))
            .fault("3500ms", "crash, device: tablet")
            .run();

    DecisionRecord decision = ran.onlyDecision();
    assertThat(decision.stopWord()).isEqualTo("reach");
    assertThat(decision.gates().stream().map(GateResult::verdict).map(Verdict::word))
        .contains("skipped");
    assertThat(Foretold.contradiction(decision)).isEmpty();
  }

  @Test
  void tellsAMissingPeerFromAStrangerAfterARestart() {
    Ran ran =
        Tale.ofPhoneAndTablet()
            .ready("phone, tablet")
            .fault("10s", "partition, groups: [[phone], [tablet]]")
            .fault("11s", "crash, device: phone, for: 2s")
            .call("20s", "phone", "distributedKVStore.getKVStore", "storeId: notes")
            .sync("21s", "phone", "tablet")
            .run();

    assertThat(ran.stops()).containsExactly("target DEVICE_NOT_ONLINE");
  }

  @Test
  void introducesAgainAtOnceAfterLoggingOutAndIn() {
    String account = "distributedAccount.setOsAccountDistributedInfo, args: { event: ";
    Ran ran =
        Tale.ofPhoneAndTablet()
            .ready("phone, tablet")
            .put("3s", "phone", "n1", "milk")
            .line(
                "{ at: 5s, on: tablet, app: settings, call: "
                    + account
                    + "Ohos.account.event.LOGOUT } }")
            .line(
                "{ at: 8s, on: tablet, app: settings, call: "
                    + account
                    + "Ohos.account.event.LOGIN, accountId: acct-1 } }")
            .sync("15s", "phone", "tablet")
            .run();

    assertThat(ran.stops()).containsExactly("none 0");
  }

  @Test
  void staysOffWhileAnyOfTwoCrashesLasts() {
    Ran ran =
        Tale.ofPhoneAndTablet()
            .fault("10s", "crash, device: tablet, for: 10s")
            .fault("12s", "crash, device: tablet, for: 20s")
            .run();

    assertThat(ran.notes("power", "tablet")).containsExactly("on, boot 1", "off", "on, boot 2");
    assertThat(storyMillis(ran.lastNanosOf("power", "on, boot 2"))).isBetween(32_000L, 32_010L);
  }

  @Test
  void staysOffWhenAnEarlierCrashEndsAfterARestart() {
    Ran ran =
        Tale.ofPhoneAndTablet()
            .fault("10s", "crash, device: tablet, for: 30s")
            .fault("20s", "restart, device: tablet")
            .fault("25s", "crash, device: tablet")
            .run();

    assertThat(ran.notes("power", "tablet"))
        .containsExactly("on, boot 1", "off", "on, boot 2", "off");
  }

  @Test
  void keepsASwitchedOffRadioOffThroughARestart() {
    Ran ran =
        aTriedSync(
                Tale.ofPhoneAndTablet()
                    .ready("phone, tablet")
                    .fault("2500ms", "wifi-off, device: tablet")
                    .fault("2600ms", "crash, device: tablet, for: 100ms"))
            .run();

    assertThat(ran.onlyDecision().stopWord()).isNotEqualTo("none");
    assertThat(ran.result().counts().rowsReplicated()).isZero();
  }

  private static Tale aTriedSync(Tale tale) {
    return tale.put("3s", "phone", "n1", "milk").sync("4s", "phone", "tablet");
  }

  private static Tale inSlowAir() {
    return Tale.nobody()
        .device("phone", "kind: phone, level: SL4, account: acct-1, radios: [wifi]")
        .device("tablet", "kind: tablet, level: SL4, account: acct-1, radios: [wifi]")
        .network("home: { type: wifi, members: [phone, tablet], latency: 80ms }");
  }

  private static String firstEvidence(DecisionRecord decision) {
    return decision.firstStop().orElseThrow().verdict().evidence().toString();
  }

  /** The story begins once the devices have settled in. */
  private static long storyMillis(long virtualNanos) {
    return virtualNanos / 1_000_000 - Story.SETTLE_IN.toMillis();
  }
}
