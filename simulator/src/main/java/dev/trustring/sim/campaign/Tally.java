package dev.trustring.sim.campaign;

import dev.trustring.sim.oracle.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the runs of a campaign came to, taken in one after the other in the order of numbers. */
public final class Tally {

  /** So many runs of a kind are remembered; more are counted. */
  private static final int REMEMBERED = 1000;

  private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
  private final Map<String, Integer> broken = new TreeMap<>();
  private final Map<String, Played> first = new TreeMap<>();
  private final List<Integer> otherwise = new ArrayList<>();
  private final Map<String, Integer> happened = new TreeMap<>();
  private final Map<String, Long> denials = new TreeMap<>();
  private final List<Played> violated = new ArrayList<>();
  private int runs;
  private int compared;
  private long events;
  private long rows;
  private long virtualNanos;

  /** Takes in the next run. */
  public void add(Played run) {
    runs++;
    verdicts.merge(run.verdict(), 1, Integer::sum);
    for (String oracle : run.oracles()) {
      broken.merge(oracle, 1, Integer::sum);
      first.putIfAbsent(oracle, run);
    }
    run.happened().forEach(what -> happened.merge(what, 1, Integer::sum));
    run.denials().forEach((stage, count) -> denials.merge(stage, count, Long::sum));
    compared += run.compared() == Played.Compared.NOT ? 0 : 1;
    if (run.compared() == Played.Compared.OTHER && otherwise.size() < REMEMBERED) {
      otherwise.add(run.number());
    }
    if (run.verdict() == Verdict.VIOLATED && violated.size() < REMEMBERED) {
      violated.add(run);
    }
    events += run.counts().events();
    rows += run.counts().rowsReplicated();
    virtualNanos += run.counts().virtualNanos();
  }

  /** How many runs there were. */
  public int runs() {
    return runs;
  }

  /** How many runs came to that. */
  public int of(Verdict verdict) {
    return verdicts.getOrDefault(verdict, 0);
  }

  /** In how many runs each oracle was broken, by its name. */
  public Map<String, Integer> broken() {
    return new TreeMap<>(broken);
  }

  /** In how many runs that oracle was broken. */
  public int broken(String oracle) {
    return broken.getOrDefault(oracle, 0);
  }

  /** The first run that broke that oracle. */
  public Optional<Played> firstOf(String oracle) {
    return Optional.ofNullable(first.get(oracle));
  }

  /** How many runs were played on another host as well. */
  public int compared() {
    return compared;
  }

  /** The numbers of those that came to other rows there, the first thousand of them. */
  public List<Integer> otherwise() {
    return List.copyOf(otherwise);
  }

  /** In how many runs that happened which must happen in some. */
  public int happened(String what) {
    return happened.getOrDefault(what, 0);
  }

  /** How many attempts stopped at each stage, over all runs. */
  public Map<String, Long> denials() {
    return new TreeMap<>(denials);
  }

  /** The violated runs, the first thousand of them. */
  public List<Played> violated() {
    return List.copyOf(violated);
  }

  public long events() {
    return events;
  }

  public long rows() {
    return rows;
  }

  public long virtualNanos() {
    return virtualNanos;
  }

  /** What the whole campaign came to: a run that violates decides, then one that shows anything. */
  public Verdict verdict() {
    for (Verdict one : List.of(Verdict.VIOLATED, Verdict.HELD, Verdict.INCONCLUSIVE)) {
      if (of(one) > 0) {
        return one;
      }
    }
    return Verdict.VACUOUS;
  }
}
