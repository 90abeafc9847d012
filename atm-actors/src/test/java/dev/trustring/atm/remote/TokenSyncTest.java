package dev.trustring.atm.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.atm.grant.GrantState;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.token.HapDetails;
import dev.trustring.atm.token.HapToken;
import dev.trustring.atm.token.ProvisionProfile;
import dev.trustring.atm.token.TokenId;
import dev.trustring.atm.token.TokenIdentity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class TokenSyncTest {
  private static final TokenId NOTES = TokenId.hap(7, false);
  private static final TokenId DIARY = TokenId.hap(8, false);
  private static final TokenIdentity APP = TokenIdentity.of("com.example.notes");

  private final TokenSync sync = new TokenSync();

  @Test
  void pullsATokenWhenItIsFirstNeededAndAnswersFromMemoryAfterwards() {
    online("phone");

    List<TokenSync.Wish> wishes = sync.alloc(pull(1, "phone"));
    assertThat(wishes)
        .containsExactly(
            send("phone", new TokenSyncMessage.SyncRemoteHapToken(1, NOTES)),
            new TokenSync.Wish.Remind(1));
    long id = answered(sync.received("phone", response(1, 0), 5));

    assertThat(id).isNotZero();
    assertThat(sync.alloc(pull(2, "phone"))).containsExactly(new TokenSync.Wish.Answer(2, id));
  }

  @Test
  void hasNoTokenOfADeviceThatIsNotOnlineOrNone() {
    assertThat(answered(sync.alloc(pull(1, "phone")))).isZero();
    assertThat(answered(sync.alloc(pull(1, "")))).isZero();
  }

  @Test
  void asksFiveTimesAndThenHasNoToken() {
    online("phone");
    sync.alloc(pull(1, "phone"));

    for (int again = 2; again <= 5; again++) {
      assertThat(sync.remind(1)).hasSize(2);
    }

    assertThat(answered(sync.remind(1))).isZero();
    assertThat(sync.received("phone", response(1, 0), 5)).isEmpty();
  }

  @Test
  void hasNoTokenIfTheOtherDeviceRefusesOrTellsOfAnother() {
    online("phone");
    sync.alloc(pull(1, "phone"));
    sync.alloc(pull(2, "phone"));

    assertThat(
            answered(
                sync.received("phone", new TokenSyncMessage.Response(1, -1, Optional.empty()), 5)))
        .isZero();
    TokenSyncMessage other = new TokenSyncMessage.Response(2, 0, Optional.of(own(DIARY)));
    assertThat(answered(sync.received("phone", other, 5))).isZero();
  }

  @Test
  void takesAnAnswerOnlyFromWhomItAsked() {
    online("phone", "tv");
    sync.alloc(pull(1, "phone"));

    assertThat(sync.received("tv", response(1, 0), 5)).isEmpty();
    assertThat(answered(sync.received("phone", response(1, 0), 5))).isNotZero();
  }

  @Test
  void learnsTheIdOfAnAppFromACallOfIt() {
    online("phone");

    assertThat(sync.alloc(new TokenSync.Pull(1, "phone", Optional.empty(), Optional.of(APP))))
        .contains(send("phone", new TokenSyncMessage.CallerWanted(1, APP)));
    assertThat(sync.received("phone", new TokenSyncMessage.CallerIs(1, NOTES), 5))
        .contains(send("phone", new TokenSyncMessage.SyncRemoteHapToken(2, NOTES)));
    assertThat(answered(sync.received("phone", response(2, 0), 5))).isNotZero();
    assertThat(
            answered(
                sync.alloc(new TokenSync.Pull(2, "phone", Optional.empty(), Optional.of(APP)))))
        .isNotZero();
  }

  @Test
  void hasNoTokenOfAnAppThatIsNotThere() {
    online("phone");
    sync.alloc(new TokenSync.Pull(1, "phone", Optional.empty(), Optional.of(APP)));

    assertThat(
            answered(sync.received("phone", new TokenSyncMessage.CallerIs(1, TokenId.INVALID), 5)))
        .isZero();
  }

  @Test
  void tellsWhoAsksAndFromThenOnAllOnlineDevices() {
    online("phone", "tv");
    assertThat(sync.localChanged(NOTES)).isEmpty();
    observedBy("phone", NOTES);

    List<TokenSync.Wish> first = sync.localChanged(NOTES);
    assertThat(first).containsExactly(new TokenSync.Wish.Fetch("phone", NOTES));
    assertThat(fetched("phone", NOTES)).anyMatch(update("phone"));

    assertThat(sync.received("phone", new TokenSyncMessage.Response(1, -2, Optional.empty()), 5))
        .containsExactly(new TokenSync.Wish.Fetch("tv", NOTES));
  }

  @Test
  void givesAPushUpAfterFiveTriesAndGoesOnWithTheNextDevice() {
    online("phone", "tv");
    observedBy("phone", NOTES);
    sync.localChanged(NOTES);
    fetched("phone", NOTES);
    for (int again = 2; again <= 5; again++) {
      sync.remind(1);
    }

    assertThat(sync.remind(1)).containsExactly(new TokenSync.Wish.Fetch("tv", NOTES));
    fetched("tv", NOTES);
    assertThat(sync.received("tv", new TokenSyncMessage.Response(2, 0, Optional.empty()), 5))
        .isEmpty();
  }

  @Test
  void collapsesWhatChangesDuringARoundAndTellsDeletionsFirst() {
    online("phone");
    observedBy("phone", NOTES);
    observedBy("phone", DIARY);
    sync.localChanged(NOTES);
    assertThat(sync.localChanged(NOTES)).isEmpty();
    assertThat(sync.localChanged(NOTES)).isEmpty();
    assertThat(sync.localDeleted(DIARY)).isEmpty();
    fetched("phone", NOTES);

    List<TokenSync.Wish> next =
        sync.received("phone", new TokenSyncMessage.Response(1, 0, Optional.empty()), 5);

    assertThat(next).contains(send("phone", new TokenSyncMessage.DeleteRemoteToken(2, DIARY)));
    assertThat(sync.received("phone", new TokenSyncMessage.Response(2, 0, Optional.empty()), 5))
        .containsExactly(new TokenSync.Wish.Fetch("phone", NOTES));
    fetched("phone", NOTES);
    assertThat(sync.received("phone", new TokenSyncMessage.Response(3, 0, Optional.empty()), 5))
        .isEmpty();
    assertThat(sync.localChanged(DIARY)).isEmpty();
  }

  @Test
  void letsPullsWaitUntilTheRoundIsOver() {
    online("phone", "tv");
    observedBy("phone", NOTES);
    sync.localChanged(NOTES);
    fetched("phone", NOTES);

    assertThat(sync.alloc(pull(1, "tv"))).isEmpty();

    sync.received("phone", new TokenSyncMessage.Response(1, 0, Optional.empty()), 5);
    fetched("tv", NOTES);
    assertThat(sync.received("tv", new TokenSyncMessage.Response(2, 0, Optional.empty()), 5))
        .contains(send("tv", new TokenSyncMessage.SyncRemoteHapToken(3, NOTES)));
  }

  @Test
  void forgetsADeviceThatGoesOfflineAndPullsAgainUnderAnotherId() {
    online("phone");
    sync.alloc(pull(1, "phone"));
    long before = answered(sync.received("phone", response(1, 0), 5));

    sync.peer("phone", false);
    assertThat(sync.tokens()).isEqualTo(RemoteTokens.NONE);
    assertThat(sync.peer("phone", true)).isEmpty();

    sync.alloc(pull(2, "phone"));
    assertThat(answered(sync.received("phone", response(2, 0), 777_777_777_777_777L)))
        .isNotZero()
        .isNotEqualTo(before);
  }

  @Test
  void tellsWhoWaitsForADeviceThatGoesOffline() {
    online("phone", "tv");
    sync.alloc(pull(1, "phone"));

    assertThat(answered(sync.peer("phone", false))).isZero();
  }

  @Test
  void takesUpdatesAlsoOfTokensThatItNeverPulled() {
    online("phone");

    List<TokenSync.Wish> wishes =
        sync.received("phone", new TokenSyncMessage.UpdateRemoteHapToken(9, own(NOTES)), 5);

    assertThat(wishes)
        .containsExactly(send("phone", new TokenSyncMessage.Response(9, 0, Optional.empty())));
    assertThat(sync.tokens().find("phone", NOTES)).isPresent();
    assertThat(sync.received("phone", new TokenSyncMessage.DeleteRemoteToken(10, NOTES), 5))
        .containsExactly(send("phone", new TokenSyncMessage.Response(10, 0, Optional.empty())));
    assertThat(sync.received("phone", new TokenSyncMessage.DeleteRemoteToken(11, NOTES), 5))
        .containsExactly(send("phone", new TokenSyncMessage.Response(11, -2, Optional.empty())));
  }

  @Test
  void tellsAStrangerToTryAgain() {
    assertThat(sync.received("phone", new TokenSyncMessage.SyncRemoteHapToken(9, NOTES), 5))
        .containsExactly(send("phone", new TokenSyncMessage.Response(9, -2, Optional.empty())));
  }

  @Test
  void refusesToTellOfAnAppThatItDoesNotHave() {
    assertThat(sync.exported(new TokenSync.Wish.Export("phone", 9, NOTES), Optional.empty()))
        .containsExactly(send("phone", new TokenSyncMessage.Response(9, -1, Optional.empty())));
  }

  @Test
  void asksAgainAfterThreeSeconds() {
    assertThat(TokenSync.PATIENCE).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void goesOnWithTheNextDeviceWhenTheAppIsGoneBeforeItsTurn() {
    online("phone", "tv");
    observedBy("phone", NOTES);
    sync.localChanged(NOTES);

    assertThat(sync.fetched(new TokenSync.Wish.Fetch("phone", NOTES), Optional.empty()))
        .containsExactly(new TokenSync.Wish.Fetch("tv", NOTES));
  }

  private void online(String... peers) {
    for (String peer : peers) {
      assertThat(sync.peer(peer, true)).isEmpty();
    }
  }

  private void observedBy(String peer, TokenId token) {
    sync.exported(new TokenSync.Wish.Export(peer, 100, token), Optional.of(own(token)));
  }

  private List<TokenSync.Wish> fetched(String peer, TokenId token) {
    return sync.fetched(new TokenSync.Wish.Fetch(peer, token), Optional.of(own(token)));
  }

  private static Predicate<TokenSync.Wish> update(String peer) {
    return wish ->
        wish instanceof TokenSync.Wish.Send send
            && send.peer().equals(peer)
            && send.message() instanceof TokenSyncMessage.UpdateRemoteHapToken;
  }

  private static TokenSync.Pull pull(int ask, String peer) {
    return new TokenSync.Pull(ask, peer, Optional.of(NOTES), Optional.empty());
  }

  private static TokenSync.Wish send(String peer, TokenSyncMessage message) {
    return new TokenSync.Wish.Send(peer, message);
  }

  private static TokenSyncMessage response(int id, int status) {
    return new TokenSyncMessage.Response(id, status, Optional.of(own(NOTES)));
  }

  private static long answered(List<TokenSync.Wish> wishes) {
    return wishes.stream()
        .filter(TokenSync.Wish.Answer.class::isInstance)
        .map(wish -> ((TokenSync.Wish.Answer) wish).fullTokenId())
        .findFirst()
        .orElseThrow();
  }

  private static HapTokenInfoForSync own(TokenId id) {
    TreeMap<PermissionName, GrantState> permissions = new TreeMap<>();
    permissions.put(PermissionName.DISTRIBUTED_DATASYNC, new GrantState(true, 2));
    return HapTokenInfoForSync.of(
        new HapToken(APP, id, ProvisionProfile.ORDINARY, permissions), HapDetails.ORDINARY);
  }
}
