package dev.trustring.kv.judge;

import static dev.trustring.kv.AttemptFixture.ID;
import static dev.trustring.kv.AttemptFixture.anAttempt;
import static dev.trustring.kv.AttemptFixture.blockedWifi;
import static dev.trustring.kv.AttemptFixture.wifi;
import static dev.trustring.kv.DeviceFixture.NOTES;
import static dev.trustring.kv.DeviceFixture.aPhone;
import static dev.trustring.kv.DeviceFixture.aTablet;
import static dev.trustring.kv.DeviceFixture.aWatch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.atm.permission.PermissionName;
import dev.trustring.kv.AttemptFixture;
import dev.trustring.kv.decision.DecisionRecord;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.Evidence;
import dev.trustring.kv.decision.ExchangeFacts;
import dev.trustring.kv.decision.ExchangeFacts.Step;
import dev.trustring.kv.decision.FactKey;
import dev.trustring.kv.decision.GateResult;
import dev.trustring.kv.decision.Origin;
import dev.trustring.kv.decision.Provenance;
import dev.trustring.kv.decision.Verdict;
import dev.trustring.kv.decision.Visible;
import dev.trustring.kv.gate.Gates;
import dev.trustring.kv.rules.RuleSet;
import dev.trustring.kv.status.DbStatus;
import dev.trustring.kv.store.SecurityLabel;
import dev.trustring.trust.access.AccessReason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JudgeTest {
  private static final String[] CALL = {"G0", "G1", "G2", "G3", "G4"};
  private static final String[] UP_TO_TRUST = {
    "G0", "G1", "G2", "G3", "G4", "G5", "G6", "G7-range", "G7", "G8", "G9"
  };
  private static final String[] ALL_OF_SENDER = {
    "G0",
    "G1",
    "G2",
    "G3",
    "G4",
    "G5",
    "G6",
    "G7-range",
    "G7",
    "G8",
    "G9",
    "G10",
    "G11",
    "G12",
    "G13",
    "G14",
    "G15"
  };
  private static final String[] ALL_OF_DATA = {
    "R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8-range", "R8", "R9", "R10", "R11", "R12", "R13"
  };

  private Provenance provenance = Provenance.NONE;
  private Optional<ReceiverReport> receiver = Optional.empty();

  @Test
  void recordsEveryGateInItsOrderWhenAllWentThrough() {
    AttemptFixture attempt = anAttempt().over(wifi());
    sawThePacket(attempt, ALL_OF_DATA);

    DecisionRecord record = judged(attempt, ALL_OF_SENDER);

    assertThat(record.gates())
        .extracting(GateResult::gate)
        .containsExactlyElementsOf(
            Gates.of(RuleSet.OPENHARMONY).stream().map(gate -> gate.info()).toList());
    assertThat(record.outcome()).isEqualTo(DecisionRecord.Outcome.YES);
    assertThat(record.alsoWouldStop()).isEmpty();
    assertThat(record.from()).isEqualTo(aPhone().name());
    assertThat(record.to()).isEqualTo(aTablet().name());
    assertThat(record.label()).contains(SecurityLabel.S1);
    assertThat(record.rowsSent()).isEqualTo(3);
    assertThat(record.virtualNanos()).isEqualTo(77);
    assertThat(record.fixes()).isEmpty();
  }

  @Test
  void saysWhereItEndedAndWhatElseWouldHaveStoppedIt() {
    AttemptFixture attempt =
        anAttempt()
            .from(aPhone().withoutGrant())
            .towards(aWatch().withoutGrant())
            .withLabel(SecurityLabel.S3)
            .with(ExchangeFacts.NONE)
            .over(wifi());
    isInspected(attempt);

    DecisionRecord record = judged(attempt, "G0", "G1", "G2", "G3", "G4", "G5", "G7-range", "G7");

    assertThat(stop(record)).isEqualTo("G7 PERMISSION_NOT_GRANTED");
    assertThat(others(record))
        .containsExactly("G13 LEVEL_TOO_LOW", "R8 PERMISSION_NOT_GRANTED", "R9 LEVEL_TOO_LOW");
    assertThat(record.outcome()).isEqualTo(DecisionRecord.Outcome.NO);
  }

  @Test
  void letsTheAnswersOfTheRunStandAgainstLaterFacts() {
    AttemptFixture before = anAttempt().over(wifi());
    AttemptFixture after = anAttempt().towards(aTablet().withoutGrant()).over(wifi());
    List<GateResult> answers = before.askedByReceiver(ALL_OF_DATA);
    receiver = Optional.of(new ReceiverReport(ID, after.receiverFacts(), answers));

    DecisionRecord record = judged(after, ALL_OF_SENDER);

    assertThat(record.outcome()).isEqualTo(DecisionRecord.Outcome.YES);
    assertThat(record.alsoWouldStop()).isEmpty();
  }

  @Test
  void letsTheReceiverSayWhetherThePacketArrived() {
    AttemptFixture ackLost =
        anAttempt().with(ExchangeFacts.ALL_DONE.withData(Step.NO_ANSWER)).over(wifi());
    receiver =
        Optional.of(
            new ReceiverReport(
                ID,
                ackLost.receiverFacts(),
                anAttempt().over(wifi()).askedByReceiver(ALL_OF_DATA)));

    DecisionRecord record = judged(ackLost, "G13", "G14", "G15", "R1");

    assertThat(record.outcome()).isEqualTo(DecisionRecord.Outcome.YES);
    assertThat(record.gates())
        .filteredOn(result -> result.gate().id().equals("R1"))
        .extracting(GateResult::verdict)
        .containsExactly(Verdict.pass(Judge.NO_ACK));
  }

  @Test
  void doesNotBlameALinkThatWasLostAfterTheRowsWereAtRest() {
    AttemptFixture radioOff =
        anAttempt().with(ExchangeFacts.ALL_DONE.withSession(Step.LINK_FAILED)).over(wifi());
    receiver =
        Optional.of(
            new ReceiverReport(
                ID,
                radioOff.receiverFacts(),
                anAttempt().over(wifi()).askedByReceiver(ALL_OF_DATA)));

    DecisionRecord record = judged(radioOff, "G10", "G11", "G12", "G13", "G14", "G15");

    assertThat(record.outcome()).isEqualTo(DecisionRecord.Outcome.YES);
  }

  @Test
  void blamesThePacketThatWasLost() {
    AttemptFixture lost =
        anAttempt()
            .with(ExchangeFacts.ALL_DONE.withData(Step.NO_ANSWER))
            .over(wifi())
            .losing("data packet 1");
    isInspected(lost);

    DecisionRecord record = judged(lost, with(ALL_OF_SENDER, "R1"));

    assertThat(stop(record)).isEqualTo("R1 FRAME_LOST");
    assertThat(record.firstStop().orElseThrow().verdict().evidence())
        .extracting(Evidence::says)
        .contains("data packet 1");
  }

  @Test
  void wordsADenialAboutTheLinkWithTheTruthAboutIt() {
    AttemptFixture attempt =
        anAttempt().with(ExchangeFacts.NONE.withSession(Step.LINK_FAILED)).over(blockedWifi());
    isInspected(attempt);

    DecisionRecord record = judged(attempt, with(UP_TO_TRUST, "G10"));

    assertThat(stop(record)).isEqualTo("G10 LINK_DOWN");
    assertThat(record.firstStop().orElseThrow().verdict().evidence())
        .extracting(Evidence::says)
        .containsExactly("no session could be opened", "wifi home isolates clients");
  }

  @Test
  void foreseesABlockedLinkBehindAnEarlierStop() {
    AttemptFixture attempt =
        anAttempt().from(aPhone().withoutGrant()).with(ExchangeFacts.NONE).over(blockedWifi());
    isInspected(attempt);

    DecisionRecord record = judged(attempt, with(CALL, "G5", "G7-range", "G7"));

    assertThat(others(record)).containsExactly("G10 LINK_DOWN");
  }

  @Test
  void asksNothingOfAReceiverThatIsSwitchedOff() {
    AttemptFixture attempt =
        anAttempt().towards(aTablet().offline()).with(ExchangeFacts.NONE).over(blockedWifi());

    DecisionRecord record = judged(attempt, CALL);

    assertThat(stop(record)).isEqualTo("G4 PEER_OFFLINE");
    assertThat(record.gates())
        .filteredOn(result -> result.gate().id().startsWith("R"))
        .allSatisfy(
            result -> {
              assertThat(result.asked()).isFalse();
              assertThat(result.verdict().word()).isEqualTo("skipped");
            });
  }

  @Test
  void doesNotForeseeWhatOnlyAPacketCouldShow() {
    AttemptFixture attempt =
        anAttempt()
            .from(aPhone().withoutGrant())
            .with(ExchangeFacts.NONE)
            .withoutCommonClocks()
            .withoutAbilities()
            .withMarksApart()
            .over(wifi());
    isInspected(attempt);

    DecisionRecord record = judged(attempt, with(CALL, "G5", "G7-range", "G7"));

    assertThat(record.alsoWouldStop()).isEmpty();
    assertThat(said(record, "R1")).isEqualTo("skipped");
    assertThat(said(record, "R5")).isEqualTo("skipped");
    assertThat(said(record, "R12")).isEqualTo("skipped");
  }

  @Test
  void blamesTheTrustOfTheReceiverForAnAnswerThatItDidNotGive() {
    AttemptFixture attempt =
        anAttempt()
            .towards(aTablet().trustingNot(AccessReason.NO_ROW))
            .with(ExchangeFacts.NONE.withSession(Step.DONE).withTime(Step.NO_ANSWER))
            .over(wifi());
    receiver =
        Optional.of(
            new ReceiverReport(
                ID,
                attempt.receiverFacts(),
                anAttempt()
                    .towards(aTablet().trustingNot(AccessReason.NO_ROW))
                    .askedByReceiver("R1", "R2")));

    DecisionRecord record = judged(attempt, with(UP_TO_TRUST, "G10", "G11"));

    assertThat(stop(record)).isEqualTo("R2 RECEIVER_REFUSES_USER");
    assertThat(said(record, "G11")).isEqualTo("skipped");
    assertThat(record.stopWord()).isEqualTo("trust");
  }

  @Test
  void blamesTheLinkWhenTheRequestNeverArrived() {
    AttemptFixture attempt =
        anAttempt()
            .towards(aTablet().trustingNot(AccessReason.NO_ROW))
            .with(ExchangeFacts.NONE.withSession(Step.DONE).withTime(Step.NO_ANSWER))
            .over(wifi());
    isInspected(attempt);

    DecisionRecord record = judged(attempt, with(UP_TO_TRUST, "G10", "G11"));

    assertThat(stop(record)).isEqualTo("G11 NO_TIME_ANSWER");
    assertThat(others(record)).containsExactly("R2 RECEIVER_REFUSES_USER");
  }

  @Test
  void blamesTheLinkWhenAnAnsweredPacketWasFollowedByALostRequest() {
    AttemptFixture attempt =
        anAttempt()
            .withoutCommonClocks()
            .with(ExchangeFacts.ALL_DONE.withTime(Step.NO_ANSWER))
            .over(wifi());
    sawThePacket(attempt, "R1", "R2", "R3", "R4", "R5");

    DecisionRecord record = judged(attempt, with(UP_TO_TRUST, "G10", "G11"));

    assertThat(stop(record)).isEqualTo("G11 NO_TIME_ANSWER");
  }

  @Test
  void foreseesWithWhatTheReceiverReallyHasNotWithWhatTheSenderHeard() {
    AttemptFixture attempt =
        anAttempt()
            .towards(
                aTablet()
                    .outsideTheRing()
                    .whoseRecordsAreUnknown()
                    .withLabel(SecurityLabel.S2)
                    .trustingNot(AccessReason.NO_ROW))
            .from(aPhone().trustingNot(AccessReason.NO_ROW).whoseRecordsAreUnknown())
            .with(ExchangeFacts.NONE)
            .over(wifi());
    isInspected(attempt);

    DecisionRecord record = judged(attempt, CALL);

    assertThat(stop(record)).isEqualTo("G4 NOT_IN_RING");
    assertThat(others(record))
        .containsExactly(
            "G9 NO_PERMITTED_USER",
            "G12 LABELS_DIFFER",
            "R2 RECEIVER_REFUSES_USER",
            "R9 LABELS_DIFFER");
  }

  @Test
  void tracesEvidenceToTheLineThatStatesIt() {
    FactKey declared = FactKey.declared(NOTES, PermissionName.DISTRIBUTED_DATASYNC);
    Origin line = new Origin("entry/src/main/module.json5", 31, 9);
    provenance = new Provenance(Map.of(declared, line));
    AttemptFixture attempt = anAttempt().from(aPhone().withoutGrant()).over(wifi());
    isInspected(attempt);

    DecisionRecord record = judged(attempt, with(CALL, "G5", "G7-range", "G7"));

    assertThat(record.firstStop().orElseThrow().verdict().evidence().get(0).origin())
        .contains(line);
  }

  @Test
  void tracesForeseenAnswersAsWell() {
    Origin line = new Origin("ring.yaml", 7, 3);
    provenance = new Provenance(Map.of(FactKey.level(aWatch().name()), line));
    AttemptFixture attempt = anAttempt().towards(aWatch()).withLabel(SecurityLabel.S3).over(wifi());
    isInspected(attempt);

    DecisionRecord record = judged(attempt, CALL);

    assertThat(record.alsoWouldStop().get(0).verdict().evidence().get(1).origin()).contains(line);
  }

  private void sawThePacket(AttemptFixture attempt, String... gates) {
    receiver =
        Optional.of(
            new ReceiverReport(ID, attempt.receiverFacts(), attempt.askedByReceiver(gates)));
  }

  /** Nothing arrived; the receiver was only asked what it knows. */
  private void isInspected(AttemptFixture attempt) {
    receiver = Optional.of(new ReceiverReport(ID, attempt.receiverFacts(), List.of()));
  }

  private DecisionRecord judged(AttemptFixture attempt, String... asked) {
    AttemptReport report =
        new AttemptReport(
            ID,
            attempt.facts().peer().peer(),
            attempt.sendersHalf(),
            attempt.askedBySender(asked),
            Optional.of(DbStatus.OK),
            new Visible.Completed(0),
            3);
    return new Judge(provenance).record(report, receiver, attempt.link(), 77);
  }

  private static String[] with(String[] gates, String... more) {
    return java.util.stream.Stream.concat(
            java.util.Arrays.stream(gates), java.util.Arrays.stream(more))
        .toArray(String[]::new);
  }

  private static String said(DecisionRecord record, String gate) {
    return record.gates().stream()
        .filter(result -> result.gate().id().equals(gate))
        .findFirst()
        .orElseThrow()
        .verdict()
        .word();
  }

  private static String stop(DecisionRecord record) {
    return worded(record.firstStop().orElseThrow());
  }

  private static List<String> others(DecisionRecord record) {
    return record.alsoWouldStop().stream().map(JudgeTest::worded).toList();
  }

  private static String worded(GateResult result) {
    DenyReason reason = result.verdict().stop().orElseThrow();
    return result.gate().id() + " " + reason;
  }
}
