package dev.trustring.device.platform;

import static dev.trustring.device.platform.FakeDevice.SETTINGS;
import static dev.trustring.device.platform.FakeDevice.aPhone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.device.SampleApps;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.Caller;
import dev.trustring.device.call.PlatformCall;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether an app counts as in use: only then can anything be allowed for this time (§3.4). */
class ActivityCallsTest {

  private static final Caller MAPS = FakeDevice.app(SampleApps.MAPS);
  private static final String NOT_FOR_THIS_APP = "12100006";

  private final FakeDevice phone = aPhone().with("maps");

  @Test
  void anAppOfWhichNobodySaidAnythingIsInFront() {
    assertThat(locationForThisTime()).isEqualTo("ok");
  }

  @Test
  void anAppInTheBackgroundIsNotInUseUntilItIsMovedToTheFront() {
    byMaps("UIAbilityContext.moveAbilityToBackground", "{}");
    assertThat(locationForThisTime()).isEqualTo(NOT_FOR_THIS_APP);

    bySettings("missionManager.moveMissionToFront");
    assertThat(locationForThisTime()).isEqualTo("ok");
  }

  @Test
  void aVisibleFormCountsForLocations() {
    byMaps("UIAbilityContext.moveAbilityToBackground", "{}");

    bySettings("formHost.notifyVisibleForms");
    assertThat(locationForThisTime()).isEqualTo("ok");

    bySettings("formHost.notifyInvisibleForms");
    assertThat(locationForThisTime()).isEqualTo(NOT_FOR_THIS_APP);
  }

  @Test
  void ofTheContinuousTasksOnlyOneForTheLocationCounts() {
    byMaps("UIAbilityContext.moveAbilityToBackground", "{}");

    byMaps("backgroundTaskManager.startBackgroundRunning", "{bgMode: 'AUDIO_PLAYBACK'}");
    assertThat(locationForThisTime()).isEqualTo(NOT_FOR_THIS_APP);

    byMaps("backgroundTaskManager.startBackgroundRunning", "{bgMode: 'LOCATION'}");
    assertThat(locationForThisTime()).isEqualTo("ok");

    byMaps("backgroundTaskManager.stopBackgroundRunning", "{}");
    assertThat(locationForThisTime()).isEqualTo(NOT_FOR_THIS_APP);
  }

  @Test
  void theEndOfAProcessTakesFormAndTaskWithIt() {
    bySettings("formHost.notifyVisibleForms");
    byMaps("backgroundTaskManager.startBackgroundRunning", "{bgMode: 'LOCATION'}");

    bySettings("appManager.killProcessesByBundleName");

    assertThat(locationForThisTime()).isEqualTo(NOT_FOR_THIS_APP);
  }

  @Test
  void anAppThatEndsItselfIsNotInUse() {
    byMaps("UIAbilityContext.terminateSelf", "{}");

    assertThat(locationForThisTime()).isEqualTo(NOT_FOR_THIS_APP);
  }

  @Test
  void theRegistryHasThemAll() {
    List<String> names =
        StandardCalls.registry().specs().stream().map(spec -> spec.name().value()).toList();

    assertThat(names)
        .containsAll(
            ActivityCall.all().stream()
                .map(PlatformCall::spec)
                .map(spec -> spec.name().value())
                .toList());
  }

  private void byMaps(String call, String arguments) {
    assertThat(phone.call(MAPS, call, arguments)).isInstanceOf(CallOutcome.Returned.class);
  }

  private void bySettings(String call) {
    assertThat(phone.call(SETTINGS, call, "{app: 'maps'}"))
        .isInstanceOf(CallOutcome.Returned.class);
  }

  private String locationForThisTime() {
    CallOutcome outcome =
        phone.call(
            SETTINGS,
            "abilityAccessCtrl.grantUserGrantedPermission",
            "{app: 'maps', permissionName: 'ohos.permission.APPROXIMATELY_LOCATION',"
                + " permissionFlags: 64}");
    return outcome instanceof CallOutcome.Threw threw
        ? Integer.toString(threw.code().orElse(0))
        : "ok";
  }
}
