package dev.trustring.kv.gate;

import static dev.trustring.kv.AttemptFixture.anAttempt;
import static dev.trustring.kv.DeviceFixture.aPhone;
import static dev.trustring.kv.DeviceFixture.aTablet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.kv.AttemptFixture;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.Verdict;
import dev.trustring.trust.access.AccessReason;
import org.junit.jupiter.api.Test;

/** G6, G9 and R2: users and accounts, each side by its own rows. */
class TrustGatesTest {

  @Test
  void passesAUserOfTheDevice() {
    assertThat(anAttempt().asks("G6").word()).isEqualTo("pass");
  }

  @Test
  void deniesAUserWhoIsNotInTheRecord() {
    assertThat(anAttempt().from(aPhone().withUserInTheBackground()).asks("G6").stop())
        .contains(DenyReason.NOT_ACTIVATED);
  }

  @Test
  void passesWhereBothSidesTrust() {
    assertThat(anAttempt().asks("G9").word()).isEqualTo("pass");
    assertThat(anAttempt().asks("R2").word()).isEqualTo("pass");
  }

  @Test
  void deniesASenderWithoutARowForTheApp() {
    AttemptFixture attempt =
        anAttempt().from(aPhone().trustingNot(AccessReason.BOUND_FOR_OTHER_APP));

    Verdict verdict = attempt.asks("G9");

    assertThat(verdict.stop()).contains(DenyReason.NO_PERMITTED_USER);
    assertThat(verdict.evidence().get(0).says())
        .isEqualTo("phone towards tablet: " + AccessReason.BOUND_FOR_OTHER_APP.text());
    assertThat(attempt.asks("R2").word()).isEqualTo("pass");
  }

  @Test
  void deniesAReceiverWhoseHalfOfTheBondIsGone() {
    AttemptFixture attempt = anAttempt().towards(aTablet().trustingNot(AccessReason.NO_ROW));

    assertThat(attempt.asks("G9").word()).isEqualTo("pass");
    assertThat(attempt.asks("R2").stop()).contains(DenyReason.RECEIVER_REFUSES_USER);
  }

  @Test
  void deniesASenderWhoseRecordsNeverCame() {
    assertThat(anAttempt().from(aPhone().whoseRecordsAreUnknown()).asks("R2").stop())
        .contains(DenyReason.SENDER_UNKNOWN);
  }

  @Test
  void deniesASenderWhoseRecordsNameNoStoreOfTheApp() {
    assertThat(anAttempt().from(aPhone().withoutTheStore()).asks("R2").stop())
        .contains(DenyReason.SENDER_UNKNOWN);
  }

  @Test
  void looksForRecordsBeforeItLooksAtRows() {
    AttemptFixture attempt =
        anAttempt()
            .from(aPhone().whoseRecordsAreUnknown())
            .towards(aTablet().trustingNot(AccessReason.NO_ROW));

    assertThat(attempt.asks("R2").stop()).contains(DenyReason.SENDER_UNKNOWN);
  }
}
