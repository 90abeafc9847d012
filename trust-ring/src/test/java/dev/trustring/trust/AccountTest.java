package dev.trustring.trust;

import static dev.trustring.trust.TrustWorld.ALICE;
import static dev.trustring.trust.TrustWorld.BOB;
import static dev.trustring.trust.TrustWorld.CHESS;
import static dev.trustring.trust.TrustWorld.NOTES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.trust.access.AccessReason;
import dev.trustring.trust.access.AccessRow;
import dev.trustring.trust.access.BindType;
import dev.trustring.trust.account.AccountEvent;
import dev.trustring.trust.effect.TimerKey;
import dev.trustring.trust.effect.TrustEffect;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.ledger.AccountState;
import dev.trustring.trust.ring.Ring;
import dev.trustring.trust.ring.Rings;
import dev.trustring.trust.wire.RelationMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AccountTest {
  private final TrustWorld world = new TrustWorld();
  private final TrustWorld.Device phone = world.device("phone");
  private final TrustWorld.Device tablet = world.device("tablet");
  private final TrustWorld.Device watch = world.device("watch");

  private void shareAccount(TrustWorld.Device one, TrustWorld.Device other) {
    one.logsIn(ALICE);
    other.logsIn(ALICE);
    one.sees(other);
    world.deliverAll();
  }

  @Test
  void trustsAPeerOfTheSameAccountForEveryApp() {
    shareAccount(phone, tablet);

    assertThat(phone.access(tablet, CHESS).access().reason()).isEqualTo(AccessReason.SAME_ACCOUNT);
    assertThat(tablet.access(phone, NOTES).access().reason()).isEqualTo(AccessReason.SAME_ACCOUNT);
    assertThat(phone.state.rows())
        .extracting(AccessRow::bindType)
        .containsExactly(BindType.IDENTICAL_ACCOUNT);
    assertThat(phone.timers).isEmpty();
  }

  @Test
  void writesOnTheResponderFirstAndOnTheInitiatorWhenTheAnswerComes() {
    phone.logsIn(ALICE);
    tablet.logsIn(ALICE);
    phone.sees(tablet);

    world.deliver(0);
    boolean responderFirst = tablet.mayTalkTo(phone, NOTES) && !phone.mayTalkTo(tablet, NOTES);
    world.deliver(0);

    assertThat(responderFirst).isTrue();
    assertThat(phone.mayTalkTo(tablet, NOTES)).isTrue();
  }

  @Test
  void leavesOneSideTrustingWhenTheAnswerIsLostAndMendsItAtTheNextSight() {
    phone.logsIn(ALICE);
    tablet.logsIn(ALICE);
    phone.sees(tablet);
    world.deliver(0);
    world.loseAll();
    phone.asked(new Trust.TimerFired(new TimerKey.OfAccountHello(tablet.identity.udid())));
    boolean lopsided = tablet.mayTalkTo(phone, NOTES) && !phone.mayTalkTo(tablet, NOTES);

    phone.sees(tablet);
    world.deliverAll();

    assertThat(lopsided).isTrue();
    assertThat(phone.mayTalkTo(tablet, NOTES)).isTrue();
    assertThat(tablet.state.rows()).hasSize(1);
  }

  @Test
  void saysHelloOnceAndNotToAPeerItKnows() {
    phone.logsIn(ALICE);
    tablet.logsIn(ALICE);

    phone.sees(tablet);
    phone.sees(tablet);
    world.deliverAll();
    phone.sees(tablet);

    assertThat(phone.all(TrustEffect.Send.class)).hasSize(1);
  }

  @Test
  void agreesWhenBothSayHelloAtOnce() {
    phone.logsIn(ALICE);
    tablet.logsIn(ALICE);
    phone.sees(tablet);
    tablet.sees(phone);

    world.deliverAll();

    assertThat(phone.state.rows()).hasSize(1);
    assertThat(tablet.state.rows()).hasSize(1);
  }

  @Test
  void saysNothingToADeviceOfAnotherAccountOrNone() {
    phone.logsIn(ALICE);
    tablet.logsIn(BOB);

    phone.sees(tablet);
    phone.sees(watch);

    assertThat(world.table).isEmpty();
  }

  @Test
  void writesNothingWhenTheAccountsDifferAfterAll() {
    phone.logsIn(ALICE);
    tablet.logsIn(ALICE);
    phone.sees(tablet);
    tablet.logsOut();
    tablet.logsIn(BOB);

    world.deliverAll();

    assertThat(phone.state.rows()).isEmpty();
    assertThat(tablet.state.rows()).isEmpty();
  }

  @Test
  void ignoresAnAnswerToAHelloThatTheLogoutOvertook() {
    phone.logsIn(ALICE);
    tablet.logsIn(ALICE);
    phone.sees(tablet);
    phone.logsOut();

    world.deliverAll();

    assertThat(phone.state.rows()).isEmpty();
  }

  @Test
  void dropsAHelloWhenThePeerIsGone() {
    phone.logsIn(ALICE);
    tablet.logsIn(ALICE);
    phone.sees(tablet);

    world.disconnect(phone, tablet);

    assertThat(phone.sessions).isEqualTo(Sessions.NONE);
    assertThat(phone.timers).isEmpty();
  }

  @Test
  void endsTheTrustOfBothSidesAtLogout() {
    shareAccount(phone, tablet);

    phone.logsOut();
    world.deliverAll();

    assertThat(phone.state.rows()).isEmpty();
    assertThat(tablet.state.rows()).isEmpty();
  }

  @Test
  void leavesAPeerTrustingThatNeverHearsOfTheLogout() {
    shareAccount(phone, tablet);

    phone.logsOut();
    world.loseAll();

    assertThat(phone.mayTalkTo(tablet, NOTES)).isFalse();
    assertThat(tablet.mayTalkTo(phone, NOTES)).isTrue();
  }

  @Test
  void takesAPinBondAlongThatStoredTheAccount() {
    phone.logsIn(ALICE);
    world.bind(phone, tablet);

    phone.logsOut();
    world.deliverAll();

    assertThat(phone.hasNothing()).isTrue();
    assertThat(tablet.hasNothing()).isTrue();
  }

  @Test
  void leavesAPinBondThatIsOlderThanTheLogin() {
    world.bind(phone, tablet);
    phone.logsIn(ALICE);

    phone.logsOut();
    world.deliverAll();

    assertThat(phone.hasBond() && tablet.hasBond()).isTrue();
  }

  @Test
  void tellsEveryKnownPeerOfTheLogout() {
    shareAccount(phone, tablet);
    world.bind(phone, watch);

    phone.logsOut();

    assertThat(world.table).extracting(TrustWorld.Letter::to).containsExactly(tablet, watch);
    assertThat(world.table)
        .extracting(TrustWorld.Letter::message)
        .containsOnly(new RelationMessage.AccountLogout(ALICE.hash(), OsAccountId.FIRST));
  }

  @Test
  void doesNotBringDeletedBondsBackAtTheNextLogin() {
    phone.logsIn(ALICE);
    world.bind(phone, tablet);
    phone.logsOut();
    world.deliverAll();

    phone.logsIn(ALICE);

    assertThat(phone.state.rows()).isEmpty();
  }

  @Test
  void ignoresASecondLoginAndALogoutOfNobody() {
    Trust.Reply early = phone.logsOut();
    phone.logsIn(ALICE);
    Trust.Reply second = phone.logsIn(BOB);

    assertThat(early).isEqualTo(new Trust.Refused(TrustRefusal.NOT_LOGGED_IN));
    assertThat(second).isEqualTo(new Trust.Refused(TrustRefusal.ALREADY_LOGGED_IN));
    assertThat(phone.state.loggedIn(OsAccountId.FIRST)).contains(ALICE);
  }

  @Test
  void givesTheSystemUserNoAccount() {
    assertThat(phone.asked(new Trust.Login(OsAccountId.SYSTEM, ALICE)))
        .isEqualTo(new Trust.Refused(TrustRefusal.SYSTEM_USER));
  }

  /** Each row: state before, event, and the state after it on both kinds of builds. */
  static Stream<Arguments> transitions() {
    return Stream.of(
        of(AccountState.UNBOUND, AccountEvent.LOGIN, AccountState.LOGIN, AccountState.LOGIN),
        of(AccountState.NOT_LOGIN, AccountEvent.LOGIN, AccountState.LOGIN, AccountState.LOGIN),
        of(AccountState.LOGOFF, AccountEvent.LOGIN, AccountState.LOGIN, AccountState.LOGIN),
        of(AccountState.TOKEN_EXPIRED, AccountEvent.LOGIN, AccountState.LOGIN, AccountState.LOGIN),
        of(
            AccountState.LOGIN,
            AccountEvent.TOKEN_INVALID,
            AccountState.TOKEN_EXPIRED,
            AccountState.TOKEN_EXPIRED),
        of(AccountState.LOGIN, AccountEvent.LOGOUT, AccountState.UNBOUND, AccountState.NOT_LOGIN),
        of(AccountState.LOGIN, AccountEvent.LOGOFF, AccountState.UNBOUND, AccountState.LOGOFF),
        of(
            AccountState.TOKEN_EXPIRED,
            AccountEvent.LOGOUT,
            AccountState.UNBOUND,
            AccountState.NOT_LOGIN),
        of(
            AccountState.TOKEN_EXPIRED,
            AccountEvent.LOGOFF,
            AccountState.UNBOUND,
            AccountState.LOGOFF));
  }

  private static Arguments of(
      AccountState before, AccountEvent event, AccountState plain, AccountState withSpaces) {
    return Arguments.of(before, event, plain, withSpaces);
  }

  @ParameterizedTest(name = "{0} after {1}")
  @MethodSource("transitions")
  void followsTheAccountStateTable(
      AccountState before, AccountEvent event, AccountState plain, AccountState withSpaces) {
    assertThat(event.from(before, false)).contains(plain);
    assertThat(event.from(before, true)).contains(withSpaces);
  }

  @Test
  void ignoresEveryOtherEvent() {
    long accepted =
        Arrays.stream(AccountState.values())
            .flatMap(s -> Arrays.stream(AccountEvent.values()).map(e -> e.from(s, false)))
            .filter(Optional::isPresent)
            .count();

    assertThat(accepted).isEqualTo(transitions().count());
    assertThat(Arrays.stream(AccountState.values()).map(AccountState::number))
        .containsExactly(-1, 0, 1, 2, 3, 4);
  }

  @Test
  void anExpiredTokenLeavesRowsAndRing() {
    shareAccount(phone, tablet);
    List<Ring> before = Rings.of(phone.state, phone.identity);

    phone.asked(new Trust.ExpireToken(OsAccountId.FIRST));

    assertThat(phone.state.accountOf(OsAccountId.FIRST).state())
        .isEqualTo(AccountState.TOKEN_EXPIRED);
    assertThat(phone.mayTalkTo(tablet, NOTES)).isTrue();
    assertThat(Rings.of(phone.state, phone.identity)).isEqualTo(before);
    assertThat(world.table).isEmpty();
  }

  @Test
  void aLogoffLeavesTheRowsAndALogoutAfterAnExpiryTakesThem() {
    shareAccount(phone, tablet);

    phone.asked(new Trust.ExpireToken(OsAccountId.FIRST));
    tablet.asked(new Trust.Logoff(OsAccountId.FIRST));
    boolean kept = phone.mayTalkTo(tablet, NOTES) && tablet.mayTalkTo(phone, NOTES);
    phone.logsOut();
    world.deliverAll();

    assertThat(kept).isTrue();
    assertThat(tablet.state.loggedIn(OsAccountId.FIRST)).isEmpty();
    assertThat(phone.state.rows()).isEmpty();
    assertThat(tablet.state.rows()).isEmpty();
  }

  @Test
  void tellsListenersOfEveryAccountEvent() {
    phone.logsIn(ALICE);
    phone.logsIn(BOB);
    phone.asked(new Trust.ExpireToken(OsAccountId.FIRST));
    phone.logsOut();
    phone.logsIn(BOB);
    phone.asked(new Trust.Logoff(OsAccountId.FIRST));

    assertThat(phone.all(TrustEffect.CommonEvent.class))
        .extracting(TrustEffect.CommonEvent::event)
        .containsExactly(
            "Ohos.account.event.LOGIN",
            "Ohos.account.event.TOKEN_INVALID",
            "Ohos.account.event.LOGOUT",
            "Ohos.account.event.LOGIN",
            "Ohos.account.event.LOGOFF");
  }
}
