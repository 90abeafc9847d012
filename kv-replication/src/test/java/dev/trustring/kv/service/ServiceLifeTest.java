package dev.trustring.kv.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.atm.token.BundleName;
import dev.trustring.kv.decision.DataGroup;
import dev.trustring.kv.status.Status;
import dev.trustring.kv.store.AppId;
import dev.trustring.kv.store.Key;
import dev.trustring.kv.store.KvStore;
import dev.trustring.kv.store.StoreId;
import dev.trustring.kv.store.SubscribeType;
import dev.trustring.kv.store.SyncRange;
import dev.trustring.trust.identity.OsAccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The death of the data service, as apps and their clients see it (kv-store §1.1). */
class ServiceLifeTest {
  private static final BundleName NOTES = new BundleName("com.example.notes");
  private static final KvCaller CALLER =
      new KvCaller(NOTES, AppId.of(NOTES, "acme"), OsAccountId.FIRST, 0);
  private static final StoreId STORE = new StoreId("s");
  private static final Instant DEATH = Instant.ofEpochSecond(100);

  private final ServiceLife life = new ServiceLife();

  @Test
  void tellsEachCallbackOnce() {
    listen(true, "b");
    listen(true, "a");
    listen(true, "a");

    assertThat(life.dies(DEATH)).extracting(DeathNotice::callback).containsExactly("a", "b");
    assertThat(life.serving()).isFalse();
  }

  @Test
  void tellsNoneThatWasTakenOff() {
    listen(true, "a");
    listen(true, "b");
    listen(false, "a");
    listen(false, "never there");

    assertThat(life.dies(DEATH)).extracting(DeathNotice::callback).containsExactly("b");
    life.listens(new KvCall.ListenForDeath(CALLER, false, Optional.empty()));
    assertThat(life.dies(DEATH)).isEmpty();
  }

  @Test
  void forgetsTheCallbacksOfAProcessThatIsGone() {
    listen(true, "a");

    life.ended(new KvServiceActor.AppEnded(NOTES, OsAccountId.FIRST));

    assertThat(life.dies(DEATH)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, 500", "1, 499", "499, 1", "500, 500", "30250, 250"})
  void hasClientsTryEveryHalfSecondFromItsDeathOn(long dead, long untilNext) {
    life.dies(DEATH);

    assertThat(life.livesAgain(DEATH.plusMillis(dead))).isEqualTo(Duration.ofMillis(untilNext));
    assertThat(life.serving()).isTrue();
  }

  static List<KvCall> whatGoesToTheService() {
    return List.of(
        onStore(new KvStore.Command.SetRange(SyncRange.UNSET)),
        onStore(new KvStore.Command.Observe("f", SubscribeType.SUBSCRIBE_TYPE_REMOTE)),
        onStore(new KvStore.Command.Observe("f", SubscribeType.SUBSCRIBE_TYPE_ALL)),
        new KvCall.AutoSync(CALLER, STORE, Optional.empty()),
        new KvCall.EnableSync(CALLER, STORE, true),
        new KvCall.SetSyncParam(CALLER, STORE, new KvProcess("1", false), Duration.ZERO),
        new KvCall.StoreIds(CALLER, "com.example.notes"));
  }

  @ParameterizedTest
  @MethodSource("whatGoesToTheService")
  void refusesWhatHasToGoToTheServiceWhileItIsDead(KvCall call) {
    assertThat(life.refusal(call)).isEmpty();

    life.dies(DEATH);

    assertThat(life.refusal(call)).contains(new KvCall.Reply.Failed(Status.SERVER_UNAVAILABLE));
  }

  static List<KvCall> whatTheAppDoesByItself() {
    return List.of(
        onStore(new KvStore.Command.Get(Key.of("a"))),
        onStore(new KvStore.Command.Observe("f", SubscribeType.SUBSCRIBE_TYPE_LOCAL)),
        onStore(new KvStore.Command.Unobserve(Optional.empty())),
        new KvCall.CreateManager(CALLER, NOTES, DataGroup.NONE),
        new KvCall.CloseStore(CALLER, Optional.empty(), STORE));
  }

  @ParameterizedTest
  @MethodSource("whatTheAppDoesByItself")
  void leavesAppsTheirOwnFiles(KvCall call) {
    life.dies(DEATH);

    assertThat(life.refusal(call)).isEmpty();
  }

  private void listen(boolean on, String callback) {
    life.listens(new KvCall.ListenForDeath(CALLER, on, Optional.of(callback)));
  }

  private static KvCall onStore(KvStore.Command command) {
    return new KvCall.OnStore(CALLER, STORE, command);
  }
}
