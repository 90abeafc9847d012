package dev.trustring.trust;

import static dev.trustring.trust.TrustWorld.ALICE;
import static dev.trustring.trust.TrustWorld.BOB;
import static dev.trustring.trust.TrustWorld.NOTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.trustring.trust.access.Access;
import dev.trustring.trust.access.AccessReason;
import dev.trustring.trust.access.AccessRow;
import dev.trustring.trust.access.BindType;
import dev.trustring.trust.access.RowSide;
import dev.trustring.trust.access.RowStatus;
import dev.trustring.trust.access.SessionQuery;
import dev.trustring.trust.credential.CredentialCall;
import dev.trustring.trust.credential.CredentialError;
import dev.trustring.trust.credential.CredentialPlan;
import dev.trustring.trust.identity.AccountHash;
import dev.trustring.trust.identity.AccountId;
import dev.trustring.trust.identity.AppToken;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.ring.Rings;
import dev.trustring.trust.wire.RelationMessage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Account-shared credentials and the rows that rest on them (trust-and-softbus §1.3 to §1.5). */
class ShareTest {
  private static final OsAccountId ANN = OsAccountId.FIRST;
  private static final long REACHES = 1;
  private static final long IS_REACHED = 2;

  private final TrustWorld world = new TrustWorld();
  private final TrustWorld.Device phone = world.device("phone");
  private final TrustWorld.Device car = world.device("car");

  @BeforeEach
  void twoPeopleOfTwoAccounts() {
    phone.logsIn(ALICE);
    car.logsIn(BOB);
  }

  private static CredentialPlan plan(
      TrustWorld.Device peer, long scope, long subject, String account, String user) {
    return new CredentialPlan(
        2,
        3,
        scope,
        subject,
        "share",
        peer.identity,
        account,
        user,
        Optional.of(List.of()),
        "",
        "",
        "");
  }

  private static Trust.Reply add(TrustWorld.Device on, CredentialPlan plan) {
    return on.asked(new Trust.AskCredentials(ANN, "share", new CredentialCall.Add(plan)));
  }

  /** The car is shared with the phone: either learns of it by its own cloud. */
  private void theCarIsSharedWithThePhone() {
    add(phone, plan(car, 2, REACHES, "bob", "100"));
    add(car, plan(phone, 2, IS_REACHED, "alice", "100"));
  }

  private static String credential(TrustWorld.Device on) {
    return on.state.added().of(ANN).get(0).id();
  }

  private static void delete(TrustWorld.Device on) {
    String id = credential(on);
    on.asked(new Trust.AskCredentials(ANN, "share", new CredentialCall.Delete(id)));
  }

  private static SessionQuery.End end(AccountId account) {
    return new SessionQuery.End(ANN, AppToken.UNKNOWN, Optional.of(account).map(AccountId::hash));
  }

  private static Access opens(TrustWorld.Device on, TrustWorld.Device to) {
    return ((Trust.AccessAnswer) on.asked(new Trust.CheckSource(query(on, to)))).access();
  }

  private static Access answers(TrustWorld.Device on, TrustWorld.Device from) {
    return ((Trust.AccessAnswer) on.asked(new Trust.CheckSink(query(on, from)))).access();
  }

  private static SessionQuery query(TrustWorld.Device on, TrustWorld.Device peer) {
    return new SessionQuery(peer.identity.udid(), end(account(on)), end(account(peer)));
  }

  private static AccountId account(TrustWorld.Device device) {
    return device.state.accountOf(ANN).id().orElse(ALICE);
  }

  private static boolean hasShare(TrustWorld.Device device) {
    return device.state.hasRow(row -> row.bindType() == BindType.SHARE);
  }

  @Test
  void letsTheOneReachTheOtherAndNotTheOtherWay() {
    theCarIsSharedWithThePhone();

    assertThat(opens(phone, car).reason()).isEqualTo(AccessReason.SHARED);
    assertThat(answers(car, phone).reason()).isEqualTo(AccessReason.SHARED);
    assertThat(opens(car, phone).reason()).isEqualTo(AccessReason.SHARED_OTHER_WAY);
    assertThat(answers(phone, car).reason()).isEqualTo(AccessReason.SHARED_OTHER_WAY);
  }

  @Test
  void opensNoStoreAndShowsThePeerToWhoMayReachIt() {
    theCarIsSharedWithThePhone();

    Access ofPhone = phone.access(car, NOTES).access();
    Access ofCar = car.access(phone, NOTES).access();

    assertThat(ofPhone.permitted()).isFalse();
    assertThat(ofPhone.reason()).isEqualTo(AccessReason.SHARE_ONLY);
    assertThat(ofPhone.lists()).isTrue();
    assertThat(ofCar.reason()).isEqualTo(AccessReason.SHARED_OTHER_WAY);
    assertThat(ofCar.lists()).isFalse();
  }

