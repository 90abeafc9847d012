package dev.trustring.sim.explain;

import dev.trustring.sim.cli.Golden;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TablesTest {

  @Test
  void theTableOfReasonsIsTrue() throws IOException {
    Golden.assertMatches(Tables.reasons(), Path.of("../docs/reasons.md"));
  }

  @Test
  void theTableOfGatesIsTrue() throws IOException {
    Golden.assertMatches(Tables.gates(), Path.of("../docs/gates.md"));
  }
}
