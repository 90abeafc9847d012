package dev.trustring.sim.cli;

import dev.trustring.config.text.InputErrors;
import dev.trustring.config.text.Nearest;
import dev.trustring.sim.loop.RunFailedException;
import dev.trustring.sim.world.HostException;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is told of everything that goes wrong: one line for each problem, never a stack trace. */
final class Faulty {

  private final Desk desk;

  Faulty(Desk desk) {
    this.desk = desk;
  }

  /** An option or command that does not exist, or a value that is none. */
  int onWrongUsage(ParameterException wrong, String[] args) {
    CommandLine command = wrong.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    desk.console().tell(name + ": " + said(wrong) + "; see '" + name + " --help'");
    return Exit.USAGE.code();
  }

  private static String said(ParameterException wrong) {
    if (!(wrong instanceof UnmatchedArgumentException unmatched)) {
      return oneLine(String.valueOf(wrong.getMessage()));
    }
    Set<String> commands = wrong.getCommandLine().getSubcommands().keySet();
    String first = unmatched.getUnmatched().get(0);
    if (!commands.isEmpty() && !first.startsWith("-")) {
      String near = Nearest.to(first, commands).map(Faulty::didYouMean).orElse("");
      return oneLine("unknown command '" + first + "'" + near);
    }
    List<String> near = unmatched.getSuggestions();
    return oneLine(wrong.getMessage() + (near.isEmpty() ? "" : didYouMean(near.get(0))));
  }

  private static String didYouMean(String word) {
    return " (did you mean " + word + "?)";
  }

  /** Input that cannot be used, or a fault of the tool. */
  int onException(Exception fault, CommandLine command, boolean debug) {
    if (fault instanceof InputErrors errors) {
      errors.lines().forEach(desk.console()::tell);
      return Exit.USAGE.code();
    }
    if (fault instanceof UsageException || fault instanceof HostException) {
      desk.console()
          .tell(
              command.getCommandSpec().qualifiedName()
                  + ": "
                  + oneLine(String.valueOf(fault.getMessage())));
      return Exit.USAGE.code();
    }
    if (fault instanceof RunFailedException && fault.getCause() instanceof HostException cause) {
      return onException(cause, command, debug);
    }
    tell(fault, debug);
    return Exit.FAULT.code();
  }

  /** Tells of a fault of the tool itself. */
  void tell(Throwable fault, boolean debug) {
    Console console = desk.console();
    String seed = desk.seed().map(number -> " (seed " + number + ")").orElse("");
    console.tell(
        Trustring.NAME
            + ": internal error: "
            + oneLine(fault.toString())
            + seed
            + (debug ? "" : "; --debug prints the trace"));
    if (debug) {
      fault.printStackTrace(console.err());
      console.err().flush();
    }
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ").strip();
  }
}
