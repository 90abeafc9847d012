package dev.trustring.sim.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The tool's command {@code device} in a process of its own. */
final class DeviceProcess implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 50;

  private final Process process;
  private final BufferedReader lines;
  private final List<String> seen = new ArrayList<>();

  private DeviceProcess(Process process) {
    this.process = process;
    this.lines = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Starts one; it ends by itself when nobody ends it. */
  static DeviceProcess start(String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Trustring.class.getName(), "device", "--for", PATIENCE_SECONDS + "s"));
    command.addAll(List.of(options));
    return new DeviceProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  /** Two ports, one after the other, of which nobody has either. */
  static int twoFreePorts() throws IOException {
    for (int attempt = 0; attempt < 100; attempt++) {
      try (ServerSocket first = listening(0)) {
        if (isFree(first.getLocalPort() + 1)) {
          return first.getLocalPort();
        }
      }
    }
    throw new IOException("no two free ports");
  }

  private static boolean isFree(int port) {
    try (ServerSocket next = listening(port)) {
      return next.isBound();
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  private static ServerSocket listening(int port) throws IOException {
    return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
  }

  /** The next line of that kind; fails with all lines when the process ends without one. */
  String line(Predicate<String> wanted) throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      seen.add(line);
      if (wanted.test(line)) {
        return line;
      }
    }
    throw new AssertionError("it ended without such a line: " + String.join("\n", seen));
  }

  /** What it said so far, as far as anybody has read it. */
  @Override
  public String toString() {
    return String.join("\n", seen);
  }

  List<String> allLines() throws IOException {
    lines.lines().forEach(seen::add);
    return seen;
  }

  /**
   * Asked to end, and how it went. By TERM, which the tool takes as it takes Ctrl-C: a process that
   * a shell has put in the background passes on to its children that INT is ignored.
   */
  int terminated() throws InterruptedException {
    process.toHandle().destroy();
    return exitCode();
  }

  int exitCode() throws InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("it does not end");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
