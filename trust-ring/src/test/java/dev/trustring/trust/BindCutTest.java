package dev.trustring.trust;

import static dev.trustring.trust.TrustWorld.NOTES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.trust.access.AccessReason;
import dev.trustring.trust.access.AccessRow;
import dev.trustring.trust.access.AuthenticationType;
import dev.trustring.trust.access.BindLevel;
import dev.trustring.trust.access.Credential;
import dev.trustring.trust.access.CredentialScope;
import dev.trustring.trust.access.CredentialType;
import dev.trustring.trust.access.Parties;
import dev.trustring.trust.access.RowSide;
import dev.trustring.trust.effect.BindTimer;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.ledger.TrustEvent;
import dev.trustring.trust.wire.BindReason;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a bind that is cut after a message leaves behind (trust-and-softbus §2.9). */
class BindCutTest {
  private static final List<Integer> MESSAGES =
      List.of(
          80, 90, 100, 110, 120, 130, 121, 131, 140, 150, 160, 170, 161, 171, 160, 170, 161, 171,
          180, 190, 200, 201);

  private final TrustWorld world = new TrustWorld();
  private final TrustWorld.Device phone = world.device("phone");
  private final TrustWorld.Device tablet = world.device("tablet");

  /** Plays a bind until the message of this number has arrived for the first time. */
  private void bindUntilArrived(int last) {
    world.bindForLetters(phone, tablet, MESSAGES.indexOf(last) + 1);
  }

  static IntStream lettersBeforeTheLast() {
    return IntStream.range(0, MESSAGES.size() - 1);
  }

  @ParameterizedTest(name = "after {0} messages")
  @MethodSource("lettersBeforeTheLast")
  void leavesNothingWhenTheConnectionBreaksBeforeTheFinishArrives(int arrived) {
    world.bindForLetters(phone, tablet, arrived);

    world.disconnect(phone, tablet);

    assertThat(phone.hasNothing() && tablet.hasNothing()).isTrue();
    assertThat(phone.state.keys().ofPeers()).isEmpty();
    assertThat(tablet.state.keys().ofPeers()).isEmpty();
    assertThat(phone.ending()).isEqualTo(BindReason.SESSION_CLOSED);
    assertThat(arrived == 0 || tablet.ending() == BindReason.SESSION_CLOSED).isTrue();
    assertThat(phone.timers).isEmpty();
    assertThat(tablet.timers).isEmpty();
  }

  @ParameterizedTest(name = "after {0} messages")
  @MethodSource("lettersBeforeTheLast")
  void leavesNothingWhenTheTimeRunsOutUnnoticed(int arrived) {
    world.bindForLetters(phone, tablet, arrived);
    world.loseAll();

    phone.fires(BindTimer.AUTHENTICATE);
    world.loseAll();
    if (arrived > 0) {
      tablet.fires(BindTimer.AUTHENTICATE);
      world.loseAll();
      assertThat(tablet.ending()).isEqualTo(BindReason.TIMEOUT);
    }

    assertThat(phone.hasNothing() && tablet.hasNothing()).isTrue();
    assertThat(phone.ending()).isEqualTo(BindReason.TIMEOUT);
  }

  @ParameterizedTest(name = "{0} is lost, then the source hears that the connection broke")
  @MethodSource("lettersBeforeTheLast")
  void leavesNothingWhenTheSourceGivesUpAndTheSinkHearsIt(int arrived) {
    world.bindForLetters(phone, tablet, arrived);
    world.loseAll();

    phone.fires(BindTimer.AUTHENTICATE);
    world.deliverAll();

    assertThat(phone.hasNothing() && tablet.hasNothing()).isTrue();
  }

  @Test
  void leavesOnlyTheSinkTrustingWhenItsLastWordIsLost() {
    bindUntilArrived(200);

    world.disconnect(phone, tablet);

    assertThat(phone.hasNothing()).isTrue();
    assertThat(tablet.hasBond()).isTrue();
    assertThat(tablet.ending()).isEqualTo(BindReason.OK);
    assertThat(tablet.mayTalkTo(phone, NOTES)).isTrue();
    assertThat(phone.access(tablet, NOTES).access().reason()).isEqualTo(AccessReason.NO_ROW);
  }

