package dev.trustring.sim.report;

import dev.trustring.kv.decision.DecisionRecord;
import dev.trustring.kv.decision.DecisionRecord.Outcome;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.Stage;
import dev.trustring.kv.decision.Visible;
import dev.trustring.kv.status.Status;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What apps were told of attempts to bring rows to another device, against what was true of them.
 *
 * @param counts how often, by what was told and then by what was true
 */
public record Honesty(Map<Told, Map<Truth, Integer>> counts) {

  /**
   * What an app was told of one attempt.
   *
   * @param word a number, a name or {@code silent}
   * @param name the number's name, if it has one
   */
  record Told(String word, String name) implements Comparable<Told> {

    private static Told of(Visible visible) {
      if (visible instanceof Visible.Completed completed) {
        return new Told(
            visible.word(), Status.ofNumber(completed.number()).map(Enum::name).orElse(""));
      } else if (visible instanceof Visible.Thrown thrown && thrown.code().isPresent()) {
        return new Told(visible.word(), thrown.name());
      }
      return new Told(visible.word(), "");
    }

    boolean isSuccess() {
      return word.equals(Integer.toString(Status.SUCCESS.number()));
    }

    @Override
    public int compareTo(Told other) {
      return word.equals(other.word) ? name.compareTo(other.name) : word.compareTo(other.word);
    }
  }

  /**
   * What was true: the stage and the reason that stopped it.
   *
   * @param stop where it stopped; empty where the rows are at rest on the other device
   * @param sure whether every input was there to say so
   */
  record Truth(Optional<Stop> stop, boolean sure) implements Comparable<Truth> {

    private static Truth of(DecisionRecord record) {
      Optional<Stop> stop =
          record.firstStop().map(at -> new Stop(at.stage(), at.verdict().stop().orElseThrow()));
      return new Truth(stop, record.outcome() != Outcome.UNKNOWN);
    }

    boolean arrived() {
      return stop.isEmpty();
    }

    String words() {
      String words =
          stop.map(at -> at.stage().word() + ": " + at.why().code()).orElse("rows at rest");
      return sure ? words : words + " (assumed)";
    }

    @Override
    public int compareTo(Truth other) {
      int byPlace = Integer.compare(place(), other.place());
      return byPlace == 0 ? words().compareTo(other.words()) : byPlace;
    }

    private int place() {
      return stop.map(at -> at.stage().number()).orElse(0);
    }
  }

  /** A stage, and the reason at it. */
  record Stop(Stage stage, DenyReason why) {}

  /** Counts the attempts of one or more runs; each counts for itself, and commands not at all. */
  public static Honesty of(Collection<DecisionRecord> records) {
    Map<Told, Map<Truth, Integer>> counts = new TreeMap<>();
    for (DecisionRecord record : records) {
      if (!record.mode().isCommand()) {
        counts
            .computeIfAbsent(Told.of(record.visible()), told -> new TreeMap<>())
            .merge(Truth.of(record), 1, Integer::sum);
      }
    }
    return new Honesty(counts);
  }

  /** How many attempts there were. */
  int attempts() {
    return counts.keySet().stream().mapToInt(this::times).sum();
  }

  int times(Told told) {
    return counts.getOrDefault(told, Map.of()).values().stream().mapToInt(count -> count).sum();
  }

  /** Whether what was told had more than one true cause among these attempts. */
  boolean isAmbiguous(Told told) {
    return counts.getOrDefault(told, Map.of()).size() > 1;
  }

  /** How many attempts were told something that could mean several things. */
  int ambiguous() {
    return counts.keySet().stream().filter(this::isAmbiguous).mapToInt(this::times).sum();
  }

  /** How many were told something else than success. */
  int refused() {
    return counts.keySet().stream().filter(told -> !told.isSuccess()).mapToInt(this::times).sum();
  }

  /** How many of those were told something that could mean several things. */
  int ambiguouslyRefused() {
    return counts.keySet().stream()
        .filter(told -> !told.isSuccess() && isAmbiguous(told))
        .mapToInt(this::times)
        .sum();
  }

  /** How many apps were told of success while the rows were not there. */
  int toldTooMuch() {
    return count(true);
  }

  /** How many were told of a failure, or nothing, while they were. */
  int toldTooLittle() {
    return count(false);
  }

  private int count(boolean success) {
    return counts.entrySet().stream()
        .filter(told -> told.getKey().isSuccess() == success)
        .flatMap(told -> told.getValue().entrySet().stream())
        .filter(truth -> truth.getKey().arrived() != success)
        .mapToInt(Map.Entry::getValue)
        .sum();
  }
}
