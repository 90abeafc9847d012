package dev.trustring.kv.service;

import static dev.trustring.kv.query.Queries.limit;
import static dev.trustring.kv.query.Queries.prefixKey;
import static dev.trustring.kv.query.Queries.query;
import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import dev.trustring.kv.InMemory;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.TaskMode;
import dev.trustring.kv.judge.AttemptReport;
import dev.trustring.kv.query.Query;
import dev.trustring.kv.rules.RuleSet;
import dev.trustring.kv.status.DbStatus;
import dev.trustring.kv.status.Status;
import dev.trustring.kv.store.Key;
import dev.trustring.kv.store.KvStore;
import dev.trustring.kv.store.SecurityLabel;
import dev.trustring.kv.store.Value;
import dev.trustring.kv.sync.PeerInfo;
import dev.trustring.trust.level.DeviceLevel;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Subscriptions of queries: the phone wants what is written on the tablet (kv-store §3.4). */
class SubscribeTest {
  private static final ActorTestKit KIT = InMemory.kit();
  private static final Query OF_A = query(prefixKey("a"));

  private final TwoDevices world;

  SubscribeTest(TestInfo test) {
    world = new TwoDevices(KIT, "subscribe " + test.getDisplayName(), RuleSet.OPENHARMONY);
    world.withGrants().withOpenStores();
  }

  @AfterAll
  static void endTheSystem() {
    KIT.shutdownTestKit();
  }

  @Test
  void aWriteThatTheQueryFindsIsPushedAndNoOther() {
    world.tablet.puts("a0", "before");
    assertThat(subscribes(OF_A)).isZero();
    assertThat(world.wire()).contains("ControlRequest", "ControlAnswer");
    assertThat(world.phone.gets("a0")).isEqualTo(notFound());

    world.tablet.puts("b", "other");
    world.tablet.puts("a1", "1");

    AttemptReport push = world.tablet.attempts.receiveMessage();
    assertThat(push.facts().call().mode()).isEqualTo(TaskMode.AUTO_PUSH);
    assertThat(push.engine()).contains(DbStatus.OK);
    assertThat(push.visible().word()).isEqualTo("silent");
    assertThat(push.rowsSent()).isEqualTo(2);
    assertThat(world.phone.gets("a0")).isEqualTo(found("before"));
    assertThat(world.phone.gets("a1")).isEqualTo(found("1"));
    assertThat(world.phone.gets("b")).isEqualTo(notFound());
  }

  @Test
  void aRowThatWentAwayIsPushedToo() {
    subscribes(OF_A);
    world.tablet.puts("a", "1");
    world.tablet.attempts.receiveMessage();

    world.tablet.uses(new KvStore.Command.Delete(Key.of("a")));

    assertThat(world.tablet.attempts.receiveMessage().rowsSent()).isEqualTo(1);
    assertThat(world.phone.gets("a")).isEqualTo(notFound());
  }

  @Test
  void anEndedSubscriptionPushesNothing() {
    subscribes(OF_A);
    assertThat(ends(OF_A)).isZero();
    assertThat(ends(query(prefixKey("never subscribed to")))).isZero();
    world.wire();

    world.tablet.puts("a", "1");

    assertThat(world.tablet.syncsWith(world.phone)).isZero();
    assertThat(world.wire()).doesNotContain("QuerySync");
  }

  @Test
  void aPeerThatWasOfflineIsToldAgainAndForgetsWhatItKnew() {
    subscribes(OF_A);
    world.phone.attempts.receiveMessage();
    world.tablet.sees(world.phone, false);
    world.phone.sees(world.tablet, false);
    world.tablet.puts("a1", "while apart");

    world.tablet.sees(world.phone, true);
    world.phone.sees(world.tablet, true);

    AttemptReport again = world.phone.attempts.receiveMessage();
    assertThat(again.facts().call().mode()).isEqualTo(TaskMode.AUTO_SUBSCRIBE_QUERY);
    assertThat(again.engine()).contains(DbStatus.OK);
    assertThat(world.wire()).doesNotContain("QuerySync");
    world.tablet.puts("a2", "2");
    world.tablet.attempts.receiveMessage();
    assertThat(world.phone.gets("a1")).isEqualTo(found("while apart"));
    assertThat(world.phone.gets("a2")).isEqualTo(found("2"));
  }

