package dev.trustring.sim.campaign;

import dev.trustring.config.text.Node;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How a run ends: everything heals, or everything among some devices while the rest stays cut off,
 * and those must then bring each other what they wrote.
 */
final class Ending {

  /** Until devices that were apart have found each other again and know levels. */
  private static final Duration AGAIN_TOGETHER = Duration.ofSeconds(45);

  /** When devices that were off are on again, and before stores are opened. */
  private static final Duration ON_AGAIN = Duration.ofSeconds(30);

  /**
   * Between the faults and whoever asks again: a push then must respect what was lost on the way.
   */
  private static final Duration AS_IT_IS = Duration.ofSeconds(15);

  /** Longer than apps and persons need for the permissions, without which nobody may bind. */
  private static final Duration ASKED = Duration.ofSeconds(10);

  /** Longer than a person needs for a PIN. */
  private static final Duration BIND = Duration.ofSeconds(20);

  private static final Duration OPENED = Duration.ofSeconds(3);

  /** One device after the other, so that they do not ask each other at one moment. */
  private static final Duration BETWEEN = Duration.ofSeconds(1);

  /** Longer than a sync waits before it gives up (kv-store §3.4). */
  private static final Duration ROUND = Duration.ofSeconds(65);

  private final Cast cast;
  private final Duration end;
  private final List<String> well;
  private final List<Node> mended = new ArrayList<>();
  private final Duration together;

  /**
   * The end of one run.
   *
   * @param end when all faults are over
   * @param story its own steps, of which each may come to any end
   */
  Ending(Cast cast, Dice dice, Duration end, List<Node> story) {
    this.cast = cast;
    this.end = end;
    this.well = dice.half() ? cast.devices() : dice.some(cast.devices(), 2);
    Again again = new Again(story, cast.bonds(), well);
    mended.addAll(again.asks(end.plus(ON_AGAIN)));
    mended.addAll(again.codes(end.plus(ON_AGAIN)));
    List<Node> binds = again.binds(end.plus(ON_AGAIN).plus(ASKED), BIND);
    mended.addAll(binds);
    Duration bound = binds.isEmpty() ? Duration.ZERO : ASKED.plus(BIND.multipliedBy(binds.size()));
    this.together = end.plus(AGAIN_TOGETHER).plus(bound);
  }

  /**
   * The steps that heal and then push what there is, as it is and twice when all is mended.
   *
   * @param before the steps of the run up to its end
   */
  List<Node> steps(Operations operations, List<Strike> strikes, List<Node> before) {
    List<Node> steps = new ArrayList<>();
    steps.add(Nodes.object("at", Nodes.span(end), "fault", Nodes.text("heal")));
    List<String> rest = new ArrayList<>(cast.devices());
    rest.removeAll(well);
    if (!rest.isEmpty()) {
      steps.add(
          Nodes.object(
              "at",
              Nodes.span(end),
              "fault",
              Nodes.text("partition"),
              "groups",
              Nodes.list(List.of(Nodes.texts(well), Nodes.texts(rest)))));
    }
    steps.addAll(mended);
    for (Cast.Store store : cast.stores()) {
      List<String> there = well.stream().filter(cast.having(store.app())::contains).toList();
      if (there.size() > 1) {
        round(store, there, end.plus(AS_IT_IS), steps);
        there.stream()
            .filter(device -> isDamaged(store, device, strikes))
            .forEach(
                device -> {
                  Duration at = together.minus(Operations.CLOSED);
                  long times = operations.openings(store, before);
                  steps.addAll(Operations.closed(store, device, times, at));
                });
        steps.add(Operations.open(store, there, together));
        round(store, there, first(), steps);
        round(store, there, second(), steps);
      }
    }
    return steps;
  }

  private static boolean isDamaged(Cast.Store store, String device, List<Strike> strikes) {
    return strikes.stream()
        .anyMatch(one -> Operations.damages(one, store) && one.word("device").equals(device));
  }

  private Duration first() {
    return together.plus(OPENED);
  }

  private Duration second() {
    return first().plus(ROUND).plus(BETWEEN.multipliedBy(well.size()));
  }

  private void round(Cast.Store store, List<String> there, Duration begin, List<Node> steps) {
    for (int i = 0; i < there.size(); i++) {
      List<String> others = new ArrayList<>(cast.partners(there.get(i), store.app()));
      others.retainAll(there);
      if (!others.isEmpty()) {
        Duration at = begin.plus(BETWEEN.multipliedBy(i));
        steps.add(Operations.push(store, there.get(i), others, at));
      }
    }
  }

  /** What must have come true by then, for each network whose devices can reach each other. */
  List<Node> states() {
    List<Node> states = new ArrayList<>();
    Duration within = ROUND.plus(BETWEEN.multipliedBy(well.size()));
    for (Cast.Store store : cast.stores()) {
      cast.circles()
          .map(circle -> circle.stream().filter(well::contains).toList())
          .map(circle -> circle.stream().filter(cast.having(store.app())::contains).toList())
          .filter(circle -> circle.size() > 1)
          .distinct()
          .forEach(
              circle ->
                  states.add(
                      Nodes.object(
                          "delivered",
                          Nodes.text(store.id()),
                          "on",
                          Nodes.texts(circle),
                          "within",
                          Nodes.span(within),
                          "after",
                          Nodes.span(second()))));
    }
    return states;
  }
}
