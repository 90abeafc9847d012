package dev.trustring.sim.campaign;

import dev.trustring.config.scenario.Scenario;
import dev.trustring.config.scenario.Vocabulary;
import dev.trustring.config.text.Node;
import dev.trustring.config.text.YamlText;
import dev.trustring.sim.loop.EventTrace;
import dev.trustring.sim.oracle.Wording;
import dev.trustring.sim.run.HostKind;
import dev.trustring.sim.run.RunResult;
import dev.trustring.sim.world.Attendant;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Many drawn runs of one story, several at a time. What they came to is handed on in the order of
 * their numbers, so a campaign comes out the same however many cores it has.
 */
public final class Campaign {

  /** So many runs for each core are under way or wait to be handed on. */
  private static final int AHEAD = 4;

  private record UnderWay(int number, Future<Played> played) {}

  private final Story story;
  private final long seed;
  private final HostKind host;
  private final int compareEach;
  private final Optional<Duration> until;
  private final Draw draw;
  private final Scenario first;

  /**
   * A campaign that has not begun.
   *
   * @param seed in place of the file's; empty for the file's
   * @param until for how long faults strike in each run; empty for what the file says
   * @param host what the runs are played on, or virtual if it cannot play the story
   * @param compareEach each run whose number this divides is played on the other host in virtual
   *     time as well, if that can play the story; 0 for none
   * @throws dev.trustring.config.text.InputErrors with what is wrong with the story
   */
  public Campaign(
      Story story, OptionalLong seed, Optional<Duration> until, HostKind host, int compareEach) {
    this.story = story;
    this.until = until;
    this.first = story.ofPieces(story.fixed());
    this.host = host.orWhatPlays(first);
    this.compareEach = beside(this.host).plays(first) ? compareEach : 0;
    this.seed = seed.orElse(first.seed());
    this.draw = new Draw(story, this.seed, until);
  }

  /**
   * All that decides what the runs of a campaign are, so that another process can play some.
   *
   * @param file where the story lies, from where the tool was started
   * @param text what stands there; empty when the story is drawn as well
   */
  public record Terms(
      String file,
      Optional<String> text,
      long seed,
      Optional<Duration> until,
      HostKind host,
      int compareEach) {}

  /** The campaign of these terms. */
  public static Campaign of(Terms terms, Vocabulary vocabulary) {
    return new Campaign(
        terms
            .text()
            .map(text -> Story.of(Path.of(terms.file()), text, vocabulary))
            .orElseGet(() -> Story.wild(vocabulary)),
        OptionalLong.of(terms.seed()),
        terms.until(),
        terms.host(),
        terms.compareEach());
  }

  public Terms terms() {
    return new Terms(story.file().toString(), story.text(), seed, until, host, compareEach);
  }

  /** The story with the least values of its ranges. */
  public Scenario story() {
    return first;
  }

  /** How many runs the file wants. */
  public OptionalInt runs() {
    return first.chaos().runs();
  }

  public long seed() {
    return seed;
  }

  HostKind host() {
    return host;
  }

  List<String> sometimes() {
    return first.expect().sometimes().stream().map(Wording::of).toList();
  }

  /** The scenario of a run, as a file beside the story would have it. */
  public String text(int number) {
    return YamlText.of(draw.run(number).tree());
  }

  /**
   * The file of a run.
   *
   * @param folder where it will lie
   */
  public String file(Played run, Path folder) {
    String origin = "Run " + seed + ":" + run.number() + " of " + story.name() + ".";
    return new CaseFile(story).text(draw.run(run.number()).tree(), folder, origin, run);
  }

  /**
   * The file of a smallest case.
   *
   * @param folder where it will lie
   */
  public String file(Shrunk smallest, Path folder) {
    String origin =
        "Smallest case out of run "
            + seed
            + ":"
            + smallest.run()
            + " of "
            + story.name()
            + ", "
            + smallest.attempts()
            + " tried.";
    return new CaseFile(story).text(smallest.tree(), folder, origin, smallest.played());
  }

  /** Plays a run once more, on the host on which it came to what it did, for those who watch. */
  public RunResult again(Played run, EventTrace trace, Attendant attendant) {
    return again(draw.run(run.number()).tree(), run.host(), trace, attendant);
  }

  /** Plays a smallest case once more for those who watch. */
  public RunResult again(Shrunk smallest, EventTrace trace, Attendant attendant) {
    return again(smallest.tree(), smallest.played().host(), trace, attendant);
  }

  private RunResult again(
      Node.Mapping tree, HostKind where, EventTrace trace, Attendant attendant) {
    return new Player(story, where).play(story.read(tree), trace, attendant);
  }

  /**
   * The smallest case that breaks what a run broke.
   *
   * @param goesOn asked again and again; when it says no, the smallest so far it is
   */
  public Shrunk shrink(Played run, String oracle, int jobs, BooleanSupplier goesOn) {
    Node.Mapping failing = draw.run(run.number()).tree();
    Player player = new Player(story, run.host());
    return new Shrinker(player, failing, oracle, jobs, goesOn).shrunk(run.number());
  }

  /**
   * How likely it was, from moment to moment, that a run breaks what it broke.
   *
   * @param times how often it is played from each moment
   * @param goesOn asked again and again; when it says no, what was found so far it is
   */
  public Rewound rewind(Played run, String oracle, int times, int jobs, BooleanSupplier goesOn) {
    return new Rewinder(draw, new Player(story, run.host()), run, oracle, times)
        .rewound(jobs, goesOn);
  }

  /** Plays one run on the campaign's host, and gives all that it came to. */
  public RunResult result(int number) {
    return new Player(story, host).play(story.read(draw.run(number).tree()), EventTrace.hashing());
  }

  /** Plays one run, on both hosts if it is one of those that are compared. */
  public Played play(int number) {
    Drawn drawn = draw.run(number);
    Played here = new Player(story, host).play(drawn);
    boolean compares = compareEach > 0 && number % compareEach == 0;
    return compares ? here.beside(new Player(story, beside(host)).play(drawn)) : here;
  }

  /** The other host in virtual time. */
  static HostKind beside(HostKind host) {
    return host == HostKind.DENSE ? HostKind.VIRTUAL : HostKind.DENSE;
  }

  /**
   * Plays runs 1 to so many.
   *
   * @param jobs how many at a time
   * @param goesOn asked before each run; when it says no, those under way are the last
   * @param then takes what each run came to, in order, on this thread; when it says no, that run
   *     was the last
   * @throws RunFault if a run failed for a reason that is the tool's
   */
  public void run(int runs, int jobs, BooleanSupplier goesOn, Predicate<Played> then) {
    try (Cores cores = new Cores(jobs)) {
      Deque<UnderWay> ahead = new ArrayDeque<>();
      int next = 1;
      while (true) {
        while (next <= runs && ahead.size() < AHEAD * jobs && goesOn.getAsBoolean()) {
          int number = next++;
          ahead.add(new UnderWay(number, cores.play(() -> play(number))));
        }
        if (ahead.isEmpty()) {
          return;
        }
        UnderWay first = ahead.remove();
        if (!then.test(Cores.result(first.number(), first.played()))) {
          return;
        }
      }
    }
  }
}
