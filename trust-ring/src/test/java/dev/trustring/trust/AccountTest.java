package dev.trustring.trust;

import static dev.trustring.trust.TrustWorld.ALICE;
import static dev.trustring.trust.TrustWorld.BOB;
import static dev.trustring.trust.TrustWorld.CHESS;
import static dev.trustring.trust.TrustWorld.NOTES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.trust.access.AccessReason;
import dev.trustring.trust.access.AccessRow;
import dev.trustring.trust.access.BindType;
import dev.trustring.trust.effect.TimerKey;
import dev.trustring.trust.effect.TrustEffect;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.ledger.AccountState;
import dev.trustring.trust.wire.RelationMessage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

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

  @Test
  void followsTheAccountStateTable() {
    assertThat(Arrays.stream(AccountState.values()).filter(AccountState::acceptsLogin))
        .containsExactly(
            AccountState.UNBOUND,
            AccountState.NOT_LOGIN,
            AccountState.LOGOFF,
            AccountState.TOKEN_EXPIRED);
    assertThat(Arrays.stream(AccountState.values()).filter(AccountState::acceptsLogout))
        .containsExactly(AccountState.LOGIN, AccountState.TOKEN_EXPIRED);
    assertThat(Arrays.stream(AccountState.values()).map(AccountState::number))
        .containsExactly(-1, 0, 1, 2, 3, 4);
  }
}
