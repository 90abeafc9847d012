package dev.trustring.sim.cli;

import dev.trustring.sim.campaign.FailingCase;
import dev.trustring.sim.campaign.Played;
import dev.trustring.sim.campaign.Shrunk;
import dev.trustring.sim.campaign.Story;
import dev.trustring.sim.oracle.Verdict;
import dev.trustring.sim.report.CaseTest;
import dev.trustring.sim.run.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a scenario that breaks something as small as it gets. */
@Command(
    name = "shrink",
    description =
        "Makes a scenario that breaks a rule as small as it gets while it still breaks that rule,"
            + " and prints it.")
final class ShrinkCommand implements Callable<Integer> {

  private final Desk desk;

  @Mixin private CaseChoice choice = new CaseChoice();

  @Option(
      names = "--oracle",
      paramLabel = "NAME",
      description = "the rule that must stay broken; default: the first that it breaks")
  private @Nullable String oracle;

  @Option(
      names = "--for",
      paramLabel = "T",
      description = "how long to look, in time on the wall; default 60s")
  private String patience = "60s";

  @Option(names = "--jobs", paramLabel = "J", description = "runs at a time; default: all cores")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "write it there, with a JUnit test; the folder must be new or empty")
  private @Nullable String out;

  ShrinkCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() {
    Duration time = TimeSpan.positive("--for", patience);
    ChaosCommand.checkFrom("--jobs", jobs, 1);
    RecordedCase recorded = RecordedCase.named(choice.name());
    FailingCase failing =
        new FailingCase(Story.read(recorded.file(), Words.all()), recorded.host());
    Played played = failing.played();
    if (played.verdict() != Verdict.VIOLATED) {
      desk.console()
          .tell("trustring: " + choice.name() + " breaks nothing: " + played.verdict().word());
      return played.verdict().exitCode();
    }
    String wanted = oracle(played.oracles());
    Optional<Path> folder = Optional.ofNullable(out).map(ReportFolder::fresh);
    try (Interruption interruption = Interruption.watched()) {
      long end = desk.console().nanos().getAsLong() + time.toNanos();
      Shrunk smallest =
          failing.shrink(
              wanted,
              jobs,
              () -> !interruption.isAsked() && desk.console().nanos().getAsLong() < end);
      hand(failing, smallest, folder);
      return interruption.isAsked() ? Exit.INTERRUPTED.code() : Exit.YES.code();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String oracle(List<String> broken) {
    if (oracle == null) {
      return broken.get(0);
    }
    if (!broken.contains(oracle)) {
      throw UsageException.unknown("--oracle", "broken rule", oracle, broken);
    }
    return oracle;
  }

  private void hand(FailingCase failing, Shrunk smallest, Optional<Path> folder)
      throws IOException {
    desk.console()
        .tell("trustring: breaks " + smallest.oracle() + " with less: " + smallest.sizes());
    if (folder.isEmpty()) {
      desk.console().out().print(failing.file(smallest, Path.of("")));
    } else {
      Path scenario = folder.get().resolve(smallest.file());
      Files.writeString(scenario, failing.file(smallest, folder.get()));
      Files.writeString(
          folder.get().resolve(CaseTest.className(smallest) + ".java"), CaseTest.of(smallest));
      desk.console().page().command(0, "trustring replay " + scenario);
    }
    desk.console().out().flush();
  }
}
