package dev.trustring.kv.gate;

import static dev.trustring.kv.AttemptFixture.anAttempt;
import static dev.trustring.kv.DeviceFixture.NOTES;
import static dev.trustring.kv.DeviceFixture.aTablet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.trustring.kv.AttemptFixture;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.FactKey;
import dev.trustring.kv.decision.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the receiver asks of a packet: R3, R5, R11, R12, R13, and what nobody can fail yet. */
class PacketGatesTest {

  @Test
  void findsTheStoreWithoutTheAppRunning() {
    assertThat(anAttempt().asks("R3").word()).isEqualTo("pass");
  }

  @Test
  void deniesWhereTheStoreWasNeverOpened() {
    Verdict verdict = anAttempt().towards(aTablet().withoutTheStore()).asks("R3");

    assertThat(verdict.stop()).contains(DenyReason.STORE_ABSENT);
    assertThat(verdict.evidence().get(0).about()).contains(FactKey.apps(aTablet().name()));
  }

  @Test
  void deniesWhereSomebodyElseSignedTheApp() {
    Verdict verdict = anAttempt().towards(aTablet().withTheAppOfSomebodyElse()).asks("R3");

    assertThat(verdict.stop()).contains(DenyReason.OTHER_SIGNING);
    assertThat(verdict.evidence().get(0).about()).contains(FactKey.signing(NOTES));
  }

  @Test
  void asksForClocksThatWereExchanged() {
    assertThat(anAttempt().asks("R5").word()).isEqualTo("pass");
    assertThat(anAttempt().withoutCommonClocks().asks("R5").stop())
        .contains(DenyReason.CLOCKS_DISAGREE);
  }

  @Test
  void asksForAbilitiesThatWereNegotiated() {
    assertThat(anAttempt().asks("R11").word()).isEqualTo("pass");
    assertThat(anAttempt().withoutAbilities().asks("R11").stop())
        .contains(DenyReason.ABILITY_MISSING);
  }

  @Test
  void asksForMarksThatLeaveNoGap() {
    assertThat(anAttempt().asks("R12").word()).isEqualTo("pass");
    assertThat(anAttempt().withMarksApart().asks("R12").stop())
        .contains(DenyReason.WATERMARK_AHEAD);
  }

  @Test
  void asksForAStoreThatTakesRows() {
    assertThat(anAttempt().asks("R13").word()).isEqualTo("pass");
    assertThat(anAttempt().withABusyStore().asks("R13").stop()).contains(DenyReason.SAVE_FAILED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"R10", "R14", "R15"})
  void saysThatItIsNotOfAPush(String gate) {
    assertThat(anAttempt().asks(gate).word()).isEqualTo("skipped");
  }

  @ParameterizedTest
  @ValueSource(strings = {"G15", "R4", "R6", "R7"})
  void neverStopsAnythingHere(String gate) {
    assertThat(anAttempt().asks(gate).word()).isEqualTo("pass");
  }

  @ParameterizedTest
  @ValueSource(strings = {"R2", "R3", "R5", "R8-range", "R8", "R9", "R11", "R12", "R13"})
  void cannotBeAskedWithoutTheReceiversFacts(String gate) {
    AttemptFixture attempt = anAttempt().withReceiverSwitchedOff();

    assertThatIllegalStateException().isThrownBy(() -> attempt.asks(gate));
  }
}
