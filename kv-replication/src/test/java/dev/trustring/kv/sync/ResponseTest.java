package dev.trustring.kv.sync;

import static dev.trustring.kv.AttemptFixture.ID;
import static dev.trustring.kv.AttemptFixture.LINK;
import static dev.trustring.kv.DeviceFixture.aPhone;
import static dev.trustring.kv.DeviceFixture.aTablet;
import static dev.trustring.kv.DeviceFixture.aWatch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.kv.DeviceFixture;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.judge.ReceiverReport;
import dev.trustring.kv.query.Queries;
import dev.trustring.kv.query.Query;
import dev.trustring.kv.rules.RuleSet;
import dev.trustring.kv.schema.FieldType;
import dev.trustring.kv.schema.SchemaMode;
import dev.trustring.kv.schema.SchemaText;
import dev.trustring.kv.schema.Schemas;
import dev.trustring.kv.status.Status;
import dev.trustring.kv.store.Batch;
import dev.trustring.kv.store.KvStore;
import dev.trustring.kv.store.KvStoreType;
import dev.trustring.kv.store.SecurityLabel;
import dev.trustring.kv.store.StoreOptions;
import dev.trustring.kv.store.StoreState;
import dev.trustring.trust.access.AccessReason;
import dev.trustring.trust.identity.DeviceName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the tablet does about a request of the phone. */
class ResponseTest {
  private static final DeviceName PHONE = new DeviceName("phone");
  private static final SyncMessage.TimeRequest TIME = new SyncMessage.TimeRequest(ID, LINK, 70);
  private static final SyncMessage.DataRequest DATA = data(0, 12);

  private DeviceFixture phone = aPhone();
  private DeviceFixture tablet = aTablet();
  private boolean clocks = true;
  private boolean ability = true;
  private boolean inTransaction;
  private final StoreState here =
      new KvStore.Event.Opened(
              new StoreOptions(
                  true,
                  false,
                  true,
                  false,
                  KvStoreType.SINGLE_VERSION,
                  SecurityLabel.S1,
                  Optional.empty()))
          .appliedTo(StoreState.ABSENT);
  private RuleSet rules = RuleSet.OPENHARMONY;

  @Test
  void tellsTheTimeToAnybodyWhoPassesTheDoor() {
    clocks = false;
    ability = false;
    tablet = aTablet().withoutGrant();

    Response response = to(TIME);

    assertThat(response.answer()).contains(new SyncMessage.TimeAnswer(ID, 70, 5000, 5000));
    assertThat(response.served().clocksServed()).isTrue();
    assertThat(response.served().report()).isEmpty();
    assertThat(response.save()).isEmpty();
  }

  @Test
  void agreesOnAbilitiesWhenTheLabelsMeet() {
    Response response =
        to(new SyncMessage.AbilityRequest(ID, LINK, SecurityLabel.S1, Optional.empty()));

    assertThat(response.answer())
        .contains(
            new SyncMessage.AbilityAnswer(ID, AckCode.OK, SecurityLabel.S1, Optional.empty()));
    assertThat(response.served().abilityAgreed()).isTrue();
    assertThat(response.served().clocksServed()).isFalse();
  }

  @Test
  void refusesAbilitiesOfAnotherLabelAndTellsItsOwn() {
    Response response =
        to(new SyncMessage.AbilityRequest(ID, LINK, SecurityLabel.S2, Optional.empty()));

    assertThat(response.answer())
        .contains(
            new SyncMessage.AbilityAnswer(
                ID, AckCode.SECURITY_OPTION_CHECK_ERROR, SecurityLabel.S1, Optional.empty()));
    assertThat(response.served().abilityAgreed()).isFalse();
  }

