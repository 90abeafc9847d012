package dev.trustring.device.platform;

import static dev.trustring.device.platform.FakeDevice.SETTINGS;
import static dev.trustring.device.platform.FakeDevice.aPhone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.trust.identity.AccountId;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.ledger.AccountState;
import org.junit.jupiter.api.Test;

class OsAccountCallsTest {
  private static final OsAccountId ANN = OsAccountId.FIRST;
  private static final OsAccountId BEN = new OsAccountId(101);

  private final FakeDevice phone = aPhone();

  private String says(String call, String arguments) {
    return phone.call(SETTINGS, call, arguments).shortForm();
  }

  @Test
  void createsActivatesStopsAndRemovesAUser() {
    String ben = "{localId: 101}";

    assertThat(says("osAccount.createOsAccount", "{localName: 'Ben', type: 1}"))
        .isEqualTo("{\"localId\":101}");
    assertThat(says("osAccount.activateOsAccount", ben)).isEqualTo("ok");
    assertThat(phone.trust().foregroundUser()).isEqualTo(BEN);
    assertThat(says("osAccount.deactivateOsAccount", ben)).isEqualTo("ok");
    assertThat(phone.trust().foregroundUser()).isEqualTo(ANN);
    assertThat(says("osAccount.removeOsAccount", ben)).isEqualTo("ok");
    assertThat(phone.trust().users().created()).containsExactly(ANN);
  }

  @Test
  void constrainsAUserAndGivesItALockScreenCredential() {
    String constrain =
        "{localId: 100, constraints: ['constraint.distributed.transmission'], enable: true}";

    assertThat(says("osAccount.setOsAccountConstraints", constrain)).isEqualTo("ok");
    assertThat(says("UserIdentityManager.addCredential", "{localId: 100}")).isEqualTo("ok");
    assertThat(says("UserAuth.authUser", "{localId: 100}")).isEqualTo("ok");
    assertThat(phone.trust().users().isConstrained(ANN)).isTrue();
    assertThat(phone.trust().users().secured()).containsExactly(ANN);
  }

  @Test
  void forbidsAUserToSendDataWithoutTakingItFromItsRings() {
    String outgoing =
        "{localId: 100, constraints: ['constraint.distributed.transmission.outgoing'], enable: ";

    assertThat(says("osAccount.setOsAccountConstraints", outgoing + "true}")).isEqualTo("ok");
    assertThat(phone.trust().isForegroundHeldBack()).isTrue();
    assertThat(phone.trust().isForegroundConstrained()).isFalse();
    assertThat(says("osAccount.setOsAccountConstraints", outgoing + "false}")).isEqualTo("ok");
    assertThat(phone.trust().isForegroundHeldBack()).isFalse();
  }

  @Test
  void takesEveryEventOfTheAccountService() {
    String call = "distributedAccount.setOsAccountDistributedInfo";
    String event = "{event: 'Ohos.account.event.";

    says(call, event + "LOGIN', accountId: 'alice'}");
    assertThat(phone.trust().loggedIn(ANN)).contains(new AccountId("alice"));
    says(call, event + "TOKEN_INVALID'}");
    assertThat(phone.trust().accountOf(ANN).state()).isEqualTo(AccountState.TOKEN_EXPIRED);
    assertThat(says(call, event + "LOGOFF'}")).isEqualTo("ok");
    assertThat(phone.trust().accountOf(ANN).state()).isEqualTo(AccountState.UNBOUND);
    assertThat(says(call, event + "TOKEN_INVALID'}")).startsWith("12300001");
  }
}
