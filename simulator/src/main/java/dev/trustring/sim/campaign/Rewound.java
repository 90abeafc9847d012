package dev.trustring.sim.campaign;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How likely a violation was from earlier and earlier moments on: the run is played again with all
 * chance anew from there, again and again.
 *
 * @param oracle what the run broke
 * @param run the run's number
 * @param moments in the order of time
 */
public record Rewound(String oracle, int run, List<Moment> moments) {

  public Rewound {
    moments = List.copyOf(moments);
  }

  /**
   * One moment from which it was played anew.
   *
   * @param at in time of the story; what stands in the file before it happens as it did
   * @param violated in how many of them the same broke again
   * @param times how often it was played
   * @param after the last step before that moment, in a few words
   */
  public record Moment(Duration at, int violated, int times, String after) {

    /** Whether nine of ten break it. */
    boolean isAllButCertain() {
      return 10 * violated >= 9 * times;
    }
  }

  /**
   * The first moment from which the violation was all but certain and stayed so; empty if chance
   * could have turned it to the last.
   */
  public Optional<Moment> pointOfNoReturn() {
    Optional<Moment> point = Optional.empty();
    for (int i = moments.size() - 1; i >= 0 && moments.get(i).isAllButCertain(); i--) {
      point = Optional.of(moments.get(i));
    }
    return point;
  }
}
