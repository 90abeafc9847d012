package dev.trustring.trust;

import static dev.trustring.trust.TrustWorld.ALICE;
import static dev.trustring.trust.TrustWorld.BOB;
import static dev.trustring.trust.TrustWorld.NOTES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.trust.access.AccessReason;
import dev.trustring.trust.access.AccessRow;
import dev.trustring.trust.effect.TrustEffect;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.ring.Rings;
import dev.trustring.trust.user.Build;
import dev.trustring.trust.wire.BindReason;
import dev.trustring.trust.wire.RelationMessage;
import dev.trustring.trust.wire.TrustMessage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Several people on one device (trust-and-softbus §1.5, §7). */
class UserTest {
  private static final OsAccountId ANN = OsAccountId.FIRST;
  private static final OsAccountId BEN = new OsAccountId(101);

  private final TrustWorld world = new TrustWorld();
  private final TrustWorld.Device phone = world.device("phone");
  private final TrustWorld.Device tablet = world.device("tablet");

  private void bondedWithTwoUsers() {
    world.bind(phone, tablet);
    phone.asked(new Trust.CreateUser());
  }

  private Trust.Reply activate(OsAccountId user) {
    return phone.asked(new Trust.ActivateUser(user));
  }

  private List<TrustMessage> letters() {
    return world.table.stream().map(TrustWorld.Letter::message).toList();
  }

  private static boolean isActive(TrustWorld.Device device) {
    return device.state.rows().stream().allMatch(AccessRow::isActive);
  }

  private static boolean isInactive(TrustWorld.Device device) {
    return device.state.rows().stream().noneMatch(AccessRow::isActive);
  }

  @Test
  void numbersUsersOneAfterAnother() {
    assertThat(phone.asked(new Trust.CreateUser())).isEqualTo(new Trust.UserCreated(BEN));
    assertThat(phone.asked(new Trust.CreateUser()))
        .isEqualTo(new Trust.UserCreated(new OsAccountId(102)));
    assertThat(phone.state.foregroundUser()).isEqualTo(ANN);
  }

  @Test
  void aSwitchPutsTheRowsOfTheOtherUserToSleepOnBothSides() {
    bondedWithTwoUsers();

    activate(BEN);
    boolean peerKnows = !isActive(tablet);
    List<TrustMessage> told = letters();
    world.deliverAll();

    assertThat(told).containsExactly(new RelationMessage.SyncUserIds(List.of(BEN)));
    assertThat(peerKnows).isFalse();
    assertThat(isInactive(phone) && isInactive(tablet)).isTrue();
    assertThat(phone.access(tablet, NOTES).access().reason()).isEqualTo(AccessReason.USER_INACTIVE);
    assertThat(tablet.access(phone, NOTES).access().reason()).isEqualTo(AccessReason.ROW_INACTIVE);
    assertThat(Rings.of(phone.state, phone.identity)).isEmpty();
  }

  @Test
  void aSwitchBackWakesThemAgain() {
    bondedWithTwoUsers();
    activate(BEN);
    world.deliverAll();

    activate(ANN);
    world.deliverAll();

    assertThat(isActive(phone) && isActive(tablet)).isTrue();
    assertThat(phone.mayTalkTo(tablet, NOTES) && tablet.mayTalkTo(phone, NOTES)).isTrue();
  }

  @Test
  void aLostMessageLeavesThePeerWithRowsThatItBelieves() {
    bondedWithTwoUsers();

    activate(BEN);
    world.loseAll();
    boolean believes = isActive(tablet);
    activate(ANN);
    world.loseAll();

    assertThat(believes).isTrue();
    assertThat(isActive(phone) && isActive(tablet)).isTrue();
  }

  @Test
  void aRowStaysAsleepUntilTheMessageOfTheSwitchBackArrives() {
    bondedWithTwoUsers();
    activate(BEN);
    world.deliverAll();

    activate(ANN);
    world.loseAll();

    assertThat(phone.mayTalkTo(tablet, NOTES)).isTrue();
    assertThat(tablet.mayTalkTo(phone, NOTES)).isFalse();
  }

  @Test
  void wakesNoRowOfALocalUserInTheBackground() {
    bondedWithTwoUsers();
    tablet.asked(new Trust.CreateUser());
    tablet.asked(new Trust.ActivateUser(BEN));
    world.deliverAll();

    tablet.asked(new Trust.Receive(phone.identity, new RelationMessage.SyncUserIds(List.of(ANN))));

    assertThat(isInactive(tablet)).isTrue();
  }

  @Test
  void switchingToWhoIsThereDoesNothing() {
    bondedWithTwoUsers();

    assertThat(activate(ANN)).isEqualTo(new Trust.Done());
    assertThat(world.table).isEmpty();
  }

  @Test
  void eachUserHasAnAccountOfItsOwn() {
    phone.logsIn(ALICE);
    phone.asked(new Trust.CreateUser());
    phone.asked(new Trust.Login(BEN, BOB));
    int rings = Rings.of(phone.state, phone.identity).size();

    activate(BEN);

    assertThat(rings).isEqualTo(1);
    assertThat(phone.state.userOf(BOB.hash())).contains(BEN);
    assertThat(phone.state.userOf(ALICE.hash())).isEmpty();
    assertThat(new Trust.Described(phone.state).account()).contains(BOB.hash());
  }

  @ParameterizedTest
  @EnumSource(Build.class)
  void onlyAPcTellsOfAStop(Build build) {
    bondedWithTwoUsers();
    phone.build = build;
    activate(BEN);
    world.deliverAll();

    phone.asked(new Trust.DeactivateUser(BEN));

    RelationMessage back = new RelationMessage.SyncUserIds(List.of(ANN));
    assertThat(phone.state.foregroundUser()).isEqualTo(ANN);
    assertThat(phone.state.users().running()).containsExactly(ANN);
    assertThat(letters())
        .isEqualTo(
            build == Build.PC
                ? List.of(back, new RelationMessage.StopUser(BEN))
                : List.<TrustMessage>of(back));
  }

