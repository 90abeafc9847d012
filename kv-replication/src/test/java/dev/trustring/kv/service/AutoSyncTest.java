package dev.trustring.kv.service;

import static dev.trustring.kv.DeviceFixture.STORE;
import static dev.trustring.kv.service.TwoDevices.CALLER;
import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import dev.trustring.kv.InMemory;
import dev.trustring.kv.decision.TaskMode;
import dev.trustring.kv.decision.Trigger;
import dev.trustring.kv.judge.AttemptReport;
import dev.trustring.kv.rules.RuleSet;
import dev.trustring.kv.status.DbStatus;
import dev.trustring.kv.store.Key;
import dev.trustring.kv.store.KvStore;
import dev.trustring.kv.store.SecurityLabel;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Stores that sync by themselves (kv-store §7.1). */
class AutoSyncTest {
  private static final ActorTestKit KIT = InMemory.kit();

  private final TwoDevices world;

  AutoSyncTest(TestInfo test) {
    world = new TwoDevices(KIT, "auto " + test.getDisplayName(), RuleSet.OPENHARMONY).withGrants();
    world.tablet.opens(SecurityLabel.S1);
  }

  @AfterAll
  static void endTheSystem() {
    KIT.shutdownTestKit();
  }

  @Test
  void goesToTheOtherEndOfTheCallAndBringsItsRowsBackAndCallsNobody() {
    world.phone.opens(STORE, SecurityLabel.S1, true);
    world.tablet.puts("theirs", "2");
    collaborates(true);

    world.phone.puts("mine", "1");

    AttemptReport report = world.phone.attempts.receiveMessage();
    assertThat(report.facts().call().trigger()).isEqualTo(Trigger.WRITE);
    assertThat(report.facts().call().mode()).isEqualTo(TaskMode.PUSH_AND_PULL);
    assertThat(report.engine()).contains(DbStatus.OK);
    assertThat(report.visible().word()).isEqualTo("silent");
    assertThat(isThere(world.tablet, "mine")).isTrue();
    assertThat(isThere(world.phone, "theirs")).isTrue();
    world.phone.completed.expectNoMessage(java.time.Duration.ZERO);
  }

  @Test
  void staysSilentWithoutACallAndSaysWhyToWhoeverWatches() {
    world.phone.opens(STORE, SecurityLabel.S1, true);

    world.phone.puts("mine", "1");

    AttemptReport report = world.phone.attempts.receiveMessage();
    assertThat(report.to()).isEqualTo(world.tablet.name);
    assertThat(report.facts().call().trigger()).isEqualTo(Trigger.WRITE_ALONE);
    assertThat(report.asked())
        .last()
        .satisfies(gate -> assertThat(gate.gate().id()).isEqualTo("G3"));
    assertThat(report.visible().word()).isEqualTo("silent");
    assertThat(world.wire()).isEmpty();
  }

  @Test
  void countsARefusedWriteAndADeleteAsWritesToo() {
    world.phone.opens(STORE, SecurityLabel.S1, true);

    world.phone.uses(new KvStore.Command.PutBatch(List.of()));
    assertThat(world.phone.attempts.receiveMessage().to()).isEqualTo(world.tablet.name);
    world.phone.uses(new KvStore.Command.Delete(Key.of("nothing")));
    assertThat(world.phone.attempts.receiveMessage().to()).isEqualTo(world.tablet.name);
  }

  @Test
  void isNothingForAStoreThatWasOpenedWithoutIt() {
    world.phone.opens(SecurityLabel.S1);
    world.phone.opens(STORE, SecurityLabel.S1, true);
    collaborates(true);

    world.phone.puts("mine", "1");

    assertThat(world.phone.syncsWith(world.tablet)).isZero();
    assertThat(world.phone.attempts.receiveMessage().facts().call().trigger())
        .isEqualTo(Trigger.CALL);
  }

  @Test
  void endsWithTheCallAndWithTheProcess() {
    world.phone.opens(STORE, SecurityLabel.S1, true);
    collaborates(true);
    collaborates(false);
    world.phone.puts("a", "1");
    assertThat(trigger()).isEqualTo(Trigger.WRITE_ALONE);

    collaborates(true);
    world.phone.appEnds();
    world.phone.opens(STORE, SecurityLabel.S1, true);
    world.phone.puts("b", "1");
    assertThat(trigger()).isEqualTo(Trigger.WRITE_ALONE);
  }

  private Trigger trigger() {
    return world.phone.attempts.receiveMessage().facts().call().trigger();
  }

  private void collaborates(boolean calls) {
    Optional<dev.trustring.trust.identity.DeviceName> partner =
        calls ? Optional.of(world.tablet.name) : Optional.empty();
    world.phone.calls(new KvCall.Collaborate(CALLER, partner));
  }

  private static boolean isThere(TwoDevices.Device device, String key) {
    return device.gets(key) instanceof KvCall.Reply.FromStore told
        && told.reply() instanceof KvStore.Reply.Found;
  }
}
