package dev.trustring.sim.cli;

import dev.trustring.sim.explain.Glossary;
import dev.trustring.sim.report.Json;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Explains a word of the tool or of the platform. */
@Command(
    name = "explain",
    description = {
      "Explains a gate, stage, reason, platform number, call, fault or rule set, offline.",
      "Without a word it lists all that it knows."
    })
final class ExplainCommand implements Callable<Integer> {

  private final Desk desk;

  @Parameters(
      paramLabel = "WORD",
      arity = "0..1",
      description = "such as 27459584, -20001, G13, gate:level, level-too-low")
  private @Nullable String word;

  @Option(names = "--json", description = "print JSON")
  private boolean json;

  ExplainCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() {
    Glossary glossary = Glossary.standard();
    if (word == null) {
      contents(glossary);
      return Exit.YES.code();
    }
    String asked = word;
    Glossary.Answer answer =
        glossary.find(asked).orElseThrow(() -> unknown(asked, glossary.nearest(asked)));
    if (json) {
      desk.console().out().print(Json.text(answer.json()));
    } else {
      answer.write(desk.console().page());
    }
    return Exit.YES.code();
  }

  private void contents(Glossary glossary) {
    if (json) {
      desk.console().out().print(Json.text(glossary.contents()));
    } else {
      glossary.writeContents(desk.console().page());
    }
  }

  private static UsageException unknown(String word, Optional<String> nearest) {
    return new UsageException(
        "nothing is known of '"
            + word
            + "'"
            + nearest
                .map(near -> " (did you mean " + near + "?)")
                .orElse("; 'trustring explain' lists all words"));
  }
}
