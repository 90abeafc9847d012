package dev.trustring.kv.fix;

import static dev.trustring.kv.AttemptFixture.anAttempt;
import static dev.trustring.kv.AttemptFixture.blockedWifi;
import static dev.trustring.kv.AttemptFixture.wifi;
import static dev.trustring.kv.DeviceFixture.aPhone;
import static dev.trustring.kv.DeviceFixture.aTablet;
import static dev.trustring.kv.DeviceFixture.aWatch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.atm.token.BundleName;
import dev.trustring.kv.AttemptFixture;
import dev.trustring.kv.DeviceFixture;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.Fix;
import dev.trustring.kv.decision.LinkFacts;
import dev.trustring.kv.decision.TaskMode;
import dev.trustring.kv.rules.RuleSet;
import dev.trustring.kv.schema.FieldType;
import dev.trustring.kv.schema.SchemaMode;
import dev.trustring.kv.schema.SchemaText;
import dev.trustring.kv.schema.Schemas;
import dev.trustring.kv.store.SecurityLabel;
import dev.trustring.trust.access.AccessReason;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Fixes that a person would expect. */
class FixSearchTest {
  private static final String DECLARE = "declare DISTRIBUTED_DATASYNC in the app's module.json5";
  private static final String WITHOUT_QUERY =
      "sync without the query, or with one that the store on tablet can answer";
  private static final String ON_PHONE = "grant DISTRIBUTED_DATASYNC on phone";
  private static final String ON_TABLET = "grant DISTRIBUTED_DATASYNC on tablet";

  @Test
  void asksForNothingButAnotherTryWhenNothingIsInTheWay() {
    assertThat(fixes(anAttempt())).containsExactly(List.of());
  }

  @Test
  void grantsWhereTheGrantIsMissing() {
    assertThat(fixes(anAttempt().from(aPhone().withoutGrant()))).containsExactly(List.of(ON_PHONE));
    assertThat(fixes(anAttempt().towards(aTablet().withoutGrant())))
        .containsExactly(List.of(ON_TABLET));
  }

  @Test
  void mendsTheFileThatIsDamaged() {
    String mend = "restore a backup on %s, or close the store and open it again";

    assertThat(fixes(anAttempt().from(aPhone().withADamagedFile())))
        .containsExactly(List.of(mend.formatted("phone")));
    assertThat(fixes(anAttempt().towards(aTablet().withADamagedFile())))
        .containsExactly(List.of(mend.formatted("tablet")));
  }

  @Test
  void givesBothStoresOneSchema() {
    AttemptFixture attempt =
        anAttempt()
            .from(aPhone().withSchema(schema("title")))
            .towards(aTablet().withSchema(schema("count")));

    assertThat(fixes(attempt))
        .containsExactly(
            List.of(
                "open the store on tablet with the schema of phone, or with one that only adds"
                    + " fields to it"));
  }

  @ParameterizedTest
  @EnumSource(
      value = DenyReason.class,
      names = {"QUERY_NOT_SUPPORTED", "QUERY_FIELD_UNKNOWN"})
  void givesTheQueryASchemaOrDoesWithoutIt(DenyReason reason) {
    AttemptFixture attempt =
        anAttempt()
            .in(TaskMode.QUERY_PULL)
            .from(aPhone().withSchema(schema("title")))
            .whoseQueryIsRefused(reason);

    assertThat(fixes(attempt))
        .containsExactly(
            List.of(
                "open the store on tablet with the schema of phone, or with one that only adds"
                    + " fields to it"),
            List.of(WITHOUT_QUERY));
  }

  @Test
  void doesWithoutAQueryThatIsWrong() {
    AttemptFixture attempt =
        anAttempt().in(TaskMode.QUERY_PUSH).whoseQueryIsRefused(DenyReason.QUERY_MALFORMED);

    assertThat(fixes(attempt)).containsExactly(List.of(WITHOUT_QUERY));
  }

  @Test
  void endsAnotherSubscriptionWhereThereIsNoRoom() {
    AttemptFixture attempt =
        anAttempt().in(TaskMode.SUBSCRIBE_QUERY).whoseQueryIsRefused(DenyReason.SUBSCRIPTIONS_FULL);

    assertThat(fixes(attempt))
        .containsExactly(List.of("end another subscription to tablet, then subscribe"));
  }

  private static SchemaText schema(String field) {
    return Schemas.text(SchemaMode.STRICT, Schemas.field(field, FieldType.STRING));
  }

