package dev.trustring.kv.service;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import dev.trustring.kv.InMemory;
import dev.trustring.kv.decision.TaskMode;
import dev.trustring.kv.judge.AttemptReport;
import dev.trustring.kv.judge.ReceiverReport;
import dev.trustring.kv.rules.RuleSet;
import dev.trustring.kv.store.KvStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** A user who may receive and not send (kv-store §4.1 G8, §4.2 R10). */
class DataFlowTest {
  private static final ActorTestKit KIT = InMemory.kit();

  private final TwoDevices world;

  DataFlowTest(TestInfo test) {
    world =
        new TwoDevices(KIT, "flow " + test.getDisplayName(), RuleSet.OPENHARMONY)
            .withGrants()
            .withOpenStores();
    world.phone.puts("mine", "1");
    world.tablet.puts("theirs", "2");
  }

  @AfterAll
  static void endTheSystem() {
    KIT.shutdownTestKit();
  }

  @Test
  void pushesNothingAndIsToldThatAllIsWell() {
    world.phone.mayNotSend(true);

    assertThat(world.phone.syncsWith(world.tablet)).isZero();

    assertThat(isThere(world.tablet, "mine")).isFalse();
    assertThat(world.wire()).doesNotContain("DataRequest");
  }

  @Test
  void sendsWhatWaitedOnceItMay() {
    world.phone.mayNotSend(true);
    world.phone.syncsWith(world.tablet);
    world.phone.mayNotSend(false);

    assertThat(world.phone.syncsWith(world.tablet)).isZero();

    assertThat(isThere(world.tablet, "mine")).isTrue();
  }

  @Test
  void pullsWhileItPushesNothing() {
    world.phone.mayNotSend(true);

    assertThat(world.phone.syncsWith(world.tablet, TaskMode.PUSH_AND_PULL)).isZero();

    assertThat(isThere(world.phone, "theirs")).isTrue();
    assertThat(isThere(world.tablet, "mine")).isFalse();
  }

  @Test
  void answersAPullWithNothingAndKeepsWhatCameWithIt() {
    world.tablet.mayNotSend(true);

    assertThat(world.phone.syncsWith(world.tablet, TaskMode.PUSH_AND_PULL)).isZero();

    assertThat(isThere(world.phone, "theirs")).isFalse();
    assertThat(isThere(world.tablet, "mine")).isTrue();
    AttemptReport answer = world.tablet.attempts.receiveMessage();
    assertThat(answer.rowsSent()).isZero();
    ReceiverReport asked = world.tablet.received.receiveMessage();
    assertThat(asked.asked())
        .anySatisfy(gate -> assertThat(gate.verdict().word()).isEqualTo("deny"))
        .anySatisfy(gate -> assertThat(gate.gate().id()).isEqualTo("R13"));
  }

  @Test
  void movesNoMarkWithAnEmptyAnswer() {
    world.tablet.mayNotSend(true);
    world.phone.syncsWith(world.tablet, TaskMode.PULL);
    world.tablet.mayNotSend(false);

    assertThat(world.phone.syncsWith(world.tablet, TaskMode.PULL)).isZero();

    assertThat(isThere(world.phone, "theirs")).isTrue();
  }

  private static boolean isThere(TwoDevices.Device device, String key) {
    return device.gets(key) instanceof KvCall.Reply.FromStore told
        && told.reply() instanceof KvStore.Reply.Found;
  }
}
