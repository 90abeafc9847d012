package dev.trustring.sim.campaign;

import dev.trustring.config.scenario.Chaos;
import dev.trustring.config.scenario.Chaos.FaultClass;
import dev.trustring.config.scenario.Scenario;
import dev.trustring.config.scenario.Step;
import dev.trustring.config.text.Node;
import dev.trustring.kv.point.FaultPoint;
import dev.trustring.sim.loop.RandomStreams;
import dev.trustring.sim.oracle.Invariants;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Draws runs out of a story. A run is drawn from the campaign's seed and its number alone, so it
 * comes out the same whichever runs are made before it, and on whichever core.
 */
final class Draw {

  private static final String TIMELINE = "timeline";

  /** How long faults strike where neither the file nor the command line says. */
  static final Duration USUAL_UNTIL = Duration.ofMinutes(1);

  /** What every run has of its own. */
  private static final Set<String> ANEW =
      Set.of(
          "trustring",
          "title",
          "teaches",
          "rules",
          "seed",
          "realTime",
          "faultPoints",
          "expect",
          "chaos",
          "$schema");

  private final Story story;
  private final long seed;
  private final Optional<Duration> until;

  /**
   * Draws for one campaign.
   *
   * @param until for how long faults strike; empty for what the file says
   */
  Draw(Story story, long seed, Optional<Duration> until) {
    this.story = story;
    this.seed = seed;
    this.until = until;
  }

  /** The run of that number. */
  Drawn run(int number) {
    RandomStreams own = streams(number);
    return run(number, own, own);
  }

  /** The seed of a run and everything in it. */
  private RandomStreams streams(int number) {
    String name = Integer.toString(number);
    return new RandomStreams(new RandomStreams(seed).stream("campaign", "run", name).nextLong());
  }

  /**
   * The same run up to a moment, and from then on other faults and operations. How it ends stays.
   *
   * @param before the run as it was drawn
   * @param repeat which of many, from 1
   */
  Anew anew(Drawn before, Duration from, int repeat) {
    RandomStreams own = streams(before.number());
    long fresh = own.stream("anew", from.toString(), Integer.toString(repeat)).nextLong();
    Drawn after = run(before.number(), own, new RandomStreams(fresh));
    Set<Node> steps = new LinkedHashSet<>();
    for (Node step : Nodes.items(before.tree(), TIMELINE)) {
      if (Timeline.at(step).compareTo(from) < 0 || Operations.opens(step)) {
        steps.add(step);
      }
    }
    for (Node step : Nodes.items(after.tree(), TIMELINE)) {
      if (Timeline.at(step).compareTo(from) >= 0) {
        steps.add(step);
      }
    }
    Node timeline = Nodes.list(inOrder(List.copyOf(steps)));
    return new Anew(Nodes.with(before.tree(), TIMELINE, timeline), from, fresh);
  }

  /**
   * A run.
   *
   * @param own of the story and its end
   * @param chance of faults and operations; the same object for the run of a number
   */
  private Drawn run(int number, RandomStreams own, RandomStreams chance) {
    Node.Mapping fixed = story.drawn(own);
    Scenario base = story.ofPieces(fixed);
    Cast cast = new Cast(base);
    Chaos chaos = base.chaos();
    Duration end = end(base, chaos);
    List<FaultClass> classes =
        chaos.faults().isEmpty() ? Strikes.fitting(cast, story.faults()) : chaos.faults();
    List<Strike> strikes =
        new Strikes(cast, new Dice(chance.stream("draw", "faults")), end).draw(classes);
    List<Node> steps = new ArrayList<>();
    List<Node> told =
        Nodes.items(fixed, TIMELINE).stream()
            .map(step -> StoryStep.drawn(step, story.faults(), end))
            .toList();
    steps.addAll(told);
    strikes.forEach(strike -> steps.add(strike.step()));
    Operations operations = new Operations(cast, new Dice(chance.stream("draw", "operations")));
    steps.addAll(
        operations.draw(chaos.operations().orElseGet(Operations::usualCount), end, strikes));
    Ending ending = new Ending(cast, new Dice(own.stream("draw", "end")), end, told);
    steps.addAll(ending.steps(operations, strikes, List.copyOf(steps)));
    Node.Mapping tree = headed(fixed, base.title() + ", run " + seed + ":" + number, own.seed());
    tree = Nodes.with(tree, TIMELINE, Nodes.list(inOrder(steps)));
    tree = withPoints(tree, new Dice(own.stream("draw", "points")));
    tree = Nodes.with(tree, "expect", expect(ending));
    return new Drawn(number, tree, base.expect().sometimes());
  }

  /** A fourth of the fault points are on; they stay what they are when a run is drawn anew. */
  private static Node.Mapping withPoints(Node.Mapping tree, Dice dice) {
    List<String> points =
        Stream.of(FaultPoint.values())
            .filter(
                point -> {
                  boolean one = dice.half();
                  boolean other = dice.half();
                  return one && other;
                })
            .map(FaultPoint::word)
            .toList();
    return points.isEmpty() ? tree : Nodes.with(tree, "faultPoints", Nodes.texts(points));
  }

  /** The story's tree with the head of a run; what stays of it keeps its order. */
  private static Node.Mapping headed(Node.Mapping fixed, String title, long seed) {
    Node.Mapping tree = Nodes.object("trustring", Nodes.whole(1), "title", Nodes.text(title));
    for (String key : List.of("teaches", "rules")) {
      Optional<Node.Entry> entry = fixed.find(key);
      tree = entry.isPresent() ? Nodes.with(tree, key, entry.get().value()) : tree;
    }
    tree = Nodes.with(tree, "seed", Nodes.whole(seed));
    tree = Nodes.with(tree, "realTime", Nodes.flag(false));
    for (Node.Entry entry : fixed.entries()) {
      if (!ANEW.contains(entry.key())) {
        tree = Nodes.with(tree, entry.key(), entry.value());
      }
    }
    return tree;
  }

  private Duration end(Scenario base, Chaos chaos) {
    Duration wanted = until.or(chaos::until).orElse(USUAL_UNTIL);
    Duration told =
        base.timeline().stream().map(Step::at).max(Comparator.naturalOrder()).orElse(wanted);
    return told.compareTo(wanted) > 0 ? told : wanted;
  }

  private static List<Node> inOrder(List<Node> steps) {
    return steps.stream().sorted(Comparator.comparing(Timeline::at)).toList();
  }

  private static Node expect(Ending ending) {
    Node.Mapping expect = Nodes.object("always", Nodes.texts(Invariants.names()));
    List<Node> states = ending.states();
    return states.isEmpty() ? expect : Nodes.with(expect, "eventually", Nodes.list(states));
  }
}
