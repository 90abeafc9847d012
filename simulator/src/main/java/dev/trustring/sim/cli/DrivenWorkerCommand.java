package dev.trustring.sim.cli;

import dev.trustring.sim.workers.DrivenWorker;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Plays runs of a campaign that is in another process; orders come on stdin. */
@Command(
    name = "driven-worker",
    hidden = true,
    description = "Plays runs of a campaign that another process of this tool holds.")
final class DrivenWorkerCommand implements Callable<Integer> {

  @Override
  public Integer call() throws IOException {
    // Whatever a library prints must not come between the records.
    System.setOut(System.err);
    // Ctrl-C reaches every process of a terminal, and what is under way is still wanted.
    try (Interruption patience = Interruption.watched()) {
      DrivenWorker.run(
          new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
      return (patience.isAsked() ? Exit.INTERRUPTED : Exit.FAULT).code();
    }
  }
}
