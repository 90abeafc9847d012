package dev.trustring.sim.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.kv.decision.Origin;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {

  private static final Origin SOMEWHERE = new Origin("s.yaml", 1, 1);
  private static final Finding HELD = Finding.held("always", "a", SOMEWHERE);
  private static final Finding BROKEN = Finding.broken("always", "a", "it broke", SOMEWHERE);

  @Test
  void holdsWhenAllCameTrueAndSomethingMoved() {
    assertThat(Verdict.over(List.of(HELD), true, false, false)).isEqualTo(Verdict.HELD);
  }

  @Test
  void holdsWithoutReplicationOnlyWhereThatIsThePoint() {
    assertThat(Verdict.over(List.of(HELD), false, true, false)).isEqualTo(Verdict.HELD);
    assertThat(Verdict.over(List.of(HELD), false, false, false)).isEqualTo(Verdict.VACUOUS);
  }

  @Test
  void isViolatedWhateverElseIsTrue() {
    assertThat(Verdict.over(List.of(HELD, BROKEN), true, true, true)).isEqualTo(Verdict.VIOLATED);
  }

  @Test
  void isInconclusiveWhenAMissingInputDecidedAlsoWhereNothingMoved() {
    assertThat(Verdict.over(List.of(HELD), true, false, true)).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(Verdict.over(List.of(HELD), false, false, true)).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void exitsWithTheCodeOfItsWord() {
    assertThat(List.of(Verdict.values()).stream().map(Verdict::exitCode))
        .containsExactly(0, 1, 3, 3);
  }
}
