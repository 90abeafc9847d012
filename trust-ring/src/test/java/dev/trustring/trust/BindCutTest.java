package dev.trustring.trust;

import static dev.trustring.trust.TrustWorld.NOTES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.trust.access.AccessReason;
import dev.trustring.trust.access.AccessRow;
import dev.trustring.trust.access.AuthenticationType;
import dev.trustring.trust.access.BindLevel;
import dev.trustring.trust.access.Parties;
import dev.trustring.trust.access.RowSide;
import dev.trustring.trust.bind.ConfirmChoice;
import dev.trustring.trust.effect.BindTimer;
import dev.trustring.trust.wire.BindMessage;
import dev.trustring.trust.wire.BindReason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a bind that is cut after a message leaves behind (trust-and-softbus §2.9). */
class BindCutTest {
  private final TrustWorld world = new TrustWorld();
  private final TrustWorld.Device phone = world.device("phone");
  private final TrustWorld.Device tablet = world.device("tablet");

  /** Plays a bind until the message of this number has arrived; the next one is on the table. */
  private void bindUntilArrived(int last) {
    phone.bindsWith(tablet);
    int arrived = 0;
    while (arrived != last) {
      arrived = ((BindMessage) world.table.get(0).message()).number();
      world.deliver(0);
      if (arrived != last && arrived == 100) {
        tablet.confirms(ConfirmChoice.ALLOW_ALWAYS);
      } else if (arrived != last && arrived == 110) {
        phone.types(tablet.shownPin());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      ints = {80, 90, 100, 110, 120, 130, 121, 131, 140, 150, 160, 170, 161, 171, 180, 190})
  void leavesNothingWhenTheConnectionBreaksBeforeTheFinishArrives(int last) {
    bindUntilArrived(last);

    world.disconnect(phone, tablet);

    assertThat(phone.hasNothing()).isTrue();
    assertThat(tablet.hasNothing()).isTrue();
    assertThat(phone.ending()).isEqualTo(BindReason.SESSION_CLOSED);
    assertThat(tablet.ending()).isEqualTo(BindReason.SESSION_CLOSED);
    assertThat(phone.timers).isEmpty();
    assertThat(tablet.timers).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      ints = {80, 90, 100, 110, 120, 130, 121, 131, 140, 150, 160, 170, 161, 171, 180, 190})
  void leavesNothingWhenTheTimeRunsOutUnnoticed(int last) {
    bindUntilArrived(last);
    world.loseAll();

    phone.fires(BindTimer.AUTHENTICATE);
    world.loseAll();
    tablet.fires(BindTimer.AUTHENTICATE);
    world.loseAll();

    assertThat(phone.hasNothing() && tablet.hasNothing()).isTrue();
    assertThat(phone.ending()).isEqualTo(BindReason.TIMEOUT);
    assertThat(tablet.ending()).isEqualTo(BindReason.TIMEOUT);
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

  @ParameterizedTest(name = "cut after {0}: source keeps {1} rows, sink {2}")
  @CsvSource({"120, 0, 0", "171, 0, 0", "180, 0, 2", "190, 2, 2", "200, 2, 2"})
  void keepsWhateverWasWrittenWhenBothProcessesAreKilled(int last, int source, int sink) {
    bindUntilArrived(last);

    phone.crashes();
    tablet.crashes();
    world.loseAll();

    assertThat(phone.state.rows()).hasSize(source);
    assertThat(tablet.state.rows()).hasSize(sink);
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
