package dev.trustring.sim.oracle;

import static dev.trustring.sim.Facts.NOTES;
import static dev.trustring.sim.Facts.PHONE;
import static dev.trustring.sim.Facts.STORE;
import static dev.trustring.sim.Facts.TABLET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.atm.Atm;
import dev.trustring.atm.grant.GrantState;
import dev.trustring.atm.grant.PermissionFlag;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.token.HapToken;
import dev.trustring.atm.token.ProvisionProfile;
import dev.trustring.atm.token.TokenId;
import dev.trustring.atm.token.TokenIdentity;
import dev.trustring.config.scenario.Scenario;
import dev.trustring.kv.decision.GateInfo;
import dev.trustring.kv.decision.GateResult;
import dev.trustring.kv.decision.Stage;
import dev.trustring.kv.decision.Verdict;
import dev.trustring.kv.rules.RuleSet;
import dev.trustring.kv.service.StoreKey;
import dev.trustring.kv.store.Key;
import dev.trustring.kv.store.KvStore;
import dev.trustring.kv.store.KvStoreType;
import dev.trustring.kv.store.Row;
import dev.trustring.kv.store.RowId;
import dev.trustring.kv.store.SecurityLabel;
import dev.trustring.kv.store.StoreOptions;
import dev.trustring.kv.store.StoreState;
import dev.trustring.kv.store.Value;
import dev.trustring.sim.Facts;
import dev.trustring.sim.run.Tale;
import dev.trustring.sim.world.Happening;
import dev.trustring.trust.access.AccessRow;
import dev.trustring.trust.access.Parties;
import dev.trustring.trust.access.RowSide;
import dev.trustring.trust.identity.AccountId;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.ledger.TrustEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Each invariant and expectation, held and broken by a hand-made stream of happenings. */
class OracleTest {

  private static final StoreKey NOTES_STORE = new StoreKey(NOTES, OsAccountId.FIRST, STORE);
  private static final TokenIdentity TOKEN = TokenIdentity.of(NOTES.value());
  private static final GateResult PERMISSION_PASSED =
      new GateResult(
          new GateInfo("R8", "receive-permission", Stage.PERMISSION, "", ""),
          Verdict.pass("granted"),
          true);
  private static final GrantState GRANTED = new GrantState(true, PermissionFlag.USER_FIXED);
  private static final GrantState DENIED = new GrantState(false, PermissionFlag.USER_FIXED);
  private static final Duration LONG = Duration.ofSeconds(5);

  private final Map<DeviceName, StoreState> states = new TreeMap<>();
  private Expected expected = new Expected(watchingAll(Tale.ofPhoneAndTablet()).read());
  private long now;

  @Test
  void holdsWhenATrustedDeviceOfEnoughLevelReceives() {
    bond();
    open(SecurityLabel.S1);
    grant();
    receive();
    judge();

    assertThat(broken()).isEmpty();
    assertThat(expected.replicatedRows()).isOne();
  }

  @Test
  void findsALeakBelowTheLevelOfTheLabel() {
    expected =
        new Expected(
            watchingAll(
                    Tale.nobody()
                        .device("phone", "kind: phone, level: SL4")
                        .device("tablet", "kind: tablet, level: SL2"))
                .read());
    bond();
    grant();
    open(SecurityLabel.S3);
    receive();

    assertThat(broken()).containsExactly("no-leak-above-level");
  }

  @Test
  void countsADeviceWithoutALevelAsTheLowest() {
    expected =
        new Expected(
            watchingAll(
                    Tale.nobody()
                        .device("phone", "kind: phone, level: SL4")
                        .device("tablet", "kind: tablet"))
                .read());
    bond();
    grant();
    open(SecurityLabel.S2);
    receive();

    assertThat(broken()).containsExactly("no-leak-above-level");
  }

  @Test
  void findsALeakToADeviceWithoutTeeUnderTheArticlesRules() {
    Scenario article =
        watchingAll(
                Tale.nobody()
                    .device("phone", "kind: phone, level: SL4, tee: true")
                    .device("tablet", "kind: tablet, level: SL5, tee: false"))
            .read()
            .withRules(RuleSet.ARTICLE);
    expected = new Expected(article);
    bond();
    grant();
    open(SecurityLabel.S2);
    receive();
    assertThat(broken()).isEmpty();

    open(SecurityLabel.S3);
    receive();

    assertThat(broken()).containsExactly("no-leak-above-level");
  }

