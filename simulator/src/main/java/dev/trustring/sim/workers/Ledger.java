package dev.trustring.sim.workers;

import dev.trustring.sim.campaign.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who plays which runs of a campaign. Every run is handed out until somebody has said what it came
 * to, counts once however often that is said, and comes out in the order of the numbers.
 */
final class Ledger {

  /** A run that so many workers ended with is to blame for that itself. */
  static final int LOST_MOST = 5;

  private static final class Hand {
    private final SortedSet<Integer> runs = new TreeSet<>();
    private WorkerTalk.Orders last = new WorkerTalk.Orders(0, List.of());
    private boolean away;
  }

  private final int runs;
  private final int ahead;
  private final Map<WorkerId, Hand> hands = new TreeMap<>();
  private final SortedSet<Integer> takenBack = new TreeSet<>();
  private final Map<Integer, Integer> lost = new TreeMap<>();
  private final SortedMap<Integer, Outcome> arrived = new TreeMap<>();
  private int fresh = 1;
  private int due = 1;
  private boolean stopped;

  /**
   * One in which nothing has been handed out.
   *
   * @param runs numbers 1 to this
   * @param ahead so many runs may be handed out from the first whose outcome is missing
   */
  Ledger(int runs, int ahead) {
    this.runs = runs;
    this.ahead = ahead;
  }

  /** A worker is there, and may be given runs. */
  void hire(WorkerId worker) {
    hands.put(worker, new Hand());
  }

  /**
   * Takes in what a worker has done and says what it does next. The same report once more gets the
   * same answer; a worker that has ended, or that others do not reach, gets no runs.
   */
  WorkerTalk.Orders answer(WorkerTalk.Report report) {
    report.outcomes().forEach(this::takeIn);
    Hand hand = hands.get(report.worker());
    if (hand == null) {
      return new WorkerTalk.Orders(report.serial(), List.of());
    }
    if (report.serial() > hand.last.serial()) {
      hand.last = new WorkerTalk.Orders(report.serial(), handOut(hand, report.wants()));
    }
    return hand.last;
  }

  private List<Integer> handOut(Hand hand, int most) {
    List<Integer> given = new ArrayList<>();
    while (!hand.away && given.size() < most && hasMore()) {
      given.add(takenBack.isEmpty() ? fresh++ : first());
    }
    hand.runs.addAll(given);
    return given;
  }

  private int first() {
    int first = takenBack.first();
    takenBack.remove(first);
    return first;
  }

  private boolean hasMore() {
    return !stopped && (!takenBack.isEmpty() || (fresh <= runs && fresh < due + ahead));
  }

  private void takeIn(Outcome outcome) {
    int number = outcome.number();
    if (number < 1 || number >= fresh) {
      throw new IllegalArgumentException("run " + number + " was never handed out");
    }
    hands.values().forEach(hand -> hand.runs.remove(number));
    takenBack.remove(number);
    if (number >= due) {
      arrived.putIfAbsent(number, outcome);
    }
  }

  /** A worker has ended: others play what it had in hand. */
  void ended(WorkerId worker) {
    for (int number : takeFrom(worker)) {
      if (lost.merge(number, 1, Integer::sum) == LOST_MOST) {
        takeIn(new Outcome.Failed(number, LOST_MOST + " workers ended while they played it"));
      }
    }
    hands.remove(worker);
  }

  /** A worker is out of reach: others play what it had in hand, unless it says after all. */
  void away(WorkerId worker) {
    takeFrom(worker);
    Optional.ofNullable(hands.get(worker)).ifPresent(hand -> hand.away = true);
  }

  /** A worker is in reach again. */
  void back(WorkerId worker) {
    Optional.ofNullable(hands.get(worker)).ifPresent(hand -> hand.away = false);
  }

  private List<Integer> takeFrom(WorkerId worker) {
    Hand hand = hands.get(worker);
    if (hand == null) {
      return List.of();
    }
    List<Integer> taken = List.copyOf(hand.runs);
    hand.runs.clear();
    takenBack.addAll(taken);
    return taken;
  }

  /** Whether there are runs to hand out, now or later. */
  boolean needsWorkers() {
    return !stopped && (!takenBack.isEmpty() || fresh <= runs);
  }

  /** No more runs are handed out; those in hand are the last. */
  void stop() {
    stopped = true;
  }

  /** The outcome of the next run in order, once; empty if it is not there yet. */
  Optional<Outcome> next() {
    Optional<Outcome> next = Optional.ofNullable(arrived.remove(due));
    if (next.isPresent()) {
      due++;
    }
    return next;
  }

  /** Whether no outcome will ever come any more: all are out, or the next one is nobody's. */
  boolean isOver() {
    return due > runs || (stopped && !arrived.containsKey(due) && !isInHand(due));
  }

  private boolean isInHand(int number) {
    return hands.values().stream().anyMatch(hand -> hand.runs.contains(number));
  }
}
