package dev.trustring.kv.gate;

import static dev.trustring.kv.AttemptFixture.anAttempt;
import static dev.trustring.kv.DeviceFixture.NOTES;
import static dev.trustring.kv.DeviceFixture.aPhone;
import static dev.trustring.kv.DeviceFixture.aTablet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.atm.permission.PermissionName;
import dev.trustring.kv.AttemptFixture;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.FactKey;
import dev.trustring.kv.decision.Verdict;
import org.junit.jupiter.api.Test;

/** G7 and R8: each side looks at its own token, and at no other. */
class PermissionGatesTest {

  @Test
  void passesAnAppThatHoldsThePermission() {
    assertThat(anAttempt().asks("G7").word()).isEqualTo("pass");
    assertThat(anAttempt().asks("R8").word()).isEqualTo("pass");
  }

  @Test
  void deniesASenderThatNeverDeclaredIt() {
    Verdict verdict = anAttempt().from(aPhone().withoutDeclaration()).asks("G7");

    assertThat(verdict.stop()).contains(DenyReason.PERMISSION_NOT_DECLARED);
    assertThat(verdict.evidence().get(0).says()).isEqualTo("phone: not declared by the app");
    assertThat(verdict.evidence().get(0).about()).contains(FactKey.requestPermissions(NOTES));
  }

  @Test
  void deniesASenderWhoseUserWasNeverAsked() {
    Verdict verdict = anAttempt().from(aPhone().withoutGrant()).asks("G7");

    assertThat(verdict.stop()).contains(DenyReason.PERMISSION_NOT_GRANTED);
    assertThat(verdict.evidence().get(0).about())
        .contains(FactKey.declared(NOTES, PermissionName.DISTRIBUTED_DATASYNC));
  }

  @Test
  void doesNotAskTheSenderAboutTheReceiver() {
    AttemptFixture attempt = anAttempt().towards(aTablet().withoutGrant());

    assertThat(attempt.asks("G7").word()).isEqualTo("pass");
    assertThat(attempt.asks("R8").stop()).contains(DenyReason.PERMISSION_NOT_GRANTED);
  }

  @Test
  void doesNotAskTheReceiverAboutTheSender() {
    AttemptFixture attempt = anAttempt().from(aPhone().withoutDeclaration());

    assertThat(attempt.asks("R8").word()).isEqualTo("pass");
  }

  @Test
  void deniesAReceiverThatNeverDeclaredIt() {
    assertThat(anAttempt().towards(aTablet().withoutDeclaration()).asks("R8").stop())
        .contains(DenyReason.PERMISSION_NOT_DECLARED);
  }
}
