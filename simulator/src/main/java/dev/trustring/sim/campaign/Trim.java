package dev.trustring.sim.campaign;

import dev.trustring.config.text.Node;
import dev.trustring.config.text.Times;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Scenarios that are a little smaller or simpler than a given one. */
final class Trim {

  private static final String TIMELINE = "timeline";
  private static final String EXPECT = "expect";
  private static final String EVENTUALLY = "eventually";
  private static final String ALWAYS = "always";
  private static final String DEVICES = "devices";

  /** What of a step is time. */
  private static final Set<String> TIMES = Set.of("at", "for", "by");

  private Trim() {}

  /** The scenario with nothing expected of it but what it breaks. */
  static Node.Mapping toOracle(Node.Mapping scenario, String oracle) {
    Node.Mapping expect = expect(scenario);
    boolean always = Nodes.items(expect, ALWAYS).stream().anyMatch(item -> is(item, oracle));
    Node.Mapping rest = Nodes.without(expect, Set.of(always ? EVENTUALLY : ALWAYS));
    return Nodes.with(
        scenario, EXPECT, always ? Nodes.with(rest, ALWAYS, Nodes.texts(List.of(oracle))) : rest);
  }

  private static Node.Mapping expect(Node.Mapping scenario) {
    return scenario
        .find(EXPECT)
        .map(entry -> (Node.Mapping) entry.value())
        .orElseGet(Nodes::object);
  }

  private static boolean is(Node item, String word) {
    return item instanceof Node.Scalar scalar && scalar.text().equals(word);
  }

  /** Without one of its devices, wherever it is named. */
  static List<Node.Mapping> withoutADevice(Node.Mapping scenario) {
    return mapping(scenario, DEVICES).entries().stream()
        .map(device -> (Node.Mapping) new Without(device.key()).scenario(scenario))
        .toList();
  }

  private static Node.Mapping mapping(Node.Mapping scenario, String key) {
    return scenario
        .find(key)
        .map(Node.Entry::value)
        .filter(Node.Mapping.class::isInstance)
        .map(Node.Mapping.class::cast)
        .orElseGet(Nodes::object);
  }

  /** Without one network, app, link, bond or state, or one device less in a step. */
  static List<Node.Mapping> withoutAThing(Node.Mapping scenario) {
    List<Node.Mapping> smaller = new ArrayList<>();
    for (String key : List.of("networks", "apps", "permissions", "fleets")) {
      Node.Mapping things = mapping(scenario, key);
      for (Node.Entry thing : things.entries()) {
        Node.Mapping left = Nodes.without(things, Set.of(thing.key()));
        smaller.add(
            left.entries().isEmpty()
                ? Nodes.without(scenario, Set.of(key))
                : Nodes.with(scenario, key, left));
      }
    }
    for (String key : List.of("links", "trust", "faultPoints")) {
      eachLeftOut(Nodes.items(scenario, key))
          .forEach(
              left ->
                  smaller.add(
                      left.isEmpty()
                          ? Nodes.without(scenario, Set.of(key))
                          : Nodes.with(scenario, key, Nodes.list(left))));
    }
    eachLeftOut(Nodes.items(expect(scenario), EVENTUALLY)).stream()
        .filter(left -> !left.isEmpty())
        .forEach(
            left ->
                smaller.add(
                    Nodes.with(
                        scenario,
                        EXPECT,
                        Nodes.with(expect(scenario), EVENTUALLY, Nodes.list(left)))));
    smaller.addAll(withAnotherStep(scenario, Trim::withAShorterList));
    return smaller;
  }

  private static List<List<Node>> eachLeftOut(List<Node> items) {
    List<List<Node>> all = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      List<Node> left = new ArrayList<>(items);
      left.remove(i);
      all.add(left);
    }
    return all;
  }

  /** Each scenario with one step in a smaller or simpler form. */
  private static List<Node.Mapping> withAnotherStep(
      Node.Mapping scenario, Function<Node.Mapping, List<Node>> others) {
    List<Node.Mapping> all = new ArrayList<>();
    List<Node> steps = Nodes.items(scenario, TIMELINE);
    for (int i = 0; i < steps.size(); i++) {
      for (Node other : others.apply((Node.Mapping) steps.get(i))) {
        List<Node> changed = new ArrayList<>(steps);
        changed.set(i, other);
        all.add(Nodes.with(scenario, TIMELINE, Nodes.list(changed)));
      }
    }
    return all;
  }

  /** One device less among those on which the step is taken, or to which it goes. */
  private static List<Node> withAShorterList(Node.Mapping step) {
    List<Node> shorter = new ArrayList<>();
    for (Node.Entry entry : step.entries()) {
      if (entry.value() instanceof Node.Sequence list && list.items().size() > 1) {
        eachLeftOut(list.items())
            .forEach(left -> shorter.add(Nodes.with(step, entry.key(), Nodes.list(left))));
      } else if (entry.value() instanceof Node.Mapping inner) {
        withAShorterList(inner).forEach(left -> shorter.add(Nodes.with(step, entry.key(), left)));
      }
    }
    return shorter;
  }

  /** With one time of a step rounded to seconds. */
  static List<Node.Mapping> withASimplerValue(Node.Mapping scenario) {
    return withAnotherStep(scenario, Trim::simplerSteps);
  }

  private static List<Node> simplerSteps(Node.Mapping step) {
    List<Node> simpler = new ArrayList<>();
    for (Node.Entry entry : step.entries()) {
      if (TIMES.contains(entry.key()) && entry.value() instanceof Node.Scalar time) {
        rounder(time)
            .ifPresent(span -> simpler.add(Nodes.with(step, entry.key(), Nodes.span(span))));
      }
    }
    return simpler;
  }

  /** To whole seconds, once it is longer than one. */
  private static Optional<Duration> rounder(Node.Scalar time) {
    return Times.parse(time.text())
        .filter(span -> span.toMillisPart() != 0 && span.toSeconds() > 0)
        .map(span -> Duration.ofSeconds(span.toSeconds()));
  }
}
