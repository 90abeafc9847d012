package dev.trustring.kv.service;

import static dev.trustring.kv.AttemptFixture.LINK;
import static dev.trustring.kv.AttemptFixture.anAttempt;
import static dev.trustring.kv.DeviceFixture.NOTES;
import static dev.trustring.kv.DeviceFixture.NOTES_APP;
import static dev.trustring.kv.DeviceFixture.OTHERS_NOTES;
import static dev.trustring.kv.DeviceFixture.STORE;
import static dev.trustring.kv.DeviceFixture.aTablet;
import static dev.trustring.kv.DeviceFixture.aWatch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.atm.token.BundleName;
import dev.trustring.kv.decision.AttemptId;
import dev.trustring.kv.decision.DataGroup;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.metadata.PeerRecord;
import dev.trustring.kv.metadata.StoreRecord;
import dev.trustring.kv.status.Status;
import dev.trustring.kv.store.StoreId;
import dev.trustring.kv.sync.Link;
import dev.trustring.kv.sync.PeerInfo;
import dev.trustring.kv.sync.Subscriptions;
import dev.trustring.kv.sync.SyncNews;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.identity.OsAccountId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the service remembers: turns, open handles, peers, and the catalogue on disk. */
class ServiceMemoryTest {
  private static final DeviceName TABLET = aTablet().name();
  private static final DeviceName WATCH = aWatch().name();
  private static final StoreKey KEY = new StoreKey(NOTES, OsAccountId.FIRST, STORE);
  private static final Link OTHER_STORE =
      new Link(NOTES, NOTES_APP, new StoreId("drafts"), OsAccountId.FIRST);
  private static final PeerInfo ONLINE =
      new PeerInfo(true, true, Optional.empty(), false, Optional.empty());
  private static final PeerInfo OFFLINE =
      new PeerInfo(true, false, Optional.empty(), false, Optional.empty());

  private final Turns turns = new Turns();
  private final AppProcesses apps = new AppProcesses();
  private final PeerBook peers = new PeerBook(peer -> {}, link -> Subscriptions.NONE);

  @Test
  void givesTheTurnToOneAttemptOfAStoreTowardsAPeer() {
    assertThat(turns.join(id(1), TABLET, LINK)).contains(id(1));
    assertThat(turns.join(id(2), TABLET, LINK)).isEmpty();
    assertThat(turns.join(id(3), TABLET, LINK)).isEmpty();

    assertThat(turns.leave(id(1), TABLET, LINK)).contains(id(2));
    assertThat(turns.leave(id(2), TABLET, LINK)).contains(id(3));
    assertThat(turns.leave(id(3), TABLET, LINK)).isEmpty();
    assertThat(turns.join(id(4), TABLET, LINK)).contains(id(4));
  }

  @Test
  void letsOtherPeersAndOtherStoresRunBeside() {
    turns.join(id(1), TABLET, LINK);

    assertThat(turns.join(id(2), WATCH, LINK)).contains(id(2));
    assertThat(turns.join(id(3), TABLET, OTHER_STORE)).contains(id(3));
  }

  @Test
  void doesNotPassOnATurnThatAnAttemptNeverHad() {
    turns.join(id(1), TABLET, LINK);
    turns.join(id(2), TABLET, LINK);
    turns.join(id(3), TABLET, LINK);

    assertThat(turns.leave(id(2), TABLET, LINK)).isEmpty();
    assertThat(turns.leave(id(1), TABLET, LINK)).contains(id(3));
  }

  @Test
  void findsEveryAttemptTowardsAPeer() {
    turns.join(id(1), TABLET, LINK);
    turns.join(id(2), TABLET, LINK);
    turns.join(id(3), WATCH, LINK);
    turns.join(id(4), TABLET, OTHER_STORE);

    assertThat(turns.towards(TABLET)).containsExactlyInAnyOrder(id(1), id(2), id(4));
    turns.leave(id(1), TABLET, LINK);
    turns.leave(id(2), TABLET, LINK);
    assertThat(turns.towards(TABLET)).containsExactly(id(4));
  }

  @Test
  void findsEveryAttemptOfAStore() {
    turns.join(id(1), TABLET, LINK);
    turns.joinToAnswer(id(2), TABLET, LINK);
    turns.join(id(3), WATCH, LINK);
    turns.join(id(4), TABLET, OTHER_STORE);

    assertThat(turns.of(LINK)).containsExactly(id(1), id(2), id(3));
    assertThat(turns.of(OTHER_STORE)).containsExactly(id(4));
  }