  @Test
  void findsRowsFromADeviceThatIsNotTrusted() {
    grant();
    open(SecurityLabel.S1);
    receive();

    assertThat(broken()).containsExactly("no-sync-outside-ring");
  }

  @Test
  void findsRowsThatComeLongAfterTheTrustHasEnded() {
    bond();
    grant();
    open(SecurityLabel.S1);
    tell(new Happening.TrustStored(TABLET, new TrustEvent.RowDeleted(row())));
    wait(LONG);
    receive();

    assertThat(broken()).containsExactly("no-sync-outside-ring");
    assertThat(expected.findings())
        .filteredOn(finding -> !finding.held())
        .extracting(Finding::brokenNanos)
        .containsExactly(OptionalLong.of(now));
  }

  @Test
  void allowsRowsThatWereOnTheirWayToTheDiskWhenTheTrustEnded() {
    bond();
    grant();
    open(SecurityLabel.S1);
    wait(LONG);
    tell(new Happening.TrustStored(TABLET, new TrustEvent.RowDeleted(row())));
    wait(Duration.ofMillis(3));
    receive();

    assertThat(broken()).isEmpty();
  }

  @Test
  void findsAPacketThatPassesWithoutTheGrant() {
    bond();
    open(SecurityLabel.S1);
    grant();
    revoke();
    wait(LONG);
    judge();

    assertThat(broken()).containsExactly("no-sync-without-grant");
  }

  @Test
  void findsAPacketThatPassesWhereTheAppIsNotInstalled() {
    bond();
    open(SecurityLabel.S1);
    judge();

    assertThat(broken()).containsExactly("no-sync-without-grant");
  }

  @Test
  void allowsAPacketThatWasBeingServedWhenTheGrantEnded() {
    open(SecurityLabel.S1);
    grant();
    wait(LONG);
    revoke();
    wait(Duration.ofMillis(3));
    judge();

    assertThat(broken()).isEmpty();
  }

  @Test
  void asksForTheGrantOfTheAppThatOwnsTheStore() {
    StoreKey foreign =
        new StoreKey(new dev.trustring.atm.token.BundleName("a.first"), OsAccountId.FIRST, STORE);
    tell(
        new Happening.StoreChanged(
            TABLET,
            foreign,
            new KvStore.Event.Opened(options(SecurityLabel.S1)),
            StoreState.ABSENT));
    open(SecurityLabel.S1);
    grant();
    judge();

    assertThat(broken()).isEmpty();
  }

  @Test
  void findsThatSomethingNeverHappened() {
    expect("sometimes: [ { replicated: { store: notes, from: phone, to: tablet } } ]");
    open(SecurityLabel.S1);
    assertThat(findings("sometimes")).containsExactly(false);

    bond();
    receive();

    assertThat(findings("sometimes")).containsExactly(true);
  }

  @Test
  void findsThatDevicesAreTheSameOnlyInTheGivenTime() {
    expect("eventually: [ { same: notes, on: [phone, tablet], within: 2s, after: 10s } ]");
    open(SecurityLabel.S1);
    write(PHONE);
    receive();
    assertThat(findings("eventually")).as("too early").containsExactly(false);

    wait(Duration.ofSeconds(13));
    expected.lookForSameness(now);
    assertThat(findings("eventually")).as("too late").containsExactly(false);
  }

  @Test
  void findsThatDevicesAreTheSameAtTheMomentThatCounts() {
    expect("eventually: [ { same: notes, on: [phone, tablet], within: 2s, after: 10s } ]");
    open(SecurityLabel.S1);
    write(PHONE);
    receive();
    wait(Duration.ofSeconds(11));

    expected.lookForSameness(now);

    assertThat(findings("eventually")).containsExactly(true);
  }

