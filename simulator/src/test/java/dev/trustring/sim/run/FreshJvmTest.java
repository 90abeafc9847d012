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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FreshJvmTest {

  /** One of them, or all that are shipped, which takes minutes without a compiler. */
  private static final List<Path> SCENARIOS =
      Boolean.getBoolean("twice.all") ? Shipped.files() : List.of(Shipped.file("home.yaml"));

  private static final Path INSTALLED = Path.of("/usr/lib/jvm");
  private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"([0-9]+)");

  @Test
  void givesTheSameEventsInAJvmThatIsRunOtherwise() throws IOException, InterruptedException {
    assertThat(printedBy(FreshJvm.runOtherwise())).isEqualTo(HashPrinter.hashesOf(SCENARIOS));
  }

  @Test
  void givesTheSameEventsOnANewerJdk() throws IOException, InterruptedException {
    Optional<Path> newer = newerJdk();
    assumeThat(newer).as("a JDK of version 21 or above").isPresent();

    assertThat(printedBy(new FreshJvm(newer.get(), List.of())))
        .isEqualTo(HashPrinter.hashesOf(SCENARIOS));
  }

  private static List<String> printedBy(FreshJvm jvm) throws IOException, InterruptedException {
    return jvm.prints(HashPrinter.class, SCENARIOS.stream().map(Path::toString).toList());
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
