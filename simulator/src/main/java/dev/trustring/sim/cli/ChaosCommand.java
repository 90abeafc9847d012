package dev.trustring.sim.cli;

import dev.trustring.sim.campaign.Campaign;
import dev.trustring.sim.campaign.Played;
import dev.trustring.sim.campaign.Rewound;
import dev.trustring.sim.campaign.Shrunk;
import dev.trustring.sim.campaign.Story;
import dev.trustring.sim.campaign.Summary;
import dev.trustring.sim.campaign.Tally;
import dev.trustring.sim.campaign.TooLarge;
import dev.trustring.sim.oracle.Verdict;
import dev.trustring.sim.report.CampaignFolder;
import dev.trustring.sim.report.CampaignJson;
import dev.trustring.sim.report.CampaignText;
import dev.trustring.sim.report.Json;
import dev.trustring.sim.run.HostKind;
import dev.trustring.sim.run.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Draws many runs out of one story, judges them, and makes small what fails. */
@Command(
    name = "chaos",
    description =
        "Draws many runs out of one scenario, with faults and writes by chance, and says which"
            + " rules held in all of them. What fails is made as small as it gets.")
final class ChaosCommand implements Callable<Integer> {

  private static final int USUAL_RUNS = 100;
  private static final int USUAL_COMPARE = 20;
  private static final int USUAL_REWIND = 10;

