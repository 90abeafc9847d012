package dev.trustring.sim.child;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The command that starts a process of this program. */
public record Launch(List<String> command) {

  private static final String MAIN = "dev.trustring.sim.cli.Trustring";
  private static final String COMPILERS = "-XX:TieredStopAtLevel=";

  /** What the JVM says itself must not come between the records on stdout. */
  private static final List<String> OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:+DisplayVMOutputToStderr",
          "-Xlog:disable",
          "-Xlog:all=error:stderr");

  /** Options of this JVM that a process of the same classes takes over. */
  private static final List<String> INHERITED =
      List.of("-Xshare", "-XX:SharedArchiveFile", "--sun-misc-unsafe-memory-access");

  /** What a process takes over as well that does the work of this one. */
  private static final List<String> OF_WORK = List.of("-javaagent:", "-Xmx", "-Xss", COMPILERS);

  public Launch {
    command = List.copyOf(command);
  }

  /** A process that is to be there soon: the same program on the same Java, compiled quickly. */
  public static Launch quick(String word) {
    return of(word, List.of(COMPILERS + "1"), INHERITED);
  }

  /**
   * A process that does what this one would do: the same program on a Java set up the same. Without
   * memory it ends, since nobody knows which of its threads still goes on.
   */
  public static Launch alike(String word) {
    return of(
        word,
        List.of("-XX:+ExitOnOutOfMemoryError"),
        Stream.concat(INHERITED.stream(), OF_WORK.stream()).toList());
  }

  private static Launch of(String word, List<String> more, List<String> inherited) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
    command.addAll(more);
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> inherited.stream().anyMatch(option::startsWith))
        .forEach(command::add);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
    command.add(word);
    return new Launch(command);
  }
}
