package dev.trustring.sim.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LoopConfigTest {

  @Test
  void startsExtensionsInAnOrderThatDoesNotComeFromTheClassPath() {
    try (RunLoop loop = RunLoop.open(1)) {
      List<String> extensions = LoopConfig.shared(loop).getStringList("akka.library-extensions");

      assertThat(extensions).hasSizeGreaterThan(1).isSorted();
    }
  }
}