  @Test
  void asksForTheAccountsOfBoth() {
    theCarIsSharedWithThePhone();
    phone.asked(new Trust.ExpireToken(ANN));
    AccountHash bob = BOB.hash();

    assertThat(phone.state.rows())
        .extracting(row -> row.parties().localAccount(), row -> row.parties().peerAccount())
        .containsExactly(tuple(Optional.of(ALICE), Optional.of(bob)));
    SessionQuery stranger =
        new SessionQuery(phone.identity.udid(), end(BOB), end(new AccountId("somebody else")));
    assertThat(((Trust.AccessAnswer) car.asked(new Trust.CheckSink(stranger))).access().permitted())
        .isFalse();
  }

  @Test
  void putsBothDevicesInOneRing() {
    theCarIsSharedWithThePhone();

    assertThat(Rings.of(phone.state, phone.identity))
        .anySatisfy(ring -> assertThat(ring.members()).contains(car.identity.name()));
    assertThat(Rings.of(car.state, car.identity))
        .anySatisfy(ring -> assertThat(ring.members()).contains(phone.identity.name()));
  }

  @Test
  void aDeletedCredentialTakesTheRowsOfBothEnds() {
    theCarIsSharedWithThePhone();

    delete(phone);
    int number = ((RelationMessage) world.table.get(0).message()).number();
    world.deliverAll();

    assertThat(number).isEqualTo(8);
    assertThat(hasShare(phone) || hasShare(car)).isFalse();
    assertThat(car.state.added().of(ANN)).isEmpty();
  }

  @Test
  void aPeerThatNeverHearsOfItKeepsItsRow() {
    theCarIsSharedWithThePhone();

    delete(phone);
    world.loseAll();

    assertThat(hasShare(phone)).isFalse();
    assertThat(hasShare(car)).isTrue();
  }

  @Test
  void aLogoutTakesTheRowAndItsCredential() {
    theCarIsSharedWithThePhone();

    phone.logsOut();
    world.deliverAll();

    assertThat(phone.state.rows()).isEmpty();
    assertThat(phone.state.added().of(ANN)).isEmpty();
    assertThat(hasShare(car)).as("the peer's row names the account that left").isFalse();
  }

  @Test
  void anUnbindOfAnAppLeavesTheShare() {
    theCarIsSharedWithThePhone();
    world.bind(phone, car);

    phone.asked(new Trust.Unbind(car.identity, NOTES));
    world.deliverAll();

    assertThat(hasShare(phone) && hasShare(car)).isTrue();
    assertThat(phone.state.added().of(ANN)).hasSize(1);
  }

  @Test
  void aShareTheOtherWayTakesThePlaceOfTheRow() {
    theCarIsSharedWithThePhone();

    add(phone, plan(car, 1, IS_REACHED, "bob", "100"));

    assertThat(phone.state.rows()).extracting(AccessRow::side).containsExactly(RowSide.ACCESSEE);
  }

  @Test
  void oneForAppsHasNoRow() {
    add(phone, plan(car, 3, REACHES, "bob", "100"));
    delete(phone);

    assertThat(phone.state.rows()).isEmpty();
    assertThat(phone.state.added().of(ANN)).isEmpty();
    assertThat(world.table).isEmpty();
  }

  @Test
  void needsAnAccountAndAUserOfTheOtherEndWhichIsNotThisOne() {
    List<CredentialPlan> plans =
        List.of(
            plan(car, 2, REACHES, "", "100"),
            plan(car, 2, REACHES, "ohosAnonymousUid", "100"),
            plan(car, 2, REACHES, "bob", ""),
            plan(car, 2, REACHES, "bob", "Bob"),
            plan(phone, 2, REACHES, "bob", "100"));

    assertThat(plans)
        .allSatisfy(
            plan ->
                assertThat(add(phone, plan))
                    .isEqualTo(new Trust.CredentialsRefused(CredentialError.INVALID_PARAMS)));
  }

  @Test
  void aLoginTellsPeersWhoIsInFrontAndTheirRowsFollow() {
    theCarIsSharedWithThePhone();
    car.asked(new Trust.Receive(phone.identity, new RelationMessage.StopUser(ANN)));
    phone.asked(new Trust.Logoff(ANN));

    phone.logsIn(ALICE);
    RelationMessage told = (RelationMessage) world.table.get(0).message();
    RowStatus before = car.state.rows().get(0).status();
    world.deliverAll();

    assertThat(told).isEqualTo(new RelationMessage.AccountEvent(List.of(ANN)));
    assertThat(told.number()).isEqualTo(10);
    assertThat(before).isEqualTo(RowStatus.INACTIVE);
    assertThat(car.state.rows().get(0).status()).isEqualTo(RowStatus.ACTIVE);
  }

  @Test
  void aServiceThatIsTakenBackIsToldToWhomItIsBoundAndTakesNoRow() {
    world.bind(phone, car);

    phone.asked(new Trust.UnregisterService(NOTES));
    phone.asked(new Trust.UnregisterService(TrustWorld.CHESS));

    assertThat(world.table)
        .extracting(letter -> ((RelationMessage) letter.message()).number())
        .containsExactly(9);
    world.deliverAll();
    assertThat(car.hasBond() && phone.hasBond()).isTrue();
  }
}