  @Test
  void countsTwoEmptyStoresAsNothing() {
    expect("eventually: [ { same: notes, on: [phone, tablet], within: 2s, after: 1s } ]");
    open(SecurityLabel.S1);
    wait(Duration.ofSeconds(1));

    expected.lookForSameness(now);

    assertThat(expected.findings().get(0).says()).contains("no device holds any entry");
  }

  @Test
  void digestsEqualRowsToEqualTexts() {
    open(SecurityLabel.S1);
    write(PHONE);
    assertThat(expected.digests().get(PHONE)).isNotEqualTo(expected.digests().get(TABLET));

    receive();

    assertThat(expected.digests().get(PHONE)).isEqualTo(expected.digests().get(TABLET));
  }

  @Test
  void findsRowsWhereNothingWasToMove() {
    expect("replication: none");
    bond();
    open(SecurityLabel.S1);
    receive();

    assertThat(findings("replication")).containsExactly(false);
  }

  @Test
  void saysWhichAttemptsThereWere() {
    expect(
        "decisions: [ { from: phone, to: tablet, store: notes, attempt: 2, stop: none, visible: 0 }"
            + " ]");

    assertThat(expected.findings().get(0).says()).isEqualTo("there were 0 attempts");
  }

  private void expect(String line) {
    expected = new Expected(Tale.ofPhoneAndTablet().expect(line).read());
  }

  private static Tale watchingAll(Tale tale) {
    return tale.expect("always: [" + String.join(", ", Invariants.names()) + "]");
  }

  private void bond() {
    tell(new Happening.TrustStored(TABLET, new TrustEvent.RowWritten(row())));
  }

  private static AccessRow row() {
    return AccessRow.sameAccount(
        Parties.with(DeviceIdentity.of(PHONE)).sharing(new AccountId("acct-1")), RowSide.ACCESSEE);
  }

  private void open(SecurityLabel label) {
    for (DeviceName device : List.of(PHONE, TABLET)) {
      changed(device, new KvStore.Event.Opened(options(label)));
    }
  }

  private static StoreOptions options(SecurityLabel label) {
    return new StoreOptions(
        true, false, true, false, KvStoreType.SINGLE_VERSION, label, Optional.empty());
  }

  private void grant() {
    tell(
        new Happening.PermissionStored(
            TABLET,
            new Atm.Event.TokenCreated(
                new HapToken(
                    TOKEN,
                    new TokenId(0x20000001),
                    ProvisionProfile.ORDINARY,
                    new TreeMap<>(Map.of(PermissionName.DISTRIBUTED_DATASYNC, GRANTED))))));
  }

  private void revoke() {
    tell(
        new Happening.PermissionStored(
            TABLET,
            new Atm.Event.PermissionChanged(
                TOKEN, PermissionName.DISTRIBUTED_DATASYNC, GRANTED, DENIED)));
  }

  private void judge() {
    tell(new Happening.Judged(TABLET, Facts.received(PERMISSION_PASSED)));
  }

  private void write(DeviceName device) {
    changed(device, new KvStore.Event.Wrote(row(Optional.empty())));
  }

  private void receive() {
    changed(TABLET, new KvStore.Event.Received(PHONE, List.of(row(Optional.of(PHONE))), 2));
  }

  private static Row row(Optional<DeviceName> sender) {
    return new Row(
        new RowId("", Key.of("n1")),
        Optional.of(new Value(Value.Type.STRING, "milk")),
        1,
        1,
        sender,
        PHONE);
  }

  private void changed(DeviceName device, KvStore.Event event) {
    StoreState after = event.appliedTo(states.getOrDefault(device, StoreState.ABSENT));
    states.put(device, after);
    tell(new Happening.StoreChanged(device, NOTES_STORE, event, after));
  }

  private void tell(Happening happening) {
    expected.watch(happening, now);
  }

  private void wait(Duration time) {
    now += time.toNanos();
  }

  private List<String> broken() {
    return expected.findings().stream().filter(one -> !one.held()).map(Finding::name).toList();
  }

  private List<Boolean> findings(String kind) {
    return expected.findings().stream()
        .filter(finding -> finding.kind().equals(kind))
        .map(Finding::held)
        .toList();
  }
}
