package dev.trustring.sim.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.trustring.sim.FreshJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FreshJvmTest {

  /** One of them, or all that are shipped, which takes minutes without a compiler. */
  private static final List<Path> SCENARIOS =
      Boolean.getBoolean("twice.all") ? Shipped.files() : List.of(Shipped.file("home.yaml"));

  private static final Path INSTALLED = Path.of("/usr/lib/jvm");
  private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"([0-9]+)");

  @Test
  void givesTheSameEventsInAJvmThatIsRunOtherwise() {
    assertSame(FreshJvm.runOtherwise());
  }

  @Test
  void givesTheSameEventsOnANewerJdk() throws IOException {
    Optional<Path> newer = newerJdk();
    assumeThat(newer).as("a JDK of version 21 or above").isPresent();

    assertSame(new FreshJvm(newer.get(), List.of()));
  }

  /** Deals the scenarios out to as many such JVMs as there are cores, one after the other. */
  private static void assertSame(FreshJvm jvm) {
    int hands = Math.min(Runtime.getRuntime().availableProcessors(), SCENARIOS.size());
    List<CompletableFuture<List<String>>> printing =
        IntStream.range(0, hands)
            .mapToObj(
                hand -> CompletableFuture.supplyAsync(() -> printedBy(jvm, dealt(hand, hands))))
            .toList();
    for (int hand = 0; hand < hands; hand++) {
      assertThat(printing.get(hand).join()).isEqualTo(HashPrinter.hashesOf(dealt(hand, hands)));
    }
  }

  private static List<Path> dealt(int hand, int hands) {
    return IntStream.range(0, SCENARIOS.size())
        .filter(place -> place % hands == hand)
        .mapToObj(SCENARIOS::get)
        .toList();
  }

  private static List<String> printedBy(FreshJvm jvm, List<Path> files) {
    try {
      return jvm.prints(HashPrinter.class, files.stream().map(Path::toString).toList());
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static Optional<Path> newerJdk() throws IOException {
    List<Path> homes = new ArrayList<>();
    Optional.ofNullable(System.getenv("NEWER_JAVA_HOME")).map(Path::of).ifPresent(homes::add);
    if (Files.isDirectory(INSTALLED)) {
      try (Stream<Path> found = Files.list(INSTALLED)) {
        found.sorted().forEach(homes::add);
      }
    }
    for (Path home : homes) {
      if (version(home) >= 21) {
        return Optional.of(home);
      }
    }
    return Optional.empty();
  }

  private static int version(Path home) throws IOException {
    Path release = home.resolve("release");
    if (!Files.isRegularFile(release) || !Files.isExecutable(home.resolve("bin/java"))) {
      return 0;
    }
    Matcher found = VERSION.matcher(Files.readString(release));
    return found.find() ? Integer.parseInt(found.group(1)) : 0;
  }
}
