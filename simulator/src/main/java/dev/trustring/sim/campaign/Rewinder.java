package dev.trustring.sim.campaign;

import dev.trustring.config.text.Node;
import dev.trustring.sim.campaign.Rewound.Moment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/**
 * Plays a violated run again from earlier and earlier moments, with everything that chance decides
 * after them drawn anew, and counts how often the same breaks: first from moments all over the run,
 * then from those around the one after which it was all but certain.
 */
final class Rewinder {

  /** So many moments all over the run are looked at first. */
  private static final int MOMENTS = 12;

  private final Draw draw;
  private final Player player;
  private final Played run;
  private final String oracle;
  private final int times;

  /**
   * For one run.
   *
   * @param times how often it is played from each moment
   */
  Rewinder(Draw draw, Player player, Played run, String oracle, int times) {
    this.draw = draw;
    this.player = player;
    this.run = run;
    this.oracle = oracle;
    this.times = times;
  }

  /**
   * The chances over time.
   *
   * @param jobs how many runs at a time
   * @param goesOn asked before each moment; when it says no, what was found so far it is
   */
  Rewound rewound(int jobs, BooleanSupplier goesOn) {
    Drawn drawn = draw.run(run.number());
    List<Duration> all = steps(drawn).stream().map(Timeline::at).distinct().sorted().toList();
    TreeMap<Integer, Moment> known = new TreeMap<>();
    try (Cores cores = new Cores(jobs)) {
      for (int i = 0; i < MOMENTS && goesOn.getAsBoolean(); i++) {
        int index = (int) ((long) (all.size() - 1) * i / (MOMENTS - 1));
        known.computeIfAbsent(index, at -> moment(drawn, all, at, cores));
      }
      int between = between(known);
      while (between >= 0 && goesOn.getAsBoolean()) {
        known.put(between, moment(drawn, all, between, cores));
        between = between(known);
      }
    }
    return new Rewound(oracle, run.number(), List.copyOf(known.values()));
  }

  private static List<Node> steps(Drawn drawn) {
    return Nodes.items(drawn.tree(), "timeline");
  }

  /** The moment in the middle of where it became all but certain; below 0 if that is known. */
  private static int between(NavigableMap<Integer, Moment> known) {
    int certain = -1;
    for (Map.Entry<Integer, Moment> one : known.descendingMap().entrySet()) {
      if (!one.getValue().isAllButCertain()) {
        return certain - one.getKey() < 2 ? -1 : (one.getKey() + certain) / 2;
      }
      certain = one.getKey();
    }
    return -1;
  }

  private Moment moment(Drawn drawn, List<Duration> all, int index, Cores cores) {
    Duration at = all.get(index);
    List<Future<Boolean>> plays = new ArrayList<>();
    for (int i = 1; i <= times; i++) {
      int number = i;
      plays.add(cores.play(() -> player.play(draw.anew(drawn, at, number)).broke(oracle)));
    }
    int violated = 0;
    for (Future<Boolean> play : plays) {
      violated += Cores.result(run.number(), play) ? 1 : 0;
    }
    String after =
        steps(drawn).stream()
            .filter(step -> Timeline.at(step).compareTo(at) < 0)
            .max(Comparator.comparing(Timeline::at))
            .map(Timeline::shown)
            .orElse("");
    return new Moment(at, violated, times, after);
  }
}
