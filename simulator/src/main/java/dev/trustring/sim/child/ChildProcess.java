package dev.trustring.sim.child;

import dev.trustring.sim.world.HostException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A process that was started from here, and the pipes to and from it.
 *
 * @param <S> what is said to it
 */
public final class ChildProcess<S> {

  private static final int LAST_LINES = 3;

  /**
   * Who listens to a process, on a thread of the pipe.
   *
   * @param root what it says
   * @param heard takes that
   * @param ended is told when it is gone, and what its last words were
   */
  public record Ears<H>(Class<H> root, Consumer<H> heard, Consumer<String> ended) {}

  private final Process process;
  private final Path log;
  private final RecordWriter<S> out;

  private ChildProcess(Process process, Path log, RecordWriter<S> out) {
    this.process = process;
    this.log = log;
    this.out = out;
  }

  /**
   * Starts a process.
   *
   * @param log where that goes which it says for people
   * @param said what will be said to it
   * @throws HostException if the system starts none
   */
  public static <S, H> ChildProcess<S> start(
      Launch launch, Path log, String name, Class<S> said, Ears<H> ears) {
    Process process = started(launch, log);
    RecordWriter<S> out = new RecordWriter<>(said, process.getOutputStream(), "to-" + name);
    ChildProcess<S> child = new ChildProcess<>(process, log, out);
    Thread listening = new Thread(() -> child.listen(ears), "from-" + name);
    listening.setDaemon(true);
    listening.start();
    return child;
  }

  private static Process started(Launch launch, Path log) {
    try {
      Files.createDirectories(log.toAbsolutePath().getParent());
      return new ProcessBuilder(launch.command()).redirectError(log.toFile()).start();
    } catch (IOException e) {
      throw new HostException("no process can be started: " + e.getMessage(), e);
    }
  }

  public void tell(S said) {
    out.write(said);
  }

  private <H> void listen(Ears<H> ears) {
    RecordReader<H> in = new RecordReader<>(ears.root(), process.getInputStream());
    try {
      Optional<H> next = in.next();
      while (next.isPresent()) {
        ears.heard().accept(next.get());
        next = in.next();
      }
      ears.ended().accept("ended with exit value " + process.waitFor() + lastWords());
    } catch (IOException e) {
      ears.ended().accept("cannot be understood: " + e.getMessage() + lastWords());
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

  public long pid() {
    return process.pid();
  }

  /** Sends a signal by the system's own command; there is no other way from Java. */
  public void signal(String name) {
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
  public void kill() {
    out.close();
    process.toHandle().destroyForcibly();
    awaitGone();
  }

  /** Says the last word to it, after which it should end. */
  public void tellLast(S said) {
    out.write(said);
    out.close();
  }

  /** Waits for its end; kills it when there is none after so many nanoseconds. */
  public void awaitEnd(long nanos) {
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
