package dev.trustring.kv.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.kv.AttemptFixture;
import dev.trustring.kv.DeviceFixture;
import dev.trustring.kv.rules.RuleSet;
import dev.trustring.kv.store.SecurityLabel;
import dev.trustring.trust.identity.DeviceName;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class DecisionRecordTest {
  private static final DeviceName WATCH = new DeviceName("watch");

  @Test
  void wentThroughWhenNoAskedGateStops() {
    DecisionRecord record = record(asked("G0", Verdict.pass("fine")), asked("G8", skipped()));

    assertThat(record.outcome()).isEqualTo(DecisionRecord.Outcome.YES);
    assertThat(record.firstStop()).isEmpty();
    assertThat(record.stopWord()).isEqualTo("none");
  }

  @Test
  void stopsAtTheFirstAskedGateThatDenies() {
    DecisionRecord record =
        record(
            foreseen("G4", deny(DenyReason.PEER_OFFLINE)),
            asked("G7", deny(DenyReason.PERMISSION_NOT_GRANTED)),
            foreseen("G13", deny(DenyReason.LEVEL_TOO_LOW)));

    assertThat(record.outcome()).isEqualTo(DecisionRecord.Outcome.NO);
    assertThat(record.firstStop().orElseThrow().gate().id()).isEqualTo("G7");
    assertThat(record.alsoWouldStop())
        .extracting(result -> result.gate().id())
        .containsExactly("G4", "G13");
  }

  @Test
  void isUnknownWhenAMissingInputStoppedIt() {
    Verdict unknown =
        new Verdict.Unknown(
            FactKey.level(WATCH),
            "counts as SL1",
            Optional.of(DenyReason.LEVEL_TOO_LOW),
            List.of());

    assertThat(record(asked("G13", unknown)).outcome()).isEqualTo(DecisionRecord.Outcome.UNKNOWN);
  }

  @Test
  void goesOnWhenAMissingInputDidNotStopIt() {
    Verdict unknown =
        new Verdict.Unknown(FactKey.level(WATCH), "counts as SL1", Optional.empty(), List.of());

    assertThat(record(asked("G13", unknown)).outcome()).isEqualTo(DecisionRecord.Outcome.YES);
  }

  @Test
  void showsAStopUnderTheStageOfItsReason() {
    GateResult lateStop = asked("R3", deny(DenyReason.OTHER_SIGNING));
    GateResult pass = asked("R3", Verdict.pass("there"));

    assertThat(lateStop.stage()).isEqualTo(Stage.IDENTITY);
    assertThat(pass.stage()).isEqualTo(Stage.TRANSFER);
    assertThat(record(lateStop).stopWord()).isEqualTo("identity");
  }

  @Test
  void tracesEveryKindOfVerdictToItsFile() {
    FactKey level = FactKey.level(WATCH);
    Origin origin = new Origin("ring.yaml", 12, 5);
    Provenance provenance = new Provenance(java.util.Map.of(level, origin));
    Evidence evidence = Evidence.that("watch is SL1", level);

    List<Verdict> verdicts =
        List.of(
            new Verdict.Pass(List.of(evidence)),
            new Verdict.Deny(DenyReason.LEVEL_TOO_LOW, List.of(evidence)),
            new Verdict.Unknown(level, "counts as SL1", Optional.empty(), List.of(evidence)));

    assertThat(verdicts)
        .allSatisfy(
            verdict ->
                assertThat(verdict.tracedBy(provenance).evidence().get(0).origin())
                    .contains(origin));
    assertThat(origin.shortForm()).isEqualTo("ring.yaml:12");
  }

  @Test
  void leavesEvidenceWithoutAFileAlone() {
    Evidence evidence = Evidence.that("watch is SL1", FactKey.level(WATCH));

    assertThat(evidence.tracedBy(Provenance.NONE).origin()).isEmpty();
    assertThat(Evidence.that("a fact of the run").tracedBy(Provenance.NONE).origin()).isEmpty();
  }

  @Test
  void keepsTheNumberAndTheNameThatTheAppSaw() {
    Visible thrown =
        new Visible.Thrown("SingleKVStore.sync", OptionalInt.of(202), "PERMISSION_DENIED");
    Visible nameless =
        new Visible.Thrown("SingleKVStore.sync", OptionalInt.empty(), "DEVICE_NOT_ONLINE");

    assertThat(new Visible.Completed(27459584).word()).isEqualTo("27459584");
    assertThat(new Visible.Completed(27459584).sentence()).contains("27459584 (ERROR)");
    assertThat(thrown.word()).isEqualTo("202");
    assertThat(nameless.word()).isEqualTo("DEVICE_NOT_ONLINE");
    assertThat(nameless.sentence()).contains("an error without a code");
    assertThat(new Visible.Silent("lost").word()).isEqualTo("silent");
  }

  @Test
  void numbersTheTwelveStages() {
    assertThat(Stage.values())
        .extracting(Stage::number)
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    assertThat(Stage.words()).doesNotHaveDuplicates();
    assertThat(Stage.parse("level")).contains(Stage.LEVEL);
  }

  private static DecisionRecord record(GateResult... gates) {
    return new DecisionRecord(
        AttemptFixture.ID,
        0,
        RuleSet.OPENHARMONY,
        new DeviceName("phone"),
        WATCH,
        DeviceFixture.NOTES,
        DeviceFixture.STORE,
        TaskMode.PUSH,
        Optional.of(SecurityLabel.S1),
        List.of(gates),
        Optional.empty(),
        new Visible.Completed(0),
        0,
        List.of());
  }

  private static GateResult asked(String id, Verdict verdict) {
    return new GateResult(gate(id), verdict, true);
  }

  private static GateResult foreseen(String id, Verdict verdict) {
    return new GateResult(gate(id), verdict, false);
  }

  private static GateInfo gate(String id) {
    return new GateInfo(id, "a-gate", Stage.TRANSFER, "a rule", "a source");
  }

  private static Verdict deny(DenyReason reason) {
    return Verdict.deny(reason, "a fact");
  }

  private static Verdict skipped() {
    return Verdict.skipped("not simulated");
  }
}
