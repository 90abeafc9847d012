package dev.trustring.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Another JVM with the classes of this one, and with its agents: what runs there runs on the loop's
 * time as it does here.
 *
 * @param jdk the home of the JDK
 * @param options what the JVM is run with, besides class path and agents
 */
public record FreshJvm(Path jdk, List<String> options) {
  private static final String AGENT = "-javaagent:";

  public FreshJvm {
    options = List.copyOf(options);
  }

  /** This JDK without a compiler, with another collector and other identity hashes. */
  public static FreshJvm runOtherwise() {
    return new FreshJvm(
        Path.of(System.getProperty("java.home")),
        List.of(
            "-XX:+UnlockExperimentalVMOptions", "-XX:+UseParallelGC", "-XX:hashCode=2", "-Xint"));
  }

  /** The options by which this JVM got its agents. */
  public static List<String> agents() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith(AGENT))
        .toList();
  }

  /** The lines that the class's main method prints, which must end well. */
  public List<String> prints(Class<?> main, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(jdk.resolve("bin/java").toString()));
    // An agent among the options comes before those that change classes as they are loaded.
    command.addAll(options);
    command.addAll(agents());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    Path errors = Files.createTempFile("fresh-jvm", ".txt");
    try {
      Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
      List<String> printed =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .toList();
      assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
      return printed;
    } finally {
      Files.delete(errors);
    }
  }
}
