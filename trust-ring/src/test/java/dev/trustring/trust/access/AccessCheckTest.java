package dev.trustring.trust.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.trust.identity.AccountId;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.identity.PkgName;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AccessCheckTest {
  private static final DeviceIdentity TABLET = DeviceIdentity.of("tablet");
  private static final DeviceIdentity WATCH = DeviceIdentity.of("watch");
  private static final PkgName NOTES = new PkgName("com.example.notes");
  private static final PkgName CHESS = new PkgName("com.example.chess");
  private static final OsAccountId ANN = OsAccountId.FIRST;
  private static final OsAccountId BEN = new OsAccountId(101);

  private static final AccessRow ACCOUNT =
      AccessRow.sameAccount(Parties.with(TABLET).sharing(new AccountId("alice")), RowSide.ACCESSER);
  private static final AccessRow APP = bound(BindLevel.APP, NOTES);
  private static final AccessRow OTHER_APP = bound(BindLevel.APP, CHESS);
  private static final AccessRow USER = bound(BindLevel.USER, CHESS);
  private static final AccessRow SERVICE = bound(BindLevel.SERVICE, NOTES);
  private static final AccessRow LINK =
      AccessRow.linkMarker(Parties.with(TABLET), AuthenticationType.ALLOW_ALWAYS, RowSide.ACCESSER);

  static Stream<Arguments> defaultStores() {
    return Stream.of(
        Arguments.of(List.of(), false, AccessReason.NO_ROW),
        Arguments.of(List.of(ACCOUNT), true, AccessReason.SAME_ACCOUNT),
        Arguments.of(List.of(APP, ACCOUNT), true, AccessReason.SAME_ACCOUNT),
        Arguments.of(List.of(APP, LINK), true, AccessReason.BOUND_FOR_APP),
        Arguments.of(List.of(SERVICE), true, AccessReason.BOUND_FOR_APP),
        Arguments.of(List.of(USER), true, AccessReason.BOUND_FOR_USER),
        Arguments.of(
            List.of(retyped(APP, BindType.ACROSS_ACCOUNT)), true, AccessReason.BOUND_FOR_APP),
        Arguments.of(List.of(LINK), false, AccessReason.ONLY_LINK_ROW),
        Arguments.of(List.of(retyped(USER, BindType.LNN)), false, AccessReason.ONLY_LINK_ROW),
        Arguments.of(
            List.of(AccessRow.share(Parties.with(TABLET), RowSide.ACCESSER)),
            false,
            AccessReason.SHARE_ONLY),
        Arguments.of(
            List.of(AccessRow.share(Parties.with(TABLET), RowSide.ACCESSEE), LINK),
            false,
            AccessReason.SHARED_OTHER_WAY),
        Arguments.of(List.of(OTHER_APP, LINK), false, AccessReason.BOUND_FOR_OTHER_APP),
        Arguments.of(List.of(off(APP), LINK), false, AccessReason.ROW_INACTIVE),
        Arguments.of(List.of(off(USER)), false, AccessReason.ROW_INACTIVE),
        Arguments.of(List.of(off(ACCOUNT)), false, AccessReason.ROW_INACTIVE),
        Arguments.of(List.of(off(ACCOUNT), APP), true, AccessReason.BOUND_FOR_APP),
        Arguments.of(List.of(ofUsers(BEN, ANN)), false, AccessReason.BOUND_FOR_OTHER_USERS),
        Arguments.of(List.of(ofUsers(ANN, BEN)), false, AccessReason.BOUND_FOR_OTHER_USERS));
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource("defaultStores")
  void decidesByTheRowsForAnOrdinaryStore(
      List<AccessRow> rows, boolean permitted, AccessReason reason) {
    Access access = AccessCheck.check(query(ANN, ANN, AuthType.DEFAULT), rows);

    assertThat(access.permitted()).isEqualTo(permitted);
    assertThat(access.reason()).isEqualTo(reason);
    assertThat(access.sameAccount()).isEqualTo(reason == AccessReason.SAME_ACCOUNT);
    if (permitted) {
      assertThat(rows).contains(access.row().orElseThrow());
    }
  }

  static Stream<Arguments> accountStores() {
    return Stream.of(
        Arguments.of(List.of(ACCOUNT), true, AccessReason.SAME_ACCOUNT),
        Arguments.of(List.of(off(ACCOUNT)), false, AccessReason.ROW_INACTIVE),
        Arguments.of(List.of(APP, USER), false, AccessReason.ACCOUNT_REQUIRED),
        Arguments.of(List.of(), false, AccessReason.ACCOUNT_REQUIRED));
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource("accountStores")
  void asksForTheAccountAloneForAnIdenticalAccountStore(
      List<AccessRow> rows, boolean permitted, AccessReason reason) {
    Access access = AccessCheck.check(query(ANN, ANN, AuthType.IDENTICAL_ACCOUNT), rows);

    assertThat(access.permitted()).isEqualTo(permitted);
    assertThat(access.sameAccount()).isEqualTo(permitted);
    assertThat(access.reason()).isEqualTo(reason);
  }

  @ParameterizedTest
  @EnumSource(AuthType.class)
  void alwaysLetsSystemUsersThroughAndNeverCallsItOneAccount(AuthType type) {
    Access access =
        AccessCheck.check(query(OsAccountId.SYSTEM, OsAccountId.SYSTEM, type), List.of());

    assertThat(access)
        .isEqualTo(new Access(true, false, AccessReason.SYSTEM_USERS, Optional.empty()));
  }

  @Test
  void deniesASystemUserTowardsAPerson() {
    List<AccessRow> rows = List.of(ACCOUNT, USER);

    assertThat(AccessCheck.check(query(OsAccountId.SYSTEM, ANN, AuthType.DEFAULT), rows).reason())
        .isEqualTo(AccessReason.ONE_IS_SYSTEM_USER);
    assertThat(AccessCheck.check(query(ANN, OsAccountId.SYSTEM, AuthType.DEFAULT), rows).reason())
        .isEqualTo(AccessReason.ONE_IS_SYSTEM_USER);
  }

  @Test
  void deniesWhenEitherUserIsInactiveWhateverTheRows() {
    AccessQuery localAway =
        new AccessQuery(ANN, ANN, TABLET.udid(), NOTES, AuthType.DEFAULT, false, true);
    AccessQuery remoteAway =
        new AccessQuery(ANN, ANN, TABLET.udid(), NOTES, AuthType.DEFAULT, true, false);

    assertThat(AccessCheck.check(localAway, List.of(ACCOUNT)).reason())
        .isEqualTo(AccessReason.USER_INACTIVE);
    assertThat(AccessCheck.check(remoteAway, List.of(ACCOUNT)).reason())
        .isEqualTo(AccessReason.USER_INACTIVE);
  }

  @Test
  void neverUsesARowTowardsAnotherDevice() {
    AccessQuery towardsWatch =
        new AccessQuery(ANN, ANN, WATCH.udid(), NOTES, AuthType.DEFAULT, true, true);

    Access access = AccessCheck.check(towardsWatch, List.of(ACCOUNT, APP, USER));

    assertThat(access.reason()).isEqualTo(AccessReason.NO_ROW);
  }

  @ParameterizedTest
  @EnumSource(RowSide.class)
  void readsABondInBothDirections(RowSide side) {
    AccessRow row =
        AccessRow.pointToPoint(
            Parties.with(TABLET), BindLevel.APP, NOTES, AuthenticationType.ALLOW_ONCE, side);

    assertThat(AccessCheck.check(query(ANN, ANN, AuthType.DEFAULT), List.of(row)).permitted())
        .isTrue();
  }

  @Test
  void givesEveryReasonItsOwnCode() {
    assertThat(Arrays.stream(AccessReason.values()).map(AccessReason::code))
        .doesNotHaveDuplicates()
        .allMatch(code -> code.matches("[a-z]+(-[a-z]+)*"));
  }

  private static AccessQuery query(OsAccountId local, OsAccountId remote, AuthType type) {
    return new AccessQuery(local, remote, TABLET.udid(), NOTES, type, true, true);
  }

  private static AccessRow bound(BindLevel level, PkgName bundle) {
    return AccessRow.pointToPoint(
        Parties.with(TABLET), level, bundle, AuthenticationType.ALLOW_ALWAYS, RowSide.ACCESSER);
  }

  private static AccessRow off(AccessRow row) {
    return row.withStatus(RowStatus.INACTIVE);
  }

  private static AccessRow ofUsers(OsAccountId local, OsAccountId peer) {
    return AccessRow.pointToPoint(
        Parties.of(TABLET, local, peer),
        BindLevel.APP,
        NOTES,
        AuthenticationType.ALLOW_ALWAYS,
        RowSide.ACCESSER);
  }

  private static AccessRow retyped(AccessRow row, BindType type) {
    return new AccessRow(
        row.parties(),
        type,
        row.bindLevel(),
        row.status(),
        row.authenticationType(),
        row.bundle(),
        row.side(),
        row.lnn());
  }
}
