package dev.trustring.sim.cli;

import dev.trustring.config.scenario.ScenarioSchema;
import dev.trustring.sim.report.Json;
import dev.trustring.sim.run.Words;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Prints the schema of scenario files. */
@Command(
    name = "schema",
    description = "Prints the JSON Schema of scenario files, for editors and checks.")
final class SchemaCommand implements Callable<Integer> {

  private final Desk desk;

  SchemaCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() {
    desk.console().out().print(Json.text(ScenarioSchema.of(Words.all())));
    return Exit.YES.code();
  }
}
