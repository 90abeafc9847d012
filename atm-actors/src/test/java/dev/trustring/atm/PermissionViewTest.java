package dev.trustring.atm;

import static dev.trustring.atm.Phone.aPhone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.atm.grant.GrantState;
import dev.trustring.atm.permission.GrantMode;
import dev.trustring.atm.permission.PermissionName;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermissionViewTest {
  @Test
  void saysThatTheAppIsNotThere() {
    assertThat(aPhone().verify("CAMERA").explanation())
        .isEqualTo("the app has no token on this device");
    assertThat(aPhone().verify("CAMERA").granted()).isFalse();
  }

  @Test
  void saysThatANameIsNotDefinedOrNotDeclared() {
    Phone phone = aPhone().withNotes("CAMERA");

    assertThat(phone.verify("DISTRIBUTED_DATASINC").explanation())
        .isEqualTo("not a permission of the platform");
    assertThat(phone.verify("DISTRIBUTED_DATASYNC"))
        .isEqualTo(
            new PermissionView(
                PermissionName.DISTRIBUTED_DATASYNC,
                true,
                true,
                false,
                Optional.of(GrantMode.USER_GRANT),
                false,
                0,
                PermissionView.Hindrance.NONE));
    assertThat(phone.verify("DISTRIBUTED_DATASYNC").explanation())
        .isEqualTo("not declared by the app");
  }

  @Test
  void saysThatTheSystemGrantedIt() {
    assertThat(aPhone().withNotes("INTERNET").verify("INTERNET").explanation())
        .isEqualTo("granted by the system");
  }

  @ParameterizedTest(name = "granted {0}, flags {1}: {2}")
  @CsvSource({
    "false, 0, 'declared, never granted (flag 0)'",
    "false, 1, 'denied by the user, who may be asked again (flag 1)'",
    "false, 2, denied by the user (flag 2)",
    "false, 10, denied by the user (flag 2)",
    "false, 32, denied by a security policy (flag 32)",
    "false, 64, 'allowed for one time only, and that is over (flag 64)'",
    "false, 128, denied by the administrator (flag 128)",
    "false, 256, 'denied, once fixed by the administrator (flag 256)'",
    "true, 514, blocked by a policy for the user (flag 512)",
    "false, 18, granted for the moment by a security component (flag 16)",
    "true, 1, granted by the user",
    "true, 2, granted by the user",
    "true, 10, granted by the user",
    "true, 4, 'granted beforehand, for good (flag 4)'",
    "true, 8, 'granted beforehand, the user may take it back (flag 8)'",
    "true, 32, granted by a security policy (flag 32)",
    "true, 64, granted by the user for this time only (flag 64)",
    "true, 128, granted by the administrator (flag 128)",
    "true, 256, 'granted, once fixed by the administrator (flag 256)'"
  })
  void saysWhyADeclaredPermissionStandsAsItDoes(boolean stored, int flags, String why) {
    Phone phone =
        aPhone().withNotes("CAMERA").whereNotesHolds("CAMERA", new GrantState(stored, flags));

    PermissionView view = phone.verify("CAMERA");

    assertThat(view.explanation()).isEqualTo(why);
    assertThat(view.flags()).isEqualTo(flags);
    assertThat(view.granted()).isEqualTo(new GrantState(stored, flags).effectivelyGranted());
  }

  @Test
  void saysThatASwitchInSettingsIsMissing() {
    PermissionView view =
        new PermissionView(
            PermissionName.of("HOOK_KEY_EVENT"),
            true,
            true,
            true,
            Optional.of(GrantMode.MANUAL_SETTINGS),
            false,
            0,
            PermissionView.Hindrance.NONE);

    assertThat(view.explanation()).isEqualTo("declared, never switched on in Settings (flag 0)");
  }
}
