package dev.trustring.trust.ring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.trust.access.AccessRow;
import dev.trustring.trust.access.Parties;
import dev.trustring.trust.access.RowSide;
import dev.trustring.trust.access.RowStatus;
import dev.trustring.trust.identity.AccountId;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.identity.PkgName;
import dev.trustring.trust.ledger.TrustEvent;
import dev.trustring.trust.ledger.TrustState;
import java.util.List;
import org.junit.jupiter.api.Test;

class RingsTest {
  private static final DeviceIdentity PHONE = DeviceIdentity.of("phone");
  private static final DeviceIdentity TABLET = DeviceIdentity.of("tablet");
  private static final DeviceIdentity WATCH = DeviceIdentity.of("watch");
  private static final AccountId ALICE = new AccountId("alice");
  private static final PkgName NOTES = new PkgName("com.example.notes");

  @Test
  void givesAStrangerNoRing() {
    assertThat(Rings.of(TrustState.factoryNew(), PHONE)).isEmpty();
  }

  @Test
  void putsALoggedInDeviceAloneInTheRingOfItsAccount() {
    TrustState state = after(new TrustEvent.LoggedIn(OsAccountId.FIRST, ALICE));

    assertThat(Rings.of(state, PHONE))
        .containsExactly(Ring.ofAccount(ALICE, List.of(PHONE.name())));
  }

  @Test
  void namesEveryPeerOfTheAccountInOneRing() {
    TrustState state =
        after(
            new TrustEvent.LoggedIn(OsAccountId.FIRST, ALICE),
            new TrustEvent.RowWritten(sameAccount(WATCH)),
            new TrustEvent.RowWritten(sameAccount(TABLET)));

    assertThat(Rings.of(state, PHONE))
        .singleElement()
        .satisfies(
            ring ->
                assertThat(ring.members())
                    .containsExactly(PHONE.name(), TABLET.name(), WATCH.name()));
  }

  @Test
  void givesEachBondARingOfTwoThatBothEndsNameAlike() {
    TrustState onPhone = bonded(TABLET);
    TrustState onTablet = bonded(PHONE);

    assertThat(Rings.of(onPhone, PHONE))
        .isEqualTo(Rings.of(onTablet, TABLET))
        .singleElement()
        .satisfies(ring -> assertThat(ring.kind()).isEqualTo(RingKind.BOND));
  }

  @Test
  void countsSeveralRowsOfOneBondOnceAndInactiveOnesNotAtAll() {
    List<AccessRow> rows = AccessRow.bond(Parties.with(TABLET), NOTES, RowSide.ACCESSER);
    TrustState on = bonded(TABLET);
    TrustState off =
        after(
            new TrustEvent.RowWritten(rows.get(0).withStatus(RowStatus.INACTIVE)),
            new TrustEvent.RowWritten(rows.get(1).withStatus(RowStatus.INACTIVE)));

    assertThat(Rings.of(on, PHONE)).hasSize(1);
    assertThat(Rings.of(off, PHONE)).isEmpty();
  }

  private static AccessRow sameAccount(DeviceIdentity peer) {
    return AccessRow.sameAccount(Parties.with(peer).sharing(ALICE), RowSide.ACCESSER);
  }

  private static TrustState bonded(DeviceIdentity peer) {
    return after(
        AccessRow.bond(Parties.with(peer), NOTES, RowSide.ACCESSER).stream()
            .map(TrustEvent.RowWritten::new)
            .toArray(TrustEvent[]::new));
  }

  private static TrustState after(TrustEvent... events) {
    TrustState state = TrustState.factoryNew();
    for (TrustEvent event : events) {
      state = event.appliedTo(state);
    }
    return state;
  }
}
