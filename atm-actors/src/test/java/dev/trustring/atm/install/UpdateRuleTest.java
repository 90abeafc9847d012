package dev.trustring.atm.install;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.atm.grant.GrantState;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.token.DistributionType;
import dev.trustring.atm.token.ProvisionProfile;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The merge of access-token §1.8, row by row. */
class UpdateRuleTest {
  private static final PermissionName NAME = PermissionName.of("CAMERA");

  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource({
    // 1. the administrator's word gives way to what the system fixes
    "false/128, true/4, true/4",
    "false/256, true/4, true/4",
    // 2. released by the administrator gives way to a preset
    "false/256, true/8, true/8",
    "false/128, true/8, false/128",
    // 3. never decided
    "false/0, true/8, true/8",
    "true/0, false/0, true/0",
    // 4. given beforehand
    "true/4, false/0, false/0",
    "true/8, false/0, false/0",
    "false/8, true/4, true/4",
    // 5. what the user decided stays
    "true/2, false/0, true/2",
    "false/2, true/8, false/2",
    "false/10, true/8, false/10",
    "false/1, false/0, false/1",
    "false/64, false/0, false/64",
    // bit 512 is always the new side's
    "true/514, false/0, true/2",
    "true/2, false/512, true/514",
    "false/512, true/8, true/8"
  })
  void mergesOldAndNew(String old, String fresh, String merged) {
    assertThat(UpdateRule.merged(state(old), state(fresh))).isEqualTo(state(merged));
  }

  private static GrantState state(String written) {
    String[] parts = written.split("/", 2);
    return new GrantState(Boolean.parseBoolean(parts[0]), Integer.parseInt(parts[1]));
  }

  @Test
  void dropsWhatIsNoLongerRequestedAndStartsWhatIsNew() {
    PermissionName fresh = PermissionName.of("MICROPHONE");

    assertThat(
            UpdateRule.merged(
                new TreeMap<>(Map.of(NAME, new GrantState(true, 2))),
                new TreeMap<>(Map.of(fresh, GrantState.NEVER_DECIDED)),
                false))
        .isEqualTo(Map.of(fresh, GrantState.NEVER_DECIDED));
  }

  @Test
  void replacesEverythingInAResetButWhatTheAdministratorFixed() {
    PermissionName fixed = PermissionName.of("MICROPHONE");

    assertThat(
            UpdateRule.merged(
                new TreeMap<>(
                    Map.of(NAME, new GrantState(false, 2), fixed, new GrantState(false, 128))),
                new TreeMap<>(
                    Map.of(NAME, new GrantState(true, 2), fixed, new GrantState(true, 2))),
                true))
        .isEqualTo(Map.of(NAME, new GrantState(true, 2), fixed, new GrantState(false, 128)));
  }

  @ParameterizedTest(name = "debug {0} to debug {1}, granting {2}: {3}")
  @CsvSource({
    "false, true,  true,  true",
    "true,  true,  true,  true",
    "true,  true,  false, false",
    "false, true,  false, false",
    "true,  false, false, true",
    "true,  false, true,  true",
    "false, false, true,  false",
    "false, false, false, false"
  })
  void resetsForADebugBuildThatGrantsAndForAReleaseAfterADebugBuild(
      boolean before, boolean after, boolean grant, boolean reset) {
    ProvisionProfile release = ProvisionProfile.ORDINARY;

    assertThat(UpdateRule.resets(release.withDebug(before), release.withDebug(after), grant))
        .isEqualTo(reset);
  }

  @Test
  void takesAnAppWithoutAChannelForADebugBuild() {
    ProvisionProfile none = ProvisionProfile.ORDINARY.withDistributionType(DistributionType.NONE);

    assertThat(UpdateRule.resets(none, ProvisionProfile.ORDINARY, false)).isTrue();
  }
}
