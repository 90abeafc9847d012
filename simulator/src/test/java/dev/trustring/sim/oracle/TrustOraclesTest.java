package dev.trustring.sim.oracle;

import static dev.trustring.sim.Facts.NOTES;
import static dev.trustring.sim.Facts.PHONE;
import static dev.trustring.sim.Facts.TABLET;
import static dev.trustring.sim.oracle.Watched.decided;
import static dev.trustring.sim.oracle.Watched.gate;
import static dev.trustring.sim.oracle.Watched.no;
import static dev.trustring.sim.oracle.Watched.row;
import static dev.trustring.sim.oracle.Watched.sentBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.atm.Atm;
import dev.trustring.atm.grant.GrantState;
import dev.trustring.atm.grant.PermissionFlag;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.token.HapToken;
import dev.trustring.atm.token.ProvisionProfile;
import dev.trustring.atm.token.TokenId;
import dev.trustring.atm.token.TokenIdentity;
import dev.trustring.kv.decision.GateResult;
import dev.trustring.kv.decision.TaskMode;
import dev.trustring.kv.decision.Verdict;
import dev.trustring.kv.store.KvStore;
import dev.trustring.sim.world.Happening;
import dev.trustring.trust.BindTurn;
import dev.trustring.trust.Sessions;
import dev.trustring.trust.Trust;
import dev.trustring.trust.access.AccessRow;
import dev.trustring.trust.access.BindLevel;
import dev.trustring.trust.access.Parties;
import dev.trustring.trust.access.RowSide;
import dev.trustring.trust.bind.BindSession;
import dev.trustring.trust.effect.BindRole;
import dev.trustring.trust.effect.TrustEffect;
import dev.trustring.trust.identity.AccountId;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.identity.PkgName;
import dev.trustring.trust.ledger.TrustEvent;
import dev.trustring.trust.ledger.TrustState;
import dev.trustring.trust.user.Build;
import dev.trustring.trust.wire.BindReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The oracles that look at permissions, gates and trust, each held and broken. */
class TrustOraclesTest {

  private static final DeviceIdentity WATCH = DeviceIdentity.of(new DeviceName("watch"));
  private static final AccountId ACCOUNT = new AccountId("acct-1");
  private static final TokenIdentity TOKEN = TokenIdentity.of(NOTES.value());
  private static final GrantState GRANTED = new GrantState(true, PermissionFlag.USER_FIXED);
  private static final GrantState DENIED = new GrantState(false, PermissionFlag.USER_FIXED);
  private static final Duration LONG = Duration.ofSeconds(5);

  private final Watched revocations = new Watched(new NothingAfterRevocation());
  private final Watched causes = new Watched(new FirstCause());
  private final Watched logouts = new Watched(new LogoutEndsTrust());
  private final Watched binds = new Watched(new OneBindAtATime());
  private final Watched failures = new Watched(new FailedBindLeavesNothing());

  private Optional<String> arrival() {
    return revocations.stored(
        TABLET,
        new KvStore.Event.Received(PHONE, List.of(sentBy(PHONE, row("n1", "milk", 5, PHONE))), 6));
  }

  private void changed(GrantState was, GrantState is) {
    revocations.after(
        new Happening.PermissionStored(
            TABLET,
            new Atm.Event.PermissionChanged(TOKEN, PermissionName.DISTRIBUTED_DATASYNC, was, is)));
  }

  private void install() {
    revocations.after(
        new Happening.PermissionStored(
            TABLET,
            new Atm.Event.TokenCreated(
                new HapToken(
                    TOKEN,
                    new TokenId(0x20000001),
                    ProvisionProfile.ORDINARY,
                    new TreeMap<>(Map.of(PermissionName.DISTRIBUTED_DATASYNC, GRANTED))))));
  }

  @Test
  void rowsRestOnlyWhereThePermissionIsHeldOrWasAMomentAgo() {
    install();
    revocations.wait(LONG);
    assertThat(arrival()).isEmpty();

    changed(GRANTED, DENIED);
    assertThat(arrival()).as("on its way to the disk").isEmpty();

    revocations.wait(LONG);
    assertThat(arrival()).isPresent();
  }

  @Test
  void rowsMayHaveWaitedForADiskSinceThePermissionWasHeld() {
    install();
    changedDisk("full");
    revocations.wait(LONG);
    changed(GRANTED, DENIED);
    revocations.wait(LONG);
    changedDisk("well");
    revocations.wait(Duration.ofSeconds(3));
    assertThat(arrival()).as("the last try").isEmpty();

    revocations.wait(LONG);
    assertThat(arrival()).isPresent();
  }

  private void changedDisk(String word) {
    revocations.after(new Happening.Noted("disk", TABLET, word));
  }

  @Test
  void rowsRestNowhereWithoutTheApp() {
    assertThat(arrival()).isPresent();
  }

  @Test
  void aGateStopsOnlyWhereNoneBeforeItWould() {
    assertThat(causes.after(decided(TaskMode.PUSH, 0, gate("G7", no(), true), later("G13"))))
        .isEmpty();
    assertThat(causes.after(decided(TaskMode.PUSH, 0, gate("G13", no(), true), later("G7"))))
        .isPresent();
    assertThat(causes.after(decided(TaskMode.PUSH, 0, gate("R3", no(), true), later("G7"))))
        .as("of the other side")
        .isEmpty();
    assertThat(causes.after(decided(TaskMode.PUSH, 0, gate("G7", no(), true), later("G7-range"))))
        .as("in the same place")
        .isEmpty();
    assertThat(causes.after(decided(TaskMode.PUSH, 0, gate("G7", no(), true), later("G0-group"))))
        .isPresent();
  }

