package dev.trustring.device.platform;

import static dev.trustring.device.platform.FakeDevice.SETTINGS;
import static dev.trustring.device.platform.FakeDevice.TABLET;
import static dev.trustring.device.platform.FakeDevice.aPhone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.trust.Trust;
import dev.trustring.trust.access.AccessRow;
import dev.trustring.trust.access.AuthenticationType;
import dev.trustring.trust.access.BindLevel;
import dev.trustring.trust.access.Parties;
import dev.trustring.trust.access.RowSide;
import dev.trustring.trust.identity.AccountId;
import dev.trustring.trust.identity.PkgName;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccessControlCallsTest {
  private static final PkgName BUNDLE = new PkgName("com.example.notes");

  private static String says(FakeDevice phone, String check, String arguments) {
    return phone
        .call(SETTINGS, "DeviceManager." + check + "Control", "{peer: 'tablet'" + arguments + "}")
        .shortForm();
  }

  private static FakeDevice holding(AccessRow row) {
    return aPhone().with("notes").told(new Trust.Establish(List.of(row)));
  }

  @Test
  void tellsOfARowForOneApp() {
    FakeDevice phone =
        holding(
            AccessRow.pointToPoint(
                Parties.with(TABLET),
                BindLevel.APP,
                BUNDLE,
                AuthenticationType.ALLOW_ALWAYS,
                RowSide.ACCESSER));

    assertThat(says(phone, "CheckAccess", ", pkgName: 'com.example.notes'")).isEqualTo("true");
    assertThat(says(phone, "CheckAccess", ", pkgName: 'com.example.chess'")).isEqualTo("false");
    assertThat(
            says(
                phone,
                "CheckAccess",
                ", pkgName: 'com.example.notes', app: 'notes', peerTokenId: 7"))
        .as("tokens are asked for, and the row has none")
        .isEqualTo("false");
    assertThat(says(phone, "CheckSrcAccess", ", app: 'notes'")).isEqualTo("false");
  }

  @Test
  void letsEveryAppOfAUserPassByTheAccountAndComparesItOnTheSinkAlone() {
    FakeDevice phone =
        holding(
            AccessRow.sameAccount(
                Parties.with(TABLET).sharing(new AccountId("alice")), RowSide.ACCESSER));
    String both = ", localAccountId: 'alice', peerAccountId: 'alice'";
    String different = ", localAccountId: 'alice', peerAccountId: 'bob'";

    assertThat(says(phone, "CheckSrcAccess", ", app: 'notes'")).isEqualTo("true");
    assertThat(says(phone, "CheckSinkAccess", both)).isEqualTo("true");
    assertThat(says(phone, "CheckSinkAccess", different)).isEqualTo("false");
    assertThat(says(phone, "CheckSrcAccess", ", localUserId: 101")).isEqualTo("false");
  }

  @Test
  void uninstallingAnAppTakesItsRowsAlong() {
    FakeDevice phone =
        holding(
            AccessRow.pointToPoint(
                Parties.with(TABLET),
                BindLevel.APP,
                BUNDLE,
                AuthenticationType.ALLOW_ALWAYS,
                RowSide.ACCESSER));

    phone.call(SETTINGS, "installer.uninstall", "{app: 'notes'}");

    assertThat(phone.trust().rows()).isEmpty();
  }
}
