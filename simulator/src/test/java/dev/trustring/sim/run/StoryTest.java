package dev.trustring.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.trustring.config.scenario.Step;
import dev.trustring.kv.decision.Origin;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoryTest {

  @Test
  void tellsTwoFaultsOfOneKindOnOneLineApart() {
    assertThat(Story.causeOf(partition(7, 5))).isNotEqualTo(Story.causeOf(partition(7, 60)));
    assertThat(Story.causeOf(partition(7, 5))).isNotEqualTo(Story.causeOf(partition(8, 5)));
  }

  private static Step.Fault partition(int line, int column) {
    return new Step.Fault(
        Duration.ZERO,
        "partition",
        JsonNodeFactory.instance.objectNode(),
        Optional.empty(),
        new Origin("tale.yaml", line, column));
  }
}