  @Test
  void aStoppedUsersRowsSleepOnThePeer() {
    bondedWithTwoUsers();

    tablet.asked(new Trust.Receive(phone.identity, new RelationMessage.StopUser(ANN)));

    assertThat(isInactive(tablet)).isTrue();
  }

  @Test
  void stoppingAUserThatDoesNotRunTellsNobody() {
    bondedWithTwoUsers();
    phone.build = Build.PC;

    phone.asked(new Trust.DeactivateUser(BEN));

    assertThat(world.table).isEmpty();
  }

  @Test
  void aRemovedUserTakesEverythingAlongOnBothSides() {
    phone.asked(new Trust.CreateUser());
    activate(BEN);
    phone.asked(new Trust.Login(BEN, BOB));
    world.bind(phone, tablet);

    phone.asked(new Trust.RemoveUser(BEN));
    List<TrustMessage> told = letters();
    world.deliverAll();

    assertThat(told).contains(new RelationMessage.UserRemoved(BEN));
    assertThat(phone.hasNothing()).isTrue();
    assertThat(tablet.hasNothing()).isTrue();
    assertThat(phone.state.foregroundUser()).isEqualTo(ANN);
    assertThat(phone.state.loggedIn(BEN)).isEmpty();
    assertThat(phone.state.keys().of(BEN)).isEmpty();
    assertThat(phone.state.users().created()).containsExactly(ANN);
  }

  @Test
  void aPeerThatNeverHearsOfARemovalKeepsItsRows() {
    phone.asked(new Trust.CreateUser());
    activate(BEN);
    world.bind(phone, tablet);

    phone.asked(new Trust.RemoveUser(BEN));
    world.loseAll();

    assertThat(phone.hasNothing()).isTrue();
    assertThat(tablet.hasBond()).isTrue();
  }

  @Test
  void theFirstUserCanBeNeitherStoppedNorRemovedAndNobodyElseThatIsNotThere() {
    Trust.Reply restricted = new Trust.Refused(TrustRefusal.RESTRICTED_USER);
    Trust.Reply missing = new Trust.Refused(TrustRefusal.NO_SUCH_USER);

    assertThat(phone.asked(new Trust.DeactivateUser(ANN))).isEqualTo(restricted);
    assertThat(phone.asked(new Trust.RemoveUser(ANN))).isEqualTo(restricted);
    assertThat(activate(OsAccountId.SYSTEM)).isEqualTo(restricted);
    assertThat(activate(BEN)).isEqualTo(missing);
    assertThat(phone.asked(new Trust.DeactivateUser(BEN))).isEqualTo(missing);
    assertThat(phone.asked(new Trust.RemoveUser(BEN))).isEqualTo(missing);
    assertThat(phone.asked(new Trust.ConstrainUser(BEN, true))).isEqualTo(missing);
    assertThat(phone.asked(new Trust.SecureUser(BEN))).isEqualTo(missing);
    assertThat(phone.asked(new Trust.UnlockUser(BEN))).isEqualTo(missing);
  }

  @Test
  void aPcThatStartsLockedTellsOfItAndAgainWhenItIsUnlocked() {
    bondedWithTwoUsers();
    phone.build = Build.PC;
    phone.asked(new Trust.SecureUser(ANN));
    phone.crashes();

    Trust.Decision started = Trust.restarted(phone.state, Sessions.NONE, Build.PC, world.now);
    phone.asked(new Trust.UnlockUser(ANN));
    phone.asked(new Trust.UnlockUser(ANN));

    assertThat(started.effects())
        .containsExactly(new TrustEffect.Send(tablet.identity, new RelationMessage.StopUser(ANN)));
    assertThat(letters()).containsExactly(new RelationMessage.SyncUserIds(List.of(ANN)));
    assertThat(Trust.restarted(phone.state, Sessions.NONE, Build.ORDINARY, world.now).effects())
        .isEmpty();
    assertThat(Trust.restarted(phone.state, phone.sessions, Build.PC, world.now).effects())
        .isEmpty();
  }

  @Test
  void aConstrainedUserLeavesEveryRingAndBindsNobody() {
    bondedWithTwoUsers();
    phone.logsIn(ALICE);

    phone.asked(new Trust.ConstrainUser(ANN, true));
    Trust.Reply refused = phone.bindsWith(tablet);
    boolean alone = Rings.of(phone.state, phone.identity).isEmpty();
    phone.asked(new Trust.ConstrainUser(ANN, false));

    assertThat(refused).isEqualTo(new Trust.BindFailed(BindReason.CONSTRAINT_ENABLED));
    assertThat(alone).isTrue();
    assertThat(Rings.of(phone.state, phone.identity)).hasSize(2);
  }

  @Test
  void aUserWhoMayNotSendStaysInItsRingsUntilAnotherIsInFront() {
    bondedWithTwoUsers();

    phone.asked(new Trust.HoldUserBack(ANN, true));
    boolean alone = Rings.of(phone.state, phone.identity).isEmpty();
    boolean heldBack = phone.state.isForegroundHeldBack();
    phone.asked(new Trust.ActivateUser(BEN));
    boolean other = phone.state.isForegroundHeldBack();
    phone.asked(new Trust.ActivateUser(ANN));
    phone.asked(new Trust.HoldUserBack(ANN, false));

    assertThat(alone).isFalse();
    assertThat(heldBack).isTrue();
    assertThat(other).isFalse();
    assertThat(phone.state.isForegroundHeldBack()).isFalse();
  }
}
