package dev.trustring.kv.sync;

import static dev.trustring.kv.AttemptFixture.anAttempt;
import static dev.trustring.kv.DeviceFixture.aPhone;
import static dev.trustring.kv.DeviceFixture.aWatch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.kv.AttemptFixture;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.GateResult;
import dev.trustring.kv.rules.RuleSet;
import dev.trustring.kv.store.SecurityLabel;
import java.util.List;
import org.junit.jupiter.api.Test;

class GateWalkTest {

  @Test
  void asksInTheOrderOfTheChainWhateverTheListSays() {
    GateWalk walk = GateWalk.over(List.of("G7", "G0", "G4"), anAttempt().facts(), List.of());

    assertThat(ids(walk)).containsExactly("G0", "G4", "G7");
    assertThat(walk.stop()).isEmpty();
    assertThat(walk.asked()).allMatch(GateResult::asked);
  }

  @Test
  void asksNothingAfterTheFirstStop() {
    AttemptFixture attempt =
        anAttempt().from(aPhone().withoutGrant()).towards(aWatch()).withLabel(SecurityLabel.S4);

    GateWalk walk = GateWalk.over(List.of("G5", "G7", "G13"), attempt.facts(), List.of());

    assertThat(ids(walk)).containsExactly("G5", "G7");
    assertThat(walk.stop()).contains(DenyReason.PERMISSION_NOT_GRANTED);
  }

  @Test
  void keepsTheLastAnswerOfAGateThatIsAskedTwice() {
    GateWalk before =
        GateWalk.over(
            List.of("G5", "G7"), anAttempt().from(aPhone().withoutGrant()).facts(), List.of());

    GateWalk after = GateWalk.over(List.of("G7"), anAttempt().facts(), before.asked());

    assertThat(ids(after)).containsExactly("G5", "G7");
    assertThat(after.asked().get(1).verdict().word()).isEqualTo("pass");
  }

  @Test
  void asksTheGatesOfTheRuleSet() {
    GateWalk walk =
        GateWalk.over(List.of("G13"), anAttempt().under(RuleSet.ARTICLE).facts(), List.of());

    assertThat(walk.asked().get(0).gate().name()).isEqualTo("send-tee");
  }

  @Test
  void walksACallThroughItsGates() {
    CallWalk through = CallWalk.over(anAttempt().sendersHalf());
    CallWalk stopped = CallWalk.over(anAttempt().from(aPhone().asClone(2)).sendersHalf());

    assertThat(through.asked())
        .extracting(result -> result.gate().id())
        .containsExactly("G0", "G1", "G2", "G3", "G4", "G6", "G6-queue");
    assertThat(through.stop()).isEmpty();
    assertThat(stopped.asked()).hasSize(3);
    assertThat(stopped.stop()).contains(DenyReason.APP_CLONE);
  }

  private static List<String> ids(GateWalk walk) {
    return walk.asked().stream().map(result -> result.gate().id()).toList();
  }
}
