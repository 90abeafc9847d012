package dev.trustring.kv.service;

import static dev.trustring.kv.query.Queries.inKeys;
import static dev.trustring.kv.query.Queries.on;
import static dev.trustring.kv.query.Queries.prefixKey;
import static dev.trustring.kv.query.Queries.query;
import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import dev.trustring.kv.InMemory;
import dev.trustring.kv.decision.TaskMode;
import dev.trustring.kv.query.Operand;
import dev.trustring.kv.query.Predicate;
import dev.trustring.kv.query.Query;
import dev.trustring.kv.rules.RuleSet;
import dev.trustring.kv.status.Status;
import dev.trustring.kv.store.Key;
import dev.trustring.kv.store.KvStore;
import dev.trustring.kv.store.Value;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Syncs of what a query finds (kv-store §2.5, §3.6). */
class QuerySyncTest {
  private static final ActorTestKit KIT = InMemory.kit();
  private static final Query OF_A = query(prefixKey("a"));

  private final TwoDevices world;

  QuerySyncTest(TestInfo test) {
    world = new TwoDevices(KIT, "query " + test.getDisplayName(), RuleSet.OPENHARMONY);
    world.withGrants().withOpenStores();
  }

  @AfterAll
  static void endTheSystem() {
    KIT.shutdownTestKit();
  }

  @Test
  void aPushSendsWhatTheQueryFindsAndLeavesTheRestForLater() {
    world.phone.puts("a", "1");
    world.phone.puts("b", "2");

    assertThat(world.phone.syncsWith(world.tablet, TaskMode.PUSH, OF_A)).isZero();

    assertThat(world.tablet.gets("a")).isEqualTo(found("1"));
    assertThat(world.tablet.gets("b")).isEqualTo(notFound());
    assertThat(world.wire()).contains("QuerySync").doesNotContain("DataRequest");
    assertThat(world.phone.attempts.receiveMessage().facts().call().mode())
        .isEqualTo(TaskMode.QUERY_PUSH);
    assertThat(world.phone.syncsWith(world.tablet)).isZero();
    assertThat(world.tablet.gets("b")).isEqualTo(found("2"));
  }

  @Test
  void aPullBringsWhatTheQueryFindsThere() {
    world.tablet.puts("a", "1");
    world.tablet.puts("b", "2");

    assertThat(world.phone.syncsWith(world.tablet, TaskMode.PULL, OF_A)).isZero();

    assertThat(world.phone.gets("a")).isEqualTo(found("1"));
    assertThat(world.phone.gets("b")).isEqualTo(notFound());
    assertThat(world.wire()).contains("QuerySync", "PulledRows");
  }

  @Test
  void aPushAndPullGoesBothWays() {
    world.phone.puts("a1", "1");
    world.tablet.puts("a2", "2");
    world.tablet.puts("b", "3");

    assertThat(world.phone.syncsWith(world.tablet, TaskMode.PUSH_AND_PULL, OF_A)).isZero();

    assertThat(world.phone.gets("a2")).isEqualTo(found("2"));
    assertThat(world.phone.gets("b")).isEqualTo(notFound());
    assertThat(world.tablet.gets("a1")).isEqualTo(found("1"));
  }

  @Test
  void aTombstoneTravelsWithAnyQuery() {
    world.phone.puts("b", "1");
    world.phone.syncsWith(world.tablet);
    world.phone.uses(new KvStore.Command.Delete(Key.of("b")));

    assertThat(world.phone.syncsWith(world.tablet, TaskMode.PUSH, OF_A)).isZero();

    assertThat(world.tablet.gets("b")).isEqualTo(notFound());
  }

  @Test
  void theEngineRefusesWhatItCannotSync() {
    Query byTime = query(on(Predicate.ORDER_BY_WRITE_TIME, Operand.of(true)));
    Query byValue = query(on(Predicate.IS_NULL, "$.title"));

    assertThat(world.phone.asks(world.tablet, TaskMode.PUSH, byTime))
        .isEqualTo(new KvCall.Reply.Failed(Status.NOT_SUPPORT));
    assertThat(world.phone.asks(world.tablet, TaskMode.PUSH, byValue))
        .isEqualTo(new KvCall.Reply.Failed(Status.NOT_SUPPORT));
    assertThat(world.phone.asks(world.tablet, TaskMode.PUSH, query(inKeys())))
        .isEqualTo(new KvCall.Reply.Failed(Status.ERROR));
    assertThat(world.wire()).isEmpty();
  }

  private static KvCall.Reply found(String text) {
    return new KvCall.Reply.FromStore(new KvStore.Reply.Found(new Value(Value.Type.STRING, text)));
  }

  private static KvCall.Reply notFound() {
    return new KvCall.Reply.FromStore(new KvStore.Reply.Refused(Status.NOT_FOUND));
  }
}
