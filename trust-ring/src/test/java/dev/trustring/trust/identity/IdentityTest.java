package dev.trustring.trust.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {
  private final DeviceIdentity phone = DeviceIdentity.of("phone");

  @Test
  void givesADeviceTheSameUdidInEveryRun() {
    assertThat(phone.udid().value())
        .isEqualTo("45569da57f4b7bf472d7a864ef4781451cae6383fee9fb0ae40c59aa1ce475b7");
  }

  @Test
  void rotatesTheNetworkIdAtBootAndKeepsTheUdid() {
    NetworkId first = NetworkId.of(phone.udid(), 1);
    NetworkId second = NetworkId.of(phone.udid(), 2);

    assertThat(first).isNotEqualTo(second).isEqualTo(NetworkId.of(phone.udid(), 1));
    assertThat(first.value()).hasSize(64);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a phone", "télé", "a.b"})
  void refusesADeviceNameThatCannotBeTypedEverywhere(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> new DeviceName(name));
  }

  @Test
  void refusesIdsOfTheWrongForm() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Udid("ABC"));
    assertThatIllegalArgumentException().isThrownBy(() -> new NetworkId("0".repeat(63)));
    assertThatIllegalArgumentException().isThrownBy(() -> new PkgName("é".repeat(128)));
    assertThatIllegalArgumentException().isThrownBy(() -> new OsAccountId(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> new AccountId("ohosAnonymousUid"));
  }
}
