package dev.trustring.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.platform.StandardCalls;
import dev.trustring.sim.loop.RunLoop;
import dev.trustring.sim.world.DenseHost;
import dev.trustring.sim.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Stories of a tablet that keeps a copy of what an app of the phone may do (access-token §5.6).
 * What the tablet says of it is asked with the device and the app, or with the local id.
 */
class StaleGrantTaleTest {
  private static final String NAME = "permissionName: ohos.permission.DISTRIBUTED_DATASYNC";
  private static final String NOTES_OF_PHONE = "deviceId: phone, app: notes";
  private static final String GRANTED = "0";
  private static final String DENIED = "-1";

  private final Tale tale =
      Tale.ofPhoneAndTablet()
          .granted("phone")
          .line(on("tablet", "10s", "AccessTokenKit.AllocLocalTokenID", NOTES_OF_PHONE));

  @Test
  void aRevocationIsThereAtOnceWhileAllIsWell() {
    revoke("20s");
    verify("21s");

    assertThat(verified()).containsExactly(DENIED);
  }

  @Test
  void aPartitionThatNobodyNoticesLeavesTheOldGrantForGood() {
    tale.fault("20s", "partition, groups: [[phone], [tablet]], for: 60s");
    revoke("22s");
    verify("40s");
    verify("500s");
    tale.line(on("tablet", "501s", "AccessTokenKit.AllocLocalTokenID", NOTES_OF_PHONE));
    verify("510s");

    assertThat(verified()).containsExactly(GRANTED, GRANTED, GRANTED);
    assertThat(localIds()).hasSize(2).allMatch(localIds().get(0)::equals);
  }

  @Test
  void aPartitionThatIsNoticedEndsTheCopyAndTheNextOneHasAnotherId() {
    tale.fault("20s", "partition, groups: [[phone], [tablet]], for: 1000s");
    revoke("22s");
    verify("600s");
    verify("900s");
    tale.line(on("tablet", "1100s", "AccessTokenKit.AllocLocalTokenID", NOTES_OF_PHONE));
    verify("1110s");

    assertThat(verified()).containsExactly(GRANTED, DENIED, DENIED);
    assertThat(localIds()).hasSize(2).doesNotHaveDuplicates().doesNotContain(DENIED, "0");
  }

  @Test
  void theNextSuccessfulCallTellsAllOfItEvenIfItChangesNothing() {
    tale.fault("20s", "partition, groups: [[phone], [tablet]], for: 60s");
    revoke("22s");
    verify("100s");
    revoke("101s");
    verify("102s");

    assertThat(verified()).containsExactly(GRANTED, DENIED);
  }

  @Test
  void aPhoneThatStartsAgainIsForgottenUntilSomebodyAsks() {
    tale.fault("20s", "crash, device: phone, for: 5s");
    verify("60s");
    tale.line(on("tablet", "70s", "AccessTokenKit.AllocLocalTokenID", NOTES_OF_PHONE));
    verify("80s");

    assertThat(verified()).containsExactly(DENIED, GRANTED);
    assertThat(localIds()).hasSize(2).doesNotHaveDuplicates();
  }

  private void revoke(String at) {
    tale.line(
        on(
            "phone",
            at,
            "abilityAccessCtrl.revokeUserGrantedPermission",
            "app: notes, permissionFlags: 2, " + NAME));
  }

  private void verify(String at) {
    tale.line(on("tablet", at, "AccessTokenKit.VerifyAccessToken", NOTES_OF_PHONE + ", " + NAME));
  }

  private List<String> verified() {
    return answersTo("AccessTokenKit.VerifyAccessToken");
  }

  private List<String> localIds() {
    return answersTo("AccessTokenKit.AllocLocalTokenID");
  }

  private List<String> answersTo(String call) {
    return steps().stream()
        .filter(step -> step.call().equals(call))
        .map(StepResult::outcome)
        .flatMap(Optional::stream)
        .map(CallOutcome::shortForm)
        .toList();
  }

  private List<StepResult> steps() {
    RunLoop loop = RunLoop.open(1);
    try (World world =
        new World(
            tale.read(), new DenseHost(loop), StandardCalls.registry(), tale.read().provenance())) {
      Journal journal = new Journal(world);
      world.watchedBy(journal::watch);
      Story story = new Story(world, journal);
      story.setUp();
      story.schedule();
      loop.runFor(Duration.ofMinutes(20));
      return journal.steps();
    }
  }

  private static String on(String device, String at, String call, String arguments) {
    return "{ at: %s, on: %s, app: settings, call: %s, args: { %s } }"
        .formatted(at, device, call, arguments);
  }
}