  private final Desk desk;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "the scenario; its key 'chaos' says what is drawn")
  private @Nullable String file;

  @Option(
      names = "--wild",
      description = "no FILE: draw devices, rings, apps and labels of each run as well")
  private boolean wild;

  @Option(names = "--runs", paramLabel = "N", description = "how many; default: the file's, or 100")
  private @Nullable Integer runs;

  @Option(names = "--seed", paramLabel = "S", description = "a seed in place of the file's")
  private @Nullable Long seed;

  @Mixin private Crew crew = new Crew();

  @Option(
      names = "--until",
      paramLabel = "T",
      description = "how long faults strike in each run, in virtual time; default: the file's, 1m")
  private @Nullable String until;

  @Option(
      names = "--host",
      paramLabel = "H",
      description = "dense (default) or virtual (default if a story puts members out of rings)")
  private @Nullable String host;

  @Option(
      names = "--compare",
      paramLabel = "K",
      description =
          "play each Kth run on the other host in virtual time as well and compare the rows;"
              + " default 20, 0 for none")
  private int compareEach = USUAL_COMPARE;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "where the report goes; the folder must be new or empty")
  private @Nullable String out;

  @Option(
      names = "--print",
      paramLabel = "N",
      description = "print run N as an ordinary scenario file, and play none")
  private @Nullable Integer print;

  @Option(
      names = "--shrink",
      paramLabel = "T",
      description =
          "how long to look for the smallest case of each broken rule, and as long again for the"
              + " moment of --rewind; default 60s")
  private String shrink = "60s";

  @Option(
      names = "--rewind",
      paramLabel = "N",
      description =
          "play the first run of each broken rule anew, N times from each of several moments, and"
              + " say when it was all but certain; default 10, 0 for none")
  private int rewind = USUAL_REWIND;

  @Option(
      names = "--fail-on",
      paramLabel = "WORD",
      description = "vacuous: a run in which nothing was replicated counts as a failure")
  private @Nullable String failOn;

  @Option(
      names = "--stop-after",
      paramLabel = "N",
      description = "stop at the Nth run that is violated; default: make all runs")
  private @Nullable Integer stopAfter;

  @Option(names = "--stats", description = "tell on stderr how fast it ran")
  private boolean stats;

  @Option(names = "--json", description = "print JSON")
  private boolean json;

  ChaosCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() {
    Campaign campaign = campaign();
    if (print != null) {
      checkFrom("--print", print, 1);
      desk.console().out().print(campaign.text(print));
      return Exit.YES.code();
    }
    int wanted = Optional.ofNullable(runs).orElseGet(() -> campaign.runs().orElse(USUAL_RUNS));
    checkFrom("--runs", wanted, 1);
    crew.check();
    checkFrom("--compare", compareEach, 0);
    checkFrom("--rewind", rewind, 0);
    if (stopAfter != null) {
      checkFrom("--stop-after", stopAfter, 1);
    }
    try {
      return play(campaign, wanted);
    } catch (TooLarge e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Campaign campaign() {
    if (failOn != null && !failOn.equals(Verdict.VACUOUS.word())) {
      throw UsageException.unknown("--fail-on", "word", failOn, List.of(Verdict.VACUOUS.word()));
    }
    Optional<HostKind> wanted = Optional.ofNullable(host).map(ChaosCommand::host);
    Campaign campaign =
        new Campaign(
            story(),
            seed == null ? OptionalLong.empty() : OptionalLong.of(seed),
            Optional.ofNullable(until).map(text -> TimeSpan.positive("--until", text)),
            wanted.orElse(HostKind.DENSE),
            compareEach);
    if (wanted.isPresent() && !wanted.get().plays(campaign.story())) {
      throw HostChoice.cannotPlay(campaign.story(), wanted.get(), HostKind.VIRTUAL.word());
    }
    return campaign;
  }

  private static HostKind host(String word) {
    return HostKind.named(word)
        .filter(one -> one != HostKind.CLUSTER)
        .orElseThrow(
            () ->
                UsageException.unknown(
                    "--host",
                    "host",
                    word,
                    List.of(HostKind.DENSE.word(), HostKind.VIRTUAL.word())));
  }

  private Story story() {
    if (wild == (file != null)) {
      throw new UsageException(
          wild
              ? "--wild draws the story; FILE cannot be given as well"
              : "expected FILE or --wild");
    }
    return file == null ? Story.wild(Words.all()) : Story.read(Desk.path(file), Words.all());
  }

  static void checkFrom(String option, int number, int least) {
    if (number < least) {
      throw new UsageException(option + ": expected a number from " + least + ", found " + number);
    }
  }

  private int play(Campaign campaign, int wanted) throws IOException {
    Duration patience = TimeSpan.positive("--shrink", shrink);
    Optional<Path> folder = Optional.ofNullable(out).map(ReportFolder::fresh);
    Tally tally = new Tally();
    Progress progress = new Progress(desk.console(), wanted);
    try (Interruption interruption = Interruption.watched();
        Rows rows = new Rows(folder)) {
      Optional<String> lost =
          crew.play(
              campaign,
              wanted,
              () -> !interruption.isAsked(),
              run -> {
                tally.add(run);
                rows.add(run);
                progress.tell(tally);
                return stopAfter == null || tally.of(Verdict.VIOLATED) < stopAfter;
              });
      progress.end(tally, stats);
      Summary summary = Summary.of(campaign, tally, interruption.isAsked() || lost.isPresent());
      summary =
          summary.with(
              smallest(campaign, tally, patience, interruption),
              rewound(campaign, tally, patience, interruption),
              shown());
      rows.finish(summary, campaign);
      tell(summary);
      lost.ifPresent(why -> desk.console().tell("trustring chaos: " + why));
      return lost.isPresent() ? Exit.FAULT.code() : exitCode(summary);
    }
  }

  private Optional<String> shown() {
    return Optional.ofNullable(out).map(name -> name.replaceAll("/+$", ""));
  }

  private List<Shrunk> smallest(
      Campaign campaign, Tally tally, Duration patience, Interruption interruption) {
    List<Shrunk> smallest = new ArrayList<>();
    for (String oracle : tally.broken().keySet()) {
      if (!interruption.isAsked()) {
        working("the smallest case of " + oracle);
        Played first = tally.firstOf(oracle).orElseThrow();
        smallest.add(
            campaign.shrink(first, oracle, crew.threads(), goesOn(patience, interruption)));
      }
    }
    return smallest;
  }

  private List<Rewound> rewound(
      Campaign campaign, Tally tally, Duration patience, Interruption interruption) {
    List<Rewound> rewound = new ArrayList<>();
    for (String oracle : tally.broken().keySet()) {
      if (rewind > 0 && !interruption.isAsked()) {
        working("when " + oracle + " was all but certain to break");
        Played first = tally.firstOf(oracle).orElseThrow();
        rewound.add(
            campaign.rewind(first, oracle, rewind, crew.threads(), goesOn(patience, interruption)));
      }
    }
    return rewound;
  }

  private void working(String lookedFor) {
    if (desk.console().errIsTerminal()) {
      desk.console().tell("trustring: looking for " + lookedFor + " ...");
    }
  }

  private BooleanSupplier goesOn(Duration patience, Interruption interruption) {
    LongSupplier clock = desk.console().nanos();
    long end = clock.getAsLong() + patience.toNanos();
    return () -> !interruption.isAsked() && clock.getAsLong() < end;
  }

  private void tell(Summary summary) {
    if (json) {
      desk.console().out().print(Json.text(CampaignJson.of(summary)));
    } else {
      CampaignText.write(summary, desk.console().page());
    }
    // After Ctrl-C nothing waits for whoever would do it later.
    desk.console().out().flush();
  }

  private int exitCode(Summary summary) {
    if (summary.interrupted()) {
      return Exit.INTERRUPTED.code();
    }
    boolean vacuous = failOn != null && summary.tally().of(Verdict.VACUOUS) > 0;
    return vacuous ? Exit.NO.code() : summary.tally().verdict().exitCode();
  }

  /** The report folder while runs come in, if there is to be one. */
  private final class Rows implements AutoCloseable {

    private final Optional<CampaignFolder> folder;

    Rows(Optional<Path> path) throws IOException {
      folder = path.isPresent() ? Optional.of(new CampaignFolder(path.get())) : Optional.empty();
    }

    void add(Played run) {
      if (folder.isPresent()) {
        try {
          folder.get().add(run);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }

    void finish(Summary summary, Campaign campaign) throws IOException {
      if (folder.isPresent()) {
        folder.get().write(summary, campaign, command(summary), environment(summary));
      }
    }

    @Override
    public void close() throws IOException {
      if (folder.isPresent()) {
        folder.get().close();
      }
    }
  }

  private String command(Summary summary) {
    return "trustring chaos "
        + (wild ? "--wild" : summary.file())
        + " --runs "
        + summary.tally().runs()
        + " --seed "
        + summary.seed()
        + " --host "
        + summary.host()
        + (compareEach == USUAL_COMPARE ? "" : " --compare " + compareEach)
        + (until == null ? "" : " --until " + until);
  }

  private static List<String> environment(Summary summary) throws IOException {
    return List.of(
        String.join(" ", new Versions().getVersion()),
        "rules " + summary.rules().word(),
        "java " + Runtime.version().feature());
  }
}
