package dev.trustring.kv.judge;

import static dev.trustring.kv.AttemptFixture.anAttempt;
import static dev.trustring.kv.AttemptFixture.wifi;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.kv.AttemptFixture;
import dev.trustring.kv.decision.DecisionRecord;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.ExchangeFacts;
import dev.trustring.kv.decision.ExchangeFacts.Step;
import dev.trustring.kv.decision.Provenance;
import dev.trustring.kv.decision.Visible;
import dev.trustring.kv.status.DbStatus;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Records of transfers of which the receiver has saved a packet, and not the last. */
class PartOfTheRowsTest {

  @Test
  void blamesThePacketThatDidNotArrive() {
    AttemptFixture lost =
        anAttempt().with(ExchangeFacts.ALL_DONE.withData(Step.NO_ANSWER)).over(wifi());

    assertThat(stop(lost, "R1", false)).contains(DenyReason.FRAME_LOST);
    assertThat(stop(lost, "R1", true)).isEmpty();
  }

  @Test
  void blamesTheLinkThatWasLostInMidTransfer() {
    AttemptFixture radioOff =
        anAttempt().with(ExchangeFacts.ALL_DONE.withSession(Step.LINK_FAILED)).over(wifi());

    assertThat(stop(radioOff, "G10", false)).contains(DenyReason.LINK_DOWN);
    assertThat(stop(radioOff, "G10", true)).isEmpty();
  }

  private static Optional<DenyReason> stop(AttemptFixture attempt, String gate, boolean last) {
    AttemptReport report =
        new AttemptReport(
            AttemptFixture.ID,
            attempt.facts().peer().peer(),
            attempt.sendersHalf(),
            attempt.askedBySender(gate),
            Optional.of(DbStatus.TIME_OUT),
            new Visible.Completed(27459599),
            3);
    ReceiverReport saved =
        new ReceiverReport(
            AttemptFixture.ID,
            attempt.receiverFacts(),
            anAttempt().over(wifi()).askedByReceiver("R1", "R13"),
            last);
    DecisionRecord record =
        new Judge(Provenance.NONE).record(report, Optional.of(saved), attempt.link(), 77);
    return record.firstStop().flatMap(result -> result.verdict().stop());
  }
}