  @Test
  void refusesAbilitiesOfASchemaThatDoesNotFitBeforeItLooksAtLabels() {
    SchemaText mine = Schemas.text(SchemaMode.STRICT, Schemas.field("title", FieldType.STRING));
    SchemaText theirs = Schemas.text(SchemaMode.STRICT, Schemas.field("count", FieldType.LONG));
    SyncMessage.AbilityRequest request =
        new SyncMessage.AbilityRequest(ID, LINK, SecurityLabel.S2, Optional.of(theirs));

    tablet = aTablet().withSchema(mine);

    Response response = to(request);

    assertThat(response.answer())
        .contains(
            new SyncMessage.AbilityAnswer(
                ID, AckCode.SCHEMA_MISMATCH, SecurityLabel.S1, Optional.of(mine)));
    assertThat(response.served().abilityAgreed()).isFalse();
  }

  @Test
  void hasTheStoreSaveWhatPassesEveryGate() {
    Response response = to(DATA);

    assertThat(response.answer()).isEmpty();
    assertThat(response.save()).contains(new KvStore.Command.Save(PHONE, DATA.batch(), 33));
    assertThat(response.walk().asked()).hasSize(14);
  }

  @Test
  void answersOnceTheStoreHasSaved() {
    assertThat(to(DATA).saved(new KvStore.Reply.Saved(2)).answer())
        .contains(new SyncMessage.DataAnswer(ID, AckCode.OK, 12));
  }

  @Test
  void tellsItsMarkWhenTheStoreFindsAGap() {
    assertThat(to(DATA).saved(new KvStore.Reply.MarkTooFar(4)).answer())
        .contains(new SyncMessage.DataAnswer(ID, AckCode.LOCAL_WATER_MARK_NOT_INIT, 4));
  }

  @Test
  void isBusyWhenTheStoreRefuses() {
    assertThat(to(DATA).saved(new KvStore.Reply.Refused(Status.DB_ERROR)).answer())
        .contains(new SyncMessage.DataAnswer(ID, AckCode.BUSY, 12));
  }

  @Test
  void saysThatItIsBusyWhenATransactionBeganMeanwhile() {
    ReceiverReport report =
        to(DATA).saved(new KvStore.Reply.Refused(Status.DB_ERROR)).served().report().orElseThrow();

    assertThat(report.asked())
        .filteredOn(result -> result.verdict().stop().isPresent())
        .extracting(result -> result.gate().id())
        .containsExactly("R13");
  }

  @Test
  void isBusyWhileTheAppHoldsATransaction() {
    inTransaction = true;

    Response response = to(DATA);

    assertThat(response.walk().stop()).contains(DenyReason.SAVE_FAILED);
    assertThat(response.answer()).contains(new SyncMessage.DataAnswer(ID, AckCode.BUSY, 0));
    assertThat(response.save()).isEmpty();
  }

  record Case(DenyReason reason, AckCode code, DeviceFixture phone, DeviceFixture tablet) {
    @Override
    public String toString() {
      return reason + " is answered " + code;
    }
  }