  @Test
  void nothingIsLeftOfItWhenTheServiceStartsAnew() {
    subscribes(OF_A);
    world.phone.attempts.receiveMessage();
    world.phone.restarts();
    world.tablet.sees(world.phone, false);
    world.wire();

    world.meet();
    world.tablet.puts("a", "1");

    assertThat(world.tablet.syncsWith(world.phone)).isZero();
    assertThat(world.wire()).doesNotContain("ControlRequest", "QuerySync");
  }

  @Test
  void aDeletedStoreHasNoSubscribersAnyMore() {
    subscribes(OF_A);
    world.tablet.deletes();
    world.tablet.opens(SecurityLabel.S1);
    world.wire();

    world.tablet.puts("a", "1");

    assertThat(world.tablet.syncsWith(world.phone)).isZero();
    assertThat(world.wire()).doesNotContain("QuerySync");
  }

  @Test
  void thePeerTakesFourQueriesOfADeviceAndSaysSoOfTheFifth() {
    for (int n = 1; n <= 4; n++) {
      assertThat(subscribes(query(prefixKey("k" + n)))).isZero();
      world.phone.attempts.receiveMessage();
    }

    assertThat(subscribes(query(prefixKey("k5")))).isEqualTo(Status.OVER_MAX_LIMITS.number());

    AttemptReport fifth = world.phone.attempts.receiveMessage();
    assertThat(fifth.engine()).contains(DbStatus.OVER_MAX_LIMITS);
    assertThat(world.tablet.received.receiveSeveralMessages(5).get(4).asked())
        .last()
        .satisfies(
            gate -> {
              assertThat(gate.gate().id()).isEqualTo("R11");
              assertThat(gate.verdict().stop()).contains(DenyReason.SUBSCRIPTIONS_FULL);
            });
    assertThat(subscribes(query(prefixKey("k4")))).isZero();
  }

  @Test
  void theEngineRefusesAQueryThatLimits() {
    Query limited = query(prefixKey("a"), limit(1, 0));

    assertThat(world.phone.asks(world.tablet, TaskMode.SUBSCRIBE_QUERY, limited))
        .isEqualTo(new KvCall.Reply.Failed(Status.NOT_SUPPORT));
    assertThat(world.wire()).isEmpty();
  }

  @Test
  void aWeakDeviceMayNotSubscribeToRowsThatItMayNotHold() {
    PeerInfo weak =
        new PeerInfo(true, true, Optional.of(DeviceLevel.SL1), false, Optional.of(true));
    world.phone.deletes();
    world.phone.opens(SecurityLabel.S4);
    world.tablet.deletes();
    world.tablet.opens(SecurityLabel.S4);
    world.phone.sees(world.tablet, weak);

    assertThat(subscribes(OF_A)).isEqualTo(Status.SECURITY_LEVEL_ERROR.number());

    assertThat(world.phone.attempts.receiveMessage().asked())
        .last()
        .satisfies(gate -> assertThat(gate.gate().id()).isEqualTo("G13"));
    assertThat(world.wire()).doesNotContain("ControlRequest");
  }

  @Test
  void aPushIsStoppedWhereItsOwnPermissionIsGone() {
    world.tablet.revokes();
    assertThat(subscribes(OF_A)).isZero();

    world.tablet.puts("a", "1");

    assertThat(world.tablet.attempts.receiveMessage().engine())
        .contains(DbStatus.PERMISSION_CHECK_FORBID_SYNC);
    assertThat(world.phone.gets("a")).isEqualTo(notFound());
  }

  private int subscribes(Query query) {
    return world.phone.syncsWith(world.tablet, TaskMode.SUBSCRIBE_QUERY, query);
  }

  private int ends(Query query) {
    return world.phone.syncsWith(world.tablet, TaskMode.UNSUBSCRIBE_QUERY, query);
  }

  private static KvCall.Reply found(String text) {
    return new KvCall.Reply.FromStore(new KvStore.Reply.Found(new Value(Value.Type.STRING, text)));
  }

  private static KvCall.Reply notFound() {
    return new KvCall.Reply.FromStore(new KvStore.Reply.Refused(Status.NOT_FOUND));
  }
}