  @Test
  void warnsThatTheDialogDoesNotComeBack() {
    List<Fix> fixes = FixSearch.of(facts(anAttempt().from(aPhone().refusedByTheUser())));

    assertThat(fixes.get(0).notes())
        .containsExactly(
            "the dialog does not come back after a refusal: use requestPermissionOnSetting");
  }

  @Test
  void declaresOnceAndGrantsTwiceWhereNobodyDeclared() {
    AttemptFixture attempt =
        anAttempt().from(aPhone().withoutDeclaration()).towards(aTablet().withoutDeclaration());

    assertThat(fixes(attempt)).containsExactly(List.of(DECLARE, ON_PHONE, ON_TABLET));
  }

  @Test
  void forAPullItIsTheOneThatAsksWhoMustBeStronger() {
    AttemptFixture attempt =
        anAttempt().from(aWatch()).in(TaskMode.PULL).withLabel(SecurityLabel.S3);

    assertThat(fixes(attempt))
        .containsExactly(
            List.of("use a store with S1 for this data"),
            List.of("use a device of SL3 or above in place of watch"));
  }

  @Test
  void forASubscriptionItIsTheSubscriberWhoMustBeStronger() {
    AttemptFixture attempt =
        anAttempt().from(aWatch()).in(TaskMode.SUBSCRIBE_QUERY).withLabel(SecurityLabel.S3);

    assertThat(fixes(attempt))
        .containsExactly(
            List.of("use a store with S1 for this data"),
            List.of("use a device of SL3 or above in place of watch"));
  }

  @Test
  void unlocksTheScreenOfTheDeviceThatHasToRead() {
    AttemptFixture push = anAttempt().from(aPhone().withItsScreenLocked());
    AttemptFixture pull = anAttempt().towards(aTablet().withItsScreenLocked()).in(TaskMode.PULL);

    assertThat(fixes(push.withLabel(SecurityLabel.S3)))
        .contains(List.of("unlock the screen of phone"));
    assertThat(fixes(pull.withLabel(SecurityLabel.S3)))
        .contains(List.of("unlock the screen of tablet"));
  }

  @Test
  void waitsWhereTheQueueOfTheStoreIsFull() {
    assertThat(fixes(anAttempt().behind(32)))
        .containsExactly(List.of("sync again once earlier syncs of notes have called back"));
  }

  @Test
  void lowersTheLabelOrAsksForAStrongerDevice() {
    AttemptFixture attempt = anAttempt().towards(aWatch()).withLabel(SecurityLabel.S3);

    assertThat(fixes(attempt))
        .containsExactly(
            List.of("use a store with S1 for this data"),
            List.of("use a device of SL3 or above in place of watch"));
  }

  @Test
  void treatsAnUnknownLevelLikeTheLowest() {
    AttemptFixture attempt =
        anAttempt().towards(aWatch().ofUnknownLevel()).withLabel(SecurityLabel.S2);

    assertThat(fixes(attempt))
        .containsExactly(
            List.of("use a store with S1 for this data"),
            List.of("use a device of SL2 or above in place of watch"));
  }

  @Test
  void offersHardwareUnderTheArticle() {
    AttemptFixture attempt =
        anAttempt().under(RuleSet.ARTICLE).towards(aWatch()).withLabel(SecurityLabel.S4);

    assertThat(fixes(attempt))
        .containsExactly(
            List.of("use a store with S2 for this data"),
            List.of("use a device with a trusted execution environment in place of watch"));
  }

  @Test
  void opensWithOneLabelWhereTheLabelsDiffer() {
    AttemptFixture attempt =
        anAttempt()
            .from(aPhone().withLabel(SecurityLabel.S3))
            .towards(aTablet().withLabel(SecurityLabel.S2));

    assertThat(fixes(attempt)).containsExactly(List.of("open the store with S3 on both devices"));
  }

  @Test
  void joinsTheTwoInARing() {
    AttemptFixture attempt =
        anAttempt()
            .from(aPhone().trustingNot(AccessReason.NO_ROW))
            .towards(aTablet().outsideTheRing().trustingNot(AccessReason.NO_ROW));

    assertThat(fixes(attempt))
        .containsExactly(
            List.of("log both devices in to the same HUAWEI ID, or bond them by PIN for this app"));
  }

  @Test
  void joinsThemEvenWhenRowsOfAnEarlierRingAreLeft() {
    assertThat(fixes(anAttempt().towards(aTablet().outsideTheRing())))
        .containsExactly(
            List.of("log both devices in to the same HUAWEI ID, or bond them by PIN for this app"));
  }

  @Test
  void repairsABondOfWhichOnlyOneHalfIsLeft() {
    assertThat(fixes(anAttempt().towards(aTablet().trustingNot(AccessReason.NO_ROW))))
        .containsExactly(
            List.of("log both devices in to the same HUAWEI ID, or bond them by PIN for this app"));
  }

