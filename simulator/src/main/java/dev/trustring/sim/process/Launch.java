package dev.trustring.sim.process;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command that starts the process of a device. */
public record Launch(List<String> command) {

  private static final String MAIN = "dev.trustring.sim.cli.Trustring";

  /** What the JVM says itself must not come between the records on stdout. */
  private static final List<String> OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:+DisplayVMOutputToStderr",
          "-Xlog:disable",
          "-Xlog:all=error:stderr");

  /** Options of this JVM that a process of the same classes takes over. */
  private static final List<String> INHERITED =
      List.of("-Xshare", "-XX:SharedArchiveFile", "--sun-misc-unsafe-memory-access");

  public Launch {
    command = List.copyOf(command);
  }

  /** The same program on the same Java. */
  public static Launch ofThisProgram() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> INHERITED.stream().anyMatch(option::startsWith))
        .forEach(command::add);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
    command.add("driven-device");
    return new Launch(command);
  }
}
