package dev.trustring.sim.process;

import dev.trustring.sim.child.Launch;
import dev.trustring.sim.child.RecordReader;
import dev.trustring.sim.child.RecordWriter;
import dev.trustring.sim.loop.Agenda;
import dev.trustring.sim.wire.WireProblem;
import dev.trustring.sim.world.HostException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/**
 * The process of one device, from its side. Nothing outlives the world: when the pipe from there
 * ends without a last word, the process ends at that moment, as by {@code kill -9}.
 */
public final class DrivenProcess {

  private static final long PATIENCE_MILLIS = 5_000;

  private final RecordReader<ToDevice> in;
  private final RecordWriter<FromDevice> out;

  private DrivenProcess(InputStream in, OutputStream out) {
    this.in = new RecordReader<>(ToDevice.class, in);
    this.out = new RecordWriter<>(FromDevice.class, out, "to-world");
  }

  /** What starts one. */
  public static Launch launch() {
    return Launch.quick("driven-device");
  }

  /**
   * Runs the device that the other end describes until it is told to end.
   *
   * @return whether all went well; what did not was said to the other end
   */
  public static boolean run(InputStream in, OutputStream out) throws IOException {
    return new DrivenProcess(in, out).run();
  }

  private boolean run() throws IOException {
    Optional<ToDevice> first = in.next();
    if (first.isEmpty() || !(first.get() instanceof ToDevice.Start start)) {
      return false;
    }
    try {
      DrivenDevice device = new DrivenDevice(start, DrivenDevice.host(start), out::write);
      Thread ears = new Thread(() -> listen(device), "from-world");
      ears.setDaemon(true);
      ears.start();
      device.run();
      return true;
    } catch (RuntimeException e) {
      out.write(failure(e, start));
      return false;
    } finally {
      out.close();
      out.awaitClosed(PATIENCE_MILLIS);
    }
  }

  /** Brings what the world says to the device's thread. */
  private void listen(DrivenDevice device) {
    Agenda agenda = device.agenda();
    try {
      Optional<ToDevice> next = in.next();
      while (next.isPresent()) {
        ToDevice said = next.get();
        agenda.enter(() -> said.doneBy(device));
        if (said instanceof ToDevice.ShutDown) {
          return;
        }
        next = in.next();
      }
      Runtime.getRuntime().halt(1);
    } catch (IOException e) {
      agenda.fail(e);
    }
  }

  private static FromDevice.Failed failure(RuntimeException e, ToDevice.Start start) {
    if (e instanceof HostException) {
      return new FromDevice.Failed(String.valueOf(e.getMessage()), true);
    }
    return WireProblem.of(e, start.settings().listen())
        .map(problem -> new FromDevice.Failed(problem.line(), true))
        .orElseGet(() -> new FromDevice.Failed("failed: " + e, false));
  }
}
