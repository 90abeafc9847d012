package dev.trustring.trust.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.trust.identity.AccountHash;
import dev.trustring.trust.identity.AccountId;
import dev.trustring.trust.identity.AppToken;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.identity.PkgName;
import dev.trustring.trust.identity.Udid;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SessionCheckTest {
  private static final DeviceIdentity TABLET = DeviceIdentity.of("tablet");
  private static final DeviceIdentity WATCH = DeviceIdentity.of("watch");
  private static final PkgName NOTES = new PkgName("com.example.notes");
  private static final OsAccountId ANN = OsAccountId.FIRST;
  private static final OsAccountId BEN = new OsAccountId(101);
  private static final AccountId ALICE = new AccountId("alice");
  private static final AccountId BOB = new AccountId("bob");
  private static final AppToken MINE = new AppToken(11);
  private static final AppToken THEIRS = new AppToken(22);
  private static final AppToken OTHER = new AppToken(33);

  private static final SessionQuery.End LOCAL = end(ANN, MINE, ALICE);
  private static final SessionQuery.End REMOTE = end(ANN, THEIRS, ALICE);

  private static final AccessRow ACCOUNT =
      AccessRow.sameAccount(Parties.with(TABLET).sharing(ALICE), RowSide.ACCESSER);
  private static final AccessRow APP = bond(BindLevel.APP, BindType.POINT_TO_POINT);
  private static final AccessRow LINK =
      AccessRow.linkMarker(Parties.with(TABLET), AuthenticationType.ALLOW_ALWAYS, RowSide.ACCESSER);

  /** Whether source and sink open by a row of the account, and by a bond of an app. */
  static Stream<Arguments> ends() {
    return Stream.of(
        Arguments.of("everything fits", LOCAL, REMOTE, List.of(true, true, true, true)),
        Arguments.of(
            "own user differs", end(BEN, MINE, ALICE), REMOTE, List.of(false, false, false, false)),
        Arguments.of(
            "own token differs", end(ANN, OTHER, ALICE), REMOTE, List.of(true, true, false, false)),
        Arguments.of(
            "their token differs", LOCAL, end(ANN, OTHER, ALICE), List.of(true, true, true, false)),
        Arguments.of(
            "their user differs",
            LOCAL,
            end(BEN, THEIRS, ALICE),
            List.of(true, false, true, false)),
        Arguments.of(
            "accounts differ", LOCAL, end(ANN, THEIRS, BOB), List.of(true, false, true, true)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ends")
  void looksAtWhatEachEndKnows(
      String what, SessionQuery.End local, SessionQuery.End remote, List<Boolean> opens) {
    SessionQuery query = new SessionQuery(TABLET.udid(), local, remote);

    assertThat(check(query, ACCOUNT).source().permitted()).isEqualTo(opens.get(0));
    assertThat(check(query, ACCOUNT).sink().permitted()).isEqualTo(opens.get(1));
    for (BindType type : List.of(BindType.POINT_TO_POINT, BindType.ACROSS_ACCOUNT)) {
      for (BindLevel level : List.of(BindLevel.APP, BindLevel.SERVICE)) {
        assertThat(check(query, bond(level, type)).source().permitted()).isEqualTo(opens.get(2));
        assertThat(check(query, bond(level, type)).sink().permitted()).isEqualTo(opens.get(3));
      }
    }
  }

  @Test
  void ignoresTokensAtUserLevel() {
    AccessRow user = bond(BindLevel.USER, BindType.POINT_TO_POINT);
    SessionQuery strangers =
        new SessionQuery(TABLET.udid(), end(ANN, OTHER, ALICE), end(ANN, OTHER, BOB));

    assertThat(check(strangers, user).source().reason()).isEqualTo(AccessReason.BOUND_FOR_USER);
    assertThat(check(strangers, user).sink().permitted()).isTrue();
  }

  @Test
  void matchesARowThatIsInactive() {
    AccessRow off = APP.withStatus(RowStatus.INACTIVE);

    assertThat(check(query(), off).source().permitted()).isTrue();
    assertThat(check(query(), off).sink().permitted()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(RowSide.class)
  void readsBondsInBothDirectionsAndSharesInOne(RowSide side) {
    assertThat(check(query(), sided(APP, side)).source().permitted()).isTrue();
    assertThat(check(query(), sided(APP, side)).sink().permitted()).isTrue();
    assertThat(check(query(), sided(share(), side)).source().permitted())
        .isEqualTo(side == RowSide.ACCESSER);
    assertThat(check(query(), sided(share(), side)).sink().permitted())
        .isEqualTo(side == RowSide.ACCESSEE);
  }

  @Test
  void asksForTheAccountsOfAShare() {
    SessionQuery mineDiffers = new SessionQuery(TABLET.udid(), end(ANN, MINE, BOB), REMOTE);
    SessionQuery theirsDiffers = new SessionQuery(TABLET.udid(), LOCAL, end(ANN, THEIRS, BOB));
    AccessRow given = sided(share(), RowSide.ACCESSEE);

    assertThat(check(mineDiffers, share()).source().permitted()).isFalse();
    assertThat(check(theirsDiffers, share()).source().permitted()).isTrue();
    assertThat(check(mineDiffers, given).sink().permitted()).isFalse();
    assertThat(check(theirsDiffers, given).sink().permitted()).isFalse();
  }

  @Test
  void neverOpensByTheLinkRow() {
    AccessRow marker = bond(BindLevel.USER, BindType.LNN);

    assertThat(check(query(), LINK).source().reason()).isEqualTo(AccessReason.ONLY_LINK_ROW);
    assertThat(check(query(), marker).sink().permitted()).isFalse();
  }

  @Test
  void saysWhyNot() {
    SessionQuery towardsWatch = new SessionQuery(WATCH.udid(), LOCAL, REMOTE);
    SessionQuery ofBen = query(TABLET.udid(), end(BEN, MINE, ALICE));
    SessionQuery ofChess = query(TABLET.udid(), end(ANN, OTHER, ALICE));

    assertThat(check(towardsWatch, APP).source().reason()).isEqualTo(AccessReason.NO_ROW);
    assertThat(check(ofBen, APP).source().reason()).isEqualTo(AccessReason.BOUND_FOR_OTHER_USERS);
    assertThat(check(ofChess, APP).source().reason()).isEqualTo(AccessReason.BOUND_FOR_OTHER_APP);
  }

  @Test
  void comparesTokensInTheOlderCheckUnlessOneOfThoseAskedWithIsUnknown() {
    AccessQuery query =
        new AccessQuery(ANN, ANN, TABLET.udid(), NOTES, AuthType.DEFAULT, true, true);
    RowTokens ofRow = new RowTokens(MINE, THEIRS);

    assertThat(older(query, new RowTokens(MINE, THEIRS), ofRow)).isTrue();
    assertThat(older(query, new RowTokens(OTHER, THEIRS), ofRow)).isFalse();
    assertThat(older(query, new RowTokens(MINE, OTHER), ofRow)).isFalse();
    assertThat(older(query, new RowTokens(AppToken.UNKNOWN, OTHER), ofRow)).isTrue();
    assertThat(older(query, new RowTokens(OTHER, AppToken.UNKNOWN), ofRow)).isTrue();
    assertThat(older(query, new RowTokens(MINE, THEIRS), RowTokens.NONE)).isFalse();
  }

  private static boolean older(AccessQuery query, RowTokens asked, RowTokens ofRow) {
    return AccessCheck.check(query, List.of(APP), row -> asked.fit(ofRow)).permitted();
  }

  @Test
  void knowsARowWithoutTokensByItsBundle() {
    assertThat(untold(Optional.of(NOTES)).source().permitted()).isTrue();
    assertThat(untold(Optional.of(NOTES)).sink().permitted()).isTrue();
    assertThat(untold(Optional.of(new PkgName("com.example.chess"))).source().permitted())
        .isFalse();
    assertThat(untold(Optional.empty()).sink().permitted()).isFalse();
  }

  @Test
  void looksAtNoBundleWhereARowHasTokens() {
    SessionQuery reinstalled =
        new SessionQuery(TABLET.udid(), end(ANN, OTHER, ALICE), REMOTE, Optional.of(NOTES));

    assertThat(check(reinstalled, APP).source().permitted()).isFalse();
    assertThat(check(reinstalled, APP).sink().permitted()).isFalse();
  }

  private static SessionCheck untold(Optional<PkgName> bundle) {
    SessionQuery query = new SessionQuery(TABLET.udid(), LOCAL, REMOTE, bundle);
    return new SessionCheck(query, List.of(APP), any -> RowTokens.NONE);
  }

  private static SessionCheck check(SessionQuery query, AccessRow row) {
    return new SessionCheck(query, List.of(row), any -> new RowTokens(MINE, THEIRS));
  }

  private static SessionQuery query() {
    return new SessionQuery(TABLET.udid(), LOCAL, REMOTE);
  }

  private static SessionQuery query(Udid peer, SessionQuery.End local) {
    return new SessionQuery(peer, local, REMOTE);
  }

  private static SessionQuery.End end(OsAccountId user, AppToken token, AccountId account) {
    Optional<AccountHash> hash = Optional.of(account.hash());
    return new SessionQuery.End(user, token, hash);
  }

  private static AccessRow share() {
    AccessRow row = bond(BindLevel.APP, BindType.SHARE);
    return new AccessRow(
        row.parties().sharing(ALICE),
        row.bindType(),
        row.bindLevel(),
        row.status(),
        row.authenticationType(),
        row.bundle(),
        row.side(),
        row.lnn());
  }

  private static AccessRow bond(BindLevel level, BindType type) {
    AccessRow row =
        AccessRow.pointToPoint(
            Parties.with(TABLET), level, NOTES, AuthenticationType.ALLOW_ALWAYS, RowSide.ACCESSER);
    return new AccessRow(
        row.parties(),
        type,
        level,
        row.status(),
        row.authenticationType(),
        row.bundle(),
        row.side(),
        row.lnn());
  }

  private static AccessRow sided(AccessRow row, RowSide side) {
    return new AccessRow(
        row.parties(),
        row.bindType(),
        row.bindLevel(),
        row.status(),
        row.authenticationType(),
        row.bundle(),
        side,
        row.lnn());
  }
}
