package dev.trustring.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.config.scenario.Scenario;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.platform.StandardCalls;
import dev.trustring.sim.journal.Disk;
import dev.trustring.sim.journal.DiskFault;
import dev.trustring.sim.loop.RunLoop;
import dev.trustring.sim.world.DenseHost;
import dev.trustring.sim.world.World;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Stories of a phone whose disk takes no writes for half a minute. */
class DiskFaultTaleTest {
  private static final Duration STRUCK = Duration.ofSeconds(5);
  private static final Duration HEALED = Duration.ofSeconds(35);
  private static final String REVOKED =
      "app: notes, permissionName: ohos.permission.DISTRIBUTED_DATASYNC, permissionFlags: 2";
  private static final long HEALED_NANOS = HEALED.toNanos();

  @ParameterizedTest
  @EnumSource(names = {"WRITES_FAIL", "FULL", "READ_ONLY"})
  void answersNothingThatMustBeWrittenAndEverythingOnceHealed(DiskFault fault) {
    Tale tale = Tale.ofPhoneAndTablet().ready("phone, tablet").put("3s", "phone", "a", "1");
    changesOfEveryPart(tale, 6);
    changesOfEveryPart(tale, 42);

    List<StepResult> steps = stepsOf(tale.read(), fault);

    assertThat(steps)
        .filteredOn(step -> step.storyNanos() > STRUCK.toNanos())
        .allSatisfy(
            step ->
                assertThat(step.outcome().isPresent())
                    .as(step.call() + " at " + Duration.ofNanos(step.storyNanos()))
                    .isEqualTo(step.storyNanos() > HEALED_NANOS));
  }

  @ParameterizedTest
  @EnumSource(names = {"WRITES_FAIL", "FULL", "READ_ONLY"})
  void takesWhatAPeerSendsOnceHealed(DiskFault fault) {
    Tale tale =
        Tale.ofPhoneAndTablet()
            .ready("phone, tablet")
            .put("3s", "tablet", "a", "1")
            .sync("6s", "tablet", "phone")
            .sync("80s", "tablet", "phone")
            .call("90s", "phone", "SingleKVStore.get", "storeId: notes, key: a");

    List<StepResult> steps = stepsOf(tale.read(), fault);

    assertThat(steps.get(steps.size() - 1).outcome().map(CallOutcome::shortForm)).hasValue("1");
  }

  /** One change each for the store, the data service, the AccessTokenManager and trust. */
  private static void changesOfEveryPart(Tale tale, int second) {
    String at = second + "s";
    tale.put(at, "phone", "k" + second, "v")
        .call(
            at,
            "phone",
            "SingleKVStore.setSyncRange",
            "storeId: notes, localLabels: [l%d], remoteSupportLabels: [r]".formatted(second))
        .line(settings(at, "abilityAccessCtrl.revokeUserGrantedPermission", REVOKED))
        .line(
            settings(
                at,
                "distributedAccount.setOsAccountDistributedInfo",
                "event: Ohos.account.event.LOGOUT"));
  }

  private static String settings(String at, String call, String arguments) {
    return "{ at: %s, on: phone, app: settings, call: %s, args: { %s } }"
        .formatted(at, call, arguments);
  }

  private static List<StepResult> stepsOf(Scenario scenario, DiskFault fault) {
    RunLoop loop = RunLoop.open(scenario.seed());
    try (World world =
        new World(scenario, new DenseHost(loop), StandardCalls.registry(), scenario.provenance())) {
      Journal journal = new Journal(world);
      world.watchedBy(journal::watch);
      Story story = new Story(world, journal);
      story.setUp();
      story.schedule();
      Disk disk = Disk.of(loop, "phone");
      loop.schedule(STRUCK, () -> disk.setFault(fault));
      loop.schedule(HEALED, () -> disk.setFault(DiskFault.NONE));
      loop.runFor(Duration.ofMinutes(2));
      return journal.steps();
    }
  }
}
