package dev.trustring.sim.cli;

import dev.trustring.config.scenario.Scenario;
import dev.trustring.sim.loop.EventTrace;
import dev.trustring.sim.loop.TraceDifference;
import dev.trustring.sim.loop.TraceEvent;
import dev.trustring.sim.page.Recording;
import dev.trustring.sim.page.RunPage;
import dev.trustring.sim.report.CommandWord;
import dev.trustring.sim.report.Json;
import dev.trustring.sim.report.RunFiles;
import dev.trustring.sim.report.RunJson;
import dev.trustring.sim.report.RunText;
import dev.trustring.sim.run.RunResult;
import dev.trustring.sim.run.Simulation;
import dev.trustring.sim.world.Attendant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Plays one scenario and gives its verdict. */
@Command(
    name = "run",
    description = "Plays one scenario and tells what moved, what did not and why.")
final class RunCommand implements Callable<Integer> {

  private static final int MANY_DEVICES = 50;
  private static final double NANOS_PER_SECOND = 1e9;

  private final Desk desk;

  @Parameters(paramLabel = "FILE", description = "the scenario, YAML or JSON")
  private String file = "";

  @Option(names = "--seed", paramLabel = "N", description = "a seed in place of the file's")
  private @Nullable Long seed;

  @Option(names = "--rules", paramLabel = "R", description = "openharmony or article")
  private @Nullable String rules;

  @Mixin private HostChoice host = new HostChoice();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "leave a page and more of the run in a folder, which must be new or empty")
  private @Nullable String out;

  @Option(names = "--json", description = "print JSON")
  private boolean json;

  @Option(names = "--check", description = "run twice and compare every event")
  private boolean check;

  @Option(names = "--stats", description = "tell on stderr how fast it ran")
  private boolean stats;

  RunCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() {
    if (check) {
      host.requireRepeatable("--check");
    }
    Scenario scenario = desk.read(file, seed, rules);
    Optional<Path> folder = Optional.ofNullable(out).map(ReportFolder::fresh);
    progress(scenario);
    EventTrace trace = check || folder.isPresent() ? EventTrace.keeping() : EventTrace.hashing();
    Recording recording = new Recording();
    long begun = desk.console().nanos().getAsLong();
    RunResult result =
        folder.isPresent() ? play(scenario, trace, recording) : play(scenario, trace);
    tellSpeed(result, desk.console().nanos().getAsLong() - begun);
    if (check) {
      EventTrace again = EventTrace.keeping();
      play(scenario, again);
      Optional<TraceDifference> difference = trace.firstDifference(again);
      if (difference.isPresent()) {
        tell(difference.get());
        return Exit.FAULT.code();
      }
    }
    folder.ifPresent(path -> leave(path, result, trace, recording));
    if (json) {
      desk.console().out().print(Json.text(RunJson.of(result, check)));
    } else {
      RunText.write(result, check, desk.console().page());
      folder.ifPresent(path -> desk.console().page().line("report  " + path + "/index.html"));
    }
    return result.verdict().exitCode();
  }

  private void leave(Path folder, RunResult result, EventTrace trace, Recording recording) {
    String name = "seed " + result.scenario().seed();
    String replay =
        "trustring run "
            + CommandWord.of(file)
            + " --seed "
            + result.scenario().seed()
            + " --rules "
            + result.scenario().rules().word()
            + " --host "
            + result.host();
    try {
      new RunFiles(result, recording)
          .writeFolder(folder, trace.events(), new RunPage.About(name, replay, Optional.empty()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private RunResult play(Scenario scenario, EventTrace trace, Attendant... attendants) {
    try (Simulation simulation = desk.open(scenario, host, trace)) {
      List.of(attendants).forEach(simulation::attendedBy);
      simulation.run();
      return simulation.result();
    }
  }

  private void progress(Scenario scenario) {
    if (desk.console().errIsTerminal() && scenario.devices().size() >= MANY_DEVICES) {
      desk.console().tell("trustring: running " + scenario.devices().size() + " devices ...");
    }
  }

  private void tellSpeed(RunResult result, long nanos) {
    if (stats || desk.console().errIsTerminal()) {
      double seconds = Math.max(1, nanos) / NANOS_PER_SECOND;
      desk.console()
          .tell(
              String.format(
                  Locale.ROOT,
                  "trustring: %,d events in %.1f s, %,.0f events/s",
                  result.counts().events(),
                  seconds,
                  result.counts().events() / seconds));
    }
  }

  private void tell(TraceDifference difference) {
    Console console = desk.console();
    console.tell(
        "trustring: fault of the tool: two runs of seed "
            + desk.seed().orElseThrow()
            + " differ from event "
            + difference.index()
            + " on");
    console.tell("  first run:  " + shown(difference.left()));
    console.tell("  second run: " + shown(difference.right()));
  }

  private static String shown(Optional<TraceEvent> event) {
    return event
        .map(
            one ->
                one.virtualNanos() + " ns " + one.kind() + " " + one.subject() + " " + one.detail())
        .orElse("has ended");
  }
}