  @Test
  void mendsTheLinkAndNamesWhatBlocksIt() {
    AttemptFixture attempt = anAttempt().towards(aTablet().offline());

    assertThat(fixesOver(attempt, blockedWifi()))
        .containsExactly(
            List.of("take away what blocks one of the bearers (wifi home isolates clients)"));
  }

  @Test
  void switchesOnAReceiverThatIsOff() {
    LinkFacts.Lane off = new LinkFacts.Lane("wifi home", false, "tablet is off", Optional.empty());
    AttemptFixture attempt = anAttempt().towards(aTablet().offline()).withReceiverSwitchedOff();

    assertThat(fixesOver(attempt, off))
        .containsExactly(List.of("take away what blocks one of the bearers (tablet is off)"));
  }

  @Test
  void lowersTheLabelForAReceiverThatIsOff() {
    LinkFacts.Lane off = new LinkFacts.Lane("wifi home", false, "watch is off", Optional.empty());
    AttemptFixture attempt =
        anAttempt()
            .towards(aWatch().offline())
            .withLabel(SecurityLabel.S3)
            .withReceiverSwitchedOff();

    assertThat(fixesOver(attempt, off))
        .containsExactly(
            List.of(
                "take away what blocks one of the bearers (watch is off)",
                "use a store with S1 for this data"));
  }

  @Test
  void opensTheStoreOnAReceiverThatHasTheApp() {
    assertThat(fixes(anAttempt().towards(aTablet().withoutTheStore())))
        .containsExactly(List.of("install the app on tablet and let it open the store"));
  }

  @Test
  void installsTheAppAndGrantsWhatItDeclares() {
    assertThat(fixes(anAttempt().towards(aTablet().withoutTheApp())))
        .containsExactly(List.of("install the app on tablet and let it open the store", ON_TABLET));
  }

  @Test
  void signsBothWithOneCertificate() {
    assertThat(fixes(anAttempt().towards(aTablet().withTheAppOfSomebodyElse())))
        .containsExactly(List.of("install the app on tablet with the same signing certificate"));
  }

  @Test
  void clearsRangesThatDoNotMeet() {
    AttemptFixture attempt =
        anAttempt()
            .from(aPhone().withRange(List.of("a"), List.of("a")))
            .towards(aTablet().withRange(List.of("b"), List.of("b")));

    assertThat(fixes(attempt))
        .containsExactly(List.of("give setSyncRange labels that meet, or clear them"));
  }

  @Test
  void correctsTheCallItself() {
    assertThat(fixes(anAttempt().neverOpened()))
        .containsExactly(List.of("open the store on phone with getKVStore"));
    assertThat(fixes(anAttempt().calledAs(new BundleName("com.example.chess"))))
        .containsExactly(List.of("pass com.example.notes to createKVManager"));
    assertThat(fixes(anAttempt().from(aPhone().asClone(1))))
        .containsExactly(List.of("sync from the main instance of the app"));
  }

  @Test
  void opensTheStoreByTheGrantUnderTheArticle() {
    DeviceFixture phone = aPhone().withoutGrant();
    AttemptFixture attempt = anAttempt().under(RuleSet.ARTICLE).from(phone).refusedOnOpening();

    assertThat(fixes(attempt)).containsExactly(List.of(ON_PHONE));
  }

  @Test
  void listsNothingWhereNoKnownChangeHelps() {
    assertThat(fixes(anAttempt().from(aPhone().withUserInTheBackground()))).isEmpty();
  }

  @Test
  void endsTheTransactionThatKeepsThePacketOut() {
    assertThat(fixes(anAttempt().withABusyStore()))
        .containsExactly(List.of("commit or roll back the transaction on tablet"));
  }

  @Test
  void needsNoChangeForWhatTheEngineRepairsByItself() {
    AttemptFixture attempt = anAttempt().withoutCommonClocks().withoutAbilities().withMarksApart();

    assertThat(fixes(attempt)).containsExactly(List.of());
  }

  private static List<List<String>> fixes(AttemptFixture attempt) {
    return fixesOver(attempt, wifi());
  }

  private static List<List<String>> fixesOver(AttemptFixture attempt, LinkFacts.Lane lane) {
    return FixSearch.of(Foresight.asIfExchanged(attempt.over(lane).facts())).stream()
        .map(Fix::changes)
        .toList();
  }

  private static dev.trustring.kv.decision.AttemptFacts facts(AttemptFixture attempt) {
    return Foresight.asIfExchanged(attempt.over(wifi()).facts());
  }
}
