package dev.trustring.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BenchCommandTest {

  @Test
  void printsAFigureForTheRingAndTheMachine() {
    Shell.Result result = new Shell().run("bench", "rings", "--sizes", "2", "--idle", "1");

    assertThat(result.code()).isZero();
    assertThat(result.outLines().get(0)).startsWith("machine: ").contains("cores");
    assertThat(result.out()).contains("all online after s");
    assertThat(result.err()).contains("a ring of 2");
  }

  @Test
  void refusesABenchmarkThatThereIsNot() {
    Shell.Result result = new Shell().run("bench", "ring");

    assertThat(result.code()).isEqualTo(Exit.USAGE.code());
    assertThat(result.err()).contains("unknown benchmark 'ring'").contains("rings");
  }

  @Test
  void refusesARingOfOne() {
    Shell.Result result = new Shell().run("bench", "rings", "--sizes", "5,1");

    assertThat(result.code()).isEqualTo(Exit.USAGE.code());
    assertThat(result.err()).contains("--sizes: at least 2 is wanted, not 1");
  }
}
