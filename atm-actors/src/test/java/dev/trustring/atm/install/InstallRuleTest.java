package dev.trustring.atm.install;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.atm.grant.GrantState;
import dev.trustring.atm.permission.Apl;
import dev.trustring.atm.permission.PermissionCatalogue;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.token.DistributionType;
import dev.trustring.atm.token.ProvisionProfile;
import dev.trustring.atm.token.TokenIdentity;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstallRuleTest {
  private static final PermissionCatalogue CATALOGUE = PermissionCatalogue.standard();
  private static final ProvisionProfile ORDINARY = ProvisionProfile.ORDINARY;
  private static final ProvisionProfile BASIC = ORDINARY.withApl(Apl.SYSTEM_BASIC);
  private static final ProvisionProfile CORE = ORDINARY.withApl(Apl.SYSTEM_CORE);

  private static final String BASIC_NAME = "MANAGE_LOCAL_ACCOUNTS";
  private static final String MDM_NAME = "ENTERPRISE_ADMIN_MANAGE";

  @Test
  void startsSystemGrantAsGrantedForGoodAndUserGrantAsUndecided() {
    assertThat(admitted(app(ORDINARY, "INTERNET", "CAMERA")))
        .containsEntry(name("INTERNET"), new GrantState(true, 4))
        .containsEntry(name("CAMERA"), new GrantState(false, 0))
        .hasSize(2);
  }

  @ParameterizedTest(name = "{0}, cancelable {1}: flag {2}")
  @CsvSource({
    "CAMERA, true, 8",
    "CAMERA, false, 4",
    "HOOK_KEY_EVENT, true, 8",
    "HOOK_KEY_EVENT, false, 4",
    "INTERNET, true, 4"
  })
  void startsAPreAuthorizedPermissionAsGranted(String name, boolean cancelable, int flag) {
    HapInstall install =
        app(BASIC, name).withPreAuthorized(List.of(new PreAuthorization(name(name), cancelable)));

    assertThat(admitted(install)).containsEntry(name(name), new GrantState(true, flag));
  }

  @ParameterizedTest(name = "debug {0}, through {1}, {2}")
  @CsvSource({
    "true, APP_GALLERY, CAMERA",
    "false, NONE, CAMERA",
    "true, APP_GALLERY, HOOK_KEY_EVENT"
  })
  void grantsADebugAppWhatItAsksForIfTold(boolean debug, DistributionType channel, String name) {
    HapInstall install = app(BASIC.withDebug(debug).withDistributionType(channel), name);

    assertThat(admitted(install.withDebugGrant()))
        .containsEntry(name(name), new GrantState(true, 2));
    assertThat(admitted(install)).containsEntry(name(name), GrantState.NEVER_DECIDED);
  }

  @Test
  void grantsAReleaseAppNothingEvenIfTold() {
    assertThat(admitted(app(ORDINARY, "CAMERA").withDebugGrant()))
        .containsEntry(name("CAMERA"), GrantState.NEVER_DECIDED);
  }

  @Test
  void refusesALevelAboveTheAppsUnlessAnAclAllowsIt() {
    assertThat(refusal(app(ORDINARY, BASIC_NAME))).isEqualTo(rejected(BASIC_NAME, RefusalRule.ACL));
    assertThat(admitted(app(ORDINARY.withAllowedAcls(names(BASIC_NAME)), BASIC_NAME)))
        .containsKey(name(BASIC_NAME));
    assertThat(admitted(app(BASIC, BASIC_NAME))).containsKey(name(BASIC_NAME));
  }

  @Test
  void ignoresAnAclForAPermissionThatIsNotOpenToAcls() {
    String closed = closedToAcls();

    assertThat(refusal(app(ORDINARY.withAllowedAcls(names(closed)), closed)))
        .isEqualTo(rejected(closed, RefusalRule.ACL));
  }

  @Test
  void wantsAValueInsteadOfAnAclForAPermissionThatComesWithOne() {
    String name = "kernel.SUPPORT_PLUGIN";
    Map<PermissionName, String> values = new TreeMap<>(Map.of(name(name), "v"));

    assertThat(refusal(app(ORDINARY.withAllowedAcls(names(name)), name)))
        .isEqualTo(rejected(name, RefusalRule.ACL));
    assertThat(admitted(app(ORDINARY.withAclExtended(values), name))).containsKey(name(name));
    assertThat(admitted(app(BASIC, name))).containsKey(name(name));
  }

  @ParameterizedTest(name = "debug {0} through {1}: {2}")
  @CsvSource({
    "false, ENTERPRISE_MDM, true",
    "false, ENTERPRISE, false",
    "false, ENTERPRISE_NORMAL, false",
    "false, APP_GALLERY, false",
    "true, APP_GALLERY, true",
    "false, NONE, true"
  })
  void keepsDeviceManagementToItsApps(boolean debug, DistributionType channel, boolean ok) {
    ProvisionProfile profile = CORE.withDebug(debug).withDistributionType(channel);

    assertThat(InstallRule.admit(app(profile, MDM_NAME), CATALOGUE, false))
        .isInstanceOf(ok ? InstallRule.Outcome.Admitted.class : InstallRule.Outcome.Rejected.class);
  }

  @Test
  void namesTheDeviceManagementRule() {
    assertThat(refusal(app(CORE, MDM_NAME))).isEqualTo(rejected(MDM_NAME, RefusalRule.EDM));
  }

  @Test
  void hidesTheRangeRuleBehindTheAclRule() {
    assertThat(refusal(app(ORDINARY, MDM_NAME))).isEqualTo(rejected(MDM_NAME, RefusalRule.ACL));
  }

  @ParameterizedTest(name = "debug {0}, system app {1}, through {2}: {3}")
  @CsvSource({
    "false, false, APP_GALLERY, false",
    "false, false, ENTERPRISE, false",
    "false, false, ENTERPRISE_MDM, true",
    "false, false, ENTERPRISE_NORMAL, true",
    "false, true, APP_GALLERY, true",
    "true, false, APP_GALLERY, true",
    "false, false, NONE, true"
  })
  void keepsEnterprisePermissionsToEnterpriseAppsWhereTheDeviceChecks(
      boolean debug, boolean systemApp, DistributionType channel, boolean ok) {
    String name = ofType("ENTERPRISE_NORMAL");
    HapInstall install =
        app(CORE.withDebug(debug).withSystemApp(systemApp).withDistributionType(channel), name);
    InstallRule.Outcome refused = rejected(name, RefusalRule.ENTERPRISE_NORMAL);

    assertThat(InstallRule.admit(install, CATALOGUE, true).equals(refused)).isEqualTo(!ok);
    assertThat(admitted(install)).containsKey(name(name));
  }

  @Test
  void dropsAPermissionOfSystemProcessesWithoutAWordOnceTheAclRuleLetsItThrough() {
    String name = ofType("SERVICE");

    assertThat(admitted(app(CORE, name, "CAMERA"))).containsOnlyKeys(name("CAMERA"));
    assertThat(refusal(app(ORDINARY, name))).isEqualTo(rejected(name, RefusalRule.ACL));
  }

  @Test
  void skipsNamesThatThePlatformDoesNotDefine() {
    assertThat(admitted(app(ORDINARY, "DISTRIBUTED_DATASINC", "CAMERA", "CAMERA")))
        .containsOnlyKeys(name("CAMERA"));
  }

  @Test
  void namesTheFirstOffenderOfTheAlphabet() {
    assertThat(refusal(app(BASIC, "ENTERPRISE_MANAGE_LOCAL_ACCOUNTS", MDM_NAME, "CAMERA")))
        .isEqualTo(rejected(MDM_NAME, RefusalRule.EDM));
  }

  private static String ofType(String type) {
    return CATALOGUE.all().stream()
        .filter(definition -> definition.availableType().name().equals(type))
        .findFirst()
        .orElseThrow()
        .name()
        .shortName();
  }

  private static String closedToAcls() {
    return CATALOGUE.all().stream()
        .filter(found -> !found.provisionEnable() && !Apl.NORMAL.reaches(found.availableLevel()))
        .findFirst()
        .orElseThrow()
        .name()
        .shortName();
  }

  private static HapInstall app(ProvisionProfile profile, String... names) {
    return HapInstall.of(TokenIdentity.of("com.example.notes"), profile, names(names));
  }

  private static Map<PermissionName, GrantState> admitted(HapInstall install) {
    InstallRule.Outcome outcome = InstallRule.admit(install, CATALOGUE, false);
    assertThat(outcome).isInstanceOf(InstallRule.Outcome.Admitted.class);
    return ((InstallRule.Outcome.Admitted) outcome).permissions();
  }

  private static InstallRule.Outcome refusal(HapInstall install) {
    return InstallRule.admit(install, CATALOGUE, false);
  }

  private static InstallRule.Outcome rejected(String name, RefusalRule rule) {
    return new InstallRule.Outcome.Rejected(name(name), rule);
  }

  private static PermissionName name(String shortName) {
    return PermissionName.of(shortName);
  }

  private static List<PermissionName> names(String... shortNames) {
    return Arrays.stream(shortNames).map(PermissionName::of).toList();
  }
}
