package dev.trustring.sim.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trustring.sim.campaign.Outcome;
import dev.trustring.sim.campaign.RunFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTest {

  private static final WorkerId ONE = new WorkerId(1);
  private static final WorkerId TWO = new WorkerId(2);

  private final Ledger ledger = new Ledger(6, 4);
  private final long[] serials = new long[3];

  LedgerTest() {
    ledger.hire(ONE);
    ledger.hire(TWO);
  }

  /** Stands for what a run came to; a run that failed is as good for the ledger as any other. */
  private static Outcome outcome(int run) {
    return new Outcome.Failed(run, "outcome");
  }

  private List<Integer> report(WorkerId worker, int wants, int... done) {
    List<Outcome> outcomes = new ArrayList<>();
    for (int run : done) {
      outcomes.add(outcome(run));
    }
    return ledger
        .answer(
            new WorkerTalk.Report(worker, ++serials[worker.number()], outcomes, wants, "worker"))
        .runs();
  }

  private List<Integer> out() {
    List<Integer> out = new ArrayList<>();
    for (Optional<Outcome> next = ledger.next(); next.isPresent(); next = ledger.next()) {
      out.add(next.get().number());
    }
    return out;
  }

  @Test
  void handsEveryRunToOneWorkerAndGivesThemOutInOrder() {
    assertThat(report(ONE, 2)).containsExactly(1, 2);
    assertThat(report(TWO, 2)).containsExactly(3, 4);
    report(TWO, 0, 3, 4);
    assertThat(out()).isEmpty();
    report(ONE, 0, 1);
    assertThat(out()).containsExactly(1);
    report(ONE, 0, 2);
    assertThat(out()).containsExactly(2, 3, 4);
    assertThat(ledger.isOver()).isFalse();
  }

  @Test
  void doesNotRunFarAheadOfARunThatIsSlow() {
    assertThat(report(ONE, 1)).containsExactly(1);
    assertThat(report(TWO, 3)).containsExactly(2, 3, 4);
    assertThat(report(TWO, 3, 2, 3, 4)).isEmpty();
    report(ONE, 0, 1);
    out();
    assertThat(report(TWO, 3)).containsExactly(5, 6);
  }

  @Test
  void givesTheRunsOfAWorkerThatEndedToAnother() {
    report(ONE, 3);
    report(ONE, 0, 2);

    ledger.ended(ONE);

    assertThat(report(TWO, 3)).containsExactly(1, 3, 4);
    assertThat(report(ONE, 3)).isEmpty();
  }

  @Test
  void givesNothingToAWorkerOutOfReachAndStillTakesWhatItSays() {
    report(ONE, 2);

    ledger.away(ONE);

    assertThat(report(ONE, 2, 1)).isEmpty();
    assertThat(report(TWO, 2)).containsExactly(2, 3);
    ledger.back(ONE);
    assertThat(report(ONE, 1)).containsExactly(4);
    assertThat(out()).containsExactly(1);
  }

  @Test
  void countsARunOnceThatTwoHavePlayed() {
    report(ONE, 1);
    ledger.away(ONE);
    report(TWO, 1);
    report(TWO, 0, 1);
    assertThat(out()).containsExactly(1);

    report(ONE, 0, 1);

    assertThat(out()).isEmpty();
    assertThat(report(TWO, 1)).containsExactly(2);
  }

  @Test
  void answersTheSameReportTheSame() {
    WorkerTalk.Report asks = new WorkerTalk.Report(ONE, 1, List.of(), 2, "worker");

    WorkerTalk.Orders first = ledger.answer(asks);

    assertThat(ledger.answer(asks)).isEqualTo(first);
    assertThat(report(TWO, 1)).containsExactly(3);
  }

  @Test
  void endsWithWhatIsInHandWhenItIsStopped() {
    report(ONE, 2);
    report(TWO, 2);

    ledger.stop();

    assertThat(report(TWO, 2, 3, 4)).isEmpty();
    assertThat(ledger.isOver()).isFalse();
    report(ONE, 0, 1);
    assertThat(out()).containsExactly(1);
    ledger.ended(ONE);
    assertThat(ledger.needsWorkers()).isFalse();
    assertThat(ledger.isOver()).isTrue();
    assertThat(out()).isEmpty();
  }

  @Test
  void blamesARunThatEndsEveryWorker() {
    for (int life = 1; life <= Ledger.LOST_MOST; life++) {
      WorkerId worker = new WorkerId(10 + life);
      ledger.hire(worker);
      assertThat(ledger.answer(new WorkerTalk.Report(worker, 1, List.of(), 1, "worker")).runs())
          .containsExactly(1);
      ledger.ended(worker);
    }

    assertThatThrownBy(() -> ledger.next().orElseThrow().played())
        .isInstanceOf(RunFault.class)
        .hasMessage("run 1: 5 workers ended while they played it");
    assertThat(report(ONE, 1)).containsExactly(2);
  }

  @Test
  void refusesWhatNobodyWasAskedFor() {
    assertThatThrownBy(() -> report(ONE, 0, 1)).hasMessage("run 1 was never handed out");
    assertThatThrownBy(() -> new WorkerTalk.Report(ONE, 0, List.of(), 1, "worker"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new WorkerTalk.Report(ONE, 1, List.of(), 17, "worker"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /**
   * Workers that come and go, out of whose words any may be lost, doubled or late: all runs come
   * out, each once, in order.
   */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void losesNoRunAndCountsNoneTwiceWhoeverDies(long seed) {
    Hazard hazard = new Hazard(seed);

    assertThat(hazard.out()).containsExactlyElementsOf(hazard.all());
    assertThat(hazard.deaths()).isPositive();
  }
}
