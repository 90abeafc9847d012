package dev.trustring.sim.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.kv.decision.Gate;
import dev.trustring.kv.decision.GateInfo;
import dev.trustring.kv.gate.Gates;
import dev.trustring.kv.rules.RuleSet;
import dev.trustring.sim.cli.Golden;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TablesTest {

  @Test
  void theTableOfReasonsIsTrue() throws IOException {
    Golden.assertMatches(Tables.reasons(), Path.of("../docs/reasons.md"));
  }

  @Test
  void theTableOfGatesIsTrue() throws IOException {
    Golden.assertMatches(Tables.gates(), Path.of("../docs/gates.md"));
  }

  @Test
  void theTableOfNumbersWithoutACauseIsTrue() throws IOException {
    Golden.assertMatches(Tables.numbers(), Path.of("../docs/numbers.md"));
  }

  @ParameterizedTest
  @EnumSource(RuleSet.class)
  void listsTheGatesOfEachRuleSetInTheirOrder(RuleSet rules) {
    List<GateInfo> listed =
        GateTopics.gates().entrySet().stream()
            .filter(gate -> gate.getValue().contains(rules))
            .map(gate -> gate.getKey())
            .toList();

    assertThat(listed).isEqualTo(Gates.of(rules).stream().map(Gate::info).toList());
  }
}
