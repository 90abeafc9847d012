package dev.trustring.device.platform;

import static dev.trustring.device.platform.FakeDevice.NOTES;
import static dev.trustring.device.platform.FakeDevice.SETTINGS;
import static dev.trustring.device.platform.FakeDevice.aPhone;
import static dev.trustring.device.platform.PermissionCallsTest.code;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.atm.GrantEffect;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.Caller;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The calls on and off (access-token §4.4). */
class ListenerCallsTest {
  private static final String JS = "abilityAccessCtrl.";
  private static final String OWN = "type: 'selfPermissionStateChange', ";
  private static final String ALL = "permissionList: [], callback: 'f'";

  private final FakeDevice phone = aPhone().with("notes", "traveller");

  @Test
  void hearsOfTheAppsItNamesAndOfNoOthers() {
    on(SETTINGS, "tokenIDList: [{app: 'notes'}], " + ALL);

    grant("traveller");
    assertThat(heard()).isEmpty();
    grant("notes");

    assertThat(heard()).containsExactly("settings f 1 ohos.permission.CAMERA");
  }

  @Test
  void takesAPartlyKnownListAndRefusesAnUnknownOne() {
    assertThat(code(on(SETTINGS, "tokenIDList: [{app: 'greedy'}, {tokenID: 7}], " + ALL)))
        .isEqualTo(12100001);
    assertThat(on(SETTINGS, "tokenIDList: [{app: 'greedy'}, {app: 'notes'}], " + ALL))
        .isEqualTo(CallOutcome.done());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tokenIDList: [{}], ",
        "tokenIDList: [{app: 'notes', tokenID: 7}], ",
        "tokenIDList: ['notes'], ",
        "tokenIDList: 7, ",
        "type: 'stateChange', "
      })
  void refusesWhatIsNoListOfTokensOrNoKindOfChange(String scope) {
    assertThat(code(on(SETTINGS, scope + ALL))).isEqualTo(401);
    assertThat(code(off(SETTINGS, scope + ALL))).isEqualTo(401);
  }

  @Test
  void hearsOfItselfWithoutAnyRight() {
    assertThat(code(on(NOTES, ALL))).isEqualTo(202);
    assertThat(on(NOTES, OWN + ALL)).isEqualTo(CallOutcome.done());

    grant("traveller");
    grant("notes");

    assertThat(heard()).hasSize(1);
  }

  @Test
  void listensToItselfOnceAndNoLonger() {
    on(NOTES, OWN + ALL);
    assertThat(code(on(NOTES, OWN + ALL))).isEqualTo(12100004);

    assertThat(off(NOTES, OWN + ALL)).isEqualTo(CallOutcome.done());
    assertThat(code(off(NOTES, OWN + ALL))).isEqualTo(12100004);
    grant("notes");
    assertThat(heard()).isEmpty();
  }

  @Test
  void refusesSettingsAListenerForItself() {
    assertThat(code(on(SETTINGS, OWN + ALL))).isEqualTo(12100001);
  }

  @Test
  void endsOnlyTheScopeThatItNamesAndAllCallbacksOfItIfItNamesNone() {
    on(SETTINGS, ALL);
    on(SETTINGS, "permissionList: [], callback: 'g'");

    assertThat(code(off(SETTINGS, "tokenIDList: [{app: 'notes'}], permissionList: []")))
        .isEqualTo(12100001);
    assertThat(off(SETTINGS, "permissionList: []")).isEqualTo(CallOutcome.done());
    grant("notes");

    assertThat(heard()).isEmpty();
  }

  @Test
  void hearsOfWhatAnUninstalledAppHasLost() {
    grant("notes");
    on(SETTINGS, "tokenIDList: [{app: 'notes'}], " + ALL);

    phone.call(SETTINGS, "installer.uninstall", "{app: 'notes'}");

    assertThat(heard())
        .contains("settings f 0 ohos.permission.CAMERA", "settings f 0 ohos.permission.INTERNET");
  }

  private List<String> heard() {
    return phone.effects().stream()
        .filter(GrantEffect.CallBack.class::isInstance)
        .map(GrantEffect.CallBack.class::cast)
        .map(
            call ->
                call.process()
                    + " "
                    + call.callback()
                    + " "
                    + call.change().change()
                    + " "
                    + call.change().name())
        .toList();
  }

  private void grant(String app) {
    phone.call(
        SETTINGS,
        JS + "grantUserGrantedPermission",
        "{app: '" + app + "', permissionName: 'ohos.permission.CAMERA', permissionFlags: 2}");
  }

  private CallOutcome on(Caller caller, String arguments) {
    return phone.call(caller, JS + "on", "{" + arguments + "}");
  }

  private CallOutcome off(Caller caller, String arguments) {
    return phone.call(caller, JS + "off", "{" + arguments + "}");
  }
}
