package dev.trustring.sim.campaign;

import dev.trustring.config.scenario.Scenario;
import dev.trustring.config.text.Node;
import dev.trustring.config.text.YamlText;
import dev.trustring.sim.loop.EventTrace;
import dev.trustring.sim.oracle.Wording;
import dev.trustring.sim.run.HostKind;
import dev.trustring.sim.run.RunResult;
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
  private final Draw draw;
  private final Player player;
  private final Scenario first;

  /**
   * A campaign that has not begun.
   *
   * @param seed in place of the file's; empty for the file's
   * @param until for how long faults strike in each run; empty for what the file says
   * @throws dev.trustring.config.text.InputErrors with what is wrong with the story
   */
  public Campaign(Story story, OptionalLong seed, Optional<Duration> until, HostKind host) {
    this.story = story;
    this.host = host;
    this.player = new Player(story, host);
    this.first = story.ofPieces(story.fixed());
    this.seed = seed.orElse(first.seed());
    this.draw = new Draw(story, this.seed, until);
  }

  /** The story with the least values of its ranges. */
  Scenario story() {
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
    return new CaseFile(story, host).text(draw.run(run.number()).tree(), folder, origin, run);
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
    return new CaseFile(story, host).text(smallest.tree(), folder, origin, smallest.played());
  }

  /** Plays a run once more and keeps everything that happened. */
  public RunResult again(int number, EventTrace trace) {
    return player.play(story.read(draw.run(number).tree()), trace);
  }

  /**
   * The smallest case that breaks what a run broke.
   *
   * @param goesOn asked again and again; when it says no, the smallest so far it is
   */
  public Shrunk shrink(int number, String oracle, int jobs, BooleanSupplier goesOn) {
    Node.Mapping failing = draw.run(number).tree();
    Shrinker shrinker = new Shrinker(player, failing, oracle, jobs, goesOn);
    Node.Mapping smallest = shrinker.shrink();
    return new Shrunk(
        oracle, number, failing, smallest, player.play(number, smallest), shrinker.attempts());
  }

  /** Plays one run. */
  public Played play(int number) {
    return player.play(draw.run(number));
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
