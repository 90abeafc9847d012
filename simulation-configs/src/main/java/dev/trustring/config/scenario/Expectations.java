package dev.trustring.config.scenario;

import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.Origin;
import dev.trustring.trust.identity.DeviceName;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What must be true of a run.
 *
 * @param always names of invariants that hold at every moment
 * @param sometimes things that must happen at least once
 * @param eventually states that must be reached in time
 * @param delivered stores whose rows must have arrived wherever nothing forbids it
 * @param decisions what decision records must say
 * @param nothingReplicates true when the story is about denials alone, so that a run in which
 *     nothing moved is the point and not a vacuous one
 */
public record Expectations(
    List<Always> always,
    List<Sometimes> sometimes,
    List<Same> eventually,
    List<Delivered> delivered,
    List<DecisionExpectation> decisions,
    boolean nothingReplicates) {

  /** Of a story that expects nothing. */
  public static final Expectations NONE =
      new Expectations(List.of(), List.of(), List.of(), List.of(), List.of(), false);

  public Expectations {
    always = List.copyOf(always);
    sometimes = List.copyOf(sometimes);
    eventually = List.copyOf(eventually);
    delivered = List.copyOf(delivered);
    decisions = List.copyOf(decisions);
  }

  /** An invariant by name. */
  public record Always(String invariant, Origin origin) {}

  /** Something that must happen at least once. */
  public sealed interface Sometimes {
    Origin origin();

    /** An entry of the store that was written on one device came to rest on another. */
    record Replicated(String store, DeviceName from, DeviceName to, Origin origin)
        implements Sometimes {}

    /**
     * An attempt was stopped at a stage.
     *
     * @param stage the word of a stage, such as {@code level}
     */
    record Denied(String stage, Optional<DeviceName> from, Optional<DeviceName> to, Origin origin)
        implements Sometimes {}
  }

  /**
   * All devices hold the same entries of a store.
   *
   * @param within how long it may take
   * @param after the moment from which that is counted
   */
  public record Same(
      String store, List<DeviceName> on, Duration within, Duration after, Origin origin) {
    public Same {
      on = List.copyOf(on);
    }
  }

  /**
   * What a device has written itself is on every other of these devices, or has lost to a newer
   * write there, unless a gate other than reach forbids it. Counts what is attempted in the given
   * time, and is judged at its end.
   *
   * @param within how long there is for it
   * @param after the moment from which that is counted
   */
  public record Delivered(
      String store, List<DeviceName> on, Duration within, Duration after, Origin origin) {
    public Delivered {
      on = List.copyOf(on);
    }
  }

  /** When the last state must have been reached. */
  public Duration lastMoment() {
    Stream<Duration> same = eventually.stream().map(one -> one.after().plus(one.within()));
    Stream<Duration> there = delivered.stream().map(one -> one.after().plus(one.within()));
    return Stream.concat(same, there).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
  }

  /** The same with other things that must happen at least once. */
  public Expectations withSometimes(List<Sometimes> others) {
    return new Expectations(always, others, eventually, delivered, decisions, nothingReplicates);
  }

  /**
   * What the record of an attempt says.
   *
   * @param attempt which attempt of that pair and store, 1 is the first; empty for the last
   * @param stop the word of the stage that stops it, {@code none} when nothing does
   * @param visible the number, name or {@code silent} that the app saw; empty when it does not
   *     matter
   * @param why the reason for which it stops; empty when it does not matter
   */
  public record DecisionExpectation(
      DeviceName from,
      DeviceName to,
      String store,
      OptionalInt attempt,
      String stop,
      Optional<String> visible,
      Optional<DenyReason> why,
      Origin origin) {}
}
