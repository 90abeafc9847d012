package dev.trustring.sim.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints what a shell needs to complete the commands. */
@Command(
    name = "completion",
    description = "Prints a completion script: source <(trustring completion), in bash or zsh.")
final class CompletionCommand implements Callable<Integer> {

  private final Desk desk;

  @Spec private CommandSpec spec = CommandSpec.create();

  CompletionCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() {
    CommandLine root = spec.root().commandLine();
    desk.console().out().print(AutoComplete.bash(root.getCommandName(), root));
    return Exit.YES.code();
  }
}
