package dev.trustring.sim.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RealTimeAgendaTest {

  @Test
  void standsStillUntilWhatComesInLetsItGoOn() {
    RealTimeAgenda agenda = new RealTimeAgenda(1);
    List<String> done = new ArrayList<>();

    agenda.hold();
    agenda.hold();
    long held = agenda.nowNanos();
    agenda.schedule(Duration.ZERO, () -> done.add("due at once"));
    agenda.schedule(Duration.ofNanos(1), () -> done.add("later"));
    new Thread(() -> agenda.enter(() -> release(agenda, done))).start();
    new Thread(() -> agenda.enter(() -> release(agenda, done))).start();
    agenda.runFor(Duration.ofMillis(1));

    assertThat(done).containsExactly("due at once", "started at 0", "started at 0", "later");
    assertThat(agenda.nowNanos()).isGreaterThan(held);
  }

  private static void release(RealTimeAgenda agenda, List<String> done) {
    long now = agenda.nowNanos();
    done.add("started at " + (agenda.nowNanos() - now));
    agenda.release();
  }
}
