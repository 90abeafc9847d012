package dev.trustring.sim.report;

import dev.trustring.sim.campaign.Shrunk;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A smallest case as a JUnit test, which fails as long as the case breaks its rule. */
public final class CaseTest {

  private CaseTest() {}

  /** The name of its class: {@code no-older-write} becomes {@code NoOlderWriteTest}. */
  public static String className(Shrunk one) {
    return Arrays.stream(one.oracle().split("[^A-Za-z0-9]+"))
            .filter(word -> !word.isEmpty())
            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .collect(Collectors.joining())
        + "Test";
  }

  /** The whole file; it speaks of a scenario file that lies beside it. */
  public static String of(Shrunk one) {
    return """
        // Fails as long as %s breaks %s. Put both files where your tests are, and
        // dev.trustring:simulator on their class path.
        import dev.trustring.sim.junit.TrustRingTest;

        class %s {

          @TrustRingTest(scenario = "%s")
          void holds() {}
        }
        """
        .formatted(one.file(), one.oracle(), className(one), one.file());
  }
}