  @Test
  void knowsWhetherAnAppsSyncIsStillToEnd() {
    turns.joinToAnswer(id(1), TABLET, LINK);
    turns.join(id(2), TABLET, OTHER_STORE);
    assertThat(turns.hasOwn(LINK)).isFalse();

    turns.join(id(3), WATCH, LINK);
    assertThat(turns.hasOwn(LINK)).isTrue();
    turns.leave(id(3), WATCH, LINK);
    assertThat(turns.hasOwn(LINK)).isFalse();
  }

  @Test
  void knowsAnAppsStoresUnderTheNameThatItsManagerClaims() {
    KvCaller notes = app("com.example.notes");
    assertThat(apps.isOwn(notes, "com.example.notes")).isTrue();

    apps.createdManager(
        new KvCall.CreateManager(notes, new BundleName("com.example.wrong"), DataGroup.NONE));

    assertThat(apps.isOwn(notes, "com.example.notes")).isFalse();
    assertThat(apps.isOwn(notes, "com.example.wrong")).isTrue();
  }

  @Test
  void closesADeletedStoreHoweverOftenItWasOpened() {
    apps.opened(KEY, DataGroup.NONE, false);
    apps.opened(KEY, DataGroup.NONE, false);

    apps.deleted(KEY);

    assertThat(apps.handle(KEY)).isEqualTo(AppProcesses.Handle.CLOSED);
  }

  @Test
  void leavesASessionWithTheLastCloseAlone() {
    apps.opened(KEY, DataGroup.NONE, false);
    apps.opened(KEY, DataGroup.NONE, false);
    apps.inSession(KEY);

    apps.closed(KEY);
    assertThat(apps.leftSession(KEY)).isFalse();
    apps.closed(KEY);
    assertThat(apps.leftSession(KEY)).isTrue();
    assertThat(apps.leftSession(KEY)).isFalse();
  }

  @ParameterizedTest(name = "{0} is an app id: {1}")
  @CsvSource({
    "com.example.notes, true",
    "'with blanks', true",
    "'', false",
    "a/b, false",
    "a###b, false",
    "a##b, true",
    "'bell\u0007', false",
    "größe, false"
  })
  void takesPrintableAppIdsWithoutSlashes(String text, boolean legal) {
    assertThat(ManagerRule.isLegalAppId(text)).isEqualTo(legal);
  }

  @Test
  void takesAppIdsOfUpTo256Characters() {
    assertThat(ManagerRule.isLegalAppId("a".repeat(256))).isTrue();
    assertThat(ManagerRule.isLegalAppId("a".repeat(257))).isFalse();
  }

  @Test
  void isNotFreshAfterAStoreOfItsOwnIsGone() {
    KvCatalogue told =
        learnt(recorded(KvCatalogue.EMPTY, aTablet().store().orElseThrow()), theirStores(), 1);

    KvCatalogue after = new KvCatalogue.Event.StoreForgotten(KEY).appliedTo(told);

    assertThat(after.own(LINK)).isEmpty();
    assertThat(after.isFresh(TABLET, LINK)).isFalse();
    assertThat(after.published().stores()).isEmpty();
  }

  @Test
  void needsAsManyClosesAsOpens() {
    assertThat(apps.handle(KEY)).isEqualTo(AppProcesses.Handle.NEVER_OPENED);
    apps.opened(KEY, DataGroup.NONE, false);
    apps.opened(KEY, DataGroup.NONE, false);

    apps.closed(KEY);
    assertThat(apps.handle(KEY)).isEqualTo(AppProcesses.Handle.OPEN);
    apps.closed(KEY);
    assertThat(apps.handle(KEY)).isEqualTo(AppProcesses.Handle.CLOSED);
  }

  @Test
  void givesAGroupToTheFirstCertificateThatDeclaresIt() {
    String group = "group.notes";
    makesManager("com.example.chess", "chess-team", group);
    makesManager("com.example.lite", "acme", group, group);
    makesManager("com.example.pro", "other-team", group, group);
    makesManager("com.example.plus", "acme", group, group);

    assertThat(refusal("com.example.chess")).contains(DenyReason.DATA_GROUP_MISMATCH);
    assertThat(refusal("com.example.lite")).isEmpty();
    assertThat(refusal("com.example.pro")).contains(DenyReason.DATA_GROUP_SIGNING);
    assertThat(refusal("com.example.plus")).isEmpty();
  }

