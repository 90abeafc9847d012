package dev.trustring.config.scenario;

import dev.trustring.config.text.DrawRange;
import dev.trustring.config.text.Node;
import dev.trustring.kv.decision.Origin;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * What a campaign draws for a story; a single run of the story knows nothing of it.
 *
 * @param runs how many runs, unless the command line says otherwise
 * @param until for how long faults strike and apps write; from the start of the story
 * @param operations how many operations apps make in that time
 * @param faults the classes of faults that may take part; empty for all that fit the story
 */
public record Chaos(
    OptionalInt runs,
    Optional<Duration> until,
    Optional<DrawRange> operations,
    List<FaultClass> faults) {

  /** Of a story that says nothing of it. */
  public static final Chaos UNSAID =
      new Chaos(OptionalInt.empty(), Optional.empty(), Optional.empty(), List.of());

  /**
   * A class of faults.
   *
   * @param perMinute how often it strikes in a run in which it takes part
   * @param given what its parameters are drawn from: a value, a range, or a list of values of which
   *     one is taken; the key {@code for} among them
   */
  public record FaultClass(
      FaultSpec spec, Optional<DrawRange> perMinute, Map<String, Node> given, Origin origin) {
    public FaultClass {
      given = new TreeMap<>(given);
    }
  }

  public Chaos {
    faults = List.copyOf(faults);
  }
}