  @ParameterizedTest(name = "{0} arrived: source holds {1} credentials, {2} rows, sink {3}, {4}")
  @CsvSource({
    "80, 0, 0, 0, 0",
    "131, 0, 0, 0, 0",
    "140, 0, 0, 2, 0",
    "150, 2, 0, 2, 0",
    "171, 2, 0, 2, 0",
    "180, 2, 0, 2, 2",
    "190, 2, 2, 2, 2",
    "200, 2, 2, 2, 2"
  })
  void keepsWhateverWasWrittenWhenBothProcessesAreKilled(
      int last, int sourceKeys, int sourceRows, int sinkKeys, int sinkRows) {
    bindUntilArrived(last);

    phone.crashes();
    tablet.crashes();
    world.loseAll();

    assertThat(phone.state.credentials()).hasSize(sourceKeys);
    assertThat(phone.state.rows()).hasSize(sourceRows);
    assertThat(tablet.state.credentials()).hasSize(sinkKeys);
    assertThat(tablet.state.rows()).hasSize(sinkRows);
  }

  static IntStream lettersBeforeBothHaveRows() {
    return IntStream.range(0, MESSAGES.indexOf(190) + 1);
  }

  @ParameterizedTest(name = "killed after {0} messages")
  @MethodSource("lettersBeforeBothHaveRows")
  void isRepairedByTheNextBindWhateverAKillLeft(int arrived) {
    world.bindForLetters(phone, tablet, arrived);
    phone.crashes();
    tablet.crashes();
    world.loseAll();

    world.bind(phone, tablet);

    assertThat(phone.hasBond() && tablet.hasBond()).isTrue();
  }

  @Test
  void takesALinkRowBackOnlyWithItsCredential() {
    Credential link =
        new Credential(
            tablet.identity.udid(),
            OsAccountId.FIRST,
            CredentialScope.DEVICE,
            CredentialType.ACCOUNT_UNRELATED);
    Parties parties = Parties.with(tablet.identity);
    phone.asked(
        new Trust.Establish(
            List.of(
                AccessRow.linkMarker(parties, AuthenticationType.ALLOW_ALWAYS, RowSide.ACCESSER))));
    AccessRow established = phone.state.rows().get(0);
    phone.state = new TrustEvent.RowDeleted(established).appliedTo(phone.state);
    bindUntilArrived(190);

    world.disconnect(phone, tablet);

    assertThat(phone.state.credentials()).containsExactly(link);
    assertThat(phone.state.rows()).singleElement().matches(AccessRow::isLinkOnly);
  }

  @Test
  void cleansTheSinkUpWhenOnlyTheSourceIsKilled() {
    bindUntilArrived(180);
    phone.crashes();
    world.loseAll();

    tablet.asked(new Trust.PeerGone(phone.identity));

    assertThat(tablet.hasNothing()).isTrue();
  }

  @Test
  void writesOnTheSinkBeforeTheSource() {
    bindUntilArrived(180);

    assertThat(tablet.hasBond()).isTrue();
    assertThat(phone.state.rows()).isEmpty();
  }

  @Test
  void givesBackRowsThatExistedBeforeAsTheyWere() {
    List<AccessRow> before = phoneWasBoundOnceAndIsBindingForGood();
    assertThat(phone.state.rows()).isNotEqualTo(before);

    world.disconnect(phone, tablet);

    assertThat(phone.state.rows()).isEqualTo(before);
    assertThat(phone.state.credentials()).hasSize(2);
    assertThat(tablet.hasNothing()).isTrue();
  }

  @Test
  void doesNotReviveARowThatWasUnboundMeanwhile() {
    phoneWasBoundOnceAndIsBindingForGood();
    phone.asked(new Trust.Unbind(tablet.identity, NOTES));

    world.disconnect(phone, tablet);

    assertThat(phone.state.rows()).isEmpty();
  }

  /** A one-sided bond, allowed once, that a new bind has just overwritten; returns the old rows. */
  private List<AccessRow> phoneWasBoundOnceAndIsBindingForGood() {
    Parties parties = Parties.with(tablet.identity);
    AuthenticationType once = AuthenticationType.ALLOW_ONCE;
    List<AccessRow> before =
        List.of(
            AccessRow.pointToPoint(parties, BindLevel.APP, NOTES, once, RowSide.ACCESSER),
            AccessRow.linkMarker(parties, once, RowSide.ACCESSER));
    phone.asked(new Trust.Establish(before));
    bindUntilArrived(190);
    return before;
  }
}
