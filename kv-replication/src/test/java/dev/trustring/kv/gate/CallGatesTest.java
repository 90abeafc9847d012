package dev.trustring.kv.gate;

import static dev.trustring.kv.AttemptFixture.anAttempt;
import static dev.trustring.kv.AttemptFixture.blockedWifi;
import static dev.trustring.kv.DeviceFixture.NOTES;
import static dev.trustring.kv.DeviceFixture.aPhone;
import static dev.trustring.kv.DeviceFixture.aWatch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.atm.token.BundleName;
import dev.trustring.kv.AttemptFixture;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.Evidence;
import dev.trustring.kv.decision.FactKey;
import dev.trustring.kv.decision.Fix;
import dev.trustring.kv.decision.Trigger;
import dev.trustring.kv.decision.Verdict;
import dev.trustring.kv.fix.FixSearch;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The gates of the call itself, G0 to G4. */
class CallGatesTest {

  @Test
  void letsAnAppSyncTheStoreItOpened() {
    assertThat(anAttempt().asks("G0").word()).isEqualTo("pass");
  }

  @Test
  void deniesAnAppThatNeverOpenedTheStore() {
    assertThat(anAttempt().neverOpened().asks("G0").stop()).contains(DenyReason.STORE_NOT_OPENED);
  }

  @Test
  void deniesAnAppWhoseOpeningWasRefusedForWantOfAGrant() {
    Verdict verdict = anAttempt().from(aPhone().withoutGrant()).refusedOnOpening().asks("G0");

    assertThat(verdict.stop()).contains(DenyReason.OPEN_UNGRANTED);
    assertThat(verdict.evidence())
        .extracting(Evidence::says)
        .containsExactly("phone: declared, never granted (flag 0)");
  }

  @Test
  void deniesAnAppWhoseOpeningWasRefusedForWantOfADeclaration() {
    Verdict verdict = anAttempt().from(aPhone().withoutDeclaration()).refusedOnOpening().asks("G0");

    assertThat(verdict.stop()).contains(DenyReason.OPEN_UNDECLARED);
  }

  @Test
  void letsAnAppCallItselfByItsOwnName() {
    assertThat(anAttempt().calledAs(NOTES).asks("G1").word()).isEqualTo("pass");
    assertThat(anAttempt().asks("G1").word()).isEqualTo("pass");
  }

  @Test
  void deniesAnAppThatCallsItselfByAnotherName() {
    Verdict verdict = anAttempt().calledAs(new BundleName("com.example.chess")).asks("G1");

    assertThat(verdict.stop()).contains(DenyReason.CALLER_NOT_OWNER);
  }

  @Test
  void letsTheMainInstanceSyncAndNoClone() {
    assertThat(anAttempt().asks("G2").word()).isEqualTo("pass");
    assertThat(anAttempt().from(aPhone().asClone(1)).asks("G2").stop())
        .contains(DenyReason.APP_CLONE);
  }

  @Test
  void neverStopsACallForItsDelay() {
    assertThat(anAttempt().asks("G3").evidence())
        .extracting(Evidence::says)
        .containsExactly("manual sync, starts at once");
    assertThat(anAttempt().after(Duration.ofMillis(1500)).asks("G3").evidence())
        .extracting(Evidence::says)
        .containsExactly("manual sync after 1500 ms");
  }

  @Test
  void takesThirtyTwoManualSyncsOfAStoreAndNoMore() {
    assertThat(anAttempt().behind(31).asks("G6-queue").word()).isEqualTo("pass");

    Verdict verdict = anAttempt().behind(32).asks("G6-queue");

    assertThat(verdict.stop()).contains(DenyReason.QUEUE_FULL);
    assertThat(verdict.evidence())
        .extracting(Evidence::says)
        .containsExactly("32 manual syncs of store notes are unfinished");
  }

  @Test
  void resolvesADeviceThatIsOnline() {
    assertThat(anAttempt().asks("G4").word()).isEqualTo("pass");
  }

  @Test
  void doesNotResolveADeviceOutsideTheRing() {
    Verdict verdict = anAttempt().towards(aWatch().outsideTheRing()).asks("G4");

    assertThat(verdict.stop()).contains(DenyReason.NOT_IN_RING);
    assertThat(verdict.evidence().get(0).about()).contains(FactKey.account(aWatch().name()));
  }

  @Test
  void doesNotResolveATrustedDeviceThatIsOfflineAndSaysWhatIsInTheWay() {
    Verdict verdict = anAttempt().towards(aWatch().offline()).over(blockedWifi()).asks("G4");

    assertThat(verdict.stop()).contains(DenyReason.PEER_OFFLINE);
    assertThat(verdict.evidence())
        .extracting(Evidence::says)
        .containsExactly("watch is not online", "wifi home isolates clients");
  }

  @Test
  void deniesAutoSyncToAnAppThatTakesPartInNoCall() {
    AttemptFixture alone = anAttempt().madeBy(Trigger.WRITE_ALONE).over(AttemptFixture.wifi());

    assertThat(alone.asks("G3").stop()).contains(DenyReason.NO_PARTNER);
    assertThat(anAttempt().madeBy(Trigger.WRITE).asks("G3").word()).isEqualTo("pass");
    assertThat(FixSearch.of(alone.facts()))
        .flatExtracting(Fix::changes)
        .containsExactly("call sync on phone after writing");
  }
}
