package dev.trustring.trust;

import static dev.trustring.trust.TrustWorld.ALICE;
import static dev.trustring.trust.TrustWorld.CHESS;
import static dev.trustring.trust.TrustWorld.NOTES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.trust.access.AccessRow;
import dev.trustring.trust.access.AuthType;
import dev.trustring.trust.access.BindLevel;
import dev.trustring.trust.access.Parties;
import dev.trustring.trust.access.RowSide;
import dev.trustring.trust.bind.ConfirmChoice;
import dev.trustring.trust.effect.TrustEffect;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.identity.PkgName;
import dev.trustring.trust.ring.Ring;
import dev.trustring.trust.ring.RingKind;
import dev.trustring.trust.wire.RelationMessage;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrustTest {
  private final TrustWorld world = new TrustWorld();
  private final TrustWorld.Device phone = world.device("phone");
  private final TrustWorld.Device tablet = world.device("tablet");
  private final TrustWorld.Device watch = world.device("watch");

  @Test
  void unbindsOnBothSidesWhenThePeerHearsOfIt() {
    world.bind(phone, tablet);

    Trust.Reply reply = phone.asked(new Trust.Unbind(tablet.identity, NOTES));
    world.deliverAll();

    assertThat(reply).isEqualTo(new Trust.Unbound(1));
    assertThat(phone.hasNothing() && tablet.hasNothing()).isTrue();
  }

  @Test
  void keepsThePeersRowsWhenTheUnbindIsLost() {
    world.bind(phone, tablet);

    phone.asked(new Trust.Unbind(tablet.identity, NOTES));
    world.loseAll();

    assertThat(phone.hasNothing()).isTrue();
    assertThat(tablet.hasBond()).isTrue();
  }

  @Test
  void keepsTheLinkWhileAnotherAppIsBound() {
    phone.asked(establish(tablet, NOTES));
    phone.asked(establish(tablet, CHESS));

    phone.asked(new Trust.Unbind(tablet.identity, NOTES));

    assertThat(phone.state.rows()).hasSize(2);
    assertThat(phone.state.credentials()).hasSize(2);
    assertThat(phone.mayTalkTo(tablet, CHESS)).isTrue();
  }

  @Test
  void refusesAnUnbindByAnAppWithoutARow() {
    world.bind(phone, tablet);

    Trust.Reply reply = phone.asked(new Trust.Unbind(tablet.identity, CHESS));

    assertThat(reply).isEqualTo(new Trust.Refused(TrustRefusal.NOT_BOUND));
    assertThat(TrustRefusal.NOT_BOUND.number()).isEqualTo(201);
    assertThat(phone.hasBond()).isTrue();
  }

  @Test
  void numbersAnUnbindByItsLevel() {
    assertThat(unbound(BindLevel.USER).number()).isEqualTo(1);
    assertThat(unbound(BindLevel.APP).number()).isEqualTo(2);
    assertThat(unbound(BindLevel.SERVICE).number()).isEqualTo(3);
  }

  @Test
  void takesOverABondFromBeforeTheStory() {
    phone.asked(establish(tablet, NOTES));

    assertThat(phone.hasBond()).isTrue();
    assertThat(phone.mayTalkTo(tablet, NOTES)).isTrue();
    assertThat(tablet.mayTalkTo(phone, NOTES)).isFalse();
  }

  @Test
  void refusesABondOfADeviceWithItself() {
    assertThat(phone.asked(establish(phone, NOTES)))
        .isEqualTo(new Trust.Refused(TrustRefusal.PEER_IS_SELF));
  }

  @Test
  void tellsItsRingsWhenTheyChangeAndOnlyThen() {
    world.bind(phone, tablet);
    phone.bindsWith(tablet, CHESS, BindLevel.APP);
    world.deliverAll();
    tablet.confirms(ConfirmChoice.ALLOW_ALWAYS);
    world.deliverAll();
    int lastPin = tablet.all(TrustEffect.ShowPin.class).get(1).pin();
    phone.types(lastPin);
    world.deliverAll();
    phone.logsIn(ALICE);

    List<List<Ring>> told =
        phone.all(TrustEffect.RingsChanged.class).stream().map(e -> e.rings()).toList();

    assertThat(told).hasSize(2);
    assertThat(told.get(0)).extracting(Ring::kind).containsExactly(RingKind.BOND);
    assertThat(told.get(1)).extracting(Ring::kind).containsExactly(RingKind.ACCOUNT, RingKind.BOND);
  }

  @Test
  void leavesTheRingWhenTheBondEnds() {
    world.bind(phone, tablet);
    phone.effects.clear();

    phone.asked(new Trust.Unbind(tablet.identity, NOTES));

    assertThat(phone.all(TrustEffect.RingsChanged.class))
        .containsExactly(new TrustEffect.RingsChanged(List.of()));
  }

  @Test
  void trustsNobodyThroughAThirdDevice() {
    world.bind(phone, tablet);
    phone.effects.clear();
    world.bind(tablet, watch);

    assertThat(phone.mayTalkTo(watch, NOTES)).isFalse();
    assertThat(watch.mayTalkTo(phone, NOTES)).isFalse();
  }

  @Test
  void describesWhatItHasStored() {
    world.bind(phone, tablet);

    assertThat(phone.asked(new Trust.Describe())).isEqualTo(new Trust.Described(phone.state));
  }

  @Test
  void neverChecksTheSystemUserTowardsItself() {
    Trust.CheckAccess check =
        new Trust.CheckAccess(
            OsAccountId.SYSTEM,
            OsAccountId.SYSTEM,
            tablet.identity.udid(),
            NOTES,
            AuthType.DEFAULT,
            true);

    assertThat(Trust.access(phone.state, check).permitted()).isTrue();
  }

  private static Trust.Establish establish(TrustWorld.Device peer, PkgName pkg) {
    return new Trust.Establish(AccessRow.bond(Parties.with(peer.identity), pkg, RowSide.ACCESSER));
  }

  private static RelationMessage unbound(BindLevel level) {
    return new RelationMessage.Unbound(NOTES, OsAccountId.FIRST, level);
  }
}
