package dev.trustring.sim.campaign;

import dev.trustring.config.text.InputErrors;
import dev.trustring.config.text.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/**
 * Makes a failing scenario as small as it gets while it still breaks the same oracle: fewer steps
 * (delta debugging), fewer devices, then rounder and shorter times. The order of attempts is fixed,
 * so the result is the same on any number of cores.
 */
final class Shrinker {

  private final Player player;
  private final Node.Mapping failing;
  private final Broken wanted;
  private final int jobs;
  private final BooleanSupplier goesOn;
  private int attempts;

  /**
   * A shrinker for one failing scenario.
   *
   * @param oracle what it breaks, and what must stay broken for the same reason
   * @param jobs how many attempts at a time
   * @param goesOn asked before each round of attempts; when it says no, the smallest so far it is
   */
  Shrinker(Player player, Node.Mapping failing, String oracle, int jobs, BooleanSupplier goesOn) {
    this.player = player;
    this.failing = failing;
    this.wanted = player.play(0, failing).first(oracle);
    this.jobs = jobs;
    this.goesOn = goesOn;
  }

  /**
   * The smallest case, and what it comes to.
   *
   * @param run the number of the run that it is made of
   */
  Shrunk shrunk(int run) {
    Node.Mapping smallest = shrink();
    return new Shrunk(
        wanted.oracle(), run, failing, smallest, player.play(run, smallest), attempts);
  }

  /** The smallest scenario found that breaks the oracle. */
  private Node.Mapping shrink() {
    try (Cores cores = new Cores(jobs)) {
      Node.Mapping smallest = Trim.toOracle(failing, wanted.oracle());
      smallest = fails(smallest, cores) ? smallest : failing;
      Node.Mapping before;
      do {
        before = smallest;
        smallest = withFewerSteps(smallest, cores);
        smallest = firstThatFails(Trim::withoutADevice, smallest, cores);
        smallest = firstThatFails(Trim::withoutAThing, smallest, cores);
        smallest = firstThatFails(Trim::withASimplerValue, smallest, cores);
      } while (!smallest.equals(before) && goesOn.getAsBoolean());
      return smallest;
    }
  }

  /** Delta debugging over the steps of the timeline: halves, quarters, down to single ones. */
  private Node.Mapping withFewerSteps(Node.Mapping failing, Cores cores) {
    Node.Mapping smallest = failing;
    int parts = 2;
    while (goesOn.getAsBoolean()) {
      List<Node> steps = Nodes.items(smallest, "timeline");
      if (steps.size() < 2) {
        return smallest;
      }
      parts = Math.min(parts, steps.size());
      Optional<Node.Mapping> smaller = first(withoutAPart(smallest, steps, parts), cores);
      if (smaller.isPresent()) {
        smallest = smaller.get();
        parts = Math.max(2, parts - 1);
      } else if (parts == steps.size()) {
        return smallest;
      } else {
        parts = 2 * parts;
      }
    }
    return smallest;
  }

  private static List<Node.Mapping> withoutAPart(
      Node.Mapping scenario, List<Node> steps, int parts) {
    List<Node.Mapping> candidates = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      int from = (int) ((long) steps.size() * part / parts);
      int to = (int) ((long) steps.size() * (part + 1) / parts);
      List<Node> rest = new ArrayList<>(steps.subList(0, from));
      rest.addAll(steps.subList(to, steps.size()));
      candidates.add(Nodes.with(scenario, "timeline", Nodes.list(rest)));
    }
    return candidates;
  }

  private interface Smaller {
    List<Node.Mapping> than(Node.Mapping scenario);
  }

  /** Takes the first smaller scenario that still fails, again and again. */
  private Node.Mapping firstThatFails(Smaller smaller, Node.Mapping failing, Cores cores) {
    Node.Mapping smallest = failing;
    while (goesOn.getAsBoolean()) {
      Optional<Node.Mapping> next = first(smaller.than(smallest), cores);
      if (next.isEmpty()) {
        return smallest;
      }
      smallest = next.get();
    }
    return smallest;
  }

  /**
   * The first candidate that fails; several are tried at a time. Those after it do not count as
   * attempts, since one at a time they would not have been made.
   */
  private Optional<Node.Mapping> first(List<Node.Mapping> candidates, Cores cores) {
    for (int from = 0; from < candidates.size() && goesOn.getAsBoolean(); from += jobs) {
      List<Node.Mapping> some = candidates.subList(from, Math.min(candidates.size(), from + jobs));
      List<Future<Boolean>> fail =
          some.stream().map(one -> cores.play(() -> isBroken(one))).toList();
      for (int i = 0; i < some.size(); i++) {
        attempts++;
        if (Cores.result(0, fail.get(i))) {
          return Optional.of(some.get(i));
        }
      }
    }
    return Optional.empty();
  }

  private boolean fails(Node.Mapping scenario, Cores cores) {
    return first(List.of(scenario), cores).isPresent();
  }

  /** A scenario that does not hang together any more breaks nothing. */
  private boolean isBroken(Node.Mapping scenario) {
    try {
      return player.play(0, scenario).broken().stream().anyMatch(wanted::isLike);
    } catch (InputErrors e) {
      return false;
    }
  }
}
