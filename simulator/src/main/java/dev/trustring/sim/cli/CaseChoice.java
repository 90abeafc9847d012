package dev.trustring.sim.cli;

import picocli.CommandLine.Parameters;

/** The case that a command is about. */
final class CaseChoice {

  @Parameters(
      paramLabel = "FILE|RUN",
      description = "a scenario file, or the folder of a run that a campaign kept")
  private String name = "";

  /** As the user named it. */
  String name() {
    return name;
  }
}