  @ParameterizedTest
  @EnumSource(
      value = TaskMode.class,
      names = {"RESPONSE_PULL", "AUTO_PUSH", "AUTO_SUBSCRIBE_QUERY"})
  void whatTheEngineBeginsIsNotAskedWhatACallIs(TaskMode mode) {
    assertThat(causes.after(decided(mode, 0, gate("G13", no(), true), later("G4")))).isEmpty();
    assertThat(causes.after(decided(mode, 0, gate("G13", no(), true), later("G7")))).isPresent();
  }

  private static GateResult later(String id) {
    return gate(id, no(), false);
  }

  @Test
  void aLogoutTakesTheRowsOfTheAccount() {
    AccessRow row =
        AccessRow.sameAccount(
            Parties.with(DeviceIdentity.of(TABLET)).sharing(ACCOUNT), RowSide.ACCESSER);
    trust(new TrustEvent.LoggedIn(OsAccountId.FIRST, ACCOUNT));
    trust(new TrustEvent.RowWritten(row));
    logouts.wait(LONG);
    assertThat(look()).isEmpty();

    trust(new TrustEvent.LoggedOut(OsAccountId.FIRST, ACCOUNT));
    assertThat(look()).as("in the middle of it").isEmpty();
    logouts.wait(LONG);
    assertThat(look()).isPresent();

    trust(new TrustEvent.RowDeleted(row));
    assertThat(look()).isEmpty();
  }

  @Test
  void anAccountWhoseTokenExpiresKeepsItsRows() {
    trust(new TrustEvent.LoggedIn(OsAccountId.FIRST, ACCOUNT));
    trust(
        new TrustEvent.RowWritten(
            AccessRow.sameAccount(
                Parties.with(DeviceIdentity.of(TABLET)).sharing(ACCOUNT), RowSide.ACCESSER)));
    trust(new TrustEvent.AccountTokenExpired(OsAccountId.FIRST, ACCOUNT));
    logouts.wait(LONG);

    assertThat(look()).isEmpty();
  }

  private void trust(TrustEvent event) {
    logouts.after(new Happening.TrustStored(PHONE, event));
  }

  private Optional<String> look() {
    return logouts.after(decided(TaskMode.PUSH, 0, gate("G7", Verdict.pass("granted"), true)));
  }

  private static BindSession bind(DeviceIdentity peer) {
    return Trust.decide(
            TrustState.factoryNew(),
            Sessions.NONE,
            new Trust.StartBind(peer, new PkgName(NOTES.value()), BindLevel.APP),
            new Trust.Inputs(
                DeviceIdentity.of(PHONE), Instant.EPOCH, peer.hashCode(), Build.ORDINARY))
        .sessions()
        .bind()
        .orElseThrow();
  }

  private static Happening turn(
      Optional<BindSession> before, Optional<BindSession> now, BindReason reason) {
    Optional<TrustEffect.BindEnded> end =
        before.map(
            bind ->
                new TrustEffect.BindEnded(
                    bind.id(), bind.request().peer(), BindRole.SOURCE, reason));
    return new Happening.BindTurned(PHONE, new BindTurn(before, now, end));
  }

  @Test
  void aBindBeginsOnlyWhenNoneRuns() {
    Optional<BindSession> first = Optional.of(bind(DeviceIdentity.of(TABLET)));

    assertThat(binds.after(turn(Optional.empty(), first, BindReason.OK))).isEmpty();
    assertThat(binds.after(turn(first, Optional.of(bind(WATCH)), BindReason.OK))).isPresent();
    assertThat(binds.after(turn(first, Optional.empty(), BindReason.OK))).isEmpty();
  }

  @Test
  void aBindThatFailsLeavesNoRow() {
    assertThat(bound(BindReason.TIMEOUT)).isPresent();
  }

  @Test
  void theRowOfACommonAccountComesByItselfMeanwhile() {
    Parties parties = Parties.with(DeviceIdentity.of(TABLET));

    assertThat(bound(BindReason.TIMEOUT, AccessRow.sameAccount(parties, RowSide.ACCESSER)))
        .isEmpty();
  }

  @Test
  void aBindThatSucceedsLeavesItsRow() {
    assertThat(bound(BindReason.OK)).isEmpty();
  }

  @Test
  void whatWasThereBeforeTheBindMayStay() {
    AccessRow row =
        AccessRow.bond(
                Parties.with(DeviceIdentity.of(TABLET)),
                new PkgName(NOTES.value()),
                RowSide.ACCESSER)
            .get(0);
    failures.after(new Happening.TrustStored(PHONE, new TrustEvent.RowWritten(row)));

    assertThat(bound(BindReason.TIMEOUT)).isEmpty();
  }

  private Optional<String> bound(BindReason reason) {
    Parties parties = Parties.with(DeviceIdentity.of(TABLET));
    PkgName notes = new PkgName(NOTES.value());
    return bound(reason, AccessRow.bond(parties, notes, RowSide.ACCESSER).get(0));
  }

  /** A bind with the tablet that ends like this, after the row was written. */
  private Optional<String> bound(BindReason reason, AccessRow row) {
    Optional<BindSession> bind = Optional.of(bind(DeviceIdentity.of(TABLET)));
    failures.after(turn(Optional.empty(), bind, BindReason.OK));
    failures.after(new Happening.TrustStored(PHONE, new TrustEvent.RowWritten(row)));
    return failures.after(turn(bind, Optional.empty(), reason));
  }
}