  private void makesManager(String bundle, String signing, String expected, String... declared) {
    DataGroup group =
        new DataGroup(Optional.of(expected), List.of(declared), signing, Optional.empty());
    KvCaller caller = app(bundle);
    apps.createdManager(new KvCall.CreateManager(caller, caller.bundle(), group));
  }

  private Optional<DenyReason> refusal(String bundle) {
    return apps.group(app(bundle)).refusal();
  }

  private static KvCaller app(String name) {
    return new KvCaller(new BundleName(name), NOTES_APP, OsAccountId.FIRST, 0);
  }

  @Test
  void countsNoMoreClosesThanOpens() {
    apps.closed(KEY);
    assertThat(apps.handle(KEY)).isEqualTo(AppProcesses.Handle.NEVER_OPENED);
    apps.opened(KEY, DataGroup.NONE, false);
    apps.closed(KEY);
    apps.closed(KEY);
    apps.opened(KEY, DataGroup.NONE, false);

    assertThat(apps.handle(KEY)).isEqualTo(AppProcesses.Handle.OPEN);
  }

  @Test
  void refusesTheUseOfAStoreThatIsNotOpen() {
    assertThat(OpenRule.refusal(AppProcesses.Handle.OPEN)).isEmpty();
    assertThat(OpenRule.refusal(AppProcesses.Handle.CLOSED))
        .contains(new KvCall.Reply.Failed(Status.ALREADY_CLOSED));
    assertThat(OpenRule.refusal(AppProcesses.Handle.NEVER_OPENED))
        .contains(new KvCall.Reply.NoStoreObject());
  }

  @Test
  void knowsWhoIsOnline() {
    peers.heardOf(WATCH, ONLINE);
    peers.heardOf(TABLET, ONLINE);
    peers.heardOf(WATCH, OFFLINE);

    assertThat(peers.online()).containsExactly(TABLET);
  }

  @Test
  void forgetsAbilitiesOfAPeerThatGoesOfflineAndKeepsItsClock() {
    peers.heardOf(TABLET, ONLINE);
    peers.clocksMeasured(TABLET, 7);
    peers.ability(TABLET, LINK, true);

    peers.heardOf(TABLET, OFFLINE);

    assertThat(knows(TABLET).ability()).isFalse();
    assertThat(knows(TABLET).clocksMeasured()).isTrue();
    assertThat(knows(TABLET).offset()).isEqualTo(7);
  }

  @Test
  void learnsNoAbilityFromAnAttemptWhosePeerIsGone() {
    peers.heardOf(TABLET, ONLINE);
    peers.attemptEnded(ended(true));
    assertThat(knows(TABLET).ability()).isTrue();

    peers.heardOf(TABLET, OFFLINE);
    peers.attemptEnded(ended(true));

    assertThat(knows(TABLET).ability()).isFalse();
  }

  @Test
  void forgetsAbilitiesThatAnAttemptFoundMissing() {
    peers.heardOf(TABLET, ONLINE);
    peers.ability(TABLET, LINK, true);

    peers.attemptEnded(ended(false));

    assertThat(knows(TABLET).ability()).isFalse();
  }

  @Test
  void forgetsTheAbilitiesOfAStoreWithAnotherLabelTowardsEverybody() {
    peers.ability(TABLET, LINK, true);
    peers.ability(WATCH, LINK, true);
    peers.ability(TABLET, OTHER_STORE, true);

    peers.relabelled(LINK);

    assertThat(knows(TABLET).ability()).isFalse();
    assertThat(knows(WATCH).ability()).isFalse();
    assertThat(peers.knowledge(KvCatalogue.EMPTY, TABLET, OTHER_STORE).ability()).isTrue();
  }

