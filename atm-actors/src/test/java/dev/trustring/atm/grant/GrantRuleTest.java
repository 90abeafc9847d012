package dev.trustring.atm.grant;

import static dev.trustring.atm.grant.Written.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.refusal.AtmRefusal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrantRuleTest {
  private static final PermissionName CAMERA = PermissionName.of("CAMERA");
  private static final int[] FLAGS_ASKED = {0, 1, 2, 4, 8, 32, 64, 128, 256};

  @ParameterizedTest(name = "{0}: {1} with flag {2} gives {3}")
  @CsvSource({
    "DENIED/0, grant, 2, GRANTED/2",
    "DENIED/0, revoke, 2, DENIED/2",
    "DENIED/0, revoke, 1, DENIED/1",
    "DENIED/0, grant, 64, GRANTED/64",
    "GRANTED/64, revoke, 64, DENIED/64",
    "GRANTED/2, revoke, 2, DENIED/2",
    "GRANTED/8, revoke, 2, DENIED/10",
    "DENIED/10, grant, 2, GRANTED/10",
    "GRANTED/514, revoke, 1, DENIED/513",
    "DENIED/0, grant, 128, GRANTED/128",
    "GRANTED/128, revoke, 128, DENIED/128",
    "DENIED/128, grant, 256, DENIED/256",
    "GRANTED/128, revoke, 256, GRANTED/256",
    "GRANTED/136, revoke, 256, GRANTED/264",
    "GRANTED/256, revoke, 2, DENIED/2",
    "DENIED/128, grant, 4, GRANTED/4"
  })
  void followsTheStateMachine(String from, String wish, int flag, String to) {
    GrantState before = state(from);

    GrantRule.Outcome outcome = update(before, new GrantChange(wish.equals("grant"), flag));

    assertThat(outcome).isEqualTo(new GrantRule.Outcome.Updated(before, state(to)));
  }

  @Test
  void refusesATokenWithoutData() {
    assertThat(GrantRule.update(Optional.empty(), CAMERA, GrantChange.grant(2)))
        .isEqualTo(new GrantRule.Outcome.Refused(AtmRefusal.TOKEN_WITHOUT_DATA));
  }

  @Test
  void refusesAPermissionThatIsNotDeclared() {
    Map<PermissionName, GrantState> nothing = new TreeMap<>();

    assertThat(GrantRule.update(Optional.of(nothing), CAMERA, GrantChange.grant(2)))
        .isEqualTo(new GrantRule.Outcome.Refused(AtmRefusal.NOT_DECLARED));
  }

  @ParameterizedTest(name = "{0} asked for flag {1}: {2}")
  @CsvSource({
    "4, 2, SYSTEM_FIXED",
    "4, 256, SYSTEM_FIXED",
    "132, 2, SYSTEM_FIXED",
    "132, 128, SYSTEM_FIXED",
    "128, 0, ADMIN_FIXED",
    "128, 1, ADMIN_FIXED",
    "128, 2, ADMIN_FIXED",
    "128, 32, ADMIN_FIXED",
    "128, 64, ADMIN_FIXED",
    "0, 256, NOTHING_TO_RELEASE",
    "256, 256, NOTHING_TO_RELEASE",
    "2, 256, NOTHING_TO_RELEASE"
  })
  void refusesInThePlatformsOrder(int flags, int flag, AtmRefusal why) {
    GrantState before = new GrantState(true, flags);

    assertThat(update(before, GrantChange.revoke(flag)))
        .isEqualTo(new GrantRule.Outcome.Refused(why));
    assertThat(update(before, GrantChange.grant(flag)))
        .isEqualTo(new GrantRule.Outcome.Refused(why));
  }

  @Test
  void neverMovesASystemFixedPermissionAndNeverDropsAStickyBit() {
    int sticky = PermissionFlag.PRE_AUTHORIZED_CANCELABLE | PermissionFlag.RESTRICTED_BY_ADMIN;
    for (int flags = 0; flags < 1024; flags++) {
      for (int flag : FLAGS_ASKED) {
        GrantState before = new GrantState(flags % 3 == 0, flags);
        GrantRule.Outcome outcome = update(before, new GrantChange(flags % 2 == 0, flag));

        if (outcome instanceof GrantRule.Outcome.Updated updated) {
          assertThat(before.has(PermissionFlag.SYSTEM_FIXED)).isFalse();
          assertThat(updated.after().flags()).isEqualTo(flag | (flags & sticky));
        }
      }
    }
  }

  private static GrantRule.Outcome update(GrantState before, GrantChange change) {
    return GrantRule.update(Optional.of(Map.of(CAMERA, before)), CAMERA, change);
  }
}
