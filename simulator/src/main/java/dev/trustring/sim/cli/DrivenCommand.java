package dev.trustring.sim.cli;

import dev.trustring.sim.process.DrivenProcess;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Runs one device for a world that is in another process; orders come on stdin. */
@Command(
    name = "driven-device",
    hidden = true,
    description = "Runs one device of a world that another process of this tool holds.")
final class DrivenCommand implements Callable<Integer> {

  @Override
  public Integer call() throws IOException {
    // Whatever a library prints must not come between the records.
    System.setOut(System.err);
    boolean well =
        DrivenProcess.run(
            new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
    return (well ? Exit.YES : Exit.FAULT).code();
  }
}
