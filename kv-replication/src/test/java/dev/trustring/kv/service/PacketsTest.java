package dev.trustring.kv.service;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import dev.trustring.kv.InMemory;
import dev.trustring.kv.decision.TaskMode;
import dev.trustring.kv.judge.ReceiverReport;
import dev.trustring.kv.query.Queries;
import dev.trustring.kv.query.Query;
import dev.trustring.kv.rules.RuleSet;
import dev.trustring.kv.store.KvStore;
import dev.trustring.kv.store.PacketLimits;
import dev.trustring.kv.store.Value;
import dev.trustring.kv.sync.SyncMessage;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Two data services whose soft bus carries two rows at a time. */
class PacketsTest {
  private static final ActorTestKit KIT = InMemory.kit();

  private final TwoDevices world;

  PacketsTest(TestInfo test) {
    world =
        new TwoDevices(KIT, test.getDisplayName(), RuleSet.OPENHARMONY, new PacketLimits(1024, 2))
            .withGrants()
            .withOpenStores();
  }

  @AfterAll
  static void endTheSystem() {
    KIT.shutdownTestKit();
  }

  @Test
  void pushesAllRowsInPacketsOfTwo() {
    meetsFirst();
    List.of("a", "b", "c", "d", "e", "f", "g").forEach(key -> world.phone.puts(key, "1"));

    assertThat(world.phone.syncsWith(world.tablet)).isZero();

    for (String key : List.of("a", "b", "c", "d", "e", "f", "g")) {
      assertThat(world.tablet.gets(key)).isEqualTo(found("1"));
    }
    assertThat(world.wire())
        .hasSize(8)
        .contains("Packet", "PacketAnswer")
        .doesNotContain("DataRequest");
    assertThat(world.phone.attempts.receiveMessage().rowsSent()).isEqualTo(7);
  }

  @Test
  void answersAPullInPacketsAndCallsBackOnce() {
    meetsFirst();
    List.of("a", "b", "c", "d", "e").forEach(key -> world.tablet.puts(key, "2"));

    assertThat(world.phone.syncsWith(world.tablet, TaskMode.PULL)).isZero();

    for (String key : List.of("a", "b", "c", "d", "e")) {
      assertThat(world.phone.gets(key)).isEqualTo(found("2"));
    }
    assertThat(world.wire())
        .filteredOn(word -> word.startsWith("Pull") || word.startsWith("Packet"))
        .containsOnlyOnce("PullRequest")
        .filteredOn("Packet"::equals)
        .hasSize(3);
  }

  @Test
  void goesThroughWhatAQueryFindsInPacketsBothWays() {
    meetsFirst();
    List.of("a1", "b", "a2", "a3").forEach(key -> world.phone.puts(key, "1"));
    List.of("a4", "a5", "a6").forEach(key -> world.tablet.puts(key, "2"));
    Query ofA = Queries.query(Queries.prefixKey("a"));

    assertThat(world.phone.syncsWith(world.tablet, TaskMode.PUSH_AND_PULL, ofA)).isZero();

    for (String key : List.of("a1", "a2", "a3")) {
      assertThat(world.tablet.gets(key)).isEqualTo(found("1"));
    }
    for (String key : List.of("a4", "a5", "a6")) {
      assertThat(world.phone.gets(key)).isEqualTo(found("2"));
    }
    assertThat(world.wire()).filteredOn("Packet"::equals).hasSize(4);
    assertThat(world.phone.syncsWith(world.tablet, TaskMode.PUSH, ofA)).isZero();
  }

  @Test
  void startsTheAnswerToAPushAndPullWithItsLastPacket() {
    meetsFirst();
    List.of("a", "b", "c").forEach(key -> world.phone.puts(key, "1"));
    world.tablet.puts("x", "2");

    assertThat(world.phone.syncsWith(world.tablet, TaskMode.PUSH_AND_PULL)).isZero();

    assertThat(world.tablet.gets("c")).isEqualTo(found("1"));
    assertThat(world.phone.gets("x")).isEqualTo(found("2"));
    assertThat(world.wire()).containsOnlyOnce("PulledRows");
  }

  @Test
  void keepsWhatWasSavedWhenThePermissionGoesInMidTransfer() {
    meetsFirst();
    List.of("a", "b", "c", "d").forEach(key -> world.phone.puts(key, "1"));
    TestProbe<SyncMessage> held = KIT.createTestProbe();
    world.hold(PacketsTest::isSecond, held.getRef()::tell);
    world.phone.starts(world.tablet, TaskMode.PUSH);
    SyncMessage second = held.receiveMessage();
    assertThat(saved(world.tablet.received.receiveMessage())).isTrue();

    world.tablet.revokes();
    world.tablet.tells(new KvServiceActor.FromPeer(world.phone.name, second));

    assertThat(world.phone.number(world.tablet)).isEqualTo(27459584);
    assertThat(saved(world.tablet.received.receiveMessage())).isFalse();
    assertThat(world.tablet.gets("b")).isEqualTo(found("1"));
    assertThat(world.tablet.gets("c")).isNotEqualTo(found("1"));
  }

  @Test
  void sendsWhatIsMissingWithTheNextSync() {
    meetsFirst();
    List.of("a", "b", "c", "d", "e").forEach(key -> world.phone.puts(key, "1"));
    world.lose(message -> message instanceof SyncMessage.Packet packet && packet.number() == 2);
    assertThat(world.phone.syncsWith(world.tablet)).isEqualTo(27459584);
    world.tablet.received.receiveMessage();
    world.lose(message -> false);
    world.phone.attempts.receiveMessage();

    assertThat(world.phone.syncsWith(world.tablet)).isZero();

    assertThat(world.tablet.gets("e")).isEqualTo(found("1"));
    assertThat(world.phone.attempts.receiveMessage().rowsSent()).isEqualTo(3);
  }

  @Test
  void endsWhenTheOtherDeviceGoesInMidTransferAndGoesOnFromThereLater() {
    meetsFirst();
    List.of("a", "b", "c", "d").forEach(key -> world.phone.puts(key, "1"));
    TestProbe<SyncMessage> held = KIT.createTestProbe();
    world.hold(PacketsTest::isSecond, held.getRef()::tell);
    world.phone.starts(world.tablet, TaskMode.PUSH);
    held.receiveMessage();
    world.tablet.received.receiveMessage();

    world.phone.sees(world.tablet, false);
    assertThat(world.phone.number(world.tablet)).isEqualTo(27459584);
    world.phone.attempts.receiveMessage();
    world.phone.sees(world.tablet, true);
    world.hold(message -> false, message -> {});

    assertThat(world.phone.syncsWith(world.tablet)).isZero();
    assertThat(world.tablet.gets("d")).isEqualTo(found("1"));
    assertThat(world.phone.attempts.receiveMessage().rowsSent()).isEqualTo(2);
  }

  private void meetsFirst() {
    world.phone.syncsWith(world.tablet);
    world.phone.attempts.receiveMessage();
    world.tablet.received.receiveMessage();
    world.wire();
  }

  private static boolean isSecond(SyncMessage message) {
    return message instanceof SyncMessage.Packet packet && packet.number() == 2;
  }

  private static boolean saved(ReceiverReport report) {
    return report.asked().stream().allMatch(result -> result.verdict().stop().isEmpty());
  }

  private static KvCall.Reply found(String value) {
    return new KvCall.Reply.FromStore(new KvStore.Reply.Found(new Value(Value.Type.STRING, value)));
  }
}