  static List<Case> refusals() {
    return List.of(
        new Case(
            DenyReason.PERMISSION_NOT_GRANTED,
            AckCode.NOT_PERMIT,
            aPhone(),
            aTablet().withoutGrant()),
        new Case(
            DenyReason.PERMISSION_NOT_DECLARED,
            AckCode.NOT_PERMIT,
            aPhone(),
            aTablet().withoutDeclaration()),
        new Case(
            DenyReason.RANGE_DISJOINT,
            AckCode.NOT_PERMIT,
            aPhone().withRange(List.of("a"), List.of("a")),
            aTablet().withRange(List.of("b"), List.of("b"))),
        new Case(
            DenyReason.LABELS_DIFFER,
            AckCode.SECURITY_OPTION_CHECK_ERROR,
            aPhone().withLabel(SecurityLabel.S2),
            aTablet().withLabel(SecurityLabel.S3)),
        new Case(
            DenyReason.LEVEL_TOO_LOW,
            AckCode.SECURITY_OPTION_CHECK_ERROR,
            aPhone().withLabel(SecurityLabel.S2),
            aWatch().withLabel(SecurityLabel.S2)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusals")
  void answersARefusedPacketWithACode(Case given) {
    phone = given.phone();
    tablet = given.tablet();

    Response response = to(DATA);

    assertThat(response.walk().stop()).contains(given.reason());
    assertThat(response.answer()).contains(new SyncMessage.DataAnswer(ID, given.code(), 0));
    assertThat(response.save()).isEmpty();
  }

  @Test
  void asksForClocksBeforeItLooksAtThePermission() {
    clocks = false;
    tablet = aTablet().withoutGrant();

    assertThat(to(DATA).answer())
        .contains(new SyncMessage.DataAnswer(ID, AckCode.NEED_TIME_SYNC, 0));
  }

  @Test
  void looksAtThePermissionBeforeItAsksForAbilities() {
    ability = false;

    assertThat(to(DATA).answer())
        .contains(new SyncMessage.DataAnswer(ID, AckCode.NEED_ABILITY_SYNC, 0));
    tablet = aTablet().withoutGrant();
    assertThat(to(DATA).answer()).contains(new SyncMessage.DataAnswer(ID, AckCode.NOT_PERMIT, 0));
  }

  @Test
  void asksForAnEarlierStartWhenThePacketLeavesAGap() {
    Response response = to(data(7, 12));

    assertThat(response.walk().stop()).contains(DenyReason.WATERMARK_AHEAD);
    assertThat(response.answer())
        .contains(new SyncMessage.DataAnswer(ID, AckCode.LOCAL_WATER_MARK_NOT_INIT, 0));
  }

  @Test
  void saysNothingToASenderWithoutRecordsOrTrust() {
    phone = aPhone().whoseRecordsAreUnknown();
    Response unknown = to(TIME);
    phone = aPhone();
    tablet = aTablet().trustingNot(AccessReason.NO_ROW);
    Response untrusted = to(DATA);

    assertThat(unknown.walk().stop()).contains(DenyReason.SENDER_UNKNOWN);
    assertThat(unknown.answer()).isEmpty();
    assertThat(untrusted.walk().stop()).contains(DenyReason.RECEIVER_REFUSES_USER);
    assertThat(untrusted.answer()).isEmpty();
    assertThat(untrusted.save()).isEmpty();
  }

  @Test
  void saysThatThereIsNoSuchStore() {
    tablet = aTablet().withoutTheStore();
    Response absent = to(TIME);
    tablet = aTablet().withTheAppOfSomebodyElse();
    Response othersApp = to(DATA);

    assertThat(absent.answer()).contains(new SyncMessage.NoCommunicator(ID));
    assertThat(othersApp.walk().stop()).contains(DenyReason.OTHER_SIGNING);
    assertThat(othersApp.answer()).contains(new SyncMessage.NoCommunicator(ID));
  }

  @Test
  void savesWhatAQueryHasChosen() {
    Query query = Queries.query(Queries.prefixKey("a"));

    Response response = to(asking(query, Optional.of(DATA.batch()), Optional.empty()));

    assertThat(response.save()).contains(new KvStore.Command.Save(PHONE, DATA.batch(), 33));
    assertThat(response.saved(new KvStore.Reply.Saved(2)).served().question()).isEmpty();
  }

  @Test
  void answersAPullOfAQueryWithTheQuery() {
    Query query = Queries.query(Queries.prefixKey("a"));

    Response response = to(asking(query, Optional.empty(), Optional.of(9L)));

    assertThat(response.served().question())
        .hasValueSatisfying(
            asked ->
                assertThat(asked.question())
                    .isEqualTo(new SyncActor.Question(ID, 9, Optional.of(query))));
  }

  @Test
  void refusesAQueryOnValuesInAStoreWithoutSchema() {
    Query query = Queries.query(Queries.equalTo("$.title", "milk"));

    Response response = to(asking(query, Optional.empty(), Optional.of(9L)));

    assertThat(response.walk().stop()).contains(DenyReason.QUERY_NOT_SUPPORTED);
    assertThat(response.answer()).contains(new SyncMessage.DataAnswer(ID, AckCode.NOT_SUPPORT, 0));
    assertThat(response.served().question()).isEmpty();
  }

  private static SyncMessage.QuerySync asking(
      Query query, Optional<Batch> rows, Optional<Long> wanted) {
    return new SyncMessage.QuerySync(ID, LINK, query, rows, 33, wanted);
  }

  @Test
  void reportsEveryPacketAndEveryStop() {
    Optional<ReceiverReport> saved = to(DATA).saved(new KvStore.Reply.Saved(2)).served().report();
    tablet = aTablet().withoutTheStore();
    Optional<ReceiverReport> stopped = to(TIME).served().report();

    assertThat(saved.orElseThrow().asked()).hasSize(14);
    assertThat(stopped.orElseThrow().asked())
        .extracting(result -> result.gate().id())
        .containsExactly("R1", "R2", "R3");
  }

  @Test
  void cannotAnswerAPullWhileItsKeyIsGone() {
    phone = aPhone().withLabel(SecurityLabel.S3);
    tablet = aTablet().withLabel(SecurityLabel.S3).withItsScreenLocked();

    Response response = to(new SyncMessage.PullRequest(ID, LINK, Optional.empty(), 33, 0));

    assertThat(response.walk().stop()).contains(DenyReason.KEY_GONE);
    assertThat(response.answer()).contains(new SyncMessage.DataAnswer(ID, AckCode.EKEYREVOKED, 0));
    assertThat(response.served().question()).isEmpty();
  }

  @Test
  void savesTheRowsOfAPushAndPullBeforeItFindsItsKeyGone() {
    phone = aPhone().withLabel(SecurityLabel.S3);
    tablet = aTablet().withLabel(SecurityLabel.S3).withItsScreenLocked();

    Response response = to(new SyncMessage.PullRequest(ID, LINK, Optional.of(DATA.batch()), 33, 0));

    assertThat(response.save()).isPresent();
    Response saved = response.saved(new KvStore.Reply.Saved(0));
    assertThat(saved.answer()).contains(new SyncMessage.DataAnswer(ID, AckCode.EKEYREVOKED, 12));
    assertThat(saved.served().question()).isEmpty();
  }

  @Test
  void takesRowsWhileItsKeyIsGone() {
    phone = aPhone().withLabel(SecurityLabel.S3);
    tablet = aTablet().withLabel(SecurityLabel.S3).withItsScreenLocked();

    assertThat(to(DATA).save()).isPresent();
  }

  @Test
  void answersAPacketByItsNumber() {
    Response first = to(new SyncMessage.Packet(DATA, 1, false));

    assertThat(first.saved(new KvStore.Reply.Saved(0)).answer())
        .contains(new SyncMessage.PacketAnswer(ID, 1, AckCode.OK, 12));
    assertThat(first.served().packetOf()).contains(ID);
    assertThat(first.served().report().orElseThrow().last()).isFalse();
    tablet = aTablet().withoutGrant();
    assertThat(to(new SyncMessage.Packet(DATA, 2, true)).answer())
        .contains(new SyncMessage.PacketAnswer(ID, 2, AckCode.NOT_PERMIT, 0));
  }

  @Test
  void asksForHardwareUnderTheArticle() {
    rules = RuleSet.ARTICLE;
    phone = aPhone().withLabel(SecurityLabel.S3);
    tablet = aWatch().withLabel(SecurityLabel.S3);

    assertThat(to(DATA).walk().stop()).contains(DenyReason.NO_TEE);
  }

  private Response to(SyncMessage.Request request) {
    Knowledge knowledge =
        new Knowledge(
            tablet.store(),
            tablet.sameBundle(),
            Optional.empty(),
            PeerInfo.STRANGER,
            true,
            clocks,
            clocks,
            0,
            ability,
            false,
            Subscriptions.NONE);
    Gathered gathered =
        new Gathered(rules, tablet.asEnd(), phone.seenBy(tablet), knowledge, request.link());
    return Response.to(
        PHONE, request, gathered, new KvStore.Reply.Described(here, inTransaction), 5000);
  }

  private static SyncMessage.DataRequest data(long start, long end) {
    return new SyncMessage.DataRequest(ID, LINK, new Batch(List.of(), start, end), 33);
  }
}