  @Test
  void forgetsEveryClockWhenItsOwnIsSet() {
    peers.clocksMeasured(TABLET, 7);
    peers.clocksServed(WATCH);
    assertThat(knows(WATCH).clocksExchanged()).isTrue();
    assertThat(knows(WATCH).clocksMeasured()).isFalse();

    peers.clockChanged();

    assertThat(knows(TABLET).clocksMeasured()).isFalse();
    assertThat(knows(TABLET).clocksExchanged()).isFalse();
    assertThat(knows(WATCH).clocksExchanged()).isFalse();
  }

  @Test
  void tellsItsOwnStoreFromTheOneThatSomebodyElseSigned() {
    KvCatalogue known = recorded(KvCatalogue.EMPTY, aTablet().store().orElseThrow());
    Link others = new Link(NOTES, OTHERS_NOTES, STORE, OsAccountId.FIRST);

    assertThat(known.own(LINK)).isPresent();
    assertThat(known.sameBundle(LINK)).isEmpty();
    assertThat(known.own(others)).isEmpty();
    assertThat(known.sameBundle(others)).isPresent();
    assertThat(known.own(OTHER_STORE)).isEmpty();
  }

  @Test
  void keepsWhetherAStoreSyncsByItselfFromTheFirstOpeningToTheLastClose() {
    apps.opened(KEY, DataGroup.NONE, true);
    apps.opened(KEY, DataGroup.NONE, false);

    assertThat(apps.syncsByItself(KEY)).isTrue();
    apps.closed(KEY);
    apps.closed(KEY);
    assertThat(apps.syncsByItself(KEY)).isFalse();
    apps.opened(KEY, DataGroup.NONE, false);
    assertThat(apps.syncsByItself(KEY)).isFalse();
  }

  @Test
  void isFreshOnceThePeerHoldsTheNewestRecordsAndItsStoreIsKnown() {
    KvCatalogue known = recorded(KvCatalogue.EMPTY, aTablet().store().orElseThrow());

    assertThat(known.isFresh(TABLET, LINK)).isFalse();
    assertThat(learnt(known, List.of(), 1).isFresh(TABLET, LINK)).isFalse();
    assertThat(learnt(known, theirStores(), -1).isFresh(TABLET, LINK)).isFalse();
    assertThat(learnt(known, theirStores(), 1).isFresh(TABLET, LINK)).isTrue();
    assertThat(learnt(known, theirStores(), 1).isFresh(WATCH, LINK)).isFalse();
  }

  @Test
  void isNotFreshAfterItsOwnRecordsHaveChanged() {
    KvCatalogue told =
        learnt(recorded(KvCatalogue.EMPTY, aTablet().store().orElseThrow()), theirStores(), 1);

    assertThat(recorded(told, aTablet().store().orElseThrow()).isFresh(TABLET, LINK)).isFalse();
  }

  @Test
  void publishesItsUsersAndStores() {
    StoreRecord store = aTablet().store().orElseThrow();

    PeerRecord published = recorded(KvCatalogue.EMPTY, store).published();

    assertThat(published.capabilityVersion()).isEqualTo(3);
    assertThat(published.activeUsers()).containsExactly(OsAccountId.SYSTEM, OsAccountId.FIRST);
    assertThat(published.store(NOTES_APP, STORE)).contains(store);
    assertThat(published.knowsApp(NOTES_APP)).isTrue();
    assertThat(published.knowsApp(OTHERS_NOTES)).isFalse();
  }

  private dev.trustring.kv.sync.Knowledge knows(DeviceName peer) {
    return peers.knowledge(KvCatalogue.EMPTY, peer, LINK);
  }

  private static List<StoreRecord> theirStores() {
    return List.of(aTablet().store().orElseThrow());
  }

  private static KvCatalogue recorded(KvCatalogue before, StoreRecord store) {
    return new KvCatalogue.Event.StoreRecorded(KEY, store).appliedTo(before);
  }

  private static KvCatalogue learnt(KvCatalogue before, List<StoreRecord> stores, long version) {
    PeerRecord record = new PeerRecord(3, List.of(OsAccountId.FIRST), stores);
    return new KvCatalogue.Event.PeerLearnt(TABLET, record, version).appliedTo(before);
  }

  private static SyncNews.Ended ended(boolean ability) {
    return new SyncNews.Ended(
        id(1), TABLET, LINK, anAttempt().sendersHalf(), List.of(), Optional.empty(), 0, ability);
  }

  private static AttemptId id(int number) {
    return new AttemptId(new DeviceName("phone"), 1, number);
  }
}
