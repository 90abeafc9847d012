package dev.trustring.sim.process;

import dev.trustring.sim.world.HostException;
import dev.trustring.trust.identity.DeviceName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A process that was started for a device, and the pipes to and from it. */
final class ChildProcess {

  private static final int LAST_LINES = 3;

  /** Starts the process of a device. */
  interface Starter {
    /**
     * Starts one.
     *
     * @param heard takes what the device says, on a thread of the pipe
     * @param ended is told, on that thread, when the process is gone, and what its last words were
     */
    ChildProcess start(DeviceName device, Consumer<FromDevice> heard, Consumer<String> ended);
  }

  private final Process process;
  private final Path log;
  private final RecordWriter<ToDevice> out;

  private ChildProcess(Process process, Path log, String name) {
    this.process = process;
    this.log = log;
    this.out = new RecordWriter<>(ToDevice.class, process.getOutputStream(), "to-" + name);
  }

  /** Starts processes by this command; what they say for people goes to a file in this folder. */
  static Starter by(Launch launch, Path folder) {
    return (device, heard, ended) -> {
      Path log = folder.resolve(device.value() + ".log");
      ChildProcess child = new ChildProcess(started(launch, log), log, device.value());
      Thread ears = new Thread(() -> child.listen(heard, ended), "from-" + device.value());
      ears.setDaemon(true);
      ears.start();
      return child;
    };
  }

  private static Process started(Launch launch, Path log) {
    try {
      Files.createDirectories(log.toAbsolutePath().getParent());
      return new ProcessBuilder(launch.command()).redirectError(log.toFile()).start();
    } catch (IOException e) {
      throw new HostException("no process can be started: " + e.getMessage(), e);
    }
  }

  void tell(ToDevice said) {
    out.write(said);
  }

  private void listen(Consumer<FromDevice> heard, Consumer<String> ended) {
    RecordReader<FromDevice> in = new RecordReader<>(FromDevice.class, process.getInputStream());
    try {
      Optional<FromDevice> next = in.next();
      while (next.isPresent()) {
        heard.accept(next.get());
        next = in.next();
      }
      ended.accept("ended with exit value " + process.waitFor() + lastWords());
    } catch (IOException e) {
      ended.accept("cannot be understood: " + e.getMessage() + lastWords());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String lastWords() {
    try {
      List<String> said =
          new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank())
              .toList();
      return said.subList(Math.max(0, said.size() - LAST_LINES), said.size()).stream()
          .map(String::strip)
          .collect(Collectors.joining(" | ", said.isEmpty() ? "" : ": ", ""));
    } catch (IOException e) {
      return "";
    }
  }

  long pid() {
    return process.pid();
  }

  /** Sends a signal by the system's own command; there is no other way from Java. */
  void signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start().waitFor();
    } catch (IOException e) {
      throw new HostException("no signal can be sent to a process: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Kills it at once and waits until it is gone. By its handle: {@link Process#destroyForcibly}
   * would throw away what it has said and nobody has read yet.
   */
  void kill() {
    out.close();
    process.toHandle().destroyForcibly();
    awaitGone();
  }

  /** Asks it to end. */
  void shutDown() {
    out.write(new ToDevice.ShutDown());
    out.close();
  }

  /** Waits for its end; kills it when there is none after so many nanoseconds. */
  void awaitEnd(long nanos) {
    try {
      if (process.waitFor(nanos, TimeUnit.NANOSECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    kill();
  }

  private void awaitGone() {
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
