package dev.trustring.trust;

import static dev.trustring.trust.TrustWorld.ALICE;
import static dev.trustring.trust.TrustWorld.CHESS;
import static dev.trustring.trust.TrustWorld.NOTES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.trust.access.AccessRow;
import dev.trustring.trust.access.AuthenticationType;
import dev.trustring.trust.access.BindLevel;
import dev.trustring.trust.access.BindType;
import dev.trustring.trust.access.Parties;
import dev.trustring.trust.access.RowSide;
import dev.trustring.trust.access.RowStatus;
import dev.trustring.trust.bind.ConfirmChoice;
import dev.trustring.trust.effect.TimerKey;
import dev.trustring.trust.effect.TrustEffect;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.identity.PkgName;
import dev.trustring.trust.relation.Absence;
import dev.trustring.trust.user.Build;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a person allowed once ends with 300 seconds of absence (trust-and-softbus §1.5). */
class AllowOnceTest {
  private static final OsAccountId ANN = OsAccountId.FIRST;
  private static final OsAccountId BEN = new OsAccountId(101);

  private final TrustWorld world = new TrustWorld();
  private final TrustWorld.Device phone = world.device("phone");
  private final TrustWorld.Device tablet = world.device("tablet");

  private final Parties ofBoth = Parties.with(tablet.identity);
  private final AccessRow once = row(ofBoth, NOTES, AuthenticationType.ALLOW_ONCE);
  private final AccessRow always = row(ofBoth, CHESS, AuthenticationType.ALLOW_ALWAYS);
  private final AccessRow link =
      AccessRow.linkMarker(ofBoth, AuthenticationType.ALLOW_ONCE, RowSide.ACCESSER);
  private final TimerKey timer = new TimerKey.OfAbsence(tablet.identity.udid(), ANN, ANN);

  private static AccessRow row(Parties parties, PkgName app, AuthenticationType type) {
    return AccessRow.pointToPoint(parties, BindLevel.APP, app, type, RowSide.ACCESSER);
  }

  private void has(AccessRow... rows) {
    phone.asked(new Trust.Establish(List.of(rows)));
  }

  private void peerGoes() {
    phone.asked(new Trust.PeerGone(tablet.identity));
  }

  private void peerComes() {
    phone.asked(new Trust.PeerOnline(tablet.identity));
  }

  private void timeIsOver(TimerKey key) {
    phone.timers.remove(key);
    phone.asked(new Trust.TimerFired(key));
  }

  @Test
  void waitsThreeHundredSecondsOnceForEachPairOfUsers() {
    has(once, row(ofBoth, CHESS, AuthenticationType.ALLOW_ONCE), link);
    has(row(Parties.of(tablet.identity, ANN, BEN), NOTES, AuthenticationType.ALLOW_ONCE));

    peerGoes();

    assertThat(Absence.LIMIT).hasSeconds(300);
    assertThat(phone.all(TrustEffect.StartTimer.class))
        .containsExactly(
            new TrustEffect.StartTimer(timer, Absence.LIMIT),
            new TrustEffect.StartTimer(
                new TimerKey.OfAbsence(tablet.identity.udid(), BEN, ANN), Absence.LIMIT));
  }

  @Test
  void startsNoTimerForWhatWasAllowedForGoodNorForTheLinkAlone() {
    has(always, link);

    peerGoes();

    assertThat(phone.timers).isEmpty();
  }

  @Test
  void deletesTheRowsWithTheirLinkAndKeysWhenThePeerStaysAway() {
    has(once, link);
    peerGoes();

    timeIsOver(timer);

    assertThat(phone.hasNothing()).isTrue();
    assertThat(phone.sessions).isEqualTo(Sessions.NONE);
  }

  @Test
  void keepsTheLinkWhileARowAllowedForGoodIsLeft() {
    has(once, always, link);
    peerGoes();

    timeIsOver(timer);

    assertThat(phone.state.rows()).containsExactly(always, link);
  }

  @Test
  void keepsTheLinkWhileARowOfTheAccountIsLeft() {
    AccessRow account = AccessRow.sameAccount(ofBoth.sharing(ALICE), RowSide.ACCESSER);
    has(once, account, link);
    peerGoes();

    timeIsOver(timer);

    assertThat(phone.state.rows()).containsExactly(account, link);
  }

  @Test
  void isCalledOffWhenThePeerIsBackInTime() {
    has(once, link);
    peerGoes();

    peerComes();

    assertThat(phone.timers).isEmpty();
    assertThat(phone.state.rows()).containsExactly(once, link);
  }

  @Test
  void isNotCalledOffForAUserInTheBackground() {
    Parties ofBen = Parties.of(tablet.identity, BEN, ANN);
    has(row(ofBen, NOTES, AuthenticationType.ALLOW_ONCE));
    peerGoes();

    peerComes();

    assertThat(phone.timers)
        .containsExactly(new TimerKey.OfAbsence(tablet.identity.udid(), ANN, BEN));
  }

  @Test
  void doesNotBeginAnewWhileItRuns() {
    has(once, link);

    peerGoes();
    peerGoes();

    assertThat(phone.all(TrustEffect.StartTimer.class)).hasSize(1);
  }

  @Test
  void keepsActiveRowsAloneWhenThePeerIsOnlineAfterAll() {
    AccessRow inactive =
        row(ofBoth, CHESS, AuthenticationType.ALLOW_ONCE).withStatus(RowStatus.INACTIVE);
    has(once, inactive, link);
    peerComes();

    timeIsOver(timer);

    assertThat(phone.state.rows()).containsExactly(once, link);
  }

  @Test
  void givesEveryRowAFreshTimeAfterARestart() {
    has(once, link);
    peerGoes();

    Trust.Decision restarted =
        Trust.restarted(phone.state, Sessions.NONE, Build.ORDINARY, world.now);

    assertThat(restarted.effects())
        .containsExactly(new TrustEffect.StartTimer(timer, Absence.LIMIT));
    assertThat(restarted.sessions().absences()).containsExactly((TimerKey.OfAbsence) timer);
  }

  @Test
  void countsRowsAcrossAccountsAndNoneOfAShare() {
    has(retyped(BindType.ACROSS_ACCOUNT), retyped(BindType.SHARE));
    peerGoes();

    timeIsOver(timer);

    assertThat(phone.state.rows()).containsExactly(retyped(BindType.SHARE));
  }

  @Test
  void endsABondOnBothSidesThatAPersonAllowedOnce() {
    phone.bindsWith(tablet);
    world.deliverAll();
    tablet.confirms(ConfirmChoice.ALLOW_ONCE);
    world.deliverAll();
    phone.types(tablet.shownPin());
    world.deliverAll();
    world.disconnect(phone, tablet);

    Stream.of(phone, tablet)
        .forEach(
            device ->
                List.copyOf(device.timers).forEach(key -> device.asked(new Trust.TimerFired(key))));

    assertThat(phone.hasNothing()).isTrue();
    assertThat(tablet.hasNothing()).isTrue();
  }

  private AccessRow retyped(BindType type) {
    return new AccessRow(
        once.parties(),
        type,
        once.bindLevel(),
        once.status(),
        once.authenticationType(),
        once.bundle(),
        once.side(),
        once.lnn());
  }
}
