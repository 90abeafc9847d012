package dev.trustring.sim.cli;

import dev.trustring.config.scenario.Scenario;
import dev.trustring.sim.loop.EventTrace;
import dev.trustring.sim.loop.TraceDifference;
import dev.trustring.sim.loop.TraceEvent;
import dev.trustring.sim.report.ReplayText;
import dev.trustring.sim.report.RunText;
import dev.trustring.sim.run.RunResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Plays a case that a campaign left once more and holds it against what was recorded. */
@Command(
    name = "replay",
    description =
        "Plays a case that a campaign left, event by event, and checks that it comes out as"
            + " recorded.")
final class ReplayCommand implements Callable<Integer> {

  private final Desk desk;

  @Mixin private CaseChoice choice = new CaseChoice();

  @Option(
      names = "--until",
      paramLabel = "T",
      description = "tell what happened up to that moment of the story only")
  private @Nullable String until;

  @Option(
      names = "--diff",
      paramLabel = "OTHER",
      description = "play another case as well and tell the first event in which they part")
  private @Nullable String other;

  ReplayCommand(Desk desk) {
    this.desk = desk;
  }

  private record Case(Scenario scenario, RecordedCase file) {}

  @Override
  public Integer call() {
    Optional<Duration> end = Optional.ofNullable(until).map(text -> TimeSpan.of("--until", text));
    Case one = read(choice.name());
    EventTrace trace = EventTrace.keeping();
    RunResult result = play(one, trace);
    if (other != null) {
      return compare(trace, read(other));
    }
    ReplayText.write(trace.events(), result, end, desk.console().page());
    desk.console().page().blank();
    boolean same = tellWhetherSame(one, result);
    RunText.write(result, false, desk.console().page());
    return same ? result.verdict().exitCode() : Exit.FAULT.code();
  }

  private Case read(String name) {
    RecordedCase recorded = RecordedCase.named(name);
    return new Case(desk.read(recorded.file().toString(), null, null), recorded);
  }

  private static RunResult play(Case one, EventTrace trace) {
    return one.file().host().orWhatPlays(one.scenario()).play(one.scenario(), trace);
  }

  private boolean tellWhetherSame(Case one, RunResult result) {
    if (one.file().recorded().isEmpty()) {
      desk.console().page().line("Nothing is recorded of this file: it is no case of a campaign.");
      return true;
    }
    String hash = one.file().recorded().get().hash();
    boolean same = hash.equals(result.eventHash());
    desk.console()
        .page()
        .line(
            same
                ? "hash " + hash + ", as recorded"
                : "hash " + result.eventHash() + ", and " + hash + " was recorded: it differs");
    return same;
  }

  private int compare(EventTrace trace, Case second) {
    EventTrace again = EventTrace.keeping();
    play(second, again);
    Optional<TraceDifference> difference = trace.firstDifference(again);
    if (difference.isEmpty()) {
      desk.console().page().line("The same " + trace.size() + " events, hash " + trace.hash());
      return Exit.YES.code();
    }
    TraceDifference parts = difference.get();
    desk.console().page().line("They part at event " + (parts.index() + 1) + ":");
    List.of(parts.left(), parts.right())
        .forEach(event -> desk.console().page().line("  " + shown(event)));
    return Exit.NO.code();
  }

  private static String shown(Optional<TraceEvent> event) {
    return event.map(ReplayText::line).orElse("has ended");
  }
}
